// SPDX-License-Identifier: MIT
import { toVitrineError, type ChatNotice, type Ms } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber, formatTime } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { pinIcon } from './icons.js';
import type { ChatRulesLink } from './chat-rules.js';
import type { View } from './view.js';

const minute: Ms = 60_000;
/** For so many minutes something can be announced; 0: until it is taken away. */
const spans = [0, 5, 15, 60];
const longest = 300;

/** What stands at the top of the chat, and what the host is about to put there. */
export class Announcing {
  readonly #link: ChatRulesLink;
  /** Being written. */
  text = '';
  /** For so many minutes. */
  span = 0;
  isBusy = false;
  /** Taken away here: viewers, and so this state, come to that moment later. */
  #gone: ChatNotice | null = null;

  constructor(link: ChatRulesLink) {
    this.#link = link;
  }

  get canAnnounce(): boolean {
    return this.#link.room()?.store.state.chat.canPin === true;
  }

  get standing(): ChatNotice | null {
    const pinned = this.#link.room()?.store.state.chat.pinned ?? null;
    return pinned === this.#gone ? null : pinned;
  }

  readonly write = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.#link.changed();
  };

  readonly choose = (event: Event): void => {
    this.span = Number((event.target as HTMLSelectElement).value);
  };

  readonly announce = (event: Event): void => {
    event.preventDefault();
    const room = this.#link.room();
    const text = this.text.trim();
    if (!room || !text) return;
    const until = this.span > 0 ? { until: room.clock.now() + this.span * minute } : {};
    void this.#do(async () => {
      if ((await this.#link.ask('chat:announce', { text, ...until })) !== null) this.text = '';
    });
  };

  readonly takeAway = (): void => {
    const { standing } = this;
    void this.#do(async () => {
      if ((await this.#link.ask('chat:pin', { id: null })) !== null) this.#gone = standing;
    });
  };

  async #do(run: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.#link.changed();
    try {
      await run();
    } catch (thrown) {
      this.#link.failed(toVitrineError(thrown).code);
    }
    this.isBusy = false;
    this.#link.changed();
  }
}

function present({ author, text, until }: ChatNotice, { announcing, words, locale }: View): TemplateResult {
  return html`<div class="announcement" slot="before-composer" part="announcement" role="group" aria-label=${words.announcement}>
    ${icon(pinIcon, 16)}
    <p class="ellipsis" title=${text}>${author?.name ? html`<b><bdi>${author.name}</bdi></b> ` : nothing}<bdi>${text}</bdi></p>
    ${until === undefined ? nothing : html`<span class="numbers">${words.untilTime(formatTime(until, locale))}</span>`}
    <button
      type="button"
      class="button ghost"
      aria-busy=${announcing.isBusy ? 'true' : nothing}
      @click=${announcing.takeAway}
    >
      ${words.takeAway}
    </button>
  </div>`;
}

/** What stands at the top of the chat with a button that takes it away; while nothing does, the field to announce something. */
export function announcement(view: View): TemplateResult | typeof nothing {
  const { announcing, words, locale } = view;
  if (!announcing.canAnnounce) return nothing;
  const { standing, text, span, isBusy } = announcing;
  if (standing) return present(standing, view);
  return html`<form class="announcement" slot="before-composer" part="announcement" @submit=${announcing.announce}>
    <input
      maxlength=${longest}
      autocomplete="off"
      aria-label=${words.announceHere}
      placeholder=${words.announceHere}
      .value=${text}
      @input=${announcing.write}
    />
    <select aria-label=${words.announceFor} @change=${announcing.choose}>
      ${spans.map(
        (one) =>
          html`<option value=${one} ?selected=${one === span}>
            ${one === 0 ? words.untilTaken : words.forMinutes(one, formatNumber(one, locale))}
          </option>`,
      )}
    </select>
    <button
      type="submit"
      class="button"
      aria-disabled=${text.trim() ? nothing : 'true'}
      aria-busy=${isBusy ? 'true' : nothing}
    >
      ${words.announce}
    </button>
  </form>`;
}
