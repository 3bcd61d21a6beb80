// SPDX-License-Identifier: MIT
// Who likes what is said. It comes with what else rows have that the first of them need not wait for.
import { isOwn, toVitrineError, type ChatMessage, type Room } from '@vitrine/core';
import { likeCount, likesFeature } from '@vitrine/core/likes';
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import type { Notice } from '../composer.js';
import type { DeskHost, DeskLink } from '../desk.js';
import type { Entry } from '../visible-rows.js';
import { Wording } from '../wording.js';
import { english } from './hearts.strings.js';
import { heartsStyles } from './hearts.styles.js';
import { heartIcon } from './icons.js';

export interface HeartsLink extends Pick<DeskLink, 'room' | 'list' | 'ask'> {
  /** Renders the rows again: they are left as they are while nothing else changes. */
  refresh(): void;
  /** Says, over the field, what did not come about. */
  tell(notice: Notice): void;
}

/** What a row shows of those who like its message. */
interface Liked {
  readonly count: number;
  readonly isMine: boolean;
}

/** The hearts of rows: how many like a message, and the way to be one of them. */
export class Hearts {
  readonly #host: DeskHost;
  readonly #link: HeartsLink;
  readonly #wording: Wording<typeof english>;
  /** What rows show while the reader reads on: a row that grows would move all that is before it. */
  #shown = new Map<string, Liked>();
  /** What the reader has pressed meanwhile is as it is now. */
  readonly #pressed = new Set<string>();

  constructor(host: DeskHost, link: HeartsLink) {
    this.#host = host;
    this.#link = link;
    this.#wording = new Wording('hearts', english, {
      get locale() {
        return host.locale;
      },
      requestUpdate: () => link.refresh(),
    });
    const { styleSheet } = heartsStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Serves a room until the signal aborts. */
  connect(room: Room, signal: AbortSignal): void {
    this.#shown.clear();
    this.#pressed.clear();
    room.use(likesFeature);
    room.store.select(
      ({ likes }) => likes,
      () => this.#link.refresh(),
      { signal },
    );
  }

  /** Another value when the row is to be rendered again for it. */
  mark({ message }: Entry): string {
    const { count, isMine } = this.#of(message);
    return `${count}${isMine}`;
  }

  /** @param isOpen whether the reader sees what can be done with the row */
  template({ message, pending }: Entry, isOpen: boolean): TemplateResult | typeof nothing {
    const state = this.#link.room()?.store.state;
    if (!state || pending) return nothing;
    const { count, isMine } = this.#of(message);
    const canLike = state.likes?.canLike === true && !isOwn(message, state);
    if (count === 0 && !(isOpen && canLike)) return nothing;
    const { like, likes } = this.#wording.now;
    const shown = formatCount(count, this.#host.locale);
    const told = count > 0 ? likes(count, shown) : '';
    const drawn = html`${icon(heartIcon, 14)}${count > 0 ? html`<span aria-hidden="true">${shown}</span>` : nothing}`;
    if (!canLike) {
      return html`<span class="heart numbers" part="like">${drawn}<span class="visually-hidden">${told}</span></span>`;
    }
    return html`<button
      type="button"
      class="heart numbers"
      part="like"
      tabindex=${isOpen ? nothing : '-1'}
      aria-pressed=${isMine ? 'true' : 'false'}
      aria-label=${told ? `${like}, ${told}` : like}
      @click=${(event: Event) => this.#press(event, message, !isMine)}
    >
      ${drawn}
    </button>`;
  }

  #of(message: ChatMessage): Liked {
    const state = this.#link.room()?.store.state;
    if (!state) return { count: 0, isMine: false };
    const { id } = message;
    const now = { count: likeCount(message, state), isMine: state.likes?.own.has(id) === true };
    if (this.#link.list.isFollowing) {
      if (this.#shown.size > 0) this.#shown = new Map();
      this.#pressed.clear();
      return now;
    }
    const before = this.#shown.get(id);
    if (before && !this.#pressed.has(id)) return before;
    this.#shown.set(id, now);
    return now;
  }

  async #press(event: Event, { id }: ChatMessage, isLiked: boolean): Promise<void> {
    // (The row itself is not pressed by it.)
    event.stopPropagation();
    this.#pressed.add(id);
    try {
      await this.#link.ask('chat:like', { id, isLiked });
    } catch (thrown) {
      const { code } = toVitrineError(thrown);
      // (Who gives up a login knows that they have.)
      if (code !== 'ABORTED') this.#link.tell(code === 'MUTED' ? code : html`${this.#wording.now.refused}`);
    }
  }
}
