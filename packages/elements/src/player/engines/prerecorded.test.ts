// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { FakeEngine } from '../testing/fake-engine.js';
import type { Engine, EngineOptions } from './engine.js';
import { PrerecordedShow } from './prerecorded.js';

const startedAt = 1_700_000_000_000;

describe('a recording as a show', () => {
  const video = { currentTime: 0 } as HTMLVideoElement;
  let edge: number | null = null;

  const show = new PrerecordedShow(
    () => startedAt,
    () => edge,
  );

  function recordingOf(window: FakeEngine['window']): Engine {
    const engine = new FakeEngine({} as EngineOptions);
    Object.assign(engine, { isLive: false, livePosition: null, latency: null, window, began: 5 });
    return show.play(engine, video);
  }

  it('is dated from the moment it began, whatever its own dates are', () => {
    const played = recordingOf({ start: 2, end: 102 });
    expect(played.programTimeAt(2)).to.equal(startedAt);
    expect(played.programTimeAt(32.04)).to.equal(startedAt + 30_040);
    expect(played.mediaTimeAt(startedAt + 30_040)).to.equal(32.04);
  });

  it('is live where the show is, and shows nothing of what is to come', () => {
    const played = recordingOf({ start: 0, end: 100 });
    edge = startedAt + 42_000;
    video.currentTime = 41.5;
    expect(played.isLive).to.equal(true);
    expect(played.livePosition, 'what is said now is to come before its frame').to.equal(41);
    expect(played.window).to.deep.equal({ start: 0, end: 41 });
    expect(played.latency).to.equal(500);
  });

  it('stands at its end where the show goes on without it, and at its beginning before that', () => {
    const played = recordingOf({ start: 0, end: 100 });
    edge = startedAt + 500_000;
    expect(played.livePosition).to.equal(100);
    edge = startedAt - 500_000;
    expect(played.livePosition).to.equal(0);
  });

  it('is a recording again once the show is a replay, with the same dates', () => {
    const played = recordingOf({ start: 0, end: 100 });
    edge = null;
    expect(played.isLive).to.equal(false);
    expect(played.livePosition).to.equal(null);
    expect(played.latency).to.equal(null);
    expect(played.window).to.deep.equal({ start: 0, end: 100 });
    expect(played.programTimeAt(10)).to.equal(startedAt + 10_000);
  });

  it('has no place before its list is there, but a date: its first picture may be shown by then', () => {
    const played = recordingOf(null);
    edge = startedAt + 1000;
    expect([played.window, played.livePosition, played.mediaTimeAt(startedAt)]).to.deep.equal([null, null, null]);
    expect(played.programTimeAt(1.5)).to.equal(startedAt + 1500);
  });

  it('is begun where it is on, and at its beginning when each watches for themselves', () => {
    edge = startedAt + 42_000;
    expect(show.behind(100)).to.equal(59);
    edge = startedAt + 500_000;
    expect(show.behind(100), 'its last picture').to.equal(1);
    edge = null;
    expect(show.behind(100)).to.equal(Infinity);
  });

  it('hands everything else to what plays it', () => {
    const engine = new FakeEngine({} as EngineOptions);
    const playing = show.play(engine, video);
    playing.setQuality(360);
    playing.leave('https://example.test/low.m3u8');
    playing.rest();
    playing.wake();
    playing.recovered();
    playing.repair();
    playing.destroy();
    expect(engine.calls).to.deep.equal([
      'quality 360',
      'leave https://example.test/low.m3u8',
      'rest',
      'wake',
      'recovered',
      'repair',
      'destroy',
    ]);
    expect(playing.renditions).to.equal(engine.renditions);
  });
});
