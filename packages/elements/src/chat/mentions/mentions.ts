// SPDX-License-Identifier: MIT
import type { ChatMessage, Room } from '@vitrine/core';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { ChatWords } from '../chat.strings.js';
import type { DeskHost } from '../desk.js';
import { Wording } from '../wording.js';
import { english, type MentionWords } from './mentions.strings.js';
import { mentionStyles } from './mentions.styles.js';
import { callBefore, namesLike, type Name } from './names.js';

/** What the names need of their element. */
export interface MentionsLink {
  room(): Room | null;
  /** The field that is shown now. */
  field(): HTMLElement | null;
  words(): Strings<ChatWords>;
  /** Whether the viewer does not want to read who wrote it. */
  isMuted(message: ChatMessage): boolean;
  /** The field has other words now. */
  write(text: string): void;
  /** Speaks by the live region. */
  announce(text: string): void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Offers the names of people in the chat to whoever writes "@". Focus stays in the field, which points to the name that
 * Enter takes; an input method keeps all its keys. Loaded at the first "@".
 */
export class Mentions implements ReactiveController {
  readonly #host: DeskHost;
  readonly #link: MentionsLink;
  readonly #wording: Wording<MentionWords>;
  /** Empty: nothing is open. */
  #names: readonly Name[] = [];
  #at = 0;
  /** Where the "@" stands, and what of the name was there when the names were looked for. */
  #from = -1;
  #query = '';
  /** The "@" for which the viewer wants no name. */
  #declined = -1;
  #life: AbortController | null = null;

  constructor(host: DeskHost, link: MentionsLink) {
    this.#host = host;
    this.#link = link;
    this.#wording = new Wording('mentions', english, host);
    const { styleSheet } = mentionStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#names.length > 0;
  }

  /** Looks what stands before the caret. */
  look(): void {
    const field = this.#field;
    const room = this.#link.room();
    const isOne = field && field.selectionStart === field.selectionEnd;
    const call = isOne ? callBefore(field.value.slice(0, field.selectionStart)) : null;
    if (call?.from !== this.#declined) this.#declined = -1;
    const names = room && call && this.#declined < 0 ? namesLike(call.query, room.store.state, this.#link.isMuted) : [];
    if (!field || !call || names.length === 0) return this.close();
    if (call.query !== this.#query || call.from !== this.#from) this.#at = 0;
    this.#query = call.query;
    this.#from = call.from;
    if (names.length !== this.#names.length) {
      this.#link.announce(this.#wording.now.found(names.length, formatNumber(names.length, this.#host.locale)));
    }
    this.#names = names;
    this.#at = Math.min(this.#at, names.length - 1);
    if (!this.#life) this.#begin(field);
    this.#host.requestUpdate();
  }

  close(): void {
    this.#life?.abort();
    this.#life = null;
    if (!this.isOpen) return;
    this.#names = [];
    this.#host.requestUpdate();
  }

  /** Takes a key where it is for the names; answers whether it was. */
  pressed(event: KeyboardEvent): boolean {
    const { key } = event;
    // (229: the key is the input method's, whatever it has ended by it.)
    if (!this.isOpen || event.isComposing || event.keyCode === 229) return false;
    const step = steps[key];
    const count = this.#names.length;
    if (step) this.#at = (this.#at + step + count) % count;
    else if (key === 'Enter' || (key === 'Tab' && !event.shiftKey)) this.#choose(this.#at);
    else if (key === 'Escape') {
      this.#declined = this.#from;
      this.close();
    } else return false;
    event.preventDefault();
    this.#host.requestUpdate();
    return true;
  }

  template(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { host } = this.#link.words();
    return html`<div
      class="names"
      id="names"
      part="mentions"
      role="listbox"
      aria-label=${this.#wording.now.people}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${this.#names.map(({ name, isHost }, index) => {
        const badge = isHost ? html`<span class="tag host">${host}</span>` : nothing;
        const isChosen = index === this.#at ? 'true' : 'false';
        // (Its keys are the field's.)
        // eslint-disable-next-line lit-a11y/click-events-have-key-events
        return html`<div role="option" id=${`name-${index}`} aria-selected=${isChosen} @click=${() => this.#choose(index)}>
          <bdi class="ellipsis">${name}</bdi> ${badge}
        </div>`;
      })}
    </div>`;
  }

  hostUpdated(): void {
    const field = this.#field;
    // What was written has been sent, or taken back, without a key in the field.
    if (this.isOpen && !/[@＠]/.test(field?.value[this.#from] ?? '')) this.close();
    if (!field) return;
    const { isOpen } = this;
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen ? 'true' : 'false',
      'aria-controls': isOpen ? 'names' : null,
      'aria-activedescendant': isOpen ? `name-${this.#at}` : null,
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
  }

  hostDisconnected(): void {
    this.close();
  }

  get #field(): HTMLTextAreaElement | null {
    const field = this.#link.field();
    return field instanceof HTMLTextAreaElement ? field : null;
  }

  /** While names are offered, the caret may go elsewhere without a letter. */
  #begin(field: HTMLTextAreaElement): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    for (const type of ['keyup', 'click']) field.addEventListener(type, () => this.look(), { signal });
    field.addEventListener('focusout', () => this.close(), { signal });
  }

  #choose(index: number): void {
    const field = this.#field;
    const { name } = this.#names[index] ?? {};
    if (!field || name === undefined) return;
    const { value, selectionEnd } = field;
    // (One space behind it, whether there is one or not.)
    const end = selectionEnd + (value[selectionEnd] === ' ' ? 1 : 0);
    field.setRangeText(`@${name} `, this.#from, end, 'end');
    this.close();
    this.#link.write(field.value);
  }
}
