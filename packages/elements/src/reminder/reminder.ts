// SPDX-License-Identifier: MIT
import { toVitrineError, type ErrorCode, type Room } from '@vitrine/core';
import { remindersFeature } from '@vitrine/core/reminders';
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icon.js';
import { words, type Strings } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { bellIcon, checkIcon } from './icons.js';
import { english } from './reminder.strings.js';
import { reminderStyles } from './reminder.styles.js';

type ReminderWords = Strings<typeof english>;

/** Why nothing came of it, in the viewer's words. */
function refusalWords(code: ErrorCode, isUnsupported: boolean, text: ReminderWords): string {
  if (code === 'OFFLINE' || !navigator.onLine) return text.offline;
  if (code === 'AUTH_REQUIRED') return text.signIn;
  if (code === 'INTERACTION_CLOSED') return text.begun;
  if (isUnsupported || code === 'NO_PORT') return text.unsupported;
  return text.failed;
}

/**
 * Has the viewer told when a show begins, and takes it back. What is so is the back end's to say, also after a reload.
 * Nothing where the back end reminds nobody.
 *
 * @element vitrine-reminder
 * @fires vitrine-reminder-set - The viewer wants to be told; `detail.show` is the show's id. Cancelable.
 * @fires vitrine-reminder-clear - The viewer takes it back. Cancelable.
 * @csspart button - The button, pressed while a reminder is set.
 * @csspart note - What came of it, and the way back.
 * @cssstate rtl - Written from right to left.
 * @cssstate set - A reminder is set.
 * @cssstate absent - The back end reminds nobody.
 */
export class VitrineReminder extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, reminderStyles];

  #isBusy = false;
  #refusal: { readonly code: ErrorCode; readonly isUnsupported: boolean } | null = null;

  constructor() {
    super();
    this.rooms.watch(({ reminders }) => reminders);
  }

  protected override roomConnected(room: Room, _signal: AbortSignal): void {
    this.#refusal = null;
    room.use(remindersFeature);
  }

  get #isSet(): boolean {
    return this.state?.reminders?.shows.includes(this.rooms.current?.id ?? '') ?? false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status = 'loading' } = this.state?.reminders ?? {};
    const isOffered = this.state?.connection.ports.includes('reminders') ?? false;
    this.toggleState('absent', !isOffered);
    this.toggleState('set', this.#isSet);
    if (!isOffered) return nothing;
    const text = words('reminder', english, this.locale, () => this.requestUpdate());
    const isSet = this.#isSet;
    const isWaiting = this.#isBusy || status === 'loading';
    const refusal = this.#refusal && refusalWords(this.#refusal.code, this.#refusal.isUnsupported, text);
    return html`<button
        class="button"
        part="button"
        aria-pressed=${isSet ? 'true' : 'false'}
        aria-busy=${isWaiting ? 'true' : nothing}
        @click=${this.#toggle}
      >
        ${icon(isSet ? checkIcon : bellIcon, 18)} ${text.remindMe}
      </button>
      <div class="note" part="note">
        <p role="status">${refusal ?? (isSet ? text.willTell : nothing)}</p>
        ${isSet ? html`<button class="undo" @click=${this.#undo}>${text.undo}</button>` : nothing}
      </div>`;
  }

  readonly #toggle = (): void => {
    if (this.#isBusy || this.state?.reminders?.status === 'loading') return;
    void this.#change(!this.#isSet);
  };

  // It goes with what it undoes: the focus stays here.
  readonly #undo = (): void => {
    this.renderRoot.querySelector<HTMLElement>('.button')?.focus();
    this.#toggle();
  };

  async #change(isWanted: boolean): Promise<void> {
    const show = this.rooms.current?.id;
    if (show === undefined) return;
    this.#isBusy = true;
    this.#refusal = null;
    this.requestUpdate();
    try {
      // (Null: the page has taken it over.)
      const outcome = isWanted ? await this.ask('reminder:set', { show }) : await this.ask('reminder:clear', { show });
      if (outcome && outcome.kind !== 'set')
        this.#refusal = { code: outcome.code, isUnsupported: outcome.kind === 'unsupported' };
    } catch (thrown) {
      const { code } = toVitrineError(thrown, 'NETWORK');
      if (code !== 'ABORTED') this.#refusal = { code, isUnsupported: false };
    }
    this.#isBusy = false;
    this.requestUpdate();
  }
}
