// SPDX-License-Identifier: MIT
import type { ChatMessage, ChatState, RoomState } from '@vitrine/core';
import type { ReactiveControllerHost } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from '../shared/repeat.js';
import { List } from './list.js';
import { rowTemplate, type RowView } from './row.template.js';
import type { Entry } from './visible-rows.js';

/** What the list needs of its element. */
export interface ListLink {
  state(): Readonly<RoomState> | null;
  /** How many rows there are for who reads; for who follows the newest half as many: none of them sees more. */
  limit(): number;
  /** The reader has left the newest rows. */
  stopped(): void;
}

/** A fraction of a pixel is no scrolling: zoomed pages round. */
const tolerance = 2;

/** No fade is higher, in px. */
const mostFade = 56;

/**
 * The list as it stands in the element. It knows whether the reader follows the newest rows or reads on where they are,
 * by what the reader does alone: the list is laid out from its end (`column-reverse` around the rows), so the end is
 * scroll position 0 however much is added. Adding rows never scrolls, and every scroll away from 0 is the reader's, by
 * wheel, finger, key or scrollbar.
 */
export class ListView {
  /** Else nothing moves. */
  isFollowing = true;
  /** Whether the newest rows are out of sight. */
  isAway = false;
  /** The row whose actions are shown. */
  openKey: string | null = null;
  /** How many rows have come since the reader stopped following, also of those that are hidden. */
  newCount = 0;
  /** Which messages the viewer does not want to see. */
  hides: (message: ChatMessage) => boolean = () => false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #link: ListLink;
  #list = new List();
  #measured: readonly Entry[] = [];
  #stoppedAt = 0;
  /** The chat as it was last taken: where the reader stands it has moved on. */
  #taken: ChatState | null = null;
  /** Stands still although the newest rows are in sight. */
  #isHeld = false;

  constructor(host: ReactiveControllerHost & Element, link: ListLink) {
    this.#host = host;
    this.#link = link;
  }

  get shown(): readonly Entry[] {
    return this.#list.shown;
  }

  /** The scroller; its one child holds the rows. */
  get box(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.list') ?? null;
  }

  get rows(): readonly HTMLElement[] {
    return [...(this.box?.querySelectorAll<HTMLElement>('.row') ?? [])];
  }

  /** Resolves when the rows stand as they are to be. */
  get rendered(): Promise<unknown> {
    return this.#host.updateComplete;
  }

  /** For the scroller: passive, so that the page scrolls without waiting for it. */
  readonly scrolled = { handleEvent: (): void => this.settle(), passive: true };

  /** Another room: nothing of the last one stays. */
  restart(): void {
    this.#list = new List();
    this.isFollowing = true;
    this.isAway = this.#isHeld = false;
    this.openKey = null;
    this.commit();
  }

  /** @returns whether the next frame must commit again */
  commit(): boolean {
    const state = this.#link.state();
    if (!state) return false;
    const { chat } = state;
    this.#host.requestUpdate();
    if (this.isFollowing) {
      this.#taken = chat;
      return this.#show(state, chat);
    }
    this.newCount = Math.max(0, chat.total - this.#stoppedAt);
    return false;
  }

  /** What is to be seen has changed: rows come and go at once, also where the reader stands. */
  sift(): void {
    const state = this.#link.state();
    this.#list = new List();
    if (state && this.#taken) this.#show(state, this.#taken);
    this.commit();
  }

  #show({ identity }: Readonly<RoomState>, chat: ChatState): boolean {
    const rows = chat.rows.filter((row) => !this.hides(row));
    return this.#list.commit({ ...chat, rows }, identity.viewer, this.#link.limit() >> +this.isFollowing);
  }

  /** More rows before those that are shown, and none behind them: nothing moves under the reader. */
  #lengthen(state: Readonly<RoomState>, chat: ChatState): void {
    const ids = new Set(this.shown.map(({ message }) => message.id));
    this.#taken = { ...chat, rows: chat.rows.slice(0, chat.rows.findLastIndex(({ id }) => ids.has(id)) + 1) };
    this.#list = new List();
    this.#show(state, this.#taken);
  }

  stop(): void {
    if (this.isFollowing) {
      this.isFollowing = false;
      this.newCount = 0;
      const state = this.#link.state();
      if (state) {
        this.#stoppedAt = state.chat.total;
        this.#lengthen(state, state.chat);
      }
      this.#link.stopped();
    }
    this.#host.requestUpdate();
  }

  /** Stands still until the reader wants the newest rows. */
  hold(): void {
    this.#isHeld = true;
    this.stop();
  }

  /**
   * Goes to the newest rows and stays there. Focus that was in a row stays in the list.
   * @param isElsewhere the rows are those of another moment: none of them moves from where it was
   */
  follow(isElsewhere = false): void {
    const { box } = this;
    if (isElsewhere) this.#list = new List();
    if (this.#host.shadowRoot?.activeElement?.closest('.list, .float')) box?.focus({ preventScroll: true });
    this.openKey = null;
    this.isFollowing = true;
    this.isAway = this.#isHeld = false;
    // The reader asked for it: old rows may leave in the same frame as new ones come.
    if (this.commit()) this.commit();
    if (box) box.scrollTop = 0;
  }

  /** Looks where the reader is: at the newest rows the list moves on, unless something in it is in use. */
  settle(): void {
    const { box } = this;
    if (!box) return;
    this.isAway = Math.abs(box.scrollTop) > tolerance;
    if (this.isAway) this.stop();
    else if (
      !this.isFollowing &&
      !this.#isHeld &&
      this.openKey === null &&
      !box.querySelector('.row:focus-visible, .row :focus-visible')
    )
      this.follow();
  }

  template(view: Pick<RowView, 'state' | 'words' | 'locale' | 'isPanel' | 'desk'>): unknown {
    const { shown, fresh } = this.#list;
    const { openKey } = this;
    const { words, locale, isPanel, desk, state } = view;
    const { chat, identity, stream } = state;
    const same = [words, locale, isPanel, desk, desk?.words, chat.write, identity, stream.info?.host];
    // Typing renders the element with each key, but not the rows; a row that comes renders none of the others.
    return guard([shown, fresh, openKey, desk?.rows.gone, ...same], () => {
      const full: RowView = { ...view, openKey, fresh };
      return repeat(
        shown,
        ({ key }) => key,
        (entry) =>
          guard([entry.pending ?? entry.message, fresh.has(entry.key), desk?.rows.mark(entry, full), ...same], () =>
            rowTemplate(entry, full),
          ),
      );
    });
  }

  /**
   * After each rendering: the fade at the top of the list leaves the newest row alone, where it is so long that it comes
   * there. Looked at in the next frame, when it is laid out anyway; set seldom, as all rows are styled anew by it.
   */
  measure(): void {
    if (this.#measured === this.shown) return;
    this.#measured = this.shown;
    requestAnimationFrame(() => {
      const { box } = this;
      const newest = box?.firstElementChild?.lastElementChild as HTMLElement | null;
      const height = newest?.offsetHeight ?? 0;
      box?.style.setProperty('--_newest', `${height > box.clientHeight - mostFade ? height : 0}px`);
    });
  }
}
