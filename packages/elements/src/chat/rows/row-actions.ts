// SPDX-License-Identifier: MIT
import { toVitrineError, type ChatMessage } from '@vitrine/core';
import { translateFeature } from '@vitrine/core/translate';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import type { Desk, DeskHost, DeskLink } from '../desk.js';
import type { Entry } from '../visible-rows.js';
import { Wording } from '../wording.js';
import { Deeds, silencedFor } from './deeds.js';
import { Lift } from './lift.js';
import { Removal } from './removal.js';
import type { RowButton } from './row-desk.template.js';
import { english, type MenuWords } from './row-menu.strings.js';
import { rowMenuStyles } from './row-menu.styles.js';
import { banQuestion, doneNotice, menu, takeBack } from './row-menu.template.js';
import { offersOf, type Offer } from './row-offers.js';
import type { Translations } from './translations.js';

export interface RowActionsLink extends Pick<DeskLink, 'room' | 'list' | 'ask' | 'announce'> {
  // (What rows have before is given, not imported: so this stays one file, and that another.)
  readonly button: RowButton;
  lost(text: string): TemplateResult;
  isMuted(message: ChatMessage): boolean;
  /** Takes the words of a row away, or gives them back. */
  hide(key: string, isHidden: boolean): void;
  /** Renders the rows again: they are left as they are while nothing else changes. */
  refresh(): void;
}

/** A button that was pressed in a row. */
interface Press {
  readonly action: string;
  readonly entry: Entry;
  readonly row: HTMLElement;
  readonly byKey: boolean;
}

/**
 * What can be done with a row: answer it, call, mute or report who wrote it, keep order; and send one's own once more or
 * give it up. A chunk of its own: fetched when the first row is pressed.
 */
export class RowActions {
  readonly removal: Removal;
  readonly lift: Lift;
  readonly #host: DeskHost;
  readonly #link: RowActionsLink;
  readonly #desk: Desk;
  readonly #wording: Wording<MenuWords>;
  readonly #deeds: Deeds;
  /** Fetched when the first message is to be translated. */
  #translations: Translations | null = null;
  /** Rows of which something is being asked. */
  readonly #busy = new Set<string>();
  /** The row that asks whether its writer shall be banned. */
  #asking: string | null = null;

