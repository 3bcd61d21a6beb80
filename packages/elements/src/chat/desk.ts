// SPDX-License-Identifier: MIT
import { isOwn, type ChatSettings, type ErrorCode, type Room } from '@vitrine/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { xIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import { Announcer } from './announcer.js';
import type { ChatWords } from './chat.strings.js';
import { Composer, type ComposerLink } from './composer.js';
import { english, type DeskWords } from './desk.strings.js';
import { deskStyles } from './desk.styles.js';
import type { EmojiPopover } from './emoji-popover.js';
import type { ListView } from './list-view.js';
import type { Mentions } from './mentions/mentions.js';
import type { RowDesk } from './rows/row-desk.js';
import { sentence } from './sentence.js';
import { Typing } from './typing.js';
import { Wording, type Speaker } from './wording.js';

/** What the desk needs of its element. */
export interface DeskLink extends Pick<ComposerLink, 'room' | 'ask'> {
  readonly list: ListView;
  words(): Strings<ChatWords>;
  /** Speaks by the live region. */
  announce(text: string): void;
}

export interface DeskHost extends ReactiveControllerHost, HTMLElement, Speaker {
  readonly variant: 'panel' | 'overlay';
  /** Whether the viewer wants the whole chat read out. */
  announce: boolean;
  /** For how many seconds a removal can be taken back. */
  readonly undo: number;
}

/**
 * Everything that answers the viewer's hand: here what is written and what is read out, in {@link RowDesk} what is done
 * with rows. The first rows need none of it, so both are loaded when the browser has nothing better to do, or at the first touch.
 */
export class Desk {
  readonly composer: Composer;
  readonly rows: RowDesk;
  readonly typing: Typing;
  readonly #host: DeskHost;
  readonly #link: DeskLink;
  readonly #wording: Wording<DeskWords>;
  readonly #announcer: Announcer;
  #emoji: EmojiPopover | null = null;
  #mentions: Mentions | null = null;

