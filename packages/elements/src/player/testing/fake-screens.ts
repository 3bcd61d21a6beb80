// SPDX-License-Identifier: MIT
import type { FakeVideo } from './fake-video.js';

const byHand = 'blob:by-hand';

/** Makes a fake video tell what it was given to play, and behave as a browser's own HLS does with it. */
class Loads {
  /** The addresses it was given to play. */
  readonly given: string[] = [];
  /** What stands before the first second of the show when an address plays, in ms; null for a stream without dates. */
  began: number | null = 0;
  duration = Number.POSITIVE_INFINITY;
  end = 200;
  readonly video: FakeVideo;
  #source = byHand;

  constructor(video: FakeVideo) {
    this.video = video;
    const load = (url: string): void => {
      this.#source = url;
      video.empty();
    };
    // Nothing is known of a source before its metadata.
    const isKnown = (): boolean => video.readyState > 0;
    Object.defineProperties(video, {
      src: {
        get: () => this.#source,
        set: (url: string) => {
          this.given.push(url);
          load(url);
        },
      },
      currentSrc: { get: () => this.#source },
      duration: { get: () => (isKnown() ? this.duration : Number.NaN) },
      seekable: { get: () => ({ length: isKnown() ? 1 : 0, start: () => 0, end: () => this.end }) },
    });
    Object.assign(video, {
      load: () => load(byHand),
      getStartDate: () => new Date((isKnown() ? this.began : null) ?? Number.NaN),
    });
  }

  /** The screen has begun to play what it was given, at a second of it. */
  play(time: number): void {
    this.video.show(time);
    for (const name of ['loadstart', 'loadedmetadata', 'loadeddata', 'playing'])
      this.video.dispatchEvent(new Event(name));
  }
}

/** WebKit's screens, as a test has them. */
export class FakeAirPlay extends Loads {
  /** How often its list was opened. */
  picked = 0;
  #isWireless = false;

  constructor(video: FakeVideo) {
    super(video);
    Object.defineProperties(video, {
      webkitShowPlaybackTargetPicker: { value: () => void this.picked++ },
      webkitCurrentPlaybackTargetIsWireless: { get: () => this.#isWireless },
    });
  }

  find(isThere = true): void {
    const availability = isThere ? 'available' : 'not-available';
    const event = Object.assign(new Event('webkitplaybacktargetavailabilitychanged'), { availability });
    this.video.dispatchEvent(event);
  }

  connect(isWireless = true): void {
    this.#isWireless = isWireless;
    this.video.dispatchEvent(new Event('webkitcurrentplaybacktargetiswirelesschanged'));
  }
}

/** Screens of the Remote Playback API, as a test has them. */
export class FakeRemotePlayback extends Loads {
  readonly remote = Object.assign(new EventTarget(), {
    state: 'disconnected' as RemotePlaybackState,
    watchAvailability: (told: RemotePlaybackAvailabilityCallback): Promise<number> => {
      this.#told = told;
      return Promise.resolve(1);
    },
    cancelWatchAvailability: (): Promise<void> => {
      this.#told = null;
      return Promise.resolve();
    },
    prompt: (): Promise<void> => {
      this.picked++;
      return this.refusal ? Promise.reject(new DOMException('No.', this.refusal)) : Promise.resolve();
    },
  });
  picked = 0;
  /** What the browser says to a wish for a screen. */
  refusal: string | null = null;
  #told: RemotePlaybackAvailabilityCallback | null = null;

  constructor(video: FakeVideo) {
    super(video);
    Object.defineProperties(video, {
      webkitShowPlaybackTargetPicker: { value: undefined },
      remote: { value: this.remote },
    });
  }

  get isWatched(): boolean {
    return this.#told !== null;
  }

  find(isThere = true): void {
    this.#told?.call(this.remote as unknown as RemotePlayback, isThere);
  }

  move(state: RemotePlaybackState): void {
    this.remote.state = state;
    this.remote.dispatchEvent(new Event(state.replace('connected', 'connect')));
  }
}
