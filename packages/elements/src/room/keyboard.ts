// SPDX-License-Identifier: MIT
import { openLayers } from './layers.js';
import type { RoomModel } from './model.js';

/** The whole room goes to full screen, not the video alone: what can be bought stays in sight. */
export function fullscreen(event: Event, room: HTMLElement): void {
  // iPhones have full screen for videos only: the player does that itself.
  if (typeof room.requestFullscreen !== 'function') return;
  event.preventDefault();
  const done = document.fullscreenElement === room ? document.exitFullscreen() : room.requestFullscreen();
  // Refused where a frame may not: nothing changes.
  done.catch(() => undefined);
}

/** What keys do while the focus is in the room, and nobody in it has used them. */
export function pressed(event: KeyboardEvent, room: HTMLElement, model: RoomModel): void {
  const { view, dialog, actions } = model;
  if (event.defaultPrevented || !view) return;
  dialog.keepFocus(event);
  const { key } = event;
  if (key === 'Tab') model.set({ isKeyed: true });
  const [target] = event.composedPath() as HTMLElement[];
  if (key === 'Escape') {
    // One layer at a time; the page behind the room does not hear of it.
    const top = openLayers(view).at(-1);
    if (!top && !dialog.isOpen) return;
    if (top) actions.leave(top);
    else dialog.close();
    event.stopPropagation();
    event.preventDefault();
  }
  const isTyped = target?.matches('input, textarea, select, [contenteditable]');
  if (isTyped || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^m$/i.test(key)) actions.toggleMute();
  else if (/^f$/i.test(key)) fullscreen(event, room);
}
