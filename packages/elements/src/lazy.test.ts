// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { defineOnFirstUse } from './lazy.js';
import { unmountAll } from './shared/testing/index.js';

const tags = ['carousel', 'cart', 'checkout', 'product', 'reactions', 'closing', 'catch-up', 'catch-up-chip']
  .concat(['console', 'danmaku', 'interactions', 'question'])
  .map((name) => `vitrine-${name}`);

describe('elements that come when they are used', () => {
  afterEach(unmountAll);

  it('are fetched when the first of their kind stands in the document, whichever it is', async () => {
    expect(tags.filter((tag) => customElements.get(tag))).to.deep.equal([]);
    defineOnFirstUse();
    for (const tag of tags) {
      const element = document.createElement(tag);
      document.body.append(element);
      await customElements.whenDefined(tag);
      element.remove();
    }
  });
});
