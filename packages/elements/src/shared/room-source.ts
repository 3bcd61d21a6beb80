// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';

/** An element that offers its room to others by id. `vitrine-room` is one. */
export interface RoomSource extends Element {
  readonly connectedRoom: Room | null;
}

/** Told on the document when a room source gets or loses its room, so that elements upgraded earlier find it. */
export const roomSourceChanged = 'vitrine-room-source';

function isRoomSource(element: Element | null): element is RoomSource {
  return element !== null && 'connectedRoom' in element;
}

/** The room source an element names by `room="…"`: by element id in its own root or the document, else by room id. */
export function findRoomSource(element: Element, name: string): RoomSource | null {
  const escaped = CSS.escape(name);
  const roots = [element.getRootNode() as Document | ShadowRoot, element.ownerDocument];
  for (const root of roots) {
    for (const found of root.querySelectorAll(`#${escaped}, vitrine-room[room="${escaped}"]`)) {
      if (isRoomSource(found)) return found;
    }
  }
  return null;
}
