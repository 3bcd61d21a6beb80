// SPDX-License-Identifier: MIT
import { isAimed, isForViewer, type ChatMessage, type Retraction, type Room, type RoomState } from '@vitrine/core';
import { isMuted, mutedFeature } from '@vitrine/core/muted';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import type { Desk, DeskHost, DeskLink } from '../desk.js';
import type { Entry } from '../visible-rows.js';
import { Wording } from '../wording.js';
import type { Crowd } from './crowd.js';
import { english, type RowsWords } from './rows.strings.js';
import type { RowActions } from './row-actions.js';
import type { RowExtras } from './row-extras.js';
import type { RowView } from '../row.template.js';
import { away, fate, greeting, jumpChip, lost, overTop, rowButton, silence } from './row-desk.template.js';
import { rowDeskStyles } from './row-desk.styles.js';
import { pressKey } from './row-keys.js';

type State = Readonly<RoomState>;

/** What rows have beside their words: the reader's keys and presses, and the way back to the newest. */
export class RowDesk {
  /** Keys of rows whose words are gone: retracted while the list stands still, or about to be removed. */
  gone: ReadonlySet<string> = new Set();
  readonly #host: DeskHost;
  readonly #link: DeskLink;
  readonly #desk: Desk;
  readonly #words: Wording<RowsWords>;
  /** What can be done with rows: fetched when the first one is pressed. */
  #actions: RowActions | null = null;
  #crowd: Crowd | null = null;
  #extras: RowExtras | null = null;

