// SPDX-License-Identifier: MIT

/** Makes a real video element behave as if it had media: `readyState` and what lies in its buffer are told by the test. */
export interface FakeVideo extends HTMLVideoElement {
  /** Has a picture and moves, to a second of the video. */
  show(time?: number): void;
  /** Is given another source, and knows nothing of it yet. */
  empty(): void;
  /** Has run out of media. */
  starve(): void;
  /** What the browser answers to `play`. */
  refusal: string | null;
  ahead: number;
  /** What it has met in its media. */
  trouble: string | null;
}

export function fake(video: HTMLVideoElement): FakeVideo {
  const state = {
    time: 0,
    ready: 0,
    paused: true,
    ahead: 2,
    refusal: null as string | null,
    rate: 1,
    error: null as MediaError | null,
  };
  const tell = (name: string): void => void video.dispatchEvent(new Event(name));
  Object.defineProperties(video, {
    currentTime: {
      get: () => state.time,
      set: (time: number) => {
        state.time = time;
        tell('seeked');
      },
    },
    playbackRate: { get: () => state.rate, set: (rate: number) => (state.rate = rate) },
    readyState: { get: () => state.ready },
    paused: { get: () => state.paused },
    seeking: { get: () => false, configurable: true },
    ahead: { set: (ahead: number) => (state.ahead = ahead) },
    trouble: { set: (message: string | null) => (state.error = message === null ? null : ({ message } as MediaError)) },
    error: { get: () => state.error },
    refusal: { set: (name: string | null) => (state.refusal = name) },
    buffered: {
      get: () => ({ length: state.ready > 0 ? 1 : 0, start: () => 0, end: () => state.time + state.ahead }),
    },
  });
  return Object.assign(video as FakeVideo, {
    play: (): Promise<void> => {
      if (state.refusal) return Promise.reject(new DOMException('Not now.', state.refusal));
      state.paused = false;
      tell('play');
      return Promise.resolve();
    },
    pause: () => {
      if (state.paused) return;
      state.paused = true;
      tell('pause');
    },
    show: (time = state.time + 0.25) => {
      const isNew = state.ready < 2;
      state.ready = 4;
      state.time = time;
      if (isNew) tell('loadeddata');
      if (isNew && !state.paused) tell('playing');
      tell('timeupdate');
    },
    empty: () => {
      state.ready = state.time = 0;
      tell('emptied');
    },
    starve: () => {
      state.ready = 2;
      tell('waiting');
    },
  });
}
