// SPDX-License-Identifier: MIT
import type { Controlled } from './controlled.js';
import type { Idle } from './idle.js';

type Clicked = Controlled & { readonly controls: 'full' | 'slim' | 'minimal' | 'none' };

/** What a press on the picture does: it pauses and goes on, and under a finger it brings the controls or sends them away. */
export function clicked(
  event: MouseEvent,
  host: Clicked,
  { idle, isMenuOpen }: { readonly idle: Idle | null; readonly isMenuOpen: boolean },
): void {
  if (host.controls === 'slim') {
    // (A finger has no Escape.)
    if (isMenuOpen) host.toggleMenu();
    else if (host.paused) void host.play();
  }
  if (host.controls !== 'full') return;
  if ((event as PointerEvent).pointerType === 'touch') {
    // (The touch itself has just woken them.)
    if (idle?.wasIdle) idle.wake();
    else idle?.sleep();
  } else if (host.paused) void host.play();
  else host.pause();
}
