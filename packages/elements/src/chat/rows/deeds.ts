// SPDX-License-Identifier: MIT
import type { Restriction } from '@vitrine/core/moderation';
import type { Strings } from '../../shared/localize.js';
import { sentence } from '../sentence.js';
import type { Entry } from '../visible-rows.js';
import type { Removal } from './removal.js';
import type { RowActionsLink } from './row-actions.js';
import type { MenuWords } from './row-menu.strings.js';

/** For how many minutes the staff takes the word from somebody. */
export const silencedFor = 10;

/** What the deeds need of their element. */
export interface DeedsLink extends Pick<RowActionsLink, 'ask' | 'announce'> {
  readonly removal: Removal;
  words(): Strings<MenuWords>;
  /** For how long the staff takes the word from somebody, as it is shown. */
  minutes(): string;
  /** Shows, in place of what is said over the composer, what was done. */
  tell(text: unknown): void;
}

/** Asks for what is done with a message or about who wrote it, and tells what became of it. */
export class Deeds {
  /** Messages at which their writers were muted: it can be taken back there. */
  readonly muted = new Set<string>();
  readonly reported = new Set<string>();
  readonly #link: DeedsLink;

  constructor(link: DeedsLink) {
    this.#link = link;
  }

  async run(deed: string, entry: Entry): Promise<void> {
    const { ask, removal, words, tell } = this.#link;
    const { id } = entry.message;
    if (deed === 'remove') await removal.remove(entry);
    else if (deed === 'mute') await this.#mute(entry);
    else if (deed === 'silence') await this.#restrict(entry, 'muted', 'silenced');
    else if (deed === 'shadow') await this.#restrict(entry, 'shadowed', 'shadowed');
    else if (deed === 'banish') await this.#restrict(entry, 'banned', 'banned');
    // (Null: the page has taken it over, and says so itself.)
    else if (deed === 'pin') {
      if ((await ask('chat:pin', { id })) !== null) tell(words().pinned);
    } else if (deed === 'report') {
      if ((await ask('chat:report', { id })) !== null) tell(words().reported);
      this.reported.add(id);
    }
  }

  /** The viewer reads somebody again. */
  async unmute({ message: { id, author } }: Entry): Promise<void> {
    if ((await this.#link.ask('muted:remove', { id: author.id })) !== null) this.muted.delete(id);
  }

  async #mute({ message: { id, author } }: Entry): Promise<void> {
    const { ask, words, announce } = this.#link;
    let isDone = false;
    // Before it is so: this row stays where all others of them go.
    this.muted.add(id);
    try {
      isDone = (await ask('muted:add', { id: author.id, name: author.name })) !== null;
    } finally {
      if (!isDone) this.muted.delete(id);
    }
    if (isDone) announce(words().muted);
  }

  async #restrict(
    { message: { author } }: Entry,
    restriction: Restriction,
    told: 'silenced' | 'shadowed' | 'banned',
  ): Promise<void> {
    const { ask, words, minutes, tell } = this.#link;
    const lasting = restriction === 'muted' ? { for: silencedFor * 60_000 } : {};
    const answer = await ask('moderation:restrict', { person: author.id, restriction, ...lasting });
    const say: (...values: [name: string, minutes: string]) => string = words()[told];
    if (answer !== null) tell(sentence(say as (...values: string[]) => string, author.name, minutes()));
  }
}
