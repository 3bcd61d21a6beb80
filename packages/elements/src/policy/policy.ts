// SPDX-License-Identifier: MIT
import { toVitrineError, type Room, type VitrineError } from '@vitrine/core';
import { policyFeature, type RoomPolicy } from '@vitrine/core/moderation';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatList, formatNumber } from '../shared/format.js';
import { words, type Strings } from '../shared/localize.js';
import { everySecond } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { differences, draftOf, linesOf, merged, options, policyOf, type Choice, type Draft } from './draft.js';
import { english } from './policy.strings.js';
import { policyStyles } from './policy.styles.js';

/** How often the policy is asked for anew while it is shown, in seconds. */
const between = 15;

/** What was changed and not saved outlives the element, as long as its room: nobody loses a list by looking elsewhere. */
const drafts = new WeakMap<Room, Draft>();

/**
 * The rules of a room as a form: words that are not said, who may name addresses of the web, whose messages wait for the
 * staff, and what becomes of a message whose review did not come in time. What is refused is told at its field. Where
 * somebody else has changed the rules meanwhile nothing is written over: both can be put together, or theirs taken.
 *
 * @element vitrine-policy
 * @fires vitrine-policy-set - The rules are saved; `detail.policy`. Cancelable.
 * @fires vitrine-policy-refresh - The rules are asked for anew. Cancelable.
 * @csspart form - The form.
 * @csspart words - The field for words that are not said, one a line.
 * @csspart choice - One question with its answers.
 * @csspart error - Why a field was refused.
 * @csspart conflict - That somebody else has changed the rules, and what can be done.
 * @csspart save - The button that saves.
 * @csspart discard - The button that takes back what was changed here.
 * @csspart notice - What came of saving, or why there is no form.
 * @cssstate rtl - Written from right to left.
 * @cssstate changed - Something was changed and not saved.
 */
