// SPDX-License-Identifier: MIT
import type { ProgramTime } from '../../model/index.js';
import type { Board } from './board.js';

/** A change of what this viewer counts for. */
interface Step {
  readonly on: boolean;
  readonly at: ProgramTime;
}

/** What this viewer counts for: shown at once, although the tallies it is in come when the picture gets there. */
export class OwnCounts {
  readonly #steps = new Map<string, Map<string, readonly Step[]>>();

  clear(): void {
    this.#steps.clear();
  }

  take(id: string, option: string, step: Step): void {
    const options = this.#steps.get(id) ?? new Map<string, readonly Step[]>();
    const steps = options.get(option) ?? [];
    // The same thing told twice, by the answer and by the list after a reconnect.
    if ((steps.at(-1)?.on ?? false) === step.on) return;
    this.#steps.set(id, options.set(option, [...steps, step]));
  }

  /** The options this viewer counts for, and all counts with that in them. */
  of({ id, tallies }: Board): { readonly own: readonly string[]; readonly counts: Readonly<Record<string, number>> } {
    // Without a prototype: an option may be called what every object has.
    const counts = Object.create(null) as Record<string, number>;
    for (const [option, { count }] of Object.entries(tallies)) counts[option] = count;
    const own: string[] = [];
    for (const [option, steps] of this.#steps.get(id) ?? []) {
      if (steps.at(-1)?.on) own.push(option);
      // A tally has in it what was counted before it was made.
      const since = tallies[option]?.at ?? -Infinity;
      const more = steps.filter(({ at }) => at > since).reduce((sum, { on }) => sum + (on ? 1 : -1), 0);
      counts[option] = (counts[option] ?? 0) + more;
    }
    return { own, counts };
  }
}
