// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { literals, minifyCss } from '../../scripts/literals.mjs';

const minified = async (template: string): Promise<string> => {
  const source = `const it = html\`${template}\`;`;
  const code = (await literals.transform(source, 'example.ts'))?.code ?? source;
  return code.slice('const it = html`'.length, -2);
};

describe('a template in the CDN build', () => {
  it('keeps the space between inline elements', async () => {
    assert.equal(
      await minified('<bdi>${name}</bdi>\n      <b>said</b> <i>hello</i>'),
      '<bdi>${name}</bdi> <b>said</b> <i>hello</i>',
    );
  });

  it('keeps the space beside an expression, a slot and an element of ours', async () => {
    const template = '<slot></slot> ${one} <vitrine-price></vitrine-price>\n  ${two}';
    assert.equal(await minified(template), '<slot></slot> ${one} <vitrine-price></vitrine-price> ${two}');
  });

  it('adds no space where none was written', async () => {
    assert.equal(await minified('<span\n  >a</span\n><b>c</b>'), '<span>a</span><b>c</b>');
  });

  it('drops comments', async () => {
    assert.equal(await minified('<p>a<!-- not for the viewer --></p>'), '<p>a</p>');
  });

  it('keeps attributes that say something by being empty', async () => {
    const template = '<img alt="" src="a.png"><button type="submit" title="">x</button><a dir="auto" lang="">y</a>';
    assert.equal(await minified(template), template);
  });

  it('keeps bindings of every kind', async () => {
    const template = '<a href=${x} ?hidden=${y} .value=${z} @click=${w} class="a ${v}">b</a>';
    assert.equal(await minified(template), template);
  });

  it('minifies what the compiler has printed too', async () => {
    const printed = 'const it = html `<p>\n  a\n</p>`;';
    assert.equal((await literals.transform(printed, 'example.ts'))?.code.includes('\n'), false);
  });
});

describe('styles in the CDN build', () => {
  it('lose comments and the spaces that mean nothing', () => {
    assert.equal(
      minifyCss('\n :host {\n  color: red; /* why */\n  margin: 0 auto;\n}\n'),
      ':host{color:red;margin:0 auto}',
    );
  });

  it('keep the second declaration that newer browsers read', () => {
    const css = 'a{color:#fff;color:light-dark(#000,#fff);block-size:100vh;block-size:100dvh}';
    assert.equal(minifyCss(css), css);
  });

  it('keep the spaces of selectors, calculations and conditions', () => {
    const css = ':host(:state(live)) ::slotted(*) > a :focus-visible{inline-size:calc(100% - 2px + 3px)}';
    assert.equal(minifyCss(css), css);
    const query = '@container (inline-size > 300px) and (style(--x:1)){b{margin:0 auto}}';
    assert.equal(minifyCss(query), query);
  });

  it('leave strings alone', () => {
    assert.equal(minifyCss(`a::after { content: ' : ; { /* } ' ; }`), `a::after{content:' : ; { /* } '}`);
    assert.equal(
      minifyCss('a { background: url("data:image/svg+xml, x: y") }'),
      'a{background:url("data:image/svg+xml, x: y")}',
    );
  });
});
