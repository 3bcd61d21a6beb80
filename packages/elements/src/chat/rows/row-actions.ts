// SPDX-License-Identifier: MIT
import { isStaff, toVitrineError, type ChatMessage } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk, DeskHost, DeskLink } from '../desk.js';
import type { Entry } from '../visible-rows.js';
import { Removal } from './removal.js';
import { rowButton } from './row-desk.template.js';

export interface RowActionsLink extends Pick<DeskLink, 'room' | 'list' | 'ask'> {
  /** Takes the words of a row away, or gives them back. */
  hide(key: string, isHidden: boolean): void;
}

/** What can be done with a row: answer it, remove it, and send one's own once more or give it up. */
export class RowActions {
  readonly removal: Removal;
  readonly #host: DeskHost;
  readonly #link: RowActionsLink;
  readonly #desk: Desk;

  constructor(host: DeskHost, link: RowActionsLink, desk: Desk) {
    this.#host = host;
    this.#link = link;
    this.#desk = desk;
    this.removal = new Removal({
      room: link.room,
      undo: () => host.undo,
      ask: (id) => link.ask('chat:retract', { kind: 'message', id }),
      hide: link.hide,
      leaving: (key) => this.#giveFocusBack(key),
      failed: () => desk.composer.tell('notRemoved'),
    });
  }

  /** A row was pressed, or one of its buttons. */
  press(target: Element, byKey: boolean): void {
    const { list } = this.#link;
    const row = target.closest<HTMLElement>('.row');
    const entry = row && list.shown[list.rows.indexOf(row)];
    if (!entry) return;
    const { key } = entry;
    const action = target.closest('[data-do]')?.getAttribute('data-do');
    if (action) void this.#act(action, entry, row, byKey);
    else if (!entry.pending && entry.message.kind !== 'order' && !this.removal.holds(key) && this.#canOpen()) {
      this.toggle(key);
      if (byKey) this.#focusButton(row);
    }
  }

  /** Shows a row's actions, or hides them again. */
  toggle(key: string): void {
    const { list } = this.#link;
    list.openKey = list.openKey === key ? null : key;
    if (list.openKey === null) list.settle();
    else list.stop();
    this.#host.requestUpdate();
  }

  /** The buttons in the row that is open, or whose removal can be taken back. */
  template(key: string, isOpen: boolean): TemplateResult | typeof nothing {
    const { reply, remove, undo } = this.#desk.words;
    if (this.removal.holds(key)) return html`<div class="acts actions">${rowButton('undo', undo)}</div>`;
    if (!isOpen) return nothing;
    return html`<div class="acts actions">
      ${this.#canReply ? rowButton('reply', reply) : nothing} ${this.#canRemove ? rowButton('remove', remove) : nothing}
      <slot name="row-actions"></slot>
    </div>`;
  }

  get #canReply(): boolean {
    return this.#link.room()?.store.state.chat.write === 'allowed';
  }

  get #canRemove(): boolean {
    const room = this.#link.room();
    const viewer = room?.store.state.identity.viewer;
    return viewer != null && isStaff(viewer.role) && room?.bus.isAnswered('chat:retract') === true;
  }

  #canOpen(): boolean {
    // Whoever drags over words wants to copy them.
    if (document.getSelection()?.isCollapsed === false) return false;
    return this.#canReply || this.#canRemove || this.#host.querySelector(':scope > [slot=row-actions]') !== null;
  }

  async #act(action: string, entry: Entry, row: HTMLElement, byKey: boolean): Promise<void> {
    const { composer } = this.#desk;
    const { list } = this.#link;
    const { key, message } = entry;
    const after = byKey ? row : list.box;
    if (action === 'reply') return composer.replyTo({ id: message.id, name: message.author.name });
    if (action === 'undo') {
      this.removal.takeBack(key);
      return after?.focus({ preventScroll: true });
    }
    try {
      if (action === 'remove') {
        await this.removal.remove(entry);
        if (list.openKey === key) this.toggle(key);
        after?.focus({ preventScroll: true });
        if (byKey && this.removal.holds(key)) this.#focusButton(row);
      } else {
        await this.#settle(action, message);
        list.follow();
      }
    } catch (thrown) {
      composer.tell(action === 'remove' ? 'notRemoved' : toVitrineError(thrown).code);
    }
  }

  async #settle(action: string, { cid = '' }: ChatMessage): Promise<void> {
    const { ask } = this.#link;
    if (action === 'discard') return void (await ask('chat:discard', { cid }));
    const pending = this.#link.room()?.store.state.chat.pending.find((one) => one.cid === cid);
    if (pending?.error?.code === 'AUTH_REQUIRED') await ask('identity:require', { reason: 'chat' });
    await ask('chat:retry', { cid });
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