  constructor(host: DeskHost, link: DeskLink, Rows: typeof RowDesk) {
    this.#host = host;
    this.#link = link;
    this.#wording = new Wording('desk', english, host);
    this.composer = new Composer(host, {
      ...link,
      field: this.#field,
      said: () => link.list.follow(),
      typed: () => void this.#look().catch(() => undefined),
      takes: (event) => this.#mentions?.pressed(event) === true,
    });
    this.rows = new Rows(host, link, this);
    this.typing = new Typing(host, { bar: this.#bar, field: this.#field });
    this.#announcer = new Announcer({
      isOn: () => host.announce,
      words: () => this.words,
      spoken: (message) => this.rows.spoken(message),
      locale: () => host.locale,
      isForViewer: (message) => this.rows.isForViewer(message),
      say: link.announce,
    });
    const { styleSheet } = deskStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  get words(): Strings<DeskWords> {
    return this.#wording.now;
  }

  /** Serves a room until the signal aborts. */
  connect(room: Room, signal: AbortSignal): void {
    this.rows.connect(room, signal);
    this.#listen(room, signal);
    this.composer.restore(room);
    this.typing.begin();
  }

  get hasEmojiOpen(): boolean {
    return this.#emoji?.isOpen === true;
  }

  async toggleEmoji(): Promise<void> {
    const { EmojiPopover } = await import('./emoji-popover.js');
    this.#emoji ??= new EmojiPopover(this.#host, { ...this.#link, bar: this.#bar, composer: this.composer });
    await this.#emoji.toggle();
  }

  /** Offers the names of those who are called; nobody is before the first "@". */
  async #look(): Promise<void> {
    if (!/[@＠]/.test(this.composer.text)) return this.#mentions?.close();
    const { Mentions } = await import('./mentions/mentions.js');
    this.#mentions ??= new Mentions(this.#host, {
      ...this.#link,
      field: this.#field,
      write: (text) => this.composer.write(text),
      isMuted: (message) => this.rows.isMuted(message),
    });
    this.#mentions.look();
  }

  /** Why something was refused: always our own words, chosen by the code. */
  reason(code: ErrorCode | undefined): string {
    const reasons: Readonly<Record<string, unknown>> = this.words;
    return String(reasons[code ?? ''] ?? this.words.UNKNOWN);
  }

  get notice(): string | TemplateResult | typeof nothing {
    const { notice, left } = this.composer;
    if (!notice) return nothing;
    if (typeof notice === 'object') return notice;
    if (notice === 'MESSAGE_TOO_LONG' && left < 0) return this.words.tooLong(-left, this.#number(-left));
    return this.reason(notice);
  }

  /** Over the field: which message is answered, the emoji, and whom one may call. */
  get above(): TemplateResult {
    const { reply } = this.composer;
    const answer = reply
      ? html`<div class="replying">
          <span>${sentence(this.#link.words().replyTo, reply.name)}</span>
          ${this.#cross(this.words.cancelReply, () => this.composer.replyTo(null))}
        </div>`
      : nothing;
    return html`${answer}${this.#emoji?.template(this.#link.words().emoji, this.words)}${this.#mentions?.template()}`;
  }

  /** How much may still be written, near the end of it. */
  counter({ maximumLength }: ChatSettings): TemplateResult | typeof nothing {
    const { left } = this.composer;
    if (left > Math.max(10, maximumLength * 0.1)) return nothing;
    const shown = this.#number(left);
    return html`<span class="left numbers ${left < 0 ? 'over' : ''}" part="counter"
      ><span aria-hidden="true">${shown}</span
      ><span class="visually-hidden">${left < 0 ? '' : this.words.left(left, shown)}</span></span
    >`;
  }

  /** In place of the field: the question for a guest's name, while it is asked. */
  naming(isPanel: boolean): TemplateResult | undefined {
    const { composer, words } = this;
    if (composer.step !== 'name') return undefined;
    return html`<div class="naming">
      <label for="name">${words.nickname}</label>
      <div class="line">
        <label class="field ${isPanel ? '' : 'glass'}">
          <input
            id="name"
            part="field"
            autocomplete="nickname"
            enterkeyhint="go"
            aria-describedby="notice"
            aria-invalid=${composer.notice ? 'true' : nothing}
            @input=${composer.typedName}
            @keydown=${composer.pressed}
          />
          ${this.#cross(words.back, () => composer.cancelName())}
        </label>
        <button
          type="button"
          class="button primary"
          aria-disabled=${composer.name.trim() ? nothing : 'true'}
          aria-busy=${composer.isBusy ? 'true' : nothing}
          @click=${() => composer.submitName()}
        >
          ${words.join}
        </button>
      </div>
      <slot name="terms"></slot>
    </div>`;
  }

  readonly #bar = (): HTMLElement | null => this.#host.shadowRoot?.querySelector<HTMLElement>('.bar') ?? null;

  readonly #field = (): HTMLTextAreaElement | null =>
    this.#bar()?.querySelector<HTMLTextAreaElement>("[part='field']") ?? null;

  /** So many messages were left out of a flood. */
  leftOut(count: number): void {
    this.#announcer.leaveOut(count);
  }

  #listen({ bus, store }: Room, signal: AbortSignal): void {
    // What is delivered before the chat is ready is history, and not read out.
    let isLive = store.state.chat.status === 'ready';
    store.select(
      ({ chat }) => chat.status,
      (status) => (isLive = status === 'ready'),
      { signal },
    );
    bus.on(
      'chat:received',
      ({ messages }) =>
        isLive && this.#announcer.hear(messages.filter((one) => !isOwn(one, store.state) && !this.rows.isMuted(one))),
      { signal },
    );
    signal.addEventListener('abort', () => this.#announcer.stop());
  }

  #cross(label: string, act: () => void): TemplateResult {
    return html`<button type="button" class="round inner" aria-label=${label} @click=${act}>${icon(xIcon, 18)}</button>`;
  }

  #number(value: number): string {
    return formatNumber(value, this.#host.locale);
  }
}
