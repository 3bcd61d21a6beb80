// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { Clock } from '../../clock.js';
import type { Tell } from '../rule.js';
import type { CountRecords } from './count-records.js';

const toldEvery: Ms = 1000;

/** Tells how many have counted, of each interaction at most once a second, however many do. */
export class Tallies {
  readonly #records: CountRecords;
  readonly #clock: Clock;
  readonly #tell: Tell;
  readonly #changed = new Map<string, { readonly room: string; readonly options: Set<string> }>();
  #cancel: (() => void) | null = null;

  constructor(records: CountRecords, clock: Clock, tell: Tell) {
    this.#records = records;
    this.#clock = clock;
    this.#tell = tell;
  }

  changed(room: string, interaction: string, option: string): void {
    const known = this.#changed.get(interaction) ?? { room, options: new Set<string>() };
    known.options.add(option);
    this.#changed.set(interaction, known);
    this.#cancel ??= this.#clock.after(toldEvery, () => this.#flush());
  }

  #flush(): void {
    this.#cancel = null;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const [id, { room, options }] of changed) {
      const counts = Object.fromEntries([...options].map((option) => [option, this.#records.countOf(id, option)]));
      this.#tell(room, { op: 'tally', id, counts });
    }
  }

  /** What is not told yet is told by the list that everybody fetches after a start. */
  close(): void {
    this.#cancel?.();
    this.#changed.clear();
  }
}