  constructor(host: DeskHost, link: DeskLink, desk: Desk) {
    this.#host = host;
    this.#link = link;
    this.#desk = desk;
    this.#words = new Wording('rows', english, host);
    const { styleSheet } = rowDeskStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Serves a room until the signal aborts. */
  connect(room: Room, signal: AbortSignal): void {
    const { bus, store } = room;
    const { list } = this.#link;
    let before = store.state.chat.skipped;
    const crowded = async (skipped: number): Promise<void> => {
      const more = skipped - before;
      before = skipped;
      this.#desk.leftOut(more);
      if (!this.#crowd) {
        const { Crowd } = await import('./crowd.js');
        if (signal.aborted) return;
        this.#crowd ??= new Crowd(this.#host);
      }
      this.#crowd.add(more);
    };
    // (Where it cannot be had, the rows alone tell.)
    store.select(
      ({ chat }) => chat.skipped,
      (skipped) => void crowded(skipped).catch(() => undefined),
      { signal },
    );
    bus.on('chat:retracted', (target) => this.#retract(target), { signal });
    // Another moment of a recording: nothing of the one before stays, wherever the reader was.
    bus.on('chat:moved', () => list.follow(true), { signal });
    room.use(mutedFeature);
    // (Whoever muted somebody can take it back where they did.)
    list.hides = (message) => this.isMuted(message) && !this.#actions?.hasMutedAt(message);
    for (const told of [({ muted }: State) => muted, ({ identity }: State) => identity.viewer?.role]) {
      store.select<unknown>(told, () => this.#sift(), { signal });
    }
    this.#sift();
    void this.#extend(room, signal).catch(() => undefined);
    const flush = (): void => this.#actions?.removal.flush();
    addEventListener('pagehide', flush, { signal });
    signal.addEventListener('abort', () => {
      flush();
      this.gone = new Set();
      this.#crowd = null;
    });
  }

  /** What is said of an order, given who ordered and what. */
  ordered({ others = [] }: ChatMessage): (name: string, product: string) => string {
    const { length } = others;
    const shown = formatNumber(length, this.#host.locale);
    return length > 0
      ? (name, product) => this.#words.now.orderedToo(name, product, length, shown)
      : this.#link.words().ordered;
  }

  /** What is read out of a message. */
  spoken(message: ChatMessage): string {
    const { kind, author, text, sticker } = message;
    if (kind === 'order') return this.ordered(message)(author.name, text);
    return this.#desk.words.says(author.name, sticker ? this.#words.now.sticker(text) : text);
  }

  /** Classes of a row by what its message is to the viewer, and by whether the back end vouches for its author. */
  look(message: ChatMessage): string {
    return `${message.author.isVerified ? 'verified ' : ''}${this.isForViewer(message) ? 'for-viewer' : ''}`;
  }

  /** Whether somebody answers this viewer. */
  isForViewer(message: ChatMessage): boolean {
    return this.#holds(isForViewer, message);
  }

  /** Whether the viewer does not want to read who wrote it. */
  isMuted(message: ChatMessage): boolean {
    return this.#holds(isMuted, message);
  }

  /** A key or a press on the list. */
  take(event: KeyboardEvent | MouseEvent, target: Element): void {
    const { list } = this.#link;
    if (event instanceof KeyboardEvent) pressKey(event, target, list, () => this.#close());
    else if (target.closest('.row')) {
      const byKey = event.detail === 0;
      this.#use((actions) => actions.press(target, byKey));
    }
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
    const actions = this.#actions?.template(entry, isOpen) ?? nothing;
    // (The mark behind the name is drawn by the styles.)
    const mark = entry.message.author.isVerified ? this.#words.now.verified : '';
    return [
      mark ? html`<span class="visually-hidden">${mark}</span>` : nothing,
      (!this.gone.has(entry.key) && this.#extras?.hearts.template(entry, isOpen)) || nothing,
      fate(entry, this.#link.words().send, words, reason),
      actions,
    ];
  }

  /** What a row says in place of its words, where they are gone or read in another language. */
  instead({ key, message }: Entry): TemplateResult | undefined {
    if (this.gone.has(key)) return lost(this.#desk.words.removed);
    return this.#actions?.instead(message);
  }

  /** Another value when a row is to be rendered again, though its message is the same. */
  mark(entry: Entry, view: RowView): unknown {
    const isOther = view.openKey === entry.key || this.instead(entry);
    return isOther ? view : this.#extras?.hearts.mark(entry);
  }

  /** Before the rows: the way to what the viewer can set, once it is there. */
  get door(): TemplateResult | undefined {
    return this.#extras?.door;
  }

  /** What lies over the rows. */
  get over(): readonly (TemplateResult | typeof nothing)[] {
    const { words } = this.#desk;
    const state = this.#link.room()?.store.state;
    const { locale } = this.#host;
    if (!state) return [];
    return [
      overTop(state, words, this.#crowd?.template(words, locale)),
      jumpChip(this.#link.list, state.chat, words, locale),
    ];
  }

  /** In place of the rows while there are none. */
  get none(): TemplateResult | typeof nothing {
    const { chat, stream } = this.#link.room()?.store.state ?? {};
    if (!chat || chat.status === 'loading') return nothing;
    if (chat.status !== 'ready') return away(chat, this.#words.now);
    if (stream?.info?.phase === 'replay') return silence(this.#desk.words.silent);
    if (chat.write === 'read-only') return nothing;
    return greeting(this.#words.now, stream?.info?.host.name, (text) => this.#desk.composer.submit(text));
  }

  #holds(is: (message: ChatMessage, state: State) => boolean, message: ChatMessage): boolean {
    const state = this.#link.room()?.store.state;
    return state !== undefined && is(message, state);
  }

  /** Does something with the row actions, as soon as they are there. */
  #use(act: (actions: RowActions) => void): void {
    if (this.#actions) act(this.#actions);
    else
      this.#load().then(
        (actions) => this.#host.isConnected && act(actions),
        () => undefined,
      );
  }

  async #load(): Promise<RowActions> {
    const { RowActions } = await import('./row-actions.js');
    return (this.#actions ??= new RowActions(
      this.#host,
      {
        ...this.#link,
        button: rowButton,
        lost,
        isMuted: (message) => this.isMuted(message),
        hide: (key, isHidden) => this.#hide([key], isHidden),
        refresh: () => this.#hide([], true),
      },
      this.#desk,
    ));
  }

  /** Shows who is to be seen now, and hides the others. */
  #sift(): void {
    this.#link.list.sift();
    // (Rows that stay may say something else.)
    this.#hide([], true);
  }

  async #extend(room: Room, signal: AbortSignal): Promise<void> {
    const { RowExtras } = await import('./row-extras.js');
    if (signal.aborted) return;
    this.#extras ??= new RowExtras(this.#host, this.#link, this.#desk, () => this.#hide([], true));
    this.#extras.connect(room, signal);
  }

  #close(): void {
    const { list } = this.#link;
    if (list.openKey === null) return;
    list.openKey = null;
    this.#actions?.lift.lower();
    this.#host.requestUpdate();
    void this.#actions?.lift.hold();
  }

  /** Takes words away at once. Where the reader reads, the row keeps its place and height. */
  #retract(target: Retraction): void {
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
