// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { until } from '../shared/testing/index.js';
import { Announcer } from './announcer.js';

describe('Announcer', () => {
  it('says the first thing at once and then only the newest, when its time has come', async () => {
    const said: string[] = [];
    const announcer = new Announcer((text) => said.push(text), 60);
    const began = performance.now();
    for (const text of ['one', 'two', 'three']) announcer.announce(text);
    expect(said).to.deep.equal(['one']);
    await until(() => said.length === 2);
    expect(said[1]).to.equal('three');
    expect(performance.now() - began).to.be.at.least(55);
  });

  it('forgets what waits when it is stopped', async () => {
    const said: string[] = [];
    const announcer = new Announcer((text) => said.push(text), 20);
    announcer.announce('one');
    announcer.announce('two');
    announcer.stop();
    const then = performance.now() + 60;
    await until(() => performance.now() > then);
    expect(said).to.deep.equal(['one']);
  });
});
