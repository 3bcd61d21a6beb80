// SPDX-License-Identifier: MIT
import type { Quality } from './engines/engine.js';

/** What the viewer chose, kept on this device: it is needed to do as they asked, so it waits for no consent. */
export interface Preferences {
  /** Absent until they chose. */
  readonly muted?: boolean;
  /** 0 to 1. */
  readonly volume?: number;
  readonly quality?: Quality;
  /** Language of the captions, or `off`. */
  readonly captions?: string;
}

const key = 'vitrine:player';

/** Where the browser refuses storage the choice lasts as long as the page. */
let memory: Preferences | null = null;

export function readPreferences(): Preferences {
  if (memory) return memory;
  try {
    const { muted, volume, quality, captions } = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<
      string,
      unknown
    >;
    return {
      ...(typeof muted === 'boolean' && { muted }),
      ...(typeof volume === 'number' && volume >= 0 && volume <= 1 && { volume }),
      ...((quality === 'auto' || quality === 'saver' || typeof quality === 'number') && { quality }),
      ...(typeof captions === 'string' && { captions }),
    };
  } catch {
    return {};
  }
}

export function keepPreferences(change: Preferences): void {
  const next = { ...readPreferences(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Full or forbidden.
    memory = next;
  }
}

/** The quality the viewer chose, else what the browser was told of their line. */
export function chosenQuality(): Quality {
  return readPreferences().quality ?? (savesData() ? 'saver' : 'auto');
}

/** Whether the browser was told to save data. */
export function savesData(): boolean {
  return (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
}
