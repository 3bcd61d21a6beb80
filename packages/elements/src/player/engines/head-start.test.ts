// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { until } from '../../shared/testing/index.js';
import { recording, type Recording } from '../testing/recording.js';
import { EarlySource } from './early-source.js';
import { takeHeadStart } from './head-start.js';
import { Ladder } from './ladder.js';
import { Prefetch } from './prefetch.js';

/** Media in a browser on a busy machine takes its time. */
const patiently = (condition: () => unknown, message: string): Promise<void> =>
  until(condition).catch(() => until(condition, message));

describe('the first picture without an engine', function () {
  this.timeout(30_000);

  const { fetch } = globalThis;
  let life: AbortController;
  let video: HTMLVideoElement;
  let made: Recording | null = null;

  beforeEach(() => {
    life = new AbortController();
    video = document.createElement('video');
    video.muted = true;
    document.body.append(video);
  });

  afterEach(() => {
    life.abort();
    video.remove();
    made?.revoke();
    made = null;
    globalThis.fetch = fetch;
  });

  function begin(url: string, behind: number): { source: EarlySource; prefetch: Prefetch; done: Promise<void> } {
    const { signal } = life;
    const prefetch = new Prefetch({
      url,
      ladder: new Ladder({ changed: () => undefined }),
      signal,
      lowLatency: true,
      choose: ([variant]) => variant!,
      behind: () => behind,
    });
    const source = new EarlySource(video, signal);
    return { source, prefetch, done: takeHeadStart(source, prefetch, { video, signal }) };
  }

  // A source that the browser manages opens only as one of several: there all is left to the engine.
  if ('ManagedMediaSource' in globalThis) {
    it('is left to the engine', async () => {
      made = await recording(['360p'], 0, 4);
      const { source, done } = begin(made.url, Infinity);
      await done;
      expect(source.take()).to.equal(null);
      expect(video.getAttribute('src')).to.equal(null);
    });
    return;
  }

  it('is shown, with its moment, and handed over in the buffer it is in', async () => {
    made = await recording(['360p'], 3, 4);
    const { source, done } = begin(made.url, Infinity);
    await patiently(() => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA, 'There is no picture.');
    await done;
    expect(video.buffered.start(0)).to.be.at.most(0.1);
    await patiently(() => video.buffered.end(0) > 1.9, 'It is not all of the first segment.');
    expect(source.began, 'a picture may be shown a little after it is decoded').to.be.closeTo(made.began, 90);
    const handed = source.take();
    expect(handed?.media).to.equal(video);
    expect(handed?.mediaSource?.sourceBuffers.length).to.equal(1);
    expect(Object.keys(handed?.tracks ?? {})).to.deep.equal(['audiovideo']);
    expect(handed?.tracks?.audiovideo?.buffer).to.equal(handed?.mediaSource?.sourceBuffers[0]);
    // Who has taken it closes it.
    life.abort();
    expect(video.src).not.to.equal('');
    video.removeAttribute('src');
    video.load();
  });

  it('is the one in the middle where a show is on', async () => {
    made = await recording(['360p'], 0, 4);
    const { source, done } = begin(made.url, 2.5);
    await patiently(() => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking, 'No picture.');
    await done;
    expect(video.currentTime).to.be.closeTo(5.5, 0.01);
    expect(video.buffered.start(0)).to.be.closeTo(4, 0.1);
    expect(source.began).to.be.closeTo(made.began, 90);
  });

  it('goes no further once the engine has taken the source', async () => {
    made = await recording(['360p'], 0, 4);
    const { source, prefetch, done } = begin(made.url, Infinity);
    await prefetch.opening;
    const handed = source.take();
    await done;
    expect(handed?.mediaSource?.sourceBuffers.length).to.equal(0);
    expect(video.buffered.length).to.equal(0);
  });

  it('leaves the engine a source of its own where the browser takes offence at the media', async () => {
    made = await recording(['360p'], 0, 4);
    const { source, done } = begin(made.url, Infinity);
    await done;
    video.dispatchEvent(new Event('error'));
    expect(source.take()).to.equal(null);
    expect(video.getAttribute('src')).to.equal(null);
  });
});
