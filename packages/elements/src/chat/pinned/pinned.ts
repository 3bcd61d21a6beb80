// SPDX-License-Identifier: MIT
// What the staff has put at the top of the chat. A chunk of its own: in few rooms anything stands there.
import { isStaff, type ChatNotice, type Room } from '@vitrine/core';
import { html, nothing, render, type ReactiveController, type TemplateResult } from 'lit';
import { icon } from '../../shared/icon.js';
import type { Strings } from '../../shared/localize.js';
import type { DeskHost, DeskLink } from '../desk.js';
import { Wording } from '../wording.js';
import { chevronDownIcon, pinIcon, pinOffIcon, xIcon } from './icons.js';
import { english } from './pinned.strings.js';
import { pinnedStyles } from './pinned.styles.js';

export type PinnedLink = Pick<DeskLink, 'list' | 'words' | 'ask' | 'announce'>;

/** Hidden by the viewer, and read out: each is another object, also where the same words are put there once more. */
const dismissed = new WeakSet<ChatNotice>();
const told = new WeakSet<ChatNotice>();

/** The line at the top of the chat. It puts itself into the view, so that the element without it is as small as before. */
class Pinned implements ReactiveController {
  readonly #host: DeskHost;
  readonly #link: PinnedLink;
  readonly #room: Room;
  readonly #wording: Wording<typeof english>;
  readonly #line = document.createElement('div');
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #shown: ChatNotice | null = null;
  /** Its words have more than two lines. */
  #isLong = false;
  #isWhole = false;
  #isBusy = false;
  /** The room has gone: a request that is still under way shows nothing any more. */
  #isOver = false;
  #hasFailed = false;

  constructor(host: DeskHost, link: PinnedLink, room: Room) {
    this.#host = host;
    this.#link = link;
    this.#room = room;
    this.#wording = new Wording('pinned', english, host);
    this.#line.setAttribute('role', 'note');
    this.#line.setAttribute('part', 'pinned');
    this.#line.addEventListener('keydown', this.#pressed);
    this.#sizes.observe(this.#line);
  }

  hostUpdated(): void {
    this.show();
  }

