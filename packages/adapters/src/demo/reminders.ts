// SPDX-License-Identifier: MIT
// Who wants to be told when the pretended show begins. A chunk of its own, fetched when it is asked for.
import type { RemindersPort } from '@vitrine/core/reminders';
import type { Room } from './room.js';

/** Remembered for as long as the page lives: the demo has nobody to send anything. */
export class DemoReminders {
  readonly #room: Pick<Room, 'stage' | 'people'>;
  readonly #shows = new Set<string>();

  constructor(room: Pick<Room, 'stage' | 'people'>) {
    this.#room = room;
  }

  port(life: AbortSignal): RemindersPort {
    const { stage, people } = this.#room;
    return {
      current: (show, { signal }) => stage.answer(() => this.#shows.has(show), signal, life),
      set: (show, { signal }) =>
        stage.answer(
          () => {
            if (people.info.phase !== 'upcoming') return { kind: 'refused', code: 'INTERACTION_CLOSED' };
            this.#shows.add(show);
            return { kind: 'set' };
          },
          signal,
          life,
        ),
      clear: (show, { signal }) => stage.answer(() => void this.#shows.delete(show), signal, life),
    };
  }
}
