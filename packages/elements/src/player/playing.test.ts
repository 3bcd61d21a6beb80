// SPDX-License-Identifier: MIT
// Plays real media in the browser, and reads the truth from the picture: each frame of the demo show carries its number.
import { expect } from 'chai';
import type { Room } from '@vitrine/core';
import { html } from 'lit';
import { readStamp, type StampLayout } from '../../../../examples/channel/src/stamp.js';
import { mount, unmountAll, until } from '../shared/testing/index.js';
import './index.js';
import type { VitrinePlayer } from './player.js';
import { show } from './testing/test-player.js';
import { recording, type Recording } from './testing/recording.js';

const frame = 40;
const loop = 48_000;
const anchor = Date.UTC(2020, 0, 1);

describe('real media in vitrine-player', function () {
  // Longer than two waits one after the other, so that it is the wait that tells what did not come.
  this.timeout(60_000);

  let layout: StampLayout;
  let made: Recording | null = null;

  before(async () => {
    const stamp = (await (await fetch('/examples/channel/media/stamp.json')).json()) as {
      compositions: { landscape: StampLayout };
    };
    layout = stamp.compositions.landscape;
  });

  beforeEach(() => localStorage.removeItem('vitrine:player'));

  const { fetch } = globalThis;
  const { open } = XMLHttpRequest.prototype;

  /** The addresses asked for until the test is over. */
  function listen(): readonly string[] {
    const asked: string[] = [];
    globalThis.fetch = (url, options) => {
      asked.push(String(url));
      return fetch(url, options);
    };
    XMLHttpRequest.prototype.open = function (method: string, url: string | URL) {
      asked.push(String(url));
      open.call(this, method, url, true);
    };
    return asked;
  }

  afterEach(() => {
    globalThis.fetch = fetch;
    XMLHttpRequest.prototype.open = open;
    unmountAll();
    made?.revoke();
    made = null;
  });

  const playerOf = async (url: string): Promise<VitrinePlayer> =>
    await mount<VitrinePlayer>(
      html`<vitrine-player src=${url} style="inline-size: 640px; block-size: 360px"></vitrine-player>`,
    );

  /** The number burnt into the frame on the screen, in ms of the loop; null while none can be read. */
  function stamped(video: HTMLVideoElement): number | null {
    const { videoWidth: width, videoHeight: height } = video;
    if (width === 0) return null;
    const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
    canvas.drawImage(video, 0, 0, width, height);
    const number = readStamp(canvas.getImageData(0, 0, width, height), layout);
    return number === null ? null : number * frame;
  }

  /** From one moment of the loop to another, the shorter way around, in ms. */
  const distance = (moment: number, from: number): number => ((moment - from + loop * 1.5) % loop) - loop / 2;

  /** Media in a browser on a busy machine takes its time. */
  const patiently = (condition: () => unknown, message: string): Promise<void> =>
    until(condition).catch(() => until(condition, message));

  /**
   * Looks at frames as they are shown, `count` times, and holds what the player says of each against the number in the
   * picture: 0 to 40 ms is the frame itself. A busy browser may tell of another frame than it shows, by its own media
   * time; such looks are not counted. Where the media end before there are enough, they are played again from here.
   * @param zero the number in the picture where the media time is 0, in ms of the loop
   */
  async function expectInStep(room: Room, player: VitrinePlayer, count: number, zero: number): Promise<void> {
    const { video } = player;
    const from = video.currentTime;
    const errors: number[] = [];
    const looking = new AbortController();
    const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata): void => {
      if (looking.signal.aborted) return;
      video.requestVideoFrameCallback(look);
      const { programTime, source } = room.playhead.now();
      const shown = source === 'frame' && !video.seeking ? stamped(video) : null;
      if (shown === null) return;
      const isTold = Math.abs(distance(shown, zero + mediaTime * 1000)) <= frame;
      if (isTold) errors.push(Math.abs(distance(programTime - anchor, shown)));
    };
    const again = (): void => {
      player.seekTo(from);
      player.play();
    };
    video.addEventListener('ended', again, looking);
    video.requestVideoFrameCallback(look);
    await patiently(() => errors.length >= count, 'Too few frames could be read.');
    looking.abort();
    const sorted = errors.slice(0, count).sort((a, b) => a - b);
    expect(sorted[sorted.length / 2], 'median').to.be.at.most(frame);
    expect(sorted[sorted.length * 0.9 - 1], 'nine of ten').to.be.at.most(2 * frame);
    expect(sorted.at(-1), 'worst').to.be.at.most(250);
  }

  it('plays by itself, muted, and opens with one request each', async () => {
    made = await recording(['360p', '540p'], 0, 4);
    const asked = listen();
    const player = await playerOf(made.url);
    await until(() => player.hasPicture && player.video.currentTime > 0.5, 'It does not play.');
    expect(player.muted).to.equal(true);
    expect(player.aspect).to.equal('landscape');
    expect(asked.length).to.be.greaterThan(3);
    expect(asked.length).to.equal(new Set(asked).size);
  });

  it('shows its first picture before the first segment is whole, and goes on with the rest', async () => {
    made = await recording(['360p'], 0, 4);
    const rest: (() => void)[] = [];
    globalThis.fetch = async (url) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const half = bytes.length / 2;
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(bytes.slice(0, half));
          rest.push(() => {
            stream.enqueue(bytes.slice(half));
            stream.close();
          });
        },
      });
      return new Response(body);
    };
    const { video } = await playerOf(made.url);
    await patiently(() => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA, 'It waits for all of it.');
    expect(video.buffered.end(0)).to.be.lessThan(1.9);
    globalThis.fetch = fetch;
    for (const send of rest) send();
    await patiently(() => video.currentTime > 2.2, 'It does not go on.');
    expect(video.buffered.length, 'without a hole').to.equal(1);
  });

  it('is sent nowhere on the way to its first picture, though its sound begins a little later', async () => {
    made = await recording(['360p'], 2, 4);
    const player = await playerOf(made.url);
    const { video } = player;
    let seeks = 0;
    video.addEventListener('seeking', () => seeks++);
    await patiently(() => player.hasPicture && video.currentTime > 0.3, 'It does not play.');
    expect(seeks).to.equal(0);
  });

  // (A seek while it prepares a picture stops the web process of WebKitGTK for good, now and then.)
  if (!('ManagedMediaSource' in globalThis)) {
    it('comes to its first picture although it is sent elsewhere on the way there', async () => {
      made = await recording(['360p'], 2, 4);
      const { video } = await playerOf(made.url);
      await until(() => video.buffered.length > 0, 'Nothing was loaded.');
      video.currentTime = 1;
      await until(() => video.currentTime > 1.3, 'It never came there.');
    });
  }

  it('knows the moment of the frame on the screen, to the frame', async () => {
    made = await recording(['360p'], 3, 12);
    const { room } = await show(null);
    const player = await playerOf(made.url);
    player.room = room;
    await until(() => player.video.currentTime > 0.3);
    await expectInStep(room, player, 40, 6000);
    room.close();
  });

  it('knows it after a seek and over a break in the stream', async () => {
    made = await recording(['360p'], 10, 6, { isBroken: true });
    const { room } = await show(null);
    const player = await playerOf(made.url);
    player.room = room;
    const { video } = player;
    // (WebKitGTK may hang for good in a seek beyond what is loaded.)
    await patiently(
      () => video.currentTime > 0.3 && video.buffered.length > 0 && video.buffered.end(0) > 5.9,
      'It is not loaded.',
    );
    player.seekTo(5.5);
    await patiently(() => video.currentTime > 6.2, 'It does not play over the break.');
    // (Six seconds of media lie before it.)
    await expectInStep(room, player, 20, loop - 6000);
    const moment = room.playhead.now().programTime - anchor;
    expect(moment, 'the break leads back to the beginning of the loop').to.be.within(0, 6000);
    room.close();
  });

  it('leaves nothing out behind a break that was loaded long before the picture came there', async () => {
    made = await recording(['360p'], 10, 6, { isBroken: true });
    const asked = listen();
    const player = await playerOf(made.url);
    const { video } = player;
    await patiently(() => video.currentTime > 0.3, 'It does not play.');
    player.pause();
    const isLoaded = (): boolean => video.buffered.length > 0 && video.buffered.end(0) > 11.9;
    // (WebKitGTK loses what is behind the break, and hls.js gives a segment up that it appended three times.)
    const isGivenUp = (): boolean => {
      const times = asked.map((url) => asked.filter((other) => other === url).length);
      return times.filter((count) => count >= 3).length >= 6;
    };
    await patiently(() => isLoaded() || isGivenUp(), 'It is not loaded.');
    player.seekTo(4.5);
    player.play();
    await patiently(() => video.currentTime > 9.5, 'It does not play over the break.');
    await patiently(() => video.ended, 'It does not come to its end.');
    const { played } = video;
    let seconds = 0;
    for (let index = 0; index < played.length; index++)
      seconds += Math.max(0, played.end(index) - Math.max(played.start(index), 6.2));
    expect(seconds, 'seconds seen behind the break').to.be.greaterThan(5.5);
  });

  it('shows the moment it is asked for', async () => {
    made = await recording(['360p'], 2, 4);
    const player = await playerOf(made.url);
    await until(() => player.video.currentTime > 0.2);
    player.pause();
    player.seek(made.began + 5000);
    await until(() => {
      const shown = stamped(player.video);
      return shown !== null && Math.abs(anchor + shown - (made!.began + 5000)) <= frame;
    }, 'The frame never came.');
  });

  it('says that what is no stream will not play', async () => {
    const { error } = console;
    const lines: string[] = [];
    console.error = (line: string) => lines.push(line);
    try {
      const url = URL.createObjectURL(new Blob(['<html></html>']));
      const player = await playerOf(url);
      await until(() => player.phase === 'failed');
      const told = (): number => lines.filter((line) => line.startsWith?.('[vitrine] STREAM_UNPLAYABLE')).length;
      await until(told, 'Nothing was said.');
      expect(told()).to.equal(1);
    } finally {
      console.error = error;
    }
  });
});
