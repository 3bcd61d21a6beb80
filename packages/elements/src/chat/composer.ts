// SPDX-License-Identifier: MIT
import {
  countGraphemes,
  toVitrineError,
  type ErrorCode,
  type RequestAnswer,
  type RequestDetail,
  type RequestName,
  type Room,
  type Sticker,
} from '@vitrine/core';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { keepDraft, readDraft } from './draft.js';

/** What the composer needs of its element. */
export interface ComposerLink {
  room(): Room | null;
  /** The field that is shown now: for a message or for a name. */
  field(): HTMLTextAreaElement | HTMLInputElement | null;
  ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null>;
  /** The viewer has said something: it must be seen. */
  said(): void;
  /** The viewer has written something. */
  typed(): void;
  /** Whether a key is for what is open over the field. */
  takes(event: KeyboardEvent): boolean;
}

/** Why nothing was sent; or what became of something else, in words. */
export type Notice = ErrorCode | TemplateResult;

export interface ReplyTarget {
  readonly id: string;
  readonly name: string;
}

/** How long after an answer the field may still take focus; later the viewer is elsewhere. */
const patience = 1000;

/** Writes, keeps and sends what the viewer says; asks for a name or a login on the way and then finishes that very send. */
export class Composer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #link: ComposerLink;
  text = '';
  name = '';
  step: 'message' | 'name' = 'message';
  reply: ReplyTarget | null = null;
  notice: Notice | null = null;
  isBusy = false;
  #held: readonly [text: string, sticker?: Sticker | undefined] = [''];
  #focusUntil = 0;

  constructor(host: ReactiveControllerHost, link: ComposerLink) {
    this.#host = host;
    this.#link = link;
    host.addController(this);
  }

  /** What was being written in the room before, unless the viewer has begun already. */
  restore(room: Room): void {
    this.text = this.#link.field()?.value || readDraft(room.id);
    this.#change({ step: 'message', reply: null, notice: null });
  }

  hostUpdated(): void {
    const shown = this.#link.field();
    const value = this.step === 'name' ? this.name : this.text;
    // While somebody types the two are the same, and an input method is not disturbed.
    if (shown && shown.value !== value) shown.value = value;
    if (!shown || shown.disabled || performance.now() > this.#focusUntil) return;
    this.#focusUntil = 0;
    // Not within this rendering, which what hears of the focus would change once more.
    void this.#host.updateComplete.then(() => shown.focus({ preventScroll: true }));
  }

  /** How many graphemes are left; below zero the message is too long. */
  get left(): number {
    const { chat } = this.#link.room()?.store.state ?? {};
    if (!chat) return Number.POSITIVE_INFINITY;
    const { maximumLength } = chat.settings;
    const said = this.text.trim();
    // A grapheme is never shorter than a code unit: short texts need no segmenting.
    return maximumLength - (said.length < maximumLength * 0.8 ? said.length : countGraphemes(said));
  }

  /** Whether there is something to send, of a length that may be sent. */
  get isReady(): boolean {
    return this.text.trim() !== '' && this.left >= 0 && !this.isBusy;
  }

  typed(): void {
    this.write(this.#link.field()?.value ?? '');
    this.#link.typed();
  }

  write(text: string): void {
    this.text = text;
    const room = this.#link.room();
    if (room) keepDraft(room.id, text);
    this.#change({ notice: null });
  }

  /** Puts something where the caret is. */
  insert(text: string): void {
    const field = this.#link.field();
    if (!field) return;
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    this.write(field.value);
  }

  readonly typedName = (event: Event): void => {
    this.name = (event.target as HTMLInputElement).value;
    if (this.notice) this.#change({ notice: null });
  };

  /** Enter sends, but not the Enter that ends a word of an input method. */
  readonly pressed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (this.#link.takes(event)) return;
    if (event.key === 'Escape') this.#leave();
    // Safari ends the composition before it tells of the key: only 229 says that the key was the input method's.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (event.shiftKey) return;
    void (this.step === 'name' ? this.submitName() : this.submit());
  };

  tell(notice: Notice): void {
    this.#change({ notice });
  }

  replyTo(target: ReplyTarget | null): void {
    this.#change({ reply: target });
    this.#wantFocus();
  }

  /** Says what is in the field, a ready sentence, or the label of a sticker by the sticker. */
  async submit(text = this.text, sticker?: Sticker): Promise<void> {
    const room = this.#link.room();
    if (!room || this.isBusy) return;
    if (text.trim() === '') return void this.#link.field()?.focus();
    if (!sticker && text === this.text && this.left < 0) return this.#change({ notice: 'MESSAGE_TOO_LONG' });
    if (room.store.state.chat.slowUntil > room.clock.now()) return this.#change({ notice: 'SLOW_MODE' });
    const { viewer, canRename } = room.store.state.identity;
    if (canRename && viewer?.isGuest && !viewer.name) {
      this.#held = [text, sticker];
      this.#wantFocus();
      return this.#change({ step: 'name', notice: null });
    }
    await this.#send(text, sticker);
  }

  /** Takes the name and goes on with the message that asked for it. */
  async submitName(): Promise<void> {
    const name = this.name.trim();
    if (name === '' || this.isBusy) return;
    const named = await this.#run(() => this.#link.ask('identity:rename', { name }));
    if (!named) return;
    this.cancelName();
    await this.#send(...this.#held);
  }

  cancelName(): void {
    this.#wantFocus();
    this.#change({ step: 'message', notice: null });
  }

  /** Runs the shop's login, then goes on writing. */
  async signIn(): Promise<void> {
    let isKnown = false;
    await this.#run(async () => {
      isKnown = (await this.#link.ask('identity:require', { reason: 'chat' })) !== null;
    });
    if (isKnown) this.#wantFocus();
  }

  async #send(text: string, sticker?: Sticker): Promise<void> {
    const detail = { text, ...(this.reply && { replyTo: this.reply }), ...(sticker && { sticker }) };
    const sent = await this.#run(() => this.#link.ask('chat:send', detail));
    if (!sent) return;
    if (!sticker && text === this.text) this.write('');
    this.#change({ reply: null });
    this.#link.said();
  }

  /** One thing at a time; a refusal becomes the notice. */
  async #run(action: () => Promise<unknown>): Promise<boolean> {
    this.#change({ isBusy: true, notice: null });
    try {
      await action();
      return true;
    } catch (thrown) {
      const { code } = toVitrineError(thrown);
      // The viewer closed the login: nothing to explain.
      if (code !== 'ABORTED') this.#change({ notice: code });
      return false;
    } finally {
      this.#change({ isBusy: false });
    }
  }

  /** Escape undoes the last step, then leaves the field. */
  #leave(): void {
    if (this.step === 'name') this.cancelName();
    else if (this.reply) this.#change({ reply: null });
    else this.#link.field()?.blur();
  }

  #wantFocus(): void {
    this.#focusUntil = performance.now() + patience;
    this.#host.requestUpdate();
  }

  #change(change: Partial<Pick<Composer, 'step' | 'reply' | 'notice' | 'isBusy'>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
