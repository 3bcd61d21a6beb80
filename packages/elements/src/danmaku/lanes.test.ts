// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { flightTime, Lanes } from './lanes.js';

interface Row {
  readonly lane: number;
  readonly from: number;
  readonly size: number;
}

/** Where a row is: from its head, px from the edge it came in at, to its tail. */
function spanOf({ from, size }: Row, width: number, now: number): readonly [head: number, tail: number] {
  const head = ((now - from) / flightTime(width)) * (width + size);
  return [head, head - size];
}

describe('lanes', () => {
  it('let no two rows touch, however long and fast they are', () => {
    const width = 390;
    const lanes = new Lanes();
    lanes.resize(4);
    const rows: Row[] = [];
    let seed = 7;
    const chance = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let now = 0; now < 60_000; now += 40) {
      const size = 40 + chance() * 300;
      const lane = lanes.enter(now, width, size);
      if (lane >= 0) rows.push({ lane, from: now, size });
    }
    expect(rows.length).to.be.greaterThan(40);
    let nearest = Infinity;
    for (const [index, row] of rows.entries()) {
      const next = rows.slice(index + 1).find(({ lane }) => lane === row.lane);
      if (!next) continue;
      for (let now = next.from; now <= row.from + flightTime(width); now += 20) {
        const [head] = spanOf(next, width, now);
        const [, tail] = spanOf(row, width, now);
        nearest = Math.min(nearest, tail - head);
      }
    }
    expect(nearest).to.be.greaterThan(-0.001);
  });

  it('fill from the first, and have no place for more until a row is wholly in', () => {
    const lanes = new Lanes();
    lanes.resize(2);
    expect([lanes.enter(0, 400, 100), lanes.enter(0, 400, 100), lanes.enter(0, 400, 100)]).to.deep.equal([0, 1, -1]);
    expect(lanes.open(0)).to.equal(0);
    // 500 px in six seconds: a hundred px and the gap are in after a second and a half.
    expect(lanes.enter(1400, 400, 100)).to.equal(-1);
    expect(lanes.enter(1500, 400, 100)).to.equal(0);
  });

  it('let a faster row in only when it will not have caught up', () => {
    const lanes = new Lanes();
    lanes.resize(1);
    expect(lanes.enter(0, 400, 40)).to.equal(0);
    expect(lanes.open(1000)).to.equal(1);
    expect(lanes.enter(1000, 400, 400)).to.equal(-1);
    expect(lanes.enter(1000, 400, 40)).to.equal(0);
  });

  it('keep what is in them when there are more, and are empty when they are cleared', () => {
    const lanes = new Lanes();
    lanes.resize(1);
    lanes.enter(0, 400, 100);
    lanes.resize(2);
    expect(lanes.enter(0, 400, 100)).to.equal(1);
    lanes.clear();
    expect(lanes.enter(0, 400, 100)).to.equal(0);
  });

  it('take a row longer over a wide picture, up to ten seconds', () => {
    expect([flightTime(390), flightTime(1000), flightTime(4000)]).to.deep.equal([5950, 9000, 10_000]);
  });
});
