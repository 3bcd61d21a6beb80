// SPDX-License-Identifier: MIT
import { isAimed, type ChatMessage, type Room } from '@vitrine/core';
import type { Translation } from '@vitrine/core/translate';
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../shared/localize.js';
import type { DeskHost } from '../desk.js';
import { sentence } from '../sentence.js';
import type { Lift } from './lift.js';
import type { RowActionsLink } from './row-actions.js';
import type { MenuWords } from './row-menu.strings.js';

/** What the translations need of their element. */
export interface TranslationsLink extends Pick<RowActionsLink, 'room' | 'list' | 'ask' | 'announce' | 'refresh'> {
  readonly lift: Lift;
  words(): Strings<MenuWords>;
  /** What the button says that tries again. */
  retry(): string;
}

/** A message that the viewer wants to read in a language. */
interface Wanted {
  readonly message: ChatMessage;
  /** BCP 47. */
  readonly to: string;
  state: 'asked' | 'failed' | 'shown' | 'original';
  translation?: Translation;
}

/** What a language is called in another, if it is known there. */
function nameOf(language: string, locale: string): string | undefined {
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
}

const button = (action: string, label: string): TemplateResult =>
  html`<button type="button" class="turn" data-do=${action}>${label}</button>`;

/**
 * Messages in the viewer's language, each asked for once and kept while its row is there. A chunk of its own: fetched when
 * the first one is wanted.
 */
export class Translations {
  readonly #host: DeskHost;
  readonly #link: TranslationsLink;
  #wanted: readonly Wanted[] = [];
  #room: Room | null = null;

  constructor(host: DeskHost, link: TranslationsLink) {
    this.#host = host;
    this.#link = link;
  }

  /** Whether it was asked for already, in the language that the viewer reads now. */
  has(message: ChatMessage): boolean {
    return this.#find(message) !== undefined;
  }

  async ask(message: ChatMessage): Promise<void> {
    const { room: current, ask, announce, words } = this.#link;
    const before = this.#find(message);
    const room = current();
    // A second press of the same hand is no second wish.
    if (!room || before?.state === 'asked') return;
    this.#watch(room);
    const wanted: Wanted = { message, to: this.#host.locale, state: 'asked' };
    this.#wanted = [...this.#wanted.filter((one) => one !== before && this.#isThere(one)), wanted];
    await this.#show(message);
    try {
      const translation = await ask('chat:translate', { message, to: wanted.to });
      // (Null: the page has taken it over, and shows it itself.)
      if (translation) Object.assign(wanted, { translation, state: 'shown' });
      else this.#forget((one) => one === wanted);
    } catch {
      wanted.state = 'failed';
    }
    if (!this.#isThere(wanted)) this.#forget((one) => one === wanted);
    await this.#show(message);
    if (this.#find(message) === wanted) announce(wanted.translation?.text ?? words().untranslated);
  }

  /** From the translation to what was said, and back. */
  async turn(message: ChatMessage): Promise<void> {
    const wanted = this.#find(message);
    if (!wanted?.translation) return;
    wanted.state = wanted.state === 'shown' ? 'original' : 'shown';
    await this.#show(message);
  }

  /** In place of a row's words: they or their translation, and what that is. */
  template(message: ChatMessage): TemplateResult | undefined {
    const wanted = this.#find(message);
    if (!wanted) return undefined;
    const { state, translation, to } = wanted;
    const [text, lang] = state === 'shown' && translation ? [translation.text, to] : [message.text, translation?.from];
    return html`<bdi class="text" part="text" dir="auto" lang=${lang ?? nothing}>${text}</bdi>
      <div class="fate translation ${state === 'failed' ? 'failed' : ''}">${this.#line(wanted)}</div>`;
  }

  #line({ message, state, translation }: Wanted): TemplateResult {
    const words = this.#link.words();
    if (state === 'asked') return html`<span>${words.translating}</span>`;
    if (!translation) return html`<span>${words.untranslated}</span> ${button('translate', this.#link.retry())}`;
    if (translation.text === message.text) return html`<span>${words.sameLanguage}</span>`;
    const name = translation.from && nameOf(translation.from, this.#host.locale);
    const said = name ? sentence(words.translatedFrom, name) : words.translated;
    const isShown = state === 'shown';
    return html`${isShown ? html`<span>${said}</span> <span aria-hidden="true">·</span> ` : nothing}${button(
      'turn',
      isShown ? words.original : words.translation,
    )}`;
  }

  #find(message: ChatMessage): Wanted | undefined {
    const { locale } = this.#host;
    return this.#wanted.find((one) => one.message === message && one.to === locale);
  }

  #isThere({ message }: Wanted): boolean {
    return this.#link.list.shown.some((entry) => entry.message === message);
  }

  #forget(which: (wanted: Wanted) => boolean): void {
    this.#wanted = this.#wanted.filter((one) => !which(one));
  }

  /** What is retracted is forgotten in every language. */
  #watch(room: Room): void {
    if (this.#room === room) return;
    this.#room = room;
    room.bus.on('chat:retracted', (target) => this.#forget(({ message }) => isAimed(target, message)), room);
  }

  /**
   * Renders the rows again. Where the reader has scrolled up, nothing moves that is above what has changed: the list is
   * laid out from its end, so a row that grows would push it up.
   */
  async #show(message: ChatMessage): Promise<void> {
    const { list, lift, refresh } = this.#link;
    const row = list.isAway && list.rows[list.shown.findIndex((entry) => entry.message === message)];
    const top = row ? row.getBoundingClientRect().top : 0;
    refresh();
    await lift.hold();
    const { box } = list;
    if (row && box && top >= box.getBoundingClientRect().top) box.scrollTop += row.getBoundingClientRect().top - top;
  }
}
