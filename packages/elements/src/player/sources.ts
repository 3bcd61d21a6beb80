// SPDX-License-Identifier: MIT
import { checkUrl, type Orientation, type StreamInfo, type StreamSource, type VitrineError } from '@vitrine/core';
import { report } from './report.js';

/** A box is portrait when it is higher than wide; a box without a size is taken for a phone's. */
export function orientationOf(box: { readonly width: number; readonly height: number }): Orientation {
  return box.width > box.height ? 'landscape' : 'portrait';
}

/** The sources to try for a box, in the order of the back end: those of its orientation, else whatever there is. */
export function sourcesFor(sources: readonly StreamSource[], orientation: Orientation): readonly StreamSource[] {
  const fitting = sources.filter((source) => source.orientation === orientation);
  return fitting.length > 0 ? fitting : sources;
}

/**
 * Whether a show can be watched now. Before it starts there is nothing to ask for, and what is over would only be asked
 * for in vain; an interrupted show is waited for.
 */
export function isWatchable({ phase }: StreamInfo): boolean {
  return phase !== 'upcoming' && phase !== 'ended';
}

/** The address an element was given to play by itself. */
export class OwnSource {
  #refused: string | null = null;

  /** None where it may not be used, which is said once. */
  urls(src: string): readonly string[] {
    try {
      return [checkUrl(src, 'media', 'src')];
    } catch (error) {
      if (this.#refused !== src) void report(error as VitrineError);
      this.#refused = src;
      return [];
    }
  }
}
