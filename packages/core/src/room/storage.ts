// SPDX-License-Identifier: MIT
import type { KeyValueStorage } from '../features/feature.js';

/**
 * Essential data of a room on this device (cart, outbox, draft). Where the browser refuses storage (private windows,
 * blocked third-party data) it is kept in memory and goes with the page.
 */
export function deviceStorage(roomId: string): KeyValueStorage {
  const prefix = `vitrine:${roomId}:`;
  const memory = new Map<string, string>();
  return {
    get(key) {
      let kept: string | null = null;
      try {
        kept = localStorage.getItem(prefix + key);
      } catch {
        // Forbidden, or there is none: the copy in memory serves this page.
      }
      return kept ?? memory.get(key) ?? null;
    },
    set(key, value) {
      if (value === null) memory.delete(key);
      else memory.set(key, value);
      try {
        if (value === null) localStorage.removeItem(prefix + key);
        else localStorage.setItem(prefix + key, value);
      } catch {
        // As above, or it is full.
      }
    },
  };
}
