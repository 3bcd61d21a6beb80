// SPDX-License-Identifier: MIT
import { toVitrineError, type ErrorCode, type Room } from '@vitrine/core';
import { interactionsFeature, type ShownInteraction } from '@vitrine/core/interactions';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from '../../shared/repeat.js';
import { controls } from '../../shared/controls.js';
import { formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import { words, type Strings } from '../../shared/localize.js';
import { VitrineElement } from '../../shared/vitrine-element.js';
import { Form } from './form.js';
import { arrowUpIcon, lockIcon } from './icons.js';
import { Order } from './order.js';
import { questionStyles } from './question.styles.js';
import { english } from './question.strings.js';
import { row, type RowView } from './row.js';
import { asks, fits, longest, questionsOf, votes, type Question } from './schema.js';

/** So many are left when the counter begins to show. */
const fewLeft = 40;

/**
 * Questions to the host: viewers ask, vote for what they want answered, and go to the moment of the show at which the
 * host answered it. A question can be asked privately. The most wanted stands first; rows keep their places while the
 * pointer or the keyboard is among them.
 *
 * @element vitrine-question
 * @fires vitrine-interaction-answer - The viewer asks or votes; `detail.id`, `detail.answer`. Cancelable.
 * @fires vitrine-player-seek - The viewer goes to the moment of an answer; `detail.to`. Cancelable.
 * @slot empty - What is shown while nobody has asked.
 * @csspart list - The questions.
 * @csspart row - One question.
 * @csspart text - Its words.
 * @csspart vote - The button to vote for it.
 * @csspart votes - The number of votes, where this viewer cannot vote.
 * @csspart answered - The link to the moment of its answer.
 * @csspart empty - What is shown while nobody has asked, or questions cannot be had.
 * @csspart form - Where a question is written.
 * @csspart field - The field.
 * @csspart private - The choice to ask privately.
 * @csspart send - The button that sends it.
 * @csspart notice - Why something was not done.
 * @cssstate rtl - Written from right to left.
 * @cssstate closed - Questions are not taken any more.
 */
export class VitrineQuestion extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, questionStyles];

  /** The id of what it shows; else the newest one of its kind. */
  @property() interaction: string | null = null;

  #said = '';
  /** The refusal of a vote. */
  #refusal: ErrorCode | null = null;
  #focused: string | null = null;
  /** A pointer is among the rows. (Told by its events: `:hover` stays where a finger was until it touches elsewhere.) */
  #isUnderPointer = false;
  readonly #voting = new Set<string>();
  readonly #order = new Order();
  readonly #form = new Form(this, {
    send: async (text, isPrivate) => (await this.#answer(asks(text, isPrivate))) !== null,
    field: () => this.renderRoot.querySelector('textarea'),
    sent: () => this.#say(this.#words.sent),
  });

  constructor() {
    super();
    this.rooms.watch(({ interactions }) => interactions);
    this.rooms.watch(({ stream }) => stream.info);
  }

  protected override roomConnected(room: Room, _signal: AbortSignal): void {
    room.use(interactionsFeature);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // (What is taken away under a pointer is not told that the pointer has gone.)
    this.#isUnderPointer = false;
  }

  get #words(): Strings<typeof english> {
    return words('question', english, this.locale, () => this.requestUpdate());
  }

  get #shown(): ShownInteraction | undefined {
    const all = (this.state?.interactions?.shown ?? []).filter((one) => one.kind === 'question' && fits(one));
    return all.find(({ id }) => id === this.interaction) ?? all.findLast(({ isOpen }) => isOpen) ?? all.at(-1);
  }

  protected override willUpdate(): void {
    this.toggleState('closed', this.#shown?.isOpen === false);
    // A row that takes another place loses the focus.
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    this.#focused = focused?.closest<HTMLElement>('.row')?.dataset['id'] ?? null;
  }

  protected override updated(_changed: PropertyValues): void {
    const id = this.#focused;
    if (id === null || (this.renderRoot as ShadowRoot).activeElement) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    rows
      .find((one) => one.dataset['id'] === id)
      ?.querySelector('button')
      ?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { interactions } = this.state ?? {};
    const text = this.#words;
    if (!interactions || interactions.status === 'absent') return nothing;
    if (interactions.status === 'failed')
      return html`<p class="none" part="empty" role="alert">${text.unavailable}</p>`;
    const shown = this.#shown;
    if (!shown) {
      return html`<div class="waiting" aria-busy="true">${[1, 2, 3].map(() => html`<i class="bone"></i>`)}</div>`;
    }
    return html`
      <div class="scroll" @pointerenter=${this.#moved} @pointerleave=${this.#moved} @focusout=${this.#moved}>
        ${shown.entries.length === 0 ? this.#empty(shown) : this.#list(shown)}
      </div>
      ${this.#foot(shown)}
      <p class="visually-hidden" role="status">${this.#said}</p>
    `;
  }

  #empty({ isOpen }: ShownInteraction): TemplateResult {
    const text = this.#words;
    return html`<slot name="empty"
      ><p class="none" part="empty">${text.empty}${isOpen && this.#canAnswer ? html`<br />${text.first}` : nothing}</p></slot
    >`;
  }

  #list(shown: ShownInteraction): TemplateResult {
    const text = this.#words;
    const room = this.rooms.current;
    const since = room?.bus.isAnswered('player:seek') ? (this.state?.stream.info?.startedAt ?? null) : null;
    const view: RowView = {
      words: text,
      locale: this.locale,
      canVote: shown.isOpen && this.#canAnswer,
      since,
      vote: (question) => void this.#vote(question),
      // The player says itself when a moment cannot be shown.
      seek: (to) => void this.ask('player:seek', { to }).catch(() => undefined),
    };
    const questions = this.#order.of(questionsOf(shown), this.#isHeld);
    return html`<ul role="list" part="list" aria-label=${text.title}>
      ${repeat(
        questions,
        ({ id }) => id,
        (question) => row(question, view),
      )}
    </ul>`;
  }

  /** Whether somebody is about to press something: nothing moves under a pointer, nor under the keyboard. */
  get #isHeld(): boolean {
    return this.#isUnderPointer || this.renderRoot.querySelector('.scroll:has(:focus-visible)') !== null;
  }

  get #canAnswer(): boolean {
    return this.state?.interactions?.canAnswer === true;
  }

  #foot({ isOpen, settings }: ShownInteraction): TemplateResult {
    const text = this.#words;
    const form = this.#form;
    const left = form.left(settings.entries?.graphemes);
    const refusal = form.refusal ?? this.#refusal;
    const notice = refusal && refusal !== 'MESSAGE_TOO_LONG' ? this.#sentence(refusal) : this.#counter(left);
    const said = html`<p class="notice" id="notice" part="notice" role=${refusal ? 'alert' : 'status'}>${notice}</p>`;
    if (!isOpen || !this.#canAnswer) {
      return html`<div class="foot">${said}
        <p class="shut">${icon(lockIcon, 18)} ${isOpen ? text.readOnly : text.closed}</p>
      </div>`;
    }
    const label = text.ask(this.state?.stream.info?.host.name ?? '');
    const isReady = form.text.trim() !== '' && left >= 0 && !form.isBusy;
    return html`<div class="foot" part="form">
      ${said}
      <div class="line">
        <label class="field">
          <textarea
            part="field"
            rows="1"
            enterkeyhint="send"
            autocomplete="off"
            maxlength=${longest * 20}
            aria-label=${label}
            aria-describedby="notice"
            aria-invalid=${left < 0 ? 'true' : nothing}
            placeholder=${label}
            @input=${form.typed}
            @keydown=${form.pressed}
          ></textarea>
        </label>
        <button
          type="button"
          class="round send ${isReady ? 'ready' : ''}"
          part="send"
          aria-label=${text.send}
          aria-disabled=${isReady ? nothing : 'true'}
          aria-busy=${form.isBusy ? 'true' : nothing}
          @click=${form.submit}
        >
          ${form.isBusy ? html`<i class="spinner"></i>` : icon(arrowUpIcon)}
        </button>
      </div>
      <label class="private" part="private">
        <input type="checkbox" .checked=${form.isPrivate} @change=${form.togglePrivate} />
        <span>${text.privately}</span> <span class="note">${form.isPrivate ? text.privateNote : nothing}</span>
      </label>
    </div>`;
  }

  #counter(left: number): string {
    const shown = formatNumber(Math.abs(left), this.locale);
    if (left < 0) return this.#words.tooLong(-left, shown);
    return left <= fewLeft ? this.#words.left(left, shown) : '';
  }

  #sentence(code: ErrorCode): string {
    const text = this.#words;
    const said = code in text ? text[code as 'UNKNOWN'] : undefined;
    return said ?? (code === 'TIMEOUT' ? text.NETWORK : text.UNKNOWN);
  }

  readonly #moved = ({ type }: Event): void => {
    if (type !== 'focusout') this.#isUnderPointer = type === 'pointerenter';
    this.requestUpdate();
  };

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  async #answer(answer: ReturnType<typeof votes>): Promise<true | null> {
    const shown = this.#shown;
    if (!shown) return null;
    // `null` means that the page has taken it over; an answer says nothing else.
    return (await this.ask('interaction:answer', { id: shown.id, answer })) === null ? null : true;
  }

  async #vote({ id, isWanted }: Question): Promise<void> {
    if (this.#voting.has(id)) return;
    this.#voting.add(id);
    this.#refusal = null;
    try {
      if (await this.#answer(votes(id, !isWanted))) this.#say(isWanted ? this.#words.tookBack : this.#words.voted);
    } catch (thrown) {
      this.#refusal = toVitrineError(thrown).code;
      this.requestUpdate();
    }
    this.#voting.delete(id);
  }
}
