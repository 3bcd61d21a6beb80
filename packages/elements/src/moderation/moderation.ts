// SPDX-License-Identifier: MIT
import { toVitrineError, type ChatMessage, type Ms, type Room } from '@vitrine/core';
import { moderationFeature } from '@vitrine/core/moderation';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatNumber, formatTime } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { words, type Strings } from '../shared/localize.js';
import { focusRow, pressedInQueue } from '../shared/queue-keys.js';
import { queueStyles } from '../shared/queue.styles.js';
import { repeat } from '../shared/repeat.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { checkIcon, volumeXIcon, xIcon } from './icons.js';
import { english } from './moderation.strings.js';

/** A removal that can still be taken back. */
interface Leaving {
  readonly message: ChatMessage;
  /** The writer is muted with it. */
  readonly isMuted: boolean;
  readonly room: Room;
  readonly timer: ReturnType<typeof setTimeout>;
}

const undoFor: Ms = 6000;
const muteFor: Ms = 600_000;

/**
 * What viewers write in a room where that waits for a word of the staff, the longest waiting first. A message is allowed,
 * removed, or removed with its writer muted for ten minutes. The last removal can be taken back for six seconds, and
 * while its button has the focus; only then is it done. What a page does not live to do waits on.
 *
 * Keys, while a row has the focus: arrows move, `A` allows, Delete removes, `M` mutes.
 *
 * @element vitrine-moderation
 * @fires vitrine-moderation-decide - A message is allowed or removed; `detail.id`, `detail.decision`. Cancelable.
 * @fires vitrine-moderation-restrict - Its writer is muted; `detail.person`, `detail.restriction`, `detail.for`. Cancelable.
 * @csspart head - How many wait.
 * @csspart queue - The messages that wait.
 * @csspart row - One message.
 * @csspart text - Its words.
 * @csspart allow - The button that lets it be said.
 * @csspart remove - The button that drops it.
 * @csspart mute - The button that drops it and mutes its writer.
 * @csspart undo - What was done last, and the button that takes it back.
 * @csspart notice - Why something was not done, or that nothing waits.
 * @cssstate rtl - Written from right to left.
 */
