// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { until } from '../shared/testing/index.js';
import { Later } from './later.js';

describe('a part that comes later', () => {
  const idle = { isNeeded: false, isQuiet: false };
  const quiet = { isNeeded: false, isQuiet: true };
  const needed = { isNeeded: true, isQuiet: false };

  it('is fetched once: in a quiet moment, or at once when it is needed', async () => {
    for (const moment of [quiet, needed]) {
      let count = 0;
      const arrived: string[] = [];
      const part = new Later(
        () => Promise.resolve(`part ${++count}`),
        (one) => arrived.push(one),
      );
      part.consider(idle);
      expect(part.part).to.equal(null);
      expect(count).to.equal(0);
      part.consider(moment);
      part.consider(quiet);
      await until(() => part.part === 'part 1');
      part.consider(needed);
      await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
      expect(count).to.equal(1);
      expect(arrived).to.deep.equal(['part 1']);
    }
  });

  it('is fetched again when it could not be had', async () => {
    const failures: unknown[] = [];
    let isOnline = false;
    const part = new Later(
      () => (isOnline ? Promise.resolve('there') : Promise.reject(new Error('offline'))),
      () => undefined,
      (error) => failures.push(error),
    );
    part.consider(needed);
    await until(() => failures.length === 1);
    expect(part.part).to.equal(null);
    isOnline = true;
    part.consider(needed);
    await until(() => part.part === 'there');
    expect(failures.length).to.equal(1);
  });
});
