// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from 'lit';
import type { Strings } from '../../shared/localize.js';
import { sentence } from '../sentence.js';
import type { RowButton } from './row-desk.template.js';
import type { MenuWords } from './row-menu.strings.js';
import type { Offer } from './row-offers.js';

type Words = Strings<MenuWords>;

/** What the buttons are made of. */
export interface MenuView {
  readonly words: Words;
  /** For how long the staff takes the word from somebody. */
  readonly minutes: string;
  readonly button: RowButton;
}

/** What is offered in the row that is open, and the actions of the page. */
export function menu(offers: readonly Offer[], name: string, { words, minutes, button }: MenuView): TemplateResult {
  const label = (offer: Offer): unknown => {
    if (offer === 'mute') return sentence(words.mute, name);
    return offer === 'silence' ? words.silence(minutes) : words[offer];
  };
  return html`<div class="acts actions">
    ${offers.map((offer) => button(offer, label(offer)))}
    <slot name="row-actions"></slot>
  </div>`;
}

/** What was done in a row can be taken back there. */
export function takeBack({ undo }: Words, button: RowButton): TemplateResult {
  return html`<div class="acts actions">${button('undo', undo)}</div>`;
}

/** A ban is for good: it is asked first, and the answer nearest to the hand changes nothing. */
export function banQuestion(name: string, { askBan, cancel, ban }: Words, button: RowButton): TemplateResult {
  return html`<div class="acts actions">
    <span class="asks">${sentence(askBan, name)}</span>
    ${button('cancel', cancel)} ${button('banish', ban)}
  </div>`;
}

/** For the line over the composer: something was done. */
export function doneNotice(text: unknown): TemplateResult {
  return html`<span class="done">${text}</span>`;
}
