// SPDX-License-Identifier: MIT
import type { Decision, WaitingMessage } from '@vitrine/core/moderation';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { words, type Strings } from '../../shared/localize.js';
import type { Step } from '../last-step.js';
import { english } from './sieve.strings.js';
import { sieveStyles } from './sieve.styles.js';

export interface SieveLink {
  readonly root: ShadowRoot;
  readonly host: ReactiveControllerHost & { readonly locale: string };
  /** Does it about all of them, as one step. */
  take(messages: readonly WaitingMessage[], decision: Decision): void;
}

type From = 'guests' | 'members';

/** As it is looked for: without case, width or accents. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whose messages are several. */
function busyAuthors(held: readonly WaitingMessage[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(held.flatMap(({ author: { id } }) => (seen.has(id) ? [id] : (seen.add(id), []))));
}

/** Looks through the queue, and decides about all that is left in it. */
export class Sieve {
  readonly #link: SieveLink;
  #text = '';
  #from: From | null = null;
  #isSeveral = false;
  /** What is asked once more before it is done, and about which: what comes meanwhile is not meant. */
  #question: { readonly decision: Decision; readonly ids: ReadonlySet<string> } | null = null;

  constructor(link: SieveLink) {
    this.#link = link;
    const { styleSheet } = sieveStyles;
    if (styleSheet) link.root.adoptedStyleSheets.push(styleSheet);
  }

  get #words(): Strings<typeof english> {
    return words('sieve', english, this.#link.host.locale, () => this.#link.host.requestUpdate());
  }

  /** What its keys do. */
  get keys(): string {
    return this.#words.keys;
  }

  get #isOn(): boolean {
    return this.#text.trim() !== '' || this.#from !== null || this.#isSeveral;
  }

  /** What is left of what waits. */
  shown(held: readonly WaitingMessage[]): readonly WaitingMessage[] {
    const asked = held.filter(({ id }) => this.#question?.ids.has(id));
    if (asked.length > 0) return asked;
    // (What was asked about has been decided by somebody else.)
    this.#question = null;
    if (!this.#isOn) return held;
    const terms = plain(this.#text).split(/\s+/).filter(Boolean);
    const busy = busyAuthors(held);
    return held.filter(({ author, text, isGuest }) => {
      const said = plain(`${author.name} ${text}`);
      return (
        terms.every((term) => said.includes(term)) &&
        (this.#from === null || isGuest === (this.#from === 'guests')) &&
        (!this.#isSeveral || busy.has(author.id))
      );
    });
  }

  /** How many are left; null where nothing is left out. */
  counted(held: readonly WaitingMessage[], shown: readonly WaitingMessage[]): string | null {
    if (!this.#isOn && !this.#question) return null;
    return this.#words.counted(this.#number(shown.length), this.#number(held.length));
  }

  /** What was done about many. */
  done({ messages: { length }, decision }: Step): string {
    return this.#words[decision === 'allow' ? 'allowed' : 'removed'](length, this.#number(length));
  }

  /** Where nothing is left. */
  none(): TemplateResult {
    const text = this.#words;
    return html`<div class="none" part="notice">
      <p>${text.none}</p>
      <button type="button" class="button ghost small" @click=${this.#clear}>${text.showAll}</button>
    </div>`;
  }

  template(held: readonly WaitingMessage[], shown: readonly WaitingMessage[]): TemplateResult | typeof nothing {
    if (held.length < 2 && !this.#isOn && !this.#question) return nothing;
    const text = this.#words;
    return html`<div class="sieve" part="filter" role="search" aria-label=${text.filter}>
        <input
          type="search"
          part="search"
          aria-label=${text.search}
          aria-keyshortcuts="/"
          placeholder=${text.search}
          autocomplete="off"
          .value=${this.#text}
          @input=${this.#typed}
          @keydown=${this.#pressedInSearch}
        />
        <div class="picks">${this.#picks(held)}</div>
      </div>
      ${shown.length > 0 ? this.#all(shown) : nothing}`;
  }

  #picks(held: readonly WaitingMessage[]): readonly TemplateResult[] {
    const text = this.#words;
    const busy = busyAuthors(held);
    const pick = (label: string, count: number, isOn: boolean, press: () => void): TemplateResult =>
      html`<button type="button" class="pick" aria-pressed=${isOn ? 'true' : 'false'} @click=${press}>
        ${label} <span class="numbers">${this.#number(count)}</span>
      </button>`;
    const from = (one: From, label: string): TemplateResult =>
      pick(label, held.filter(({ isGuest }) => isGuest === (one === 'guests')).length, this.#from === one, () =>
        this.#change(() => (this.#from = this.#from === one ? null : one)),
      );
    return [
      // (A back end need not tell who is a guest.)
      ...(held.some(({ isGuest }) => isGuest !== undefined)
        ? [from('guests', text.guests), from('members', text.members)]
        : []),
      pick(text.several, held.filter(({ author }) => busy.has(author.id)).length, this.#isSeveral, () =>
        this.#change(() => (this.#isSeveral = !this.#isSeveral)),
      ),
    ];
  }

  #all(shown: readonly WaitingMessage[]): TemplateResult {
    const text = this.#words;
    const { length } = shown;
    const count = this.#number(length);
    const button = (label: string, looks: string, press: (event: MouseEvent) => void): TemplateResult =>
      html`<button type="button" class="button small ${looks}" @click=${press}>${label}</button>`;
    if (!this.#question)
      return html`<div class="all" part="all">
        ${button(text.allowAll(length, count), 'allow', () => this.#ask('allow', shown))}
        ${button(text.removeAll(length, count), 'ghost remove', () => this.#ask('remove', shown))}
      </div>`;
    const { decision } = this.#question;
    const isAllow = decision === 'allow';
    return html`<div
      class="all asked"
      part="all"
      role="group"
      aria-labelledby="asked"
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#answer(null, decision)}
    >
      <p id="asked">${text[isAllow ? 'askAllow' : 'askRemove'](length, count)}</p>
      ${button(text[isAllow ? 'doAllow' : 'doRemove'], `${isAllow ? 'primary' : 'danger'} yes`, (event) => this.#answer(shown, decision, event))}
      ${button(text.cancel, 'ghost', () => this.#answer(null, decision))}
    </div>`;
  }

  /** @returns whether the key was one for all that is shown */
  pressed(event: KeyboardEvent, held: readonly WaitingMessage[]): boolean {
    const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
    if (ctrlKey || metaKey || altKey) return false;
    const isAllow = shiftKey && key.toLowerCase() === 'a';
    const isRemove = shiftKey && /^(Delete|Backspace)$/.test(key);
    if (!isAllow && !isRemove && key !== '/') return false;
    event.preventDefault();
    event.stopPropagation();
    if (repeat) return true;
    if (key === '/') this.#focus('[type=search]');
    else this.#ask(isAllow ? 'allow' : 'remove', this.shown(held));
    return true;
  }

  #ask(decision: Decision, shown: readonly WaitingMessage[]): void {
    this.#question = { decision, ids: new Set(shown.map(({ id }) => id)) };
    void this.#update('.yes');
  }

  /** @param messages which it is done about; null: none */
  #answer(messages: readonly WaitingMessage[] | null, decision: Decision, press?: MouseEvent): void {
    this.#question = null;
    if (messages) this.#link.take(messages, decision);
    // Whoever works by the keyboard has the way back at hand. (Not a pointer's press: it would wait for its focus to go.)
    const next = press?.detail === 0 ? '.undo button' : '.head';
    void this.#update(messages ? next : `.all .${decision}`);
  }

  /** Another choice takes back what was asked about the one before. */
  #change(change: () => void): void {
    this.#question = null;
    change();
    this.#link.host.requestUpdate();
  }

  readonly #typed = (event: Event): void => this.#change(() => (this.#text = (event.target as HTMLInputElement).value));

  readonly #pressedInSearch = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.#focus('.row[tabindex="0"]');
    else if (event.key === 'Escape' && this.#text !== '') this.#change(() => (this.#text = ''));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #clear = (): void => {
    this.#change(() => {
      this.#text = '';
      this.#from = null;
      this.#isSeveral = false;
    });
    void this.#update('[type=search]');
  };

  /** Brings the focus to what is there then. */
  async #update(selector: string): Promise<void> {
    this.#link.host.requestUpdate();
    await this.#link.host.updateComplete;
    this.#focus(selector);
  }

  #focus(selector: string): void {
    this.#link.root.querySelector<HTMLElement>(selector)?.focus();
  }

  #number(value: number): string {
    return formatNumber(value, this.#link.host.locale);
  }
}
