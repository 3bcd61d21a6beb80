// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { Lazy } from './lazy.js';

describe('a part that is fetched when it is needed', () => {
  it('is fetched once, and is there then', async () => {
    let times = 0;
    const part = new Lazy(() => Promise.resolve({ number: ++times }));
    expect(part.module).to.equal(null);
    const [one, two] = await Promise.all([part.fetch(), part.fetch()]);
    expect(one).to.equal(two);
    expect(part.module).to.deep.equal({ number: 1 });
    await part.fetch();
    expect(times).to.equal(1);
  });

  it('does no harm when it cannot be had, and is fetched again with the next occasion', async () => {
    let isOut = true;
    const part = new Lazy(() => (isOut ? Promise.reject(new TypeError('Failed to fetch.')) : Promise.resolve('part')));
    expect(await part.fetch()).to.equal(null);
    isOut = false;
    expect(await part.fetch()).to.equal('part');
  });
});
