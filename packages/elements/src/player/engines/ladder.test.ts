// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { ManualTime, settled } from '../testing/manual-time.js';
import { Ladder } from './ladder.js';

describe('the ladder of retries', () => {
  const url = 'https://example.test/index.m3u8';
  let time: ManualTime;
  let ladder: Ladder;
  let changes: number;
  let life: AbortController;

  beforeEach(() => {
    time = new ManualTime();
    changes = 0;
    life = new AbortController();
    ladder = new Ladder({ ...time, changed: () => changes++ });
  });

  afterEach(() => life.abort());

  /** Fails for so long and gives the waits between the tries. */
  async function waits(lasting: number): Promise<number[]> {
    const begun = time.now();
    const list: number[] = [];
    let tried = begun;
    const run = async (): Promise<void> => {
      while (time.now() - begun < lasting) {
        await ladder.failed('playlist', url, 503, life.signal);
        list.push(time.now() - tried);
        tried = time.now();
      }
    };
    const running = run();
    await time.pass(lasting + 20_000);
    await running;
    return list;
  }

  it('tries again within 0.7 s while an outage is younger than ten seconds', async () => {
    const list = await waits(10_000);
    expect(list.length).to.be.greaterThan(14);
    expect(Math.max(...list.slice(0, -1))).to.be.at.most(700);
  });

  it('tries more seldom the longer it lasts, and at least every ten seconds', async () => {
    const list = await waits(600_000);
    expect(list.at(-1)).to.equal(10_000);
    expect(list).to.deep.equal([...list].sort((a, b) => a - b));
  });

  it('spreads viewers by a quarter of the wait either way', async () => {
    const moments = [0, 0.999].map((random) => {
      const one = new Ladder({ ...time, random: () => random, changed: () => undefined });
      void one.failed('playlist', url, 503, life.signal).catch(() => undefined);
      return (one.retryAt as number) - time.now();
    });
    expect(moments).to.deep.equal([300, 500]);
  });

  it('says since when, how often and with what status a kind of request fails', async () => {
    const since = time.now();
    void ladder.failed('playlist', url, 503, life.signal);
    await time.pass(500);
    void ladder.failed('playlist', url, 404, life.signal);
    expect(ladder.outage).to.deep.equal({ kind: 'playlist', url, status: 404, since, tries: 2 });
    ladder.worked('playlist');
    expect(ladder.outage).to.equal(null);
  });

  it('does not take a list that comes for proof that media comes', () => {
    void ladder.failed('segment', url, 503, life.signal);
    ladder.worked('playlist');
    expect(ladder.outageOf('segment')?.status).to.equal(503);
    expect(ladder.outageOf('playlist')).to.equal(undefined);
  });

  it('lets everything that waits go on when it is told to try now', async () => {
    let tried = 0;
    const count = (): number => tried++;
    void ladder.failed('playlist', url, 0, life.signal).then(count);
    void ladder.failed('segment', url, 0, life.signal).then(count);
    expect(ladder.retryAt).to.be.a('number');
    ladder.tryNow();
    await settled();
    expect(tried).to.equal(2);
    expect(ladder.retryAt).to.equal(null);
  });

  it('keeps the pace it is given for what is not expected back soon', () => {
    ladder.pace = 10_000;
    void ladder.failed('master', url, 404, life.signal);
    expect((ladder.retryAt as number) - time.now()).to.equal(10_000);
  });

  it('ends a wait with its signal', async () => {
    let reason: unknown = null;
    const waiting = ladder.failed('master', url, 503, life.signal).catch((error: unknown) => (reason = error));
    life.abort();
    await waiting;
    expect(reason).to.be.instanceOf(DOMException);
    expect(ladder.retryAt).to.equal(null);
  });

  it('tells of each failure and of the end of a wait', async () => {
    void ladder.failed('playlist', url, 503, life.signal);
    const afterFailure = changes;
    await time.pass(500);
    expect(afterFailure).to.equal(1);
    expect(changes).to.equal(2);
  });
});
