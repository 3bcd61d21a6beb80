// SPDX-License-Identifier: MIT
import { isPlayedAsLive, type Controllable } from './control-state.js';
import type { Controlled } from './controlled.js';
import { openHelp } from './open-help.js';

const step = 5;
const louder = 0.1;

/** Does what a key asks for; false when it asks for nothing here. */
export function controlKey(event: KeyboardEvent, target: Controlled, from: Controllable | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const [origin] = event.composedPath();
  const isButton = origin instanceof HTMLButtonElement;
  const isVolume = origin instanceof HTMLInputElement && origin.step !== 'any';
  if (event.key === ' ') {
    // A button is pressed by it.
    if (isButton) return false;
    if (target.paused) void target.play();
    else target.pause();
    return true;
  }
  // Time runs the same way in every direction of writing.
  const times: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => target.seekBy(-step),
    ArrowRight: () => target.seekBy(step),
    Home: () => target.seekTo(0),
    End: () => target.seekTo(Number.MAX_VALUE),
  };
  const actions: Readonly<Record<string, () => void>> = {
    ...(from && isPlayedAsLive(from) ? {} : times),
    ArrowUp: () => (target.volume = Math.min(1, target.volume + louder)),
    ArrowDown: () => (target.volume = Math.max(0, target.volume - louder)),
    m: () => target.toggleMute(),
    c: () => target.toggleCaptions(),
    f: () => target.toggleFullscreen(),
    '?': () => from && openHelp(from),
  };
  const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action || (isVolume && event.key.length > 1)) return false;
  action();
  return true;
}
