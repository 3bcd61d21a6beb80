// SPDX-License-Identifier: MIT
// Runs in the page: notes each frame of the player's video as it is presented, and now and then the number it carries.
import { readStamp, type StampLayout } from '../../../examples/channel/src/stamp.js';

/** What is known of the frames that were on the screen; times in epoch ms. */
export interface Watched {
  /** When each frame was presented. */
  readonly frames: number[];
  /** When a frame was read, and its burned-in number. */
  readonly stamps: (readonly [at: number, frame: number])[];
  /** Each change of the player's phase, and what the player said then. */
  readonly phases: {
    readonly at: number;
    readonly phase: string;
    readonly retryAt: number | null;
    readonly said: string;
  }[];
}

interface Player extends HTMLElement {
  readonly phase: string;
  readonly retryAt: number | null;
}

declare global {
  var watched: Watched | undefined;
}

/** How often a number is read from the picture, in ms. */
const readEvery = 250;

/** Watches the first player of the page from now on. */
export function watch(layouts: Readonly<Record<string, StampLayout>>): void {
  const player = document.querySelector<Player>('vitrine-player');
  const video = player?.shadowRoot?.querySelector('video');
  if (!player || !video) throw new Error('There is no player on the page.');
  const watched: Watched = (globalThis.watched = { frames: [], stamps: [], phases: [] });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let read = 0;
  const frame = (): void => {
    video.requestVideoFrameCallback(frame);
    const now = Date.now();
    watched.frames.push(now);
    if (now - read < readEvery || !context) return;
    read = now;
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    const layout = layouts[video.videoWidth > video.videoHeight ? 'landscape' : 'portrait'];
    const number = layout ? readStamp(context.getImageData(0, 0, canvas.width, canvas.height), layout) : null;
    if (number !== null) watched.stamps.push([now, number]);
  };
  video.requestVideoFrameCallback(frame);
  const note = (): void => {
    const { phase, retryAt } = player;
    const said = player.shadowRoot?.querySelector('[role=status]')?.textContent?.trim() ?? '';
    const last = watched.phases.at(-1);
    if (last?.phase !== phase || last.said !== said) watched.phases.push({ at: Date.now(), phase, retryAt, said });
  };
  player.addEventListener('vitrine-player-change', note);
  new MutationObserver(note).observe(player.shadowRoot as ShadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  note();
}
