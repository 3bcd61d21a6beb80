// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { Retried } from './retried.js';

describe('a part that is looked for again', () => {
  it('is looked for more and more seldom, at once for who waits for it, and no more once it is there', async () => {
    let now = 0;
    let loads = 0;
    let isBroken = true;
    const part = new Retried(
      async () => {
        loads++;
        if (isBroken) throw new Error('Not now.');
        return 'there';
      },
      () => now,
    );
    const tried: number[] = [];
    for (; now < 130_000; now += 1000) {
      const before = loads;
      part.consider();
      await Promise.resolve().then(() => undefined);
      if (loads > before) tried.push(now / 1000);
    }
    expect(tried).to.deep.equal([0, 1, 3, 7, 15, 31, 63, 123]);
    isBroken = false;
    expect(await part.fetch()).to.equal('there');
    const before = loads;
    part.consider();
    expect(await part.fetch()).to.equal('there');
    expect(loads).to.equal(before);
  });
});
