// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { Clock } from './clock.js';
import { Timeline } from './timeline.js';
import type { TrackCause } from './track.js';

interface Pin {
  readonly at?: number;
  readonly name: string;
}

function stage(keeps?: number): {
  wall: { now: number };
  timeline: Timeline;
  clock: Clock;
  tasks: { run: () => void; ms: number }[];
  pins: ReturnType<Timeline['track']> & {
    push(events: readonly Pin[]): void;
    snapshot(base: string, events: readonly Pin[]): void;
  };
  seen: { state: string; released: string[]; cause: TrackCause }[];
} {
  const wall = { now: 1_000_000 };
  const clock = new Clock(() => wall.now);
  const tasks: { run: () => void; ms: number }[] = [];
  const { signal } = new AbortController();
  const timeline = new Timeline({
    clock,
    signal,
    monotonic: () => wall.now,
    schedule: (run, ms) => {
      const task = { run, ms };
      tasks.push(task);
      return () => void tasks.splice(tasks.indexOf(task), 1);
    },
  });
  const seen: { state: string; released: string[]; cause: TrackCause }[] = [];
  const pins = timeline.track<string, Pin>(
    {
      initial: '',
      ...(keeps !== undefined && { keeps }),
      reduce: (state, { name }) => (state ? `${state} ${name}` : name),
      changed: (state, released, cause) => seen.push({ state, released: released.map(({ name }) => name), cause }),
    },
    { signal },
  );
  return { wall, timeline, clock, tasks, pins: pins as never, seen };
}

