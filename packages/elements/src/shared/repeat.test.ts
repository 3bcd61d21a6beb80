// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html, render } from 'lit';
import { repeat } from './repeat.js';

describe('repeat', () => {
  const box = document.createElement('div');
  const show = (items: readonly number[]): void =>
    void render(
      html`${repeat(
        items,
        (item) => item,
        (item) => html`<p>${item}</p>`,
      )}`,
      box,
    );
  const shown = (): string[] => [...box.children].map(({ textContent }) => textContent ?? '');

  it('leaves nothing of what went, however much comes and goes', () => {
    show([1, 2, 3]);
    const { length } = box.childNodes;
    for (let first = 2; first < 50; first++) show([first, first + 1, first + 2]);
    expect(shown()).to.deep.equal(['49', '50', '51']);
    expect(box.childNodes.length).to.equal(length);
    show([]);
    show([50, 7, 51]);
    expect(shown()).to.deep.equal(['50', '7', '51']);
    expect(box.childNodes.length).to.equal(length);
  });

  it('keeps the element of what stays, wherever it goes', () => {
    show([1, 2, 3, 4]);
    const [one, , three] = box.children;
    show([3, 9, 1]);
    expect([...box.children].map((child) => child === one || child === three)).to.deep.equal([true, false, true]);
    expect(shown()).to.deep.equal(['3', '9', '1']);
    for (const order of [
      [1, 2, 3, 4],
      [2, 4, 1, 3],
      [4, 2, 1, 3, 9],
      [9, 1, 7, 2],
    ]) {
      show(order);
      expect(shown()).to.deep.equal(order.map(String));
      expect(box.querySelectorAll('p').length).to.equal(order.length);
    }
  });
});
