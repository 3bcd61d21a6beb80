// SPDX-License-Identifier: MIT
// What happens when: the one place where the show is timed.
import { clamp, drift, ease, hash, hold, mix, wave } from './motion.js';
import type { Face } from './host.js';
import { cake, cup, gaiwan, mandarin, place, tin } from './props.js';

/** One product lifted to the camera. Times in seconds of the loop. */
export interface Cue {
  /** Id of the product picture, see media/products/index.json. */
  readonly product: string;
  readonly from: number;
  readonly to: number;
  /** Held around its side, or standing on the open hand. */
  readonly grip: 'side' | 'palm';
  /** Right edge (side grip) and foot (open hand) of the drawing, in its own units. */
  readonly edge: number;
  readonly foot: number;
  readonly scale: number;
  readonly draw: () => string;
}

const pair = (): string => place(-13, 0, 1, mandarin()) + place(27, 9, 0.66, mandarin());
const cups = (): string =>
  `<rect x="-46" y="12" width="92" height="8" rx="4" fill="#8A5F3C"/>${place(-26, -2, 1, cup())}${place(26, -2, 1, cup())}${place(0, -1, 1.04, cup())}`;

/** The products in the order in which they are shown. */
export const cues: readonly Cue[] = [
  {
    product: 'dancong',
    from: 0.9,
    to: 7.3,
    grip: 'side',
    edge: 24,
    foot: 45,
    scale: 1.02,
    draw: () => tin('#35624F', '#24483A'),
  },
  { product: 'chenpi', from: 8, to: 13.6, grip: 'palm', edge: 30, foot: 27, scale: 1.05, draw: pair },
  { product: 'gaiwan', from: 14.3, to: 20.2, grip: 'palm', edge: 40, foot: 42, scale: 0.98, draw: () => gaiwan() },
  { product: 'cups', from: 30.6, to: 35.8, grip: 'palm', edge: 40, foot: 20, scale: 1, draw: cups },
  { product: 'cake', from: 36.4, to: 41.6, grip: 'side', edge: 40, foot: 42, scale: 1.08, draw: cake },
  {
    product: 'yingde',
    from: 42.2,
    to: 47.3,
    grip: 'side',
    edge: 24,
    foot: 45,
    scale: 1.02,
    draw: () => tin('#A4512F', '#7E3A1F'),
  },
];

/** The pour between the third and the fourth product: pot up, tilt, stream, tilt back, pot down. */
export const pour = {
  product: 'teapot',
  from: 20.9,
  up: 22,
  tilt: 22.6,
  stream: 23.3,
  stop: 27.4,
  level: 28.1,
  down: 28.9,
  to: 29.9,
};

/** The cue on screen, with how far it is lifted (0..1). */
export const lifted = (t: number): { cue: Cue; share: number } | undefined => {
  for (const cue of cues) {
    if (t >= cue.from && t <= cue.to) return { cue, share: hold(t, cue.from, cue.from + 1.15, cue.to - 0.95, cue.to) };
  }
  return undefined;
};

/** Share 0..1 of the left hand's gesture towards the product. */
export const gesture = (t: number): number =>
  hold(t, 2.6, 3.5, 5.3, 6.2) +
  hold(t, 10, 10.9, 12, 12.8) +
  hold(t, 16.6, 17.4, 18.8, 19.7) +
  hold(t, 32.4, 33.2, 34.2, 35) +
  hold(t, 38, 38.9, 40.2, 41);

const laughing = (t: number): number =>
  hold(t, 6, 6.25, 7.2, 7.5) +
  hold(t, 18.2, 18.4, 19.6, 19.85) +
  hold(t, 28.6, 28.85, 30.1, 30.35) +
  hold(t, 40, 40.2, 41.2, 41.45);

const phrases = 20;
const talking = (t: number): number => {
  const at = (t / 48) * phrases;
  const index = Math.floor(at);
  if (hash(index, 3) < 0.1) return 0;
  const share = at - index;
  const end = 0.7 + hash(index, 4) * 0.2;
  return ease(share / 0.06) * (1 - ease((share - end) / 0.06)) * (t > pour.stream && t < 26 ? 0 : 1);
};

const blinking = (t: number): number => {
  for (let i = 0; i < 14; i++) {
    const at = 0.8 + i * 3.36 + hash(i, 9) * 1.5;
    const share = (t - at) / 0.24;
    if (share > 0 && share < 1) return share < 0.4 ? ease(share / 0.4) : 1 - ease((share - 0.4) / 0.6);
  }
  return 0;
};

/** The host's face and breath at a time of the loop. */
export const faceAt = (t: number): Face => {
  const up = lifted(t)?.share ?? 0;
  const pouring = hold(t, pour.from, pour.tilt, pour.level, pour.to);
  // She looks at the thing as it comes up, then at the camera, so the glance fades while it is held.
  const cue = lifted(t)?.cue;
  const glance =
    cue === undefined
      ? 0
      : hold(t, cue.from + 0.1, cue.from + 0.7, cue.from + 1.7, cue.from + 2.4) +
        hold(t, cue.to - 1.2, cue.to - 0.8, cue.to - 0.2, cue.to + 0.3);
  const speech = talking(t);
  const syllable = Math.pow(clamp((drift(t, 236, 11) + 1) / 2), 0.8);
  const laugh = laughing(t);
  return {
    turn: clamp(glance) * 0.75 + up * 0.12 - pouring * 0.3 + drift(t, 22, 21) * 0.28,
    nod: clamp(glance) * 0.7 + pouring * 1.6 + speech * drift(t, 62, 22) * 0.55,
    tilt: drift(t, 18, 23) * 1.9 + clamp(glance) * 2.2 + laugh * 1.5 - pouring * 2.4,
    blink: Math.max(blinking(t), pouring * 0.5),
    smile: clamp(laugh),
    mouth: Math.max(speech * mix(0.08, 0.78, syllable), laugh * 0.66),
    wide: mix(drift(t, 150, 12) * speech, 0.8, laugh),
    brow: clamp(drift(t, 30, 24)) * speech * 0.9 + laugh * 0.3,
    lookX: clamp(glance) * 0.95 - pouring * 0.35,
    lookY: clamp(glance) * 0.8 + pouring * 1,
    breath: 1.1 + wave(t, 12) * 1.1,
  };
};
