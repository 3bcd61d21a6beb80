// SPDX-License-Identifier: MIT
import type { Controllable } from './control-state.js';

/** Fetches what the keys do, and shows it. */
export function openHelp(from: Controllable): void {
  import('./help.js').then(
    ({ showHelp }) => showHelp(from),
    () => undefined,
  );
}
