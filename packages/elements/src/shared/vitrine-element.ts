// SPDX-License-Identifier: MIT
import type { RequestAnswer, RequestDetail, RequestName, Room, RoomState } from '@vitrine/core';
import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { localeOf } from './locale.js';
import { askRoom } from './request-event.js';
import { RoomController } from './room-controller.js';
import { tokens } from './tokens.js';

/** Marks a picture that cannot be had, until it can: a browser's own drawing of one is not shown. */
const judge = ({ target, type }: Event): void => {
  if (target instanceof HTMLImageElement) target.toggleAttribute('data-broken', type === 'error');
};

/**
 * What every Vitrine element shares: its room, its language, its states. A subclass names its own styles with
 * `static override styles = [VitrineElement.styles, …]`.
 */
export class VitrineElement extends LitElement {
  static override styles: CSSResultGroup = tokens;

  /**
   * The room: the object itself (property), the id of a `vitrine-room` or of its room (attribute), or nothing: then
   * the room around the element.
   */
  @property({ attribute: 'room' }) room: Room | string | null = null;

  /** The element's custom states, styled by `:state(name)`. */
  protected readonly internals: ElementInternals = this.attachInternals();

  protected readonly rooms: RoomController = new RoomController(this, (room, signal) =>
    this.roomConnected(room, signal),
  );

  #languages: MutationObserver | null = null;

  /** BCP 47 language tag of the nearest `lang`. */
  get locale(): string {
    return localeOf(this);
  }

  /** State of the room, or null while there is none. */
  protected get state(): Readonly<RoomState> | null {
    return this.rooms.state;
  }

  /** Called when the element has found its room; the signal aborts when it loses it. */
  protected roomConnected(_room: Room, _signal: AbortSignal): void {
    // Nothing by default.
  }

  /**
   * Asks the room for something, after the page had its chance: a cancelable event `vitrine-area-verb` goes first.
   * Resolves with null when the page took it over or there is no room.
   */
  protected ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null> {
    return askRoom(this, this.rooms.current, name, detail);
  }

  /** Sets or clears a custom state. */
  protected toggleState(name: string, on: boolean): void {
    // (Safari before 17.4 has none; the public states are for the page's styles alone.)
    const states = this.internals.states as CustomStateSet | undefined;
    // Chrome before 125 takes only names that begin with two hyphens and throws at others.
    try {
      if (on) states?.add(name);
      else states?.delete(name);
    } catch {
      if (on) states?.add(`--${name}`);
      else states?.delete(`--${name}`);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#languages = new MutationObserver(() => this.requestUpdate());
    this.#languages.observe(document.documentElement, { attributes: true, attributeFilter: ['lang', 'dir'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languages?.disconnect();
    this.#languages = null;
  }

  // (Neither event bubbles, nor leaves the element.)
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of ['error', 'load']) root.addEventListener(type, judge, true);
    return root;
  }

  /** Finds the room before anything else: `willUpdate` comes before the controllers' turn, and reads its state. */
  protected override shouldUpdate(_changed: PropertyValues): boolean {
    this.rooms.update();
    return true;
  }

  protected override update(changed: PropertyValues): void {
    this.toggleState('rtl', getComputedStyle(this).direction === 'rtl');
    super.update(changed);
  }
}
