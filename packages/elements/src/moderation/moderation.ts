// SPDX-License-Identifier: MIT
import { toVitrineError, type Room } from '@vitrine/core';
import { moderationFeature, type WaitingMessage } from '@vitrine/core/moderation';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatNumber, formatTime } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { words, type Strings } from '../shared/localize.js';
import { QueueFocus } from '../shared/queue-focus.js';
import { pressedInQueue } from '../shared/queue-keys.js';
import { queueStyles } from '../shared/queue.styles.js';
import { repeat } from '../shared/repeat.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { checkIcon, flagIcon, volumeXIcon, xIcon } from './icons.js';
import { LastStep } from './last-step.js';
import { english } from './moderation.strings.js';
import { moderationStyles } from './moderation.styles.js';
import type { Sieve } from './sieve/sieve.js';

const mostReasons = 3;
const longestReason = 300;

/**
 * What waits for a word of the staff, the longest waiting first: what viewers write, in a room where that is held, and what
 * they report. A held message is allowed, a reported one is kept; or it is removed, or removed with its writer muted for
 * ten minutes. The last removal can be taken back for six seconds, and
 * while its button has the focus; only then is it done. What a page does not live to do waits on.
 *
 * Where more than one waits it can be looked through: by words of the name and the text, by guests and members, by those
 * who have several waiting. What is shown then is allowed or removed as a whole, after one more question, and can be
 * taken back as a single message can. What comes while the question stands is no part of it.
 *
 * Keys, while a row has the focus: arrows move, `A` allows or keeps, Delete removes, `M` mutes; with Shift, `A` and Delete are
 * about all that is shown; `/` goes to the search.
 *
 * @element vitrine-moderation
 * @fires vitrine-moderation-decide - A message is allowed or removed; `detail.id`, `detail.decision`. Cancelable.
 * @fires vitrine-moderation-decide-all - All that is shown is allowed or removed; `detail.ids`, `detail.decision`. Cancelable.
 * @fires vitrine-moderation-restrict - Its writer is muted; `detail.person`, `detail.restriction`, `detail.for`. Cancelable.
 * @csspart head - How many wait.
 * @csspart filter - What the queue is looked through by.
 * @csspart search - The field for words of the name and the text.
 * @csspart all - The buttons that are about all that is shown, and the question before that is done.
 * @csspart queue - The messages that wait.
 * @csspart row - One message.
 * @csspart text - Its words.
 * @csspart reports - By how many it was reported; absent where it was held.
 * @csspart allow - The button that lets it be said, or stay.
 * @csspart remove - The button that drops it.
 * @csspart mute - The button that drops it and mutes its writer.
 * @csspart undo - What was done last, and the button that takes it back.
 * @csspart notice - Why something was not done, or that nothing waits.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineModeration extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, queueStyles, moderationStyles];

  @state() private notice: 'refused' | 'gone' | null = null;
  @state() private current: string | null = null;
  readonly #busy = new Set<string>();
  readonly #last = new LastStep({
    room: () => this.rooms.current,
    isHere: () => this.isConnected,
    isKept: () => this.renderRoot.querySelector('.undo :focus') !== null,
    ask: this.ask.bind(this),
    changed: () => this.requestUpdate(),
    gone: () => void (this.notice = 'gone'),
    failed: (thrown) => this.#failed(thrown),
  });
  readonly #focus = new QueueFocus(this);
  #sieve: Sieve | null = null;
  #isFetching = false;

  constructor() {
    super();
    this.rooms.watch(({ moderation }) => moderation);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    room.use(moderationFeature);
    addEventListener('pagehide', () => this.#last.leave(), { signal });
    signal.addEventListener('abort', () => this.#last.leave());
  }

  get #words(): Strings<typeof english> {
    return words('moderation', english, this.locale, () => this.requestUpdate());
  }

  /** What waits: what is being decided about is gone already. */
  get #held(): readonly WaitingMessage[] {
    const { held = [] } = this.state?.moderation ?? {};
    return held.filter(({ id }) => !this.#last.has(id));
  }

  /** Fetched once there is something to look through; the queue does without it until then. */
  #lookThrough(count: number): Sieve | null {
    if (!this.#sieve && !this.#isFetching && count > 1) void this.#fetchSieve();
    return this.#sieve;
  }

  async #fetchSieve(): Promise<void> {
    this.#isFetching = true;
    const part = await import('./sieve/sieve.js').catch(() => null);
    this.#isFetching = false;
    if (!part) return;
    this.#sieve = new part.Sieve({
      root: this.renderRoot as ShadowRoot,
      host: this,
      take: (messages, decision) => {
        this.notice = null;
        this.#last.take({ messages, decision, isMuted: false });
      },
    });
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status = 'absent' } = this.state?.moderation ?? {};
    if (status === 'absent') return nothing;
    const text = this.#words;
    const held = this.#held;
    if (status === 'failed' && held.length === 0)
      return html`<p class="none" part="notice" role="alert">${text.unavailable}</p>`;
    const count = held.length;
    const looking = this.#lookThrough(count);
    const shown = looking?.shown(held) ?? held;
    return html`
      <div class="head" part="head" tabindex="-1">
        <p class="numbers" role="status">${
          looking?.counted(held, shown) ?? (count > 0 ? text.waiting(count, formatNumber(count, this.locale)) : nothing)
        }</p>
      </div>
      ${looking?.template(held, shown) ?? nothing}
      <div class="scroll">
        ${
          shown.length > 0
            ? this.#queue(shown)
            : count > 0
              ? looking?.none()
              : html`<p class="none" part="notice">
                ${status === 'loading' ? html`<span class="spinner"></span>` : html`${text.none}<br />${text.intro}`}
              </p>`
        }
      </div>
      ${this.notice ? html`<p class="refusal" part="notice" role="alert">${text[this.notice]}</p>` : nothing}
      ${this.#undo()}
    `;
  }

  #queue(held: readonly WaitingMessage[]): TemplateResult {
    const text = this.#words;
    const first = held.find(({ id }) => id === this.current)?.id ?? held[0]?.id;
    return html`<p class="visually-hidden" id="keys">${text.keys} ${this.#sieve?.keys ?? nothing}</p>
      <ul role="list" part="queue" aria-label=${text.queue} aria-describedby="keys" @keydown=${this.#pressed} @focusin=${this.#entered}>
      ${repeat(
        held,
        ({ id }) => id,
        (message) => this.#row(message, message.id === first),
      )}
    </ul>`;
  }

  #row(message: WaitingMessage, isFirst: boolean): TemplateResult {
    const { id, text, author, sentAt, why } = message;
    const say = this.#words;
    const isBusy = this.#busy.has(id) ? 'true' : nothing;
    return html`<li class="row" part="row" data-id=${id} tabindex=${isFirst ? 0 : -1} aria-labelledby=${`m-${id}`}>
      <p class="text" part="text" id=${`m-${id}`}><bdi>${text}</bdi></p>
      <p class="by"><bdi>${author.name}</bdi> <span class="numbers">${formatTime(sentAt, this.locale)}</span></p>
      ${why === 'reported' ? this.#reports(message) : nothing}
      <div class="acts">
        <button type="button" class="button small" part="allow" aria-busy=${isBusy} @click=${() => void this.#allow(message)}>
          ${icon(checkIcon, 18)} ${why === 'reported' ? say.keep : say.allow}
        </button>
        <button type="button" class="button ghost small" part="remove" @click=${() => this.#remove(message, false)}>
          ${icon(xIcon, 18)} ${say.remove}
        </button>
        <button type="button" class="button ghost small" part="mute" @click=${() => this.#remove(message, true)}>
          ${icon(volumeXIcon, 18)} ${say.mute}
        </button>
      </div>
    </li>`;
  }

  #reports({ reports = 1, reasons = [] }: WaitingMessage): TemplateResult {
    const say = this.#words;
    const count = say.reported(reports, formatNumber(reports, this.locale));
    const told = reasons.slice(0, mostReasons).map((reason) => reason.slice(0, longestReason));
    return html`<p class="reports" part="reports">
      <span class="tag">${icon(flagIcon, 14)} ${count}</span>
      ${
        told.length > 0
          ? html`<span class="visually-hidden">${say.reasons}</span> ${told.map((reason) => html`<bdi class="reason">${reason}</bdi> `)}`
          : nothing
      }
    </p>`;
  }

  #undo(): TemplateResult {
    const { step } = this.#last;
    const text = this.#words;
    const [first] = step?.messages ?? [];
    // (Allowed with the press, and not here, unless it was all that was shown.)
    const isOne = step?.messages.length === 1 && step.decision === 'remove';
    const done = step?.isMuted ? text.muted : text.removed;
    // The region is always there: what comes into it later is said.
    return html`<div class="undo" part="undo" role="status">
      ${
        step && first
          ? html`<span class="ellipsis"
                >${isOne ? html`${done}: <bdi>${step.isMuted ? first.author.name : first.text}</bdi>` : this.#sieve?.done(step)}</span
              >
              <button type="button" class="button ghost small" @click=${this.#takeBack}>${text.undo}</button>`
          : nothing
      }
    </div>`;
  }

  readonly #entered = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    if (row) this.current = row.dataset['id'] ?? null;
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    // (With Shift, and by the stroke, it is about all that is shown.)
    if (this.#sieve?.pressed(event, this.#held) || event.shiftKey) return;
    const act = (run: (message: WaitingMessage) => unknown) => (id: string) => {
      const message = this.#held.find((one) => one.id === id);
      if (message && !event.repeat) run(message);
    };
    const acts = {
      a: act((message) => this.#allow(message)),
      Delete: act((message) => this.#remove(message, false)),
      m: act((message) => this.#remove(message, true)),
    };
    if (!pressedInQueue(event, acts)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  async #allow({ id }: WaitingMessage): Promise<void> {
    if (this.#busy.has(id)) return;
    this.#busy.add(id);
    this.notice = null;
    try {
      // (Null: the page has taken it over.)
      if ((await this.ask('moderation:decide', { id, decision: 'allow' })) === false) this.notice = 'gone';
    } catch (thrown) {
      this.#failed(thrown);
    }
    this.#busy.delete(id);
    this.requestUpdate();
  }

  #remove(message: WaitingMessage, isMuted: boolean): void {
    if (this.#busy.has(message.id)) return;
    this.notice = null;
    this.#last.take({ messages: [message], decision: 'remove', isMuted });
  }

  readonly #takeBack = (): void => {
    this.#focus.wanted = this.#last.takeBack()?.messages[0]?.id ?? null;
  };

  #failed(thrown: unknown): void {
    if (toVitrineError(thrown).code !== 'ABORTED') this.notice = 'refused';
  }
}
