// SPDX-License-Identifier: MIT

// Where the browser refuses storage, the draft lives as long as the page: a layout may still replace the element.
const memory = new Map<string, string>();

const key = (roomId: string): string => `vitrine:${roomId}:draft`;

/** What the viewer was writing in a room before the page was loaded again. Essential storage: the viewer's own words. */
export function readDraft(roomId: string): string {
  try {
    return sessionStorage.getItem(key(roomId)) ?? '';
  } catch {
    return memory.get(roomId) ?? '';
  }
}

export function keepDraft(roomId: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key(roomId), text);
    else sessionStorage.removeItem(key(roomId));
  } catch {
    memory.set(roomId, text);
  }
}
