// SPDX-License-Identifier: MIT
import type { RequestAnswer, RequestDetail, RequestName, Room } from '@vitrine/core';

/** `chat:send` → `vitrine-chat-send`: DOM events derive from requests and facts, never invented. */
export function eventName(name: string): string {
  return `vitrine-${name.replace(':', '-')}`;
}

/**
 * Tells the page what is about to be asked, as a cancelable, bubbling, composed event; asks the room when nobody took
 * it over with `preventDefault()`.
 */
export async function askRoom<N extends RequestName>(
  element: HTMLElement,
  room: Room | null,
  name: N,
  detail: RequestDetail<N>,
): Promise<RequestAnswer<N> | null> {
  const event = new CustomEvent(eventName(name), { detail, bubbles: true, composed: true, cancelable: true });
  if (!element.dispatchEvent(event) || !room) return null;
  return await room.request(name, detail);
}