  show(): void {
    const { pinned } = this.#room.store.state.chat;
    const view = this.#host.shadowRoot?.querySelector('.view');
    if (this.#isOver || !view || !pinned || dismissed.has(pinned)) return this.hide();
    const isNew = pinned !== this.#shown;
    this.#shown = pinned;
    const hadFocus = this.#hasFocus;
    if (isNew) this.#isLong = this.#isWhole = this.#hasFailed = false;
    if (this.#line.parentNode !== view) view.prepend(this.#line);
    this.#draw(pinned);
    if (isNew) this.#measure();
    // (The button that had it may be gone with the words it was for.)
    if (hadFocus && !this.#hasFocus) this.#line.querySelector('button')?.focus({ preventScroll: true });
    this.#tell(pinned);
  }

  get #hasFocus(): boolean {
    return this.#line.contains(this.#host.shadowRoot?.activeElement ?? null);
  }

  hide(): void {
    const hadFocus = this.#hasFocus;
    this.#line.remove();
    this.#shown = null;
    if (hadFocus) this.#link.list.box?.focus({ preventScroll: true });
  }

  stop(): void {
    this.#isOver = true;
    this.#sizes.disconnect();
    this.hide();
  }

  #draw(pinned: ChatNotice): void {
    const words = this.#wording.now;
    this.#line.className = this.#isWhole ? 'pinned whole' : 'pinned';
    this.#line.setAttribute('aria-label', words.pinned);
    const { identity, chat } = this.#room.store.state;
    const mayUnpin = isStaff(identity.viewer?.role) && chat.canPin === true;
    render(
      html`${icon(pinIcon, 16)}
        <p class="said" id="said">
          ${this.#hasFailed ? html`<span class="failed" role="alert">${words.notUnpinned}</span>` : nothing}
          ${this.#author(pinned)}<bdi class="text">${pinned.text}</bdi>
        </p>
        ${this.#isLong ? this.#expander(words) : nothing}
        ${
          mayUnpin
            ? html`<button
              type="button"
              class="round"
              part="unpin"
              aria-label=${words.unpin}
              title=${words.unpin}
              aria-busy=${this.#isBusy ? 'true' : nothing}
              @click=${this.#unpin}
            >
              ${icon(pinOffIcon, 18)}
            </button>`
            : html`<button type="button" class="round" aria-label=${words.dismiss} @click=${this.#dismiss}>
              ${icon(xIcon, 18)}
            </button>`
        }`,
      this.#line,
    );
  }

  #author({ author }: ChatNotice): TemplateResult | typeof nothing {
    if (!author?.name) return nothing;
    const { host, moderator } = this.#link.words();
    const tag = isStaff(author.role)
      ? html`<span class="tag ${author.role === 'moderator' ? '' : 'host'}">${author.role === 'moderator' ? moderator : host}</span> `
      : nothing;
    return html`<bdi class="name">${author.name}</bdi> ${tag}`;
  }

  #expander(words: Strings<typeof english>): TemplateResult {
    return html`<button
      type="button"
      class="round"
      aria-expanded=${this.#isWhole ? 'true' : 'false'}
      aria-controls="said"
      aria-label=${this.#isWhole ? words.less : words.more}
      @click=${() => this.#expand(!this.#isWhole)}
    >
      ${icon(chevronDownIcon, 18)}
    </button>`;
  }

  #expand(isWhole: boolean): void {
    this.#isWhole = isWhole;
    if (this.#shown) this.#draw(this.#shown);
  }

  /** (Shown whole, nothing says any more whether it is long.) */
  #measure(): void {
    const said = this.#line.querySelector('.said');
    if (!said || !this.#shown || this.#isWhole) return;
    const isLong = said.scrollHeight > said.clientHeight + 1;
    if (isLong === this.#isLong) return;
    this.#isLong = isLong;
    this.#draw(this.#shown);
  }

  /** Once, by the chat's own live region. */
  #tell(pinned: ChatNotice): void {
    if (told.has(pinned)) return;
    told.add(pinned);
    const { says, announced } = this.#wording.now;
    const name = pinned.author?.name;
    this.#link.announce(name ? says(name, pinned.text) : announced(pinned.text));
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isWhole) return;
    event.preventDefault();
    event.stopPropagation();
    this.#expand(false);
  };

  readonly #dismiss = (): void => {
    if (this.#shown) dismissed.add(this.#shown);
    this.show();
  };

  readonly #unpin = async (): Promise<void> => {
    const { pinned } = this.#room.store.state.chat;
    if (this.#isBusy || !pinned) return;
    this.#isBusy = true;
    this.#hasFailed = false;
    this.show();
    try {
      // (Null: the page has taken it over. Who did it need not wait until the picture is so far.)
      if ((await this.#link.ask('chat:pin', { id: null })) !== null) dismissed.add(pinned);
    } catch {
      this.#hasFailed = true;
    }
    this.#isBusy = false;
    this.show();
  };
}

/** Shows what stands at the top of a room's chat until the signal aborts. */
export function showPinned(host: DeskHost, link: PinnedLink, room: Room, signal: AbortSignal): void {
  if (signal.aborted) return;
  const { styleSheet } = pinnedStyles;
  const sheets = host.shadowRoot?.adoptedStyleSheets;
  if (styleSheet && sheets && !sheets.includes(styleSheet)) sheets.push(styleSheet);
  const pinned = new Pinned(host, link, room);
  host.addController(pinned);
  room.store.select(
    ({ chat }) => chat.pinned,
    () => pinned.show(),
    { signal },
  );
  signal.addEventListener('abort', () => {
    host.removeController(pinned);
    pinned.stop();
  });
  pinned.show();
}
