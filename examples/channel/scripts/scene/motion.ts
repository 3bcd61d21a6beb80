// SPDX-License-Identifier: MIT

/** Length of the loop in seconds. Everything that moves returns to its start after it. */
export const loopSeconds = 48;
/** Frames per second of the picture. */
export const frameRate = 25;
/** Frames in the loop. */
export const frameCount = loopSeconds * frameRate;

/** Limits a value to 0..1. */
export const clamp = (value: number): number => Math.min(1, Math.max(0, value));
/** Straight blend from `a` to `b`. */
export const mix = (a: number, b: number, share: number): number => a + (b - a) * share;
/** Ease in and out, with a still start and end (quintic, so that the speed has no corner either). */
export const ease = (share: number): number => {
  const s = clamp(share);
  return s * s * s * (s * (s * 6 - 15) + 10);
};
/** 0 before `from`, eased to 1 by `to`, back to 0 between `until` and `end` (seconds). */
export const hold = (t: number, from: number, to: number, until: number, end: number): number =>
  ease((t - from) / (to - from)) * (1 - ease((t - until) / (end - until)));

/** A sine that closes over the loop: `cycles` whole turns in 48 s, `phase` in turns. */
export const wave = (t: number, cycles: number, phase = 0): number =>
  Math.sin(2 * Math.PI * ((t * cycles) / loopSeconds + phase));

/** A repeatable number in 0..1 for an integer, so that no frame depends on another. */
export const hash = (index: number, seed = 0): number => {
  let h = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
};

/** Smooth value noise in −1..1 with `steps` values over the loop, closed at its end. */
export const drift = (t: number, steps: number, seed: number): number => {
  const at = (t / loopSeconds) * steps;
  const index = Math.floor(at);
  const a = hash(((index % steps) + steps) % steps, seed);
  const b = hash((((index + 1) % steps) + steps) % steps, seed);
  return mix(a, b, ease(at - index)) * 2 - 1;
};

/** Two decimals: enough for a picture, short in the markup. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

/** A point in scene units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Straight blend of two points. */
export const between = (a: Point, b: Point, share: number): Point => ({
  x: mix(a.x, b.x, share),
  y: mix(a.y, b.y, share),
});