export class VitrineModeration extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, queueStyles];

  @state() private leaving: Leaving | null = null;
  @state() private notice: 'refused' | 'gone' | null = null;
  @state() private current: string | null = null;
  readonly #busy = new Set<string>();

  constructor() {
    super();
    this.rooms.watch(({ moderation }) => moderation);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    room.use(moderationFeature);
    addEventListener('pagehide', () => this.#leave(), { signal });
    signal.addEventListener('abort', () => this.#leave());
  }

  get #words(): Strings<typeof english> {
    return words('moderation', english, this.locale, () => this.requestUpdate());
  }

  /** What is shown: what is being removed is gone already. */
  get #held(): readonly ChatMessage[] {
    const { held = [] } = this.state?.moderation ?? {};
    return held.filter(({ id }) => id !== this.leaving?.message.id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status = 'absent' } = this.state?.moderation ?? {};
    if (status === 'absent') return nothing;
    const text = this.#words;
    const held = this.#held;
    if (status === 'failed' && held.length === 0)
      return html`<p class="none" part="notice" role="alert">${text.unavailable}</p>`;
    const count = held.length;
    return html`
      <div class="head" part="head" tabindex="-1">
        <p class="numbers" role="status">${count > 0 ? text.waiting(count, formatNumber(count, this.locale)) : nothing}</p>
      </div>
      <div class="scroll">
        ${
          count > 0
            ? this.#queue(held)
            : html`<p class="none" part="notice">
                ${status === 'loading' ? html`<span class="spinner"></span>` : html`${text.none}<br />${text.intro}`}
              </p>`
        }
      </div>
      ${this.notice ? html`<p class="refusal" part="notice" role="alert">${text[this.notice]}</p>` : nothing}
      ${this.#undo()}
    `;
  }

  #queue(held: readonly ChatMessage[]): TemplateResult {
    const text = this.#words;
    const first = held.find(({ id }) => id === this.current)?.id ?? held[0]?.id;
    return html`<p class="visually-hidden" id="keys">${text.keys}</p>
      <ul role="list" part="queue" aria-label=${text.queue} aria-describedby="keys" @keydown=${this.#pressed} @focusin=${this.#entered}>
      ${repeat(
        held,
        ({ id }) => id,
        (message) => this.#row(message, message.id === first),
      )}
    </ul>`;
  }

  #row(message: ChatMessage, isFirst: boolean): TemplateResult {
    const { id, text, author, sentAt } = message;
    const say = this.#words;
    const isBusy = this.#busy.has(id) ? 'true' : nothing;
    return html`<li class="row" part="row" data-id=${id} tabindex=${isFirst ? 0 : -1} aria-labelledby=${`m-${id}`}>
      <p class="text" part="text" id=${`m-${id}`}><bdi>${text}</bdi></p>
      <p class="by"><bdi>${author.name}</bdi> <span class="numbers">${formatTime(sentAt, this.locale)}</span></p>
      <div class="acts">
        <button type="button" class="button small" part="allow" aria-busy=${isBusy} @click=${() => void this.#allow(message)}>
          ${icon(checkIcon, 18)} ${say.allow}
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

  #undo(): TemplateResult {
    const { leaving } = this;
    const text = this.#words;
    // The region is always there: what comes into it later is said.
    return html`<div class="undo" part="undo" role="status">
      ${
        leaving
          ? html`<span class="ellipsis"
                >${leaving.isMuted ? text.muted : text.removed}: <bdi>${leaving.isMuted ? leaving.message.author.name : leaving.message.text}</bdi></span
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
    const act = (run: (message: ChatMessage) => unknown) => (id: string) => {
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

  async #allow({ id }: ChatMessage): Promise<void> {
    if (this.#busy.has(id)) return;
    this.#busy.add(id);
    this.notice = null;
    await this.#decide(id, 'allow');
    this.#busy.delete(id);
    this.requestUpdate();
  }

  #remove(message: ChatMessage, isMuted: boolean): void {
    const room = this.rooms.current;
    if (!room || this.#busy.has(message.id)) return;
    // One step can be taken back: the one before is meant now.
    this.#leave();
    this.notice = null;
    this.leaving = { message, isMuted, room, timer: this.#soon() };
  }

  /** (Not while the button that takes it back has the focus.) */
  #soon(): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const { leaving } = this;
      if (!leaving) return;
      if (!this.renderRoot.querySelector('.undo :focus')) return this.#leave();
      this.leaving = { ...leaving, timer: this.#soon() };
    }, undoFor);
  }

  /** What is being removed goes for good. */
  #leave(): void {
    const { leaving } = this;
    if (!leaving) return;
    clearTimeout(leaving.timer);
    this.leaving = null;
    const { room, isMuted, message } = leaving;
    const { id, author } = message;
    if (this.isConnected && room === this.rooms.current) {
      if (isMuted) void this.#mute(author.id);
      return void this.#decide(id, 'remove');
    }
    // Nobody is asked any more.
    const mute = { person: author.id, restriction: 'muted', for: muteFor } as const;
    if (isMuted) room.request('moderation:restrict', mute).catch(() => undefined);
    room.request('moderation:decide', { id, decision: 'remove' }).catch(() => undefined);
  }

  readonly #takeBack = (): void => {
    const { leaving } = this;
    if (!leaving) return;
    clearTimeout(leaving.timer);
    this.leaving = null;
    this.#wanted = leaving.message.id;
  };

  /** The row that has the focus, or its place among the others; null: the focus is elsewhere. */
  #focused: { readonly id: string; readonly place: number } | 'undo' | null = null;
  /** The row that the focus goes to next. */
  #wanted: string | null = null;

  protected override willUpdate(): void {
    const active = this.shadowRoot?.activeElement;
    const row = active?.closest<HTMLElement>('.row');
    const rows = row ? [...this.renderRoot.querySelectorAll('.row')] : [];
    this.#focused = row
      ? { id: row.dataset['id'] ?? '', place: rows.indexOf(row) }
      : active?.closest('.undo')
        ? 'undo'
        : null;
  }

  /** The keyboard goes on where it was: at the row that has taken the place of the one that went, or at what is left. */
  protected override updated(): void {
    const wanted = this.#wanted;
    this.#wanted = null;
    if (wanted !== null) return focusRow(this.renderRoot, wanted);
    const before = this.#focused;
    if (!before || this.shadowRoot?.activeElement) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const row = before === 'undo' ? rows[0] : rows[Math.min(before.place, rows.length - 1)];
    const left = ['.undo button', '.head'].map((one) => this.renderRoot.querySelector<HTMLElement>(one));
    (row ?? left.find(Boolean))?.focus();
  }

  async #decide(id: string, decision: 'allow' | 'remove'): Promise<void> {
    try {
      // (Null: the page has taken it over.)
      if ((await this.ask('moderation:decide', { id, decision })) === false) this.notice = 'gone';
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  async #mute(person: string): Promise<void> {
    try {
      await this.ask('moderation:restrict', { person, restriction: 'muted', for: muteFor });
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  #failed(thrown: unknown): void {
    if (toVitrineError(thrown).code !== 'ABORTED') this.notice = 'refused';
  }
}
