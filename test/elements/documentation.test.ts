// SPDX-License-Identifier: MIT
// The doc block above an element is its API page: what a page can style, fill or hear must be written there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { root, sourcesOf } from '../../scripts/sources.mjs';

interface Found {
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly code: string;
}

/** `@csspart list - the rows` → list; `@fires {CustomEvent<X>} name - …` → name; `@slot - …` → the slot without a name. */
function nameOf(text: string): string {
  const [, name = ''] = /^(?:\{.*?\}\s*)?(\S*)/.exec(text.trim()) ?? [];
  return name === '-' ? '' : name;
}

function elementsOf(file: string): Found[] {
  const code = readFileSync(join(root, 'packages/elements/src', file), 'utf8');
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  ts.forEachChild(tree, (node) => {
    if (!ts.isClassDeclaration(node) || !node.name || !/^Vitrine[A-Z]/.test(node.name.text)) return;
    const isAbstract = node.modifiers?.some((one) => one.kind === ts.SyntaxKind.AbstractKeyword);
    const isElement = node.heritageClauses?.some((clause) => /Element\b/.test(clause.getText()));
    if (isAbstract || !isElement) return;
    const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    const tags = new Map<string, string[]>();
    for (const tag of docs.flatMap((doc) => doc.tags ?? [])) {
      // The parser takes `@fires {Type} name` apart for known tags only: the text as written is read instead.
      const text = tag
        .getText()
        .replace(/^@\w+\s*/, '')
        .replace(/\n\s*\*\s?/g, ' ');
      tags.set(tag.tagName.text, [...(tags.get(tag.tagName.text) ?? []), text]);
    }
    const description = docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '').join(' ');
    found.push({ name: node.name.text, file, description: description.trim(), tags, code: node.getText() });
  });
  return found;
}

// `shared/` holds what elements are made of, not elements.
const elements = sourcesOf('elements')
  .filter((file) => !file.startsWith('shared/'))
  .flatMap(elementsOf);

/** What a template says in so many words: values put together at run time are not seen. */
const spoken = (code: string, pattern: RegExp): string[] =>
  [...new Set([...code.matchAll(pattern)].flatMap(([, value = '']) => value.split(/\s+/)))].filter(
    (value) => value !== '' && !value.includes('$') && !value.includes('{') && !value.includes('}'),
  );

for (const { name, file, description, tags, code } of elements) {
  const documented = (tag: string): Set<string> => new Set((tags.get(tag) ?? []).map(nameOf));
  const missing = (tag: string, names: readonly string[]): string[] => names.filter((one) => !documented(tag).has(one));

  describe(`${name} (${file})`, () => {
    it('says what it is and which tag it has', () => {
      assert.match([...documented('element')][0] ?? '', /^vitrine-[a-z-]+$/, '@element vitrine-… is missing');
      assert.ok(description.length > 10, 'a description is missing');
    });

    it('documents every part', () => {
      assert.deepEqual(missing('csspart', spoken(code, /\spart="([^"]*)"/g)), []);
    });

    it('documents every slot', () => {
      const named = spoken(code, /<slot[^>]*\sname="([^"]*)"/g);
      const unnamed = /<slot(?![^>]*\sname=)[^>]*>/.test(code) ? [''] : [];
      assert.deepEqual(missing('slot', [...named, ...unnamed]), []);
    });

    it('documents every event it dispatches', () => {
      const dispatched = spoken(code, /(?:new \w*Event(?:<[^(]*>)?|\.request|dispatch\w*)\(\s*'(vitrine-[\w-]+)'/g);
      assert.deepEqual(missing('fires', dispatched), []);
    });

    it('documents every state', () => {
      const states = spoken(code, /(?:states\.(?:add|delete)|toggleState)\(\s*'([\w-]+)'/g);
      assert.deepEqual(missing('cssstate', states), []);
    });
  });
}

it('no two elements have one tag', () => {
  const names = elements.flatMap(({ tags }) => (tags.get('element') ?? []).map(nameOf));
  assert.deepEqual(
    names.filter((one, index) => names.indexOf(one) !== index),
    [],
  );
});
