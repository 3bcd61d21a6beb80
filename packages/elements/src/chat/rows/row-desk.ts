// SPDX-License-Identifier: MIT
import { isAimed, isForViewer, type ChatMessage, type RetractTarget, type Room } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk, DeskHost, DeskLink } from '../desk.js';
import type { Entry } from '../visible-rows.js';
import { RowActions } from './row-actions.js';
import type { Crowd } from './crowd.js';
import { fate, greeting, jumpChip, overTop, silence } from './row-desk.template.js';
import { rowDeskStyles } from './row-desk.styles.js';
import { pressKey } from './row-keys.js';

/** What rows have beside their words: the reader's keys and presses, and the way back to the newest. */
export class RowDesk {
  /** Keys of rows whose words are gone: retracted while the list stands still, or about to be removed. */
  gone: ReadonlySet<string> = new Set();
  readonly #host: DeskHost;
  readonly #link: DeskLink;
  readonly #desk: Desk;
  readonly #actions: RowActions;
  #crowd: Crowd | null = null;

  constructor(host: DeskHost, link: DeskLink, desk: Desk) {
    this.#host = host;
    this.#link = link;
    this.#desk = desk;
    this.#actions = new RowActions(host, { ...link, hide: (key, isHidden) => this.#hide([key], isHidden) }, desk);
    const { styleSheet } = rowDeskStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Serves a room until the signal aborts. */
  connect({ bus, store }: Room, signal: AbortSignal): void {
    let before = store.state.chat.skipped;
    const crowded = async (skipped: number): Promise<void> => {
      const more = skipped - before;
      before = skipped;
      this.#desk.leftOut(more);
      const { Crowd } = await import('./crowd.js');
      if (!signal.aborted) (this.#crowd ??= new Crowd(this.#host)).add(more);
    };
    // (Where it cannot be had, the rows alone tell.)
    store.select(
      ({ chat }) => chat.skipped,
      (skipped) => void crowded(skipped).catch(() => undefined),
      { signal },
    );
    bus.on('chat:retracted', (target) => this.#retract(target), { signal });
    // Another moment of a recording: nothing of the one before stays, wherever the reader was.
    bus.on('chat:moved', () => this.#link.list.follow(true), { signal });
    const { removal } = this.#actions;
    addEventListener('pagehide', () => removal.flush(), { signal });
    signal.addEventListener('abort', () => {
      removal.flush();
      this.gone = new Set();
      this.#crowd = null;
    });
  }

  /** Whether somebody answers this viewer. */
  isForViewer(message: ChatMessage): boolean {
    const state = this.#link.room()?.store.state;
    return state !== undefined && isForViewer(message, state);
  }

  /** A key or a press on the list. */
  take(event: KeyboardEvent | MouseEvent, target: Element): void {
    const { list } = this.#link;
    if (event instanceof KeyboardEvent) pressKey(event, target, list, () => this.#close());
    else this.#actions.press(target, event.detail === 0);
  }

  /** A key press or the Tab key has brought focus into a row: it must not be taken away under the reader. */
  readonly focused = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    if (target !== this.#link.list.box && target.matches(':focus-visible')) this.#link.list.stop();
  };

  readonly blurred = (event: FocusEvent): void => {
    const { list } = this.#link;
    if (list.box?.contains(event.relatedTarget as Node | null)) return;
    this.#close();
    list.settle();
  };

  /** Below the words of a row: what became of it, and what can be done with it. */
  below(entry: Entry, isOpen: boolean): readonly (TemplateResult | typeof nothing)[] {
    const { words } = this.#desk;
    const reason = this.#desk.reason(entry.pending?.error?.code);
    return [fate(entry, this.#link.words().send, words, reason), this.#actions.template(entry.key, isOpen)];
  }

  /** Before the rows, for those who come by the keyboard: whether the chat is read out. */
  get announceButton(): TemplateResult {
    const { announce } = this.#host;
    return html`<button
      type="button"
      class="announce pill"
      aria-pressed=${announce ? 'true' : 'false'}
      @click=${() => (this.#host.announce = !announce)}
    >
      ${this.#desk.words.announce}
    </button>`;
  }

  /** What lies over the rows. */
  get over(): readonly (TemplateResult | typeof nothing)[] {
    const { words } = this.#desk;
    const state = this.#link.room()?.store.state;
    const { locale } = this.#host;
    return [
      state ? overTop(state, words, this.#crowd?.template(words, locale)) : nothing,
      jumpChip(this.#link.list, words, locale),
    ];
  }

  /** In place of the rows while nobody has said anything. */
  get greeting(): TemplateResult | typeof nothing {
    const { chat, stream } = this.#link.room()?.store.state ?? {};
    if (chat?.status !== 'ready') return nothing;
    if (stream?.info?.phase === 'replay') return silence(this.#desk.words.silent);
    if (chat.write === 'read-only') return nothing;
    return greeting(this.#link.words(), stream?.info?.host.name, (text) => this.#desk.composer.submit(text));
  }

  #close(): void {
    const { list } = this.#link;
    if (list.openKey === null) return;
    list.openKey = null;
    this.#host.requestUpdate();
  }

  /** Takes words away at once. Where the reader reads, the row keeps its place and height. */
  #retract(target: RetractTarget): void {
    const { isFollowing, shown, rows } = this.#link.list;
    if (isFollowing) return;
    const aimed = shown.flatMap(({ key, message, pending }, index) => {
      if (pending || !isAimed(target, message)) return [];
      const row = rows[index];
      row?.style.setProperty('block-size', `${row.offsetHeight}px`);
      return [key];
    });
    this.#hide(aimed, true);
  }

  #hide(keys: readonly string[], isHidden: boolean): void {
    const gone = new Set(this.gone);
    for (const key of keys) {
      if (isHidden) gone.add(key);
      else gone.delete(key);
    }
    this.gone = gone;
    this.#host.requestUpdate();
  }
}