  constructor(host: DeskHost, link: RowActionsLink, desk: Desk) {
    this.#host = host;
    this.#link = link;
    this.#desk = desk;
    this.lift = new Lift(host, link.list);
    this.#wording = new Wording('row-menu', english, {
      get locale() {
        return host.locale;
      },
      requestUpdate: () => link.refresh(),
    });
    this.removal = new Removal({
      room: link.room,
      undo: () => host.undo,
      ask: (id) => link.ask('chat:retract', { kind: 'message', id }),
      hide: link.hide,
      leaving: (key) => this.#giveFocusBack(key),
      failed: () => this.#refuse('notRemoved'),
    });
    this.#deeds = new Deeds({
      ...link,
      removal: this.removal,
      words: () => this.#wording.now,
      minutes: this.#minutes,
      tell: (text) => desk.composer.tell(doneNotice(text)),
    });
    const { styleSheet } = rowMenuStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** Whether it was at this message that its writer was muted. */
  hasMutedAt({ id }: ChatMessage): boolean {
    return this.#deeds.muted.has(id);
  }

  /** What the row says where nothing of its writer is to be seen any more, or in another language. */
  instead(message: ChatMessage): TemplateResult | undefined {
    if (this.#isMutedAt(message)) return this.#link.lost(this.#wording.now.muted);
    return this.#translations?.template(message);
  }

  #isMutedAt(message: ChatMessage): boolean {
    return this.hasMutedAt(message) && this.#link.isMuted(message);
  }

  /** A row was pressed, or one of its buttons. */
  press(target: Element, byKey: boolean): void {
    const { list } = this.#link;
    const row = target.closest<HTMLElement>('.row');
    const entry = row && list.shown[list.rows.indexOf(row)];
    if (!entry) return;
    const action = target.closest('[data-do]')?.getAttribute('data-do');
    // (It is told at once whether there is who translates.)
    this.#link.room()?.use(translateFeature);
    if (action) void this.#act({ action, entry, row, byKey });
    else if (this.#canOpen(entry)) {
      this.toggle(entry.key);
      void this.#reveal(row, byKey);
    }
  }

  /** Shows a row's actions, or hides them again. */
  toggle(key: string): void {
    const { list } = this.#link;
    this.#asking = null;
    this.lift.lower();
    list.openKey = list.openKey === key ? null : key;
    if (list.openKey === null) list.settle();
    else list.stop();
    this.#host.requestUpdate();
    void this.lift.hold();
  }

  /** The buttons in the row that is open, or in which something can be taken back. */
  template(entry: Entry, isOpen: boolean): TemplateResult | typeof nothing {
    const words = this.#wording.now;
    const { button } = this.#link;
    if (this.#canUndo(entry)) return takeBack(words, button);
    if (!isOpen) return nothing;
    const { name } = entry.message.author;
    if (this.#asking === entry.key) return banQuestion(name, words, button);
    return menu(this.#offers(entry), name, { words, minutes: this.#minutes(), button });
  }

  readonly #minutes = (): string => formatNumber(silencedFor, this.#host.locale);

  async #reveal(row: HTMLElement, byKey: boolean): Promise<void> {
    await this.#host.updateComplete;
    if (this.#link.list.openKey === null) return;
    this.lift.raise(row);
    if (byKey) this.#focusButton(row);
  }

  #canUndo({ key, message }: Entry): boolean {
    return this.removal.holds(key) || this.#isMutedAt(message);
  }

  #offers({ message }: Entry): readonly Offer[] {
    const room = this.#link.room();
    const offers = room ? offersOf(message, room) : [];
    const isDone: Partial<Record<Offer, boolean | undefined>> = {
      report: this.#deeds.reported.has(message.id),
      translate: this.#translations?.has(message),
    };
    return offers.filter((offer) => !isDone[offer]);
  }

  #canOpen(entry: Entry): boolean {
    if (entry.pending || entry.message.kind === 'order' || this.#canUndo(entry)) return false;
    // Whoever drags over words wants to copy them.
    if (document.getSelection()?.isCollapsed === false) return false;
    return this.#offers(entry).length > 0 || this.#host.querySelector(':scope > [slot=row-actions]') !== null;
  }

  async #act(press: Press): Promise<void> {
    const { action, entry } = press;
    const { key, message } = entry;
    try {
      if (action === 'reply') this.#desk.composer.replyTo({ id: message.id, name: message.author.name });
      else if (action === 'mention') await this.#mention(message.author.name);
      else if (action === 'ban' || action === 'cancel') this.#ask(press, action === 'ban' ? key : null);
      else if (action === 'undo') await this.#undo(press);
      else if (action === 'translate') await this.#translate(press);
      else if (action === 'turn') await this.#translations?.turn(message);
      else if (action === 'retry' || action === 'discard') {
        await this.#settle(action, message);
        this.#link.list.follow();
      } else await this.#do(press);
    } catch (thrown) {
      if (action === 'retry' || action === 'discard') this.#desk.composer.tell(toVitrineError(thrown).code);
      else this.#refuse(action === 'remove' ? 'notRemoved' : 'refused');
    }
  }

  /** Does what is asked of the room, then closes the row. */
  async #do(press: Press): Promise<void> {
    const { action, entry, row, byKey } = press;
    const { key } = entry;
    // A second press of the same hand is no second wish.
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    this.#giveFocus(press);
    try {
      await this.#deeds.run(action, entry);
    } finally {
      this.#busy.delete(key);
    }
    if (this.#link.list.openKey === key) this.toggle(key);
    this.#link.refresh();
    if (byKey && this.#canUndo(entry)) this.#focusButton(row);
  }

  async #undo(press: Press): Promise<void> {
    const { entry } = press;
    this.#giveFocus(press);
    if (this.removal.holds(entry.key)) this.removal.takeBack(entry.key);
    else await this.#deeds.unmute(entry);
  }

  async #translate(press: Press): Promise<void> {
    const { key, message } = press.entry;
    const { Translations } = await import('./translations.js');
    this.#translations ??= new Translations(this.#host, {
      ...this.#link,
      lift: this.lift,
      words: () => this.#wording.now,
      retry: () => this.#desk.words.retry,
    });
    this.#giveFocus(press);
    if (this.#link.list.openKey === key) this.toggle(key);
    await this.#translations.ask(message);
  }

  #ask(press: Press, key: string | null): void {
    this.#giveFocus(press);
    this.#asking = key;
    this.#link.refresh();
    if (press.byKey) this.#focusButton(press.row);
  }

  /** Puts a name where the caret is, apart from what stands before it. */
  async #mention(name: string): Promise<void> {
    const { composer } = this.#desk;
    if (composer.step === 'name') {
      composer.cancelName();
      await this.#host.updateComplete;
    }
    const field = this.#host.shadowRoot?.querySelector('textarea');
    if (!field) return;
    const isApart = /(^|\s)$/.test(field.value.slice(0, field.selectionStart));
    composer.insert(`${isApart ? '' : ' '}@${name} `);
    field.focus();
  }

  async #settle(action: string, { cid = '' }: ChatMessage): Promise<void> {
    const { ask } = this.#link;
    if (action === 'discard') return void (await ask('chat:discard', { cid }));
    const pending = this.#link.room()?.store.state.chat.pending.find((one) => one.cid === cid);
    if (pending?.error?.code === 'AUTH_REQUIRED') await ask('identity:require', { reason: 'chat' });
    await ask('chat:retry', { cid });
  }

  #refuse(why: 'notRemoved' | 'refused'): void {
    this.#desk.composer.tell(html`${this.#wording.now[why]}`);
  }

  /** The button that was pressed is about to go: whoever came by the keyboard goes on at the row. */
  #giveFocus({ row, byKey }: Press): void {
    (byKey ? row : this.#link.list.box)?.focus({ preventScroll: true });
  }

  #focusButton(row: HTMLElement): void {
    void this.#host.updateComplete.then(() => row.querySelector<HTMLElement>('.actions button')?.focus());
  }

  /** The button to take it back goes: focus that was in it stays in its row. */
  #giveFocusBack(key: string): void {
    const { list } = this.#link;
    const row = list.rows[list.shown.findIndex((entry) => entry.key === key)];
    if (row?.contains(this.#host.shadowRoot?.activeElement ?? null)) row.focus({ preventScroll: true });
  }
}
