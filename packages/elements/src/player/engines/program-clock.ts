// SPDX-License-Identifier: MIT
import type { ProgramTime } from '@vitrine/core';

interface Anchor {
  /** Second of the video at which its first picture is shown. */
  readonly start: number;
  readonly length: number;
  readonly programTime: ProgramTime;
}

const most = 600;
/** Seconds by which the edges of pieces may miss each other. */
const same = 0.05;
/** A picture may be timed a hair before the piece it begins. */
const slack = 0.002;

/**
 * Which moment of the show is shown at which second of the video, learnt from each piece of media as it is appended.
 * Unlike the lists of a player, which move with every switch of rendition, what was appended stays where it is.
 */
export class ProgramClock {
  #anchors: Anchor[] = [];

  add(start: number, length: number, programTime: ProgramTime): void {
    // What lay there before was another rendition of it, or its parts.
    const kept = this.#anchors.filter((one) => one.start < start - same || one.start > start + length - same);
    kept.push({ start, length, programTime });
    kept.sort((a, b) => a.start - b.start);
    this.#anchors = kept.slice(-most);
  }

  /** Forgets everything: the video starts from nothing. */
  clear(): void {
    this.#anchors = [];
  }

  programTimeAt(mediaTime: number): ProgramTime | null {
    const anchor = this.#anchors.findLast(({ start }) => start <= mediaTime + slack);
    if (!anchor || mediaTime > anchor.start + anchor.length + same) return null;
    return anchor.programTime + (mediaTime - anchor.start) * 1000;
  }

  mediaTimeAt(programTime: ProgramTime): number | null {
    const anchor = this.#anchors.findLast((one) => one.programTime <= programTime);
    if (!anchor || programTime > anchor.programTime + anchor.length * 1000) return null;
    return anchor.start + (programTime - anchor.programTime) / 1000;
  }
}