describe('Timeline', () => {
  it('holds an event until the frame on the screen is its frame', () => {
    const { timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 990_000, source: 'frame', rate: 1 });
    pins.push([{ at: 998_000, name: 'shirt' }]);
    timeline.playhead.publish({ programTime: 997_960, source: 'frame', rate: 1 });
    expect(seen).to.have.lengthOf(0);
    timeline.playhead.publish({ programTime: 998_000, source: 'frame', rate: 1 });
    expect(seen).to.deep.equal([{ state: 'shirt', released: ['shirt'], cause: 'play' }]);
  });

  it('does not run ahead of a picture that stalls', () => {
    const { wall, timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 990_000, source: 'frame', rate: 1 });
    pins.push([{ at: 991_000, name: 'shirt' }]);
    wall.now += 60_000;
    expect(timeline.now()).to.equal(990_000);
    expect(seen).to.have.lengthOf(0);
  });

  it('carries a media clock forward by its speed, but not far', () => {
    const { wall, timeline } = stage();
    timeline.playhead.publish({ programTime: 500_000, source: 'media', rate: 2 });
    wall.now += 250;
    expect(timeline.now()).to.equal(500_500);
    wall.now += 10_000;
    expect(timeline.now()).to.equal(502_000);
  });

  it('follows the wall clock less the latency where there is no player, and says which clock it uses', () => {
    const { wall, timeline, pins, tasks, seen } = stage();
    timeline.setStreamClock({ encoderOffset: 50, latency: 8000, isTold: true });
    expect(timeline.playhead.now()).to.deep.equal({ programTime: wall.now + 50 - 8000, source: 'adapter' });
    pins.push([{ at: wall.now + 50, name: 'shirt' }]);
    expect(seen).to.have.lengthOf(0);
    wall.now += 8000;
    tasks.at(-1)?.run();
    expect(seen.at(-1)?.state).to.equal('shirt');
  });

  it('derives the state again when the viewer goes back, and again when they come forward', () => {
    const { timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
    pins.push([
      { at: 10_000, name: 'a' },
      { at: 50_000, name: 'b' },
      { at: 200_000, name: 'c' },
    ]);
    expect(seen.at(-1)?.state).to.equal('a b');
    timeline.playhead.publish({ programTime: 20_000, source: 'frame', rate: 1 });
    expect(seen.at(-1)).to.deep.equal({ state: 'a', released: [], cause: 'jump' });
    timeline.playhead.publish({ programTime: 250_000, source: 'frame', rate: 1 });
    expect(seen.at(-1)).to.deep.equal({ state: 'a b c', released: ['b', 'c'], cause: 'jump' });
  });

  it('starts from a snapshot of the past for a viewer who is behind', () => {
    const { timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 92_000, source: 'frame', rate: 1 });
    pins.snapshot('old', [
      { at: 60_000, name: 'a' },
      { at: 95_000, name: 'b' },
    ]);
    expect(seen.at(-1)?.state).to.equal('old a');
    timeline.playhead.publish({ programTime: 95_000, source: 'frame', rate: 1 });
    expect(seen.at(-1)?.state).to.equal('old a b');
  });

  it('puts an event that comes late where it belongs', () => {
    const { timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
    pins.push([{ at: 90_000, name: 'second' }]);
    pins.push([{ at: 80_000, name: 'first' }]);
    expect(seen.at(-1)?.state).to.equal('first second');
  });

  it('tells of an event that comes late while the clock is put back, and of no other', () => {
    const { wall, timeline, pins, seen } = stage();
    const start = timeline.now();
    pins.push([-90, -50, -10].map((at) => ({ at: start + at, name: `${at}` })));
    wall.now -= 40;
    pins.push([{ at: start - 45, name: 'late' }]);
    expect(seen.at(-1)).to.deep.include({ state: '-90 -50 late', released: ['late'] });
    pins.push([{ at: start - 60, name: 'later' }]);
    expect(seen.at(-1)).to.deep.include({ state: '-90 later -50 late', released: ['later'] });
  });

  it('shows an event without a moment as soon as it is known', () => {
    const { timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
    pins.push([{ name: 'now' }]);
    expect(seen.at(-1)?.state).to.equal('now');
  });

  it('tells once of what it does not keep', () => {
    const { timeline, pins, seen } = stage(0);
    timeline.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
    pins.push([
      { at: 10_000, name: 'a' },
      { at: 50_000, name: 'b' },
      { at: 200_000, name: 'c' },
    ]);
    timeline.playhead.publish({ programTime: 20_000, source: 'frame', rate: 1 });
    expect(seen.at(-1)).to.deep.equal({ state: 'a b', released: [], cause: 'jump' });
    pins.push([{ at: 15_000, name: 'late' }]);
    expect(seen.at(-1)).to.deep.include({ state: 'a b late', released: ['late'] });
    timeline.playhead.publish({ programTime: 250_000, source: 'frame', rate: 1 });
    expect(seen.at(-1)).to.deep.equal({ state: 'a b late c', released: ['c'], cause: 'jump' });
  });

  it('keeps a long show within bounds without losing its state', () => {
    const { timeline, pins, seen } = stage();
    timeline.playhead.publish({ programTime: 1, source: 'frame', rate: 1 });
    pins.push(Array.from({ length: 6000 }, (_, index) => ({ at: 10 + index, name: 'x' })));
    timeline.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
    expect(seen.at(-1)?.state.split(' ')).to.have.lengthOf(6000);
    timeline.playhead.publish({ programTime: 20, source: 'frame', rate: 1 });
    expect(seen.at(-1)?.state.split(' ')).to.have.lengthOf(1000);
  });
});

describe('Clock', () => {
  it('believes the shortest of the last five round trips', () => {
    const wall = { now: 0 };
    const clock = new Clock(() => wall.now);
    expect(clock.isKnown).to.equal(false);
    clock.add({ sent: 0, received: 400, remote: 100_000 });
    clock.add({ sent: 1000, received: 1020, remote: 101_510 });
    expect(clock.offset).to.equal(100_500);
    clock.add({ sent: 5000, received: 4000, remote: 1 });
    clock.add({ sent: 5000, received: 5001, remote: Number.NaN });
    expect(clock.offset).to.equal(100_500);
    for (let index = 0; index < 5; index++) clock.add({ sent: 0, received: 100, remote: 50 });
    expect(clock.offset).to.equal(0);
  });
});
