// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type Hls from 'hls.js';
import type { LevelDetails } from 'hls.js';
import { Distance } from './distance.js';

const details = { live: true, partHoldBack: 1.6, holdBack: 6, targetduration: 2 } as LevelDetails;

describe('the distance behind the end of a live list', () => {
  let hls: { lowLatencyMode: boolean; latestLevelDetails: LevelDetails; targetLatency: number };
  let distance: Distance;

  beforeEach(() => {
    hls = { lowLatencyMode: true, latestLevelDetails: details, targetLatency: 1.6 };
    distance = new Distance(hls as Hls);
    distance.settle({ level: 0, details });
  });

  /** As hls.js does by itself. */
  const stall = (): void => {
    hls.targetLatency += 1;
    distance.stalled();
  };

  it('stays where a stall has put it', () => {
    stall();
    expect(hls.targetLatency).to.equal(2.6);
  });

  it('is what it was when the outage is over', () => {
    stall();
    distance.forgive();
    expect(hls.targetLatency).to.equal(1.6);
  });

  it('begins nearer to the news of a list: each is asked for half a segment early, once, wherever it comes from', () => {
    const plain = { live: true, holdBack: 0, targetduration: 2, requestScheduled: 9000, url: '/360p' } as LevelDetails;
    distance.settle({ level: 1, details: plain });
    expect(plain.requestScheduled).to.equal(8000);
    const elsewhere = { ...plain, url: '/edge-2/360p' } as LevelDetails;
    distance.settle({ level: 1, details: elsewhere });
    expect(elsewhere.requestScheduled).to.equal(8000);
    const other = { ...plain } as LevelDetails;
    distance.settle({ level: 2, details: other });
    expect(other.requestScheduled).to.equal(7000);
  });

  it('leaves alone the pace of a list whose origin answers when it has news', () => {
    const held = { live: true, canBlockReload: true, targetduration: 2, requestScheduled: 9000 } as LevelDetails;
    distance.settle({ level: 1, details: held });
    expect(held.requestScheduled).to.equal(9000);
  });

  it('is that of whole segments for who stalls again and again', () => {
    for (let count = 0; count < 3; count++) stall();
    expect(hls).to.include({ lowLatencyMode: false, targetLatency: 6 });
  });

  it('is what it was after a decoder was emptied, and stalls that come of it change nothing', () => {
    stall();
    distance.excuse();
    expect(hls.targetLatency).to.equal(1.6);
    for (let count = 0; count < 3; count++) stall();
    expect(hls).to.include({ lowLatencyMode: true, targetLatency: 1.6 });
  });
});
