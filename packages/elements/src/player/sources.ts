// SPDX-License-Identifier: MIT
import { checkUrl, type Orientation, type StreamInfo, type StreamSource, type VitrineError } from '@vitrine/core';
import { report } from './report.js';

/** A box is portrait when it is higher than wide; a box without a size is taken for a phone's. */
export function orientationOf(box: { readonly width: number; readonly height: number }): Orientation {
  return box.width > box.height ? 'landscape' : 'portrait';
}

/**
 * The sources to try for a box, in the order of the back end: those of its orientation, else whatever there is. The
 * camera that was chosen comes first; the others stand in for it.
 */
export function sourcesFor(
  sources: readonly StreamSource[],
  orientation: Orientation,
  camera: string | null,
): readonly StreamSource[] {
  const fitting = (some: readonly StreamSource[]): readonly StreamSource[] => {
    const fit = some.filter((source) => source.orientation === orientation);
    return fit.length > 0 ? fit : some;
  };
  const chosen = camera === null ? [] : sources.filter(({ label }) => label === camera);
  return [...new Set([...fitting(chosen), ...fitting(sources)])];
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
