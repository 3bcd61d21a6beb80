// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Outage } from '../engines/ladder.js';
import { FakeEngine } from '../testing/fake-engine.js';
import { findDetour } from './detour.js';

const [low, high] = ['https://example.test/low.m3u8', 'https://example.test/high.m3u8'] as const;

describe('a rendition whose list is refused', () => {
  const real = globalThis.fetch;
  let there: readonly string[];
  let engine: FakeEngine;

  beforeEach(() => {
    there = [low, high];
    globalThis.fetch = async (target) => new Response('', { status: there.includes(String(target)) ? 200 : 404 });
    engine = new FakeEngine({} as never);
  });

  afterEach(() => {
    globalThis.fetch = real;
  });

  const meet = async (change: Partial<Outage> = {}): Promise<readonly string[]> => {
    await findDetour(engine, {
      kind: 'playlist',
      url: `${low}?_HLS_msn=7`,
      status: 404,
      since: 0,
      tries: 3,
      ...change,
    });
    return engine.calls;
  };

  it('is left for the others where the list of one of them is there', async () => {
    expect(await meet()).to.deep.equal([`leave ${low}`]);
  });

  it('is left although the tries for one that was left before it count with its own', async () => {
    expect(await meet({ tries: 6 })).to.deep.equal([`leave ${low}`]);
  });

  it('is left together with others that are refused, which would be tried next', async () => {
    const middle = 'https://example.test/middle.m3u8';
    engine.renditions = [...engine.renditions, { height: 540, bitrate: 800_000, uri: middle }];
    there = [middle];
    expect(await meet()).to.deep.equal([`leave ${low}`, `leave ${high}`]);
  });

  it('is left once, however often it is heard of meanwhile', async () => {
    await Promise.all([meet(), meet()]);
    expect(engine.calls).to.deep.equal([`leave ${low}`]);
  });

  it('is waited for where none is there: the origin is away', async () => {
    there = [];
    expect(await meet()).to.deep.equal([]);
  });

  it('is waited for where it is the only one, nothing answers, or it has not been asked for often', async () => {
    await meet({ status: 0 });
    await meet({ tries: 2 });
    engine.renditions = engine.renditions.slice(0, 1);
    expect(await meet()).to.deep.equal([]);
  });
});
