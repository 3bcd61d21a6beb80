// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { holdTime, unmountAll } from '../shared/testing/index.js';
import { Announcer } from './announcer.js';

describe('Announcer', () => {
  afterEach(unmountAll);

  it('says the first thing at once and then only the newest, when its time has come', async () => {
    const said: string[] = [];
    const time = holdTime();
    const announcer = new Announcer((text) => said.push(text), 60);
    for (const text of ['one', 'two', 'three']) announcer.announce(text);
    expect(said).to.deep.equal(['one']);
    await time.pass(59);
    expect(said).to.deep.equal(['one']);
    await time.pass(1);
    expect(said).to.deep.equal(['one', 'three']);
  });

  it('forgets what waits when it is stopped', async () => {
    const said: string[] = [];
    const time = holdTime();
    const announcer = new Announcer((text) => said.push(text), 20);
    announcer.announce('one');
    announcer.announce('two');
    announcer.stop();
    await time.pass(60);
    expect(said).to.deep.equal(['one']);
  });
});