export class VitrinePolicy extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, policyStyles];

  @state() private refusal: VitrineError | null = null;
  @state() private isBusy = false;
  @state() private isSaved = false;

  constructor() {
    super();
    this.rooms.watch(({ policy }) => policy);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    const isKnown = room.store.state.policy !== undefined;
    room.use(policyFeature);
    this.refusal = null;
    // (What is read for the first time is read by the feature.)
    if (isKnown) void this.#refresh();
    let seconds = 0;
    everySecond(() => void (++seconds % between === 0 && !this.isBusy && this.#refresh()), { signal });
  }

  get #words(): Strings<typeof english> {
    return words('policy', english, this.locale, () => this.requestUpdate());
  }

  get #policy(): RoomPolicy | null {
    return this.state?.policy?.policy ?? null;
  }

  /** What was changed here; null: nothing. */
  get #draft(): Draft | null {
    const room = this.rooms.current;
    return (room && drafts.get(room)) ?? null;
  }

  set #draft(draft: Draft | null) {
    const room = this.rooms.current;
    if (!room) return;
    const isChanged = draft && differences(policyOf(draft), draft.base).length > 0;
    // (One that has become what it began with again, in words that are written otherwise, is kept while it is written.)
    if (draft && (isChanged || draft.text !== draft.base.words.join('\n'))) drafts.set(room, draft);
    else drafts.delete(room);
    this.isSaved = false;
    this.requestUpdate();
  }

  /** What somebody else has changed since this form was begun. */
  get #foreign(): readonly (Choice | 'words')[] {
    const [draft, policy] = [this.#draft, this.#policy];
    return draft && policy ? differences(policy, draft.base) : [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { status = 'absent', canSet = false } = this.state?.policy ?? {};
    const draft = this.#draft;
    this.toggleState('changed', draft !== null);
    if (status === 'absent') return nothing;
    const text = this.#words;
    const policy = this.#policy;
    if (!policy)
      return html`<div class="none" part="notice">
        ${
          status === 'loading'
            ? html`<span class="spinner"></span>`
            : html`<p role="alert">${text.unavailable}</p>
                <button type="button" class="button ghost" @click=${() => void this.#refresh()}>${text.again}</button>`
        }
      </div>`;
    const form = draft ?? draftOf(policy);
    const foreign = this.#foreign;
    return html`<form part="form" novalidate aria-label=${text.title} @submit=${this.#submitted}>
      <div class="scroll">
        ${this.#list(form, canSet)}
        ${this.#choice('links', text.links, [text.everybody, text.staffAlone], form, canSet)}
        ${this.#choice('hold', text.hold, [text.nobody, text.guests, text.everybodyElse], form, canSet)}
        ${this.#choice('unreviewed', text.unreviewed, [text.allow, text.wait, text.refuse], form, canSet)}
      </div>
      <div role="status">${foreign.length > 0 ? this.#conflict(foreign) : nothing}</div>
      ${canSet ? this.#foot(draft, foreign.length > 0) : html`<p class="foot" part="notice">${text.readOnly}</p>`}
    </form>`;
  }

  #list({ text: written }: Draft, canSet: boolean): TemplateResult {
    const text = this.#words;
    const { length } = linesOf(written);
    const error = this.#errorOf('words');
    return html`<div class="field">
      <label for="words">${text.words}</label>
      <p class="hint" id="words-hint">${text.wordsHint}</p>
      <textarea
        id="words"
        part="words"
        rows="8"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        dir="auto"
        aria-describedby=${error ? 'words-error words-hint' : 'words-hint'}
        aria-invalid=${error ? 'true' : nothing}
        ?readonly=${!canSet}
        .value=${written}
        @input=${(event: Event) => this.#change({ text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${error ? html`<p class="error" part="error" id="words-error">${error}</p>` : nothing}
      <p class="hint numbers">${text.wordCount(length, formatNumber(length, this.locale))}</p>
    </div>`;
  }

  #choice(name: Choice, legend: string, labels: readonly string[], form: Draft, canSet: boolean): TemplateResult {
    const error = this.#errorOf(name);
    const values: readonly string[] = options[name];
    return html`<fieldset part="choice" aria-describedby=${error ? `${name}-error` : nothing}>
      <legend>${legend}</legend>
      ${values.map(
        (value, index) =>
          html`<label class="option">
            <input
              type="radio"
              name=${name}
              value=${value}
              ?disabled=${!canSet}
              .checked=${form[name] === value}
              @change=${() => this.#change({ [name]: value } as Partial<Draft>)}
            />
            <span>${labels[index]}</span>
          </label>`,
      )}
      ${error ? html`<p class="error" part="error" id=${`${name}-error`}>${error}</p>` : nothing}
    </fieldset>`;
  }

  #conflict(fields: readonly (Choice | 'words')[]): TemplateResult {
    const text = this.#words;
    const names = { words: text.words, links: text.links, hold: text.hold, unreviewed: text.unreviewed };
    return html`<div class="conflict" part="conflict">
      <p><b>${text.conflict}</b> ${formatList(
        fields.map((field) => names[field]),
        this.locale,
      )}</p>
      <div class="acts">
        <button type="button" class="button outline small" @click=${this.#merge}>${text.merge}</button>
        <button type="button" class="button ghost small" @click=${this.#discard}>${text.takeTheirs}</button>
      </div>
    </div>`;
  }

  #foot(draft: Draft | null, isForeign: boolean): TemplateResult {
    const text = this.#words;
    const { refusal } = this;
    const isOther = refusal !== null && !this.#fieldOf(refusal) && !(refusal.code === 'CONFLICT' && isForeign);
    return html`<div class="foot">
      <button
        type="submit"
        class="button primary small"
        part="save"
        aria-disabled=${draft ? nothing : 'true'}
        aria-busy=${this.isBusy ? 'true' : nothing}
      >
        ${text.save}
      </button>
      ${
        draft
          ? html`<button type="button" class="button ghost small" part="discard" @click=${this.#discard}>${text.discard}</button>`
          : nothing
      }
      <p class="saved" role="status">${this.isSaved ? text.saved : nothing}</p>
      ${isOther ? html`<p class="error" part="notice" role="alert">${this.#reason(refusal)}</p>` : nothing}
    </div>`;
  }

  #reason({ code }: VitrineError): string {
    const text = this.#words;
    if (code === 'OFFLINE' || code === 'NETWORK' || code === 'TIMEOUT') return text.offline;
    return code === 'FORBIDDEN' ? text.forbidden : text.failed;
  }

  /** Which field of the form a refusal is about. */
  #fieldOf({ code, field = '' }: VitrineError): Choice | 'words' | null {
    const [name = ''] = field.split('.');
    if (code !== 'BAD_INPUT' && code !== 'TOO_LARGE') return null;
    if (code === 'TOO_LARGE') return 'words';
    return name === 'words' || name in options ? (name as Choice | 'words') : null;
  }

  #errorOf(name: Choice | 'words'): string | null {
    const { refusal } = this;
    if (!refusal || this.#fieldOf(refusal) !== name) return null;
    const text = this.#words;
    if (name !== 'words') return text.badChoice;
    const bad = this.#badLine();
    return bad ? text.badWord(formatNumber(bad.line + 1, this.locale), bad.word) : text.tooMany;
  }

  /** The line that was refused, while it is there. */
  #badLine(): { readonly word: string; readonly line: number } | undefined {
    const [, index] = this.refusal?.field?.split('.') ?? [];
    return index === undefined ? undefined : linesOf(this.#draft?.text ?? '')[Number(index)];
  }

  #change(change: Partial<Draft>): void {
    const policy = this.#policy;
    if (!policy) return;
    if (this.refusal) this.refusal = null;
    this.#draft = { ...(this.#draft ?? draftOf(policy)), ...change };
  }

  readonly #discard = (): void => {
    this.refusal = null;
    this.#draft = null;
    void this.updateComplete.then(() => this.#field()?.focus());
  };

  readonly #merge = (): void => {
    const [draft, policy] = [this.#draft, this.#policy];
    if (!draft || !policy) return;
    this.refusal = null;
    this.#draft = merged(draft, policy);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part=save]')?.focus());
  };

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    const draft = this.#draft;
    if (draft && !this.isBusy) void this.#save(draft);
  };

  async #save(draft: Draft): Promise<void> {
    this.isBusy = true;
    this.refusal = null;
    this.isSaved = false;
    try {
      // (Looked at once more, for back ends that would take it in any case.)
      await this.ask('policy:refresh', {});
      if (this.#foreign.length > 0) return;
      const { revision } = this.#policy ?? {};
      const saved = await this.ask('policy:set', {
        policy: { ...policyOf(draft), ...(revision !== undefined && { revision }) },
      });
      // The page has taken it over, and says so itself.
      if (saved === null) return;
      // What was written meanwhile is still to be saved.
      if (this.#draft === draft) {
        this.#draft = null;
        this.isSaved = true;
      } else if (this.#draft && this.#policy) this.#draft = { ...this.#draft, base: this.#policy };
    } catch (thrown) {
      const error = toVitrineError(thrown, 'NETWORK');
      if (error.code !== 'ABORTED') this.refusal = error;
    } finally {
      this.isBusy = false;
      await this.updateComplete;
      this.#showBadLine();
      this.renderRoot.querySelector<HTMLElement>('.conflict button')?.focus();
    }
  }

  /** The line that was refused is marked, and the keyboard is there. */
  #showBadLine(): void {
    const bad = this.#badLine();
    const field = this.#field();
    if (!bad || !field) return;
    const before = field.value.split('\n').slice(0, bad.line);
    const from = before.reduce((length, line) => length + line.length + 1, 0);
    field.focus();
    field.setSelectionRange(from, from + (field.value.split('\n')[bad.line]?.length ?? 0));
  }

  #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** (That it failed is in the state.) */
  async #refresh(): Promise<void> {
    await this.ask('policy:refresh', {}).catch(() => undefined);
  }
}
