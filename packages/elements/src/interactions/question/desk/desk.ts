// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { interactionsFeature, type ShownInteraction } from '@vitrine/core/interactions';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from '../../../shared/repeat.js';
import { controls } from '../../../shared/controls.js';
import { formatNumber } from '../../../shared/format.js';
import { icon } from '../../../shared/icon.js';
import { words, type Strings } from '../../../shared/localize.js';
import { focusRow, pressedInQueue } from '../../../shared/queue-keys.js';
import { queueStyles } from '../../../shared/queue.styles.js';
import { VitrineElement } from '../../../shared/vitrine-element.js';
import { byWish, draft, fits, questionsOf, settles, type Question } from '../schema.js';
import { checkIcon, lockIcon, xIcon } from './icons.js';
import { english } from './question-desk.strings.js';

/** What was done last, for as long as it can be taken back. */
interface Done {
  readonly interaction: string;
  readonly question: Question;
  readonly as: 'answered' | 'dismissed';
}

/**
 * The host's queue: opens and closes questions, shows the most wanted first, and takes from the list what was answered
 * or is not to be. A question is marked as answered at the moment of the show at which the button is pressed; viewers
 * see that when their picture gets there, and can go back to it. The last step can be undone.
 *
 * Keys, while a row has the focus: arrows move, `A` marks as answered, Delete dismisses.
 *
 * @element vitrine-question-desk
 * @fires vitrine-interaction-launch - The host opens questions; `detail.draft`. Cancelable.
 * @fires vitrine-interaction-close - The host closes them; `detail.id`. Cancelable.
 * @fires vitrine-interaction-answer - The host deals with a question; `detail.id`, `detail.answer`. Cancelable.
 * @csspart head - How many wait, and the button that opens or closes.
 * @csspart queue - The questions that wait.
 * @csspart row - One question.
 * @csspart text - Its words.
 * @csspart votes - How many want it answered.
 * @csspart answer - The button that marks it as answered.
 * @csspart dismiss - The button that dismisses it.
 * @csspart undo - What was done last, and the button that takes it back.
 * @csspart notice - Why something was not done, or that nothing waits.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineQuestionDesk extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, queueStyles];

  @state() private done: Done | null = null;
  @state() private isRefused = false;
  @state() private current: string | null = null;
  readonly #busy = new Set<string>();

  constructor() {
    super();
    this.rooms.watch(({ interactions }) => interactions);
  }

  protected override roomConnected(room: Room, _signal: AbortSignal): void {
    room.use(interactionsFeature);
    this.done = null;
  }

  get #words(): Strings<typeof english> {
    return words('question-desk', english, this.locale, () => this.requestUpdate());
  }

  get #shown(): ShownInteraction | undefined {
    const all = (this.state?.interactions?.shown ?? []).filter((one) => one.kind === 'question' && fits(one));
    return all.findLast(({ isOpen }) => isOpen) ?? all.at(-1);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { interactions } = this.state ?? {};
    const text = this.#words;
    if (!interactions?.canRun) return nothing;
    if (interactions.status === 'failed')
      return html`<p class="none" part="notice" role="alert">${text.unavailable}</p>`;
    const shown = this.#shown;
    const open = shown ? byWish(questionsOf(shown)).filter(({ verdict }) => verdict === 'open') : [];
    return html`
      ${this.#head(shown, open.length)}
      <div class="scroll">${shown && open.length > 0 ? this.#queue(open) : this.#none(shown)}</div>
      ${this.isRefused ? html`<p class="refusal" part="notice" role="alert">${text.refused}</p>` : nothing}
      ${this.#undo()}
    `;
  }

  #head(shown: ShownInteraction | undefined, count: number): TemplateResult {
    const text = this.#words;
    const isOpen = shown?.isOpen === true;
    return html`<div class="head" part="head">
      <p class="numbers">${shown ? text.waiting(count, formatNumber(count, this.locale)) : nothing}</p>
      <button type="button" class="button ${isOpen ? 'outline' : 'primary'}" @click=${() => void this.#toggle(shown)}>
        ${isOpen ? text.close : text.open}
      </button>
    </div>`;
  }

  #none(shown: ShownInteraction | undefined): TemplateResult {
    const text = this.#words;
    const said = !shown ? text.intro : shown.isOpen ? text.none : text.closed;
    return html`<p class="none" part="notice">${said}</p>`;
  }

  #queue(questions: readonly Question[]): TemplateResult {
    const text = this.#words;
    const first = questions.find(({ id }) => id === this.current)?.id ?? questions[0]?.id;
    return html`<p class="visually-hidden" id="keys">${text.keys}</p>
      <ul role="list" part="queue" aria-label=${text.queue} aria-describedby="keys" @keydown=${this.#pressed} @focusin=${this.#entered}>
      ${repeat(
        questions,
        ({ id }) => id,
        (question) => this.#row(question, question.id === first),
      )}
    </ul>`;
  }

  #row(question: Question, isFirst: boolean): TemplateResult {
    const { id, text, author, votes, isPrivate } = question;
    const say = this.#words;
    const isBusy = this.#busy.has(id) ? 'true' : nothing;
    return html`<li class="row" part="row" data-id=${id} tabindex=${isFirst ? 0 : -1} aria-labelledby=${`q-${id}`}>
      <p class="text" part="text" id=${`q-${id}`}><bdi>${text}</bdi></p>
      <p class="by">
        <bdi>${author.name}</bdi>
        ${
          isPrivate
            ? html`<span class="tag">${icon(lockIcon, 14)} ${say.private}</span>`
            : html`<span class="numbers" part="votes">${say.votes(votes, formatNumber(votes, this.locale))}</span>`
        }
      </p>
      <div class="acts">
        <button type="button" class="button small" part="answer" aria-busy=${isBusy} @click=${() => void this.#settle(question, 'answered')}>
          ${icon(checkIcon, 18)} ${say.answer}
        </button>
        <button type="button" class="button ghost small" part="dismiss" aria-busy=${isBusy} @click=${() => void this.#settle(question, 'dismissed')}>
          ${icon(xIcon, 18)} ${say.dismiss}
        </button>
      </div>
    </li>`;
  }

  #undo(): TemplateResult {
    const { done } = this;
    const text = this.#words;
    // The region is always there: what comes into it later is said.
    return html`<div class="undo" part="undo" role="status">
      ${
        done
          ? html`<span class="ellipsis">${done.as === 'answered' ? text.answeredNow : text.dismissed}: <bdi>${done.question.text}</bdi></span>
            <button type="button" class="button ghost small" @click=${() => void this.#takeBack(done)}>${text.undo}</button>`
          : nothing
      }
    </div>`;
  }

  readonly #entered = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    if (row) this.current = row.dataset['id'] ?? null;
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    const find = (id: string): Question | undefined =>
      questionsOf(this.#shown as ShownInteraction).find((one) => one.id === id);
    const act = (as: Done['as']) => (id: string) => {
      const question = find(id);
      if (question && !event.repeat) void this.#settle(question, as);
    };
    if (!pressedInQueue(event, { a: act('answered'), Delete: act('dismissed') })) return;
    event.preventDefault();
    event.stopPropagation();
  };

  async #toggle(shown: ShownInteraction | undefined): Promise<void> {
    await this.#try(() =>
      shown?.isOpen ? this.ask('interaction:close', { id: shown.id }) : this.ask('interaction:launch', { draft }),
    );
  }

  async #settle(question: Question, as: Done['as']): Promise<void> {
    const interaction = this.#shown?.id;
    const { id } = question;
    if (interaction === undefined || this.#busy.has(id)) return;
    this.#busy.add(id);
    // The keyboard goes on where it was: at the row that takes the place of this one.
    const next = this.#rowAfter(id);
    if (await this.#try(() => this.ask('interaction:answer', { id: interaction, answer: settles(id, as) }))) {
      this.done = { interaction, question, as };
      if (next !== undefined) await this.#focusRow(next);
    }
    this.#busy.delete(id);
    this.requestUpdate();
  }

  /** The row that takes the place of one that goes, if the focus is in it. */
  #rowAfter(id: string): string | undefined {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const here = rows.findIndex((row) => row.dataset['id'] === id);
    if (!rows[here]?.matches(':focus-within')) return undefined;
    return (rows[here + 1] ?? rows[here - 1])?.dataset['id'];
  }

  async #focusRow(id: string): Promise<void> {
    this.current = id;
    await this.updateComplete;
    focusRow(this.renderRoot, id);
  }

  async #takeBack({ interaction, question }: Done): Promise<void> {
    const { id } = question;
    if (await this.#try(() => this.ask('interaction:answer', { id: interaction, answer: settles(id, 'open') })))
      this.done = null;
  }

  /** @returns whether it was done */
  async #try(act: () => Promise<unknown>): Promise<boolean> {
    this.isRefused = false;
    try {
      await act();
      return true;
    } catch {
      this.isRefused = true;
      return false;
    }
  }
}
