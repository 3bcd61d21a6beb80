// SPDX-License-Identifier: MIT
import { hash, loopSeconds } from './scene/motion.js';

/** Samples per second of the sound bed. */
export const sampleRate = 48_000;

const tones = [220, 246.94, 293.66, 329.63, 369.99, 440, 493.88, 587.33];
const chords = [
  [110, 164.81, 220],
  [146.83, 220, 293.66],
  [123.47, 185, 246.94],
  [98, 146.83, 220],
] as const;
/** Rounded to a whole number of turns in the loop, so that a tone closes over its end. */
const closed = (hertz: number): number => Math.round(hertz * loopSeconds) / loopSeconds;

/**
 * The sound bed of one loop as 16-bit mono samples: a pad that changes its chord every 12 s and
 * single plucked notes of a five-tone scale. Both wrap around, so that the loop has no seam.
 */
export const soundBed = (): Int16Array => {
  const length = sampleRate * loopSeconds;
  const mixDown = new Float32Array(length);
  const chordSeconds = loopSeconds / chords.length;
  chords.forEach((chord, index) => {
    const start = index * chordSeconds;
    const swell = chordSeconds + 5;
    for (let i = 0; i < swell * sampleRate; i++) {
      const t = i / sampleRate;
      const gain = Math.sin((Math.PI * t) / swell) ** 2 * 0.034;
      const clock = start + t;
      let value = 0;
      chord.forEach((hertz, voice) => {
        const f = closed(hertz);
        const breath = 1 + 0.25 * Math.sin(2 * Math.PI * (0.25 * clock + voice / 3));
        value +=
          breath *
          (Math.sin(2 * Math.PI * f * clock) +
            0.28 * Math.sin(4 * Math.PI * f * clock) +
            0.5 * Math.sin(2 * Math.PI * closed(f * 1.0035) * clock));
      });
      const at = (Math.round(start * sampleRate) + i) % length;
      mixDown[at] = (mixDown[at] ?? 0) + value * gain;
    }
  });
  for (let beat = 0; beat < loopSeconds; beat++) {
    if (hash(beat, 80) < 0.42) continue;
    const f = tones[Math.floor(hash(beat, 81) * tones.length)] ?? 220;
    const start = Math.round((beat + (hash(beat, 82) < 0.3 ? 0.5 : 0)) * sampleRate);
    const loud = 0.05 + hash(beat, 83) * 0.045;
    for (let i = 0; i < 3.2 * sampleRate; i++) {
      const t = i / sampleRate;
      const attack = Math.min(1, t / 0.006);
      const string =
        Math.sin(2 * Math.PI * f * t) * Math.exp(-1.5 * t) +
        0.34 * Math.sin(4 * Math.PI * f * t) * Math.exp(-3 * t) +
        0.1 * Math.sin(6.01 * Math.PI * f * t) * Math.exp(-5.5 * t);
      const at = (start + i) % length;
      mixDown[at] = (mixDown[at] ?? 0) + string * attack * loud * Math.min(1, (3.2 - t) * 4);
    }
  }
  return Int16Array.from(mixDown, (v) => Math.round(Math.tanh(v * 1.4) * 22_000));
};
