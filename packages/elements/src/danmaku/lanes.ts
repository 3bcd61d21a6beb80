// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';

/** Between two rows of a lane, in px. */
const gap = 24;

/** What the last row of a lane leaves to the next one. */
interface Lane {
  /** When there is space behind it. */
  readonly openAt: Ms;
  /** When it has left. */
  readonly goneAt: Ms;
}

const empty: Lane = { openAt: -Infinity, goneAt: -Infinity };

/** How long a row is on its way: of a wide picture longer, since it is read as it goes. */
export const flightTime = (width: number): Ms => Math.min(10, 4 + width / 200) * 1000;

/**
 * The lanes in which rows fly, each at a speed of its own, as all take the same time and a longer row has further to go.
 * A row is let into a lane when the one before is wholly in, and if it will not have caught up with it when that leaves:
 * as both keep their speed, they never touch in between.
 */
export class Lanes {
  #lanes: Lane[] = [];

  /** More lanes are empty ones; of fewer, the first are left. */
  resize(count: number): void {
    this.#lanes = Array.from({ length: count }, (_, index) => this.#lanes[index] ?? empty);
  }

  clear(): void {
    this.#lanes = this.#lanes.map(() => empty);
  }

  /** How many rows could be let in now, if they are not too fast. */
  open(now: Ms): number {
    return this.#lanes.filter(({ openAt }) => openAt <= now).length;
  }

  /** Lets a row into the first lane that has space for it. @returns which, or -1 */
  enter(now: Ms, width: number, row: number): number {
    const lasts = flightTime(width);
    const speed = (width + row) / lasts;
    const lane = this.#lanes.findIndex(
      ({ openAt, goneAt }) => openAt <= now && now + Math.max(0, width - gap) / speed >= goneAt,
    );
    if (lane >= 0) this.#lanes[lane] = { openAt: now + (row + gap) / speed, goneAt: now + lasts };
    return lane;
  }
}
