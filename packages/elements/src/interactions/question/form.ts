// SPDX-License-Identifier: MIT
import { countGraphemes, toVitrineError, type ErrorCode } from '@vitrine/core';
import type { ReactiveControllerHost } from 'lit';
import { longest } from './schema.js';

export interface FormLink {
  /** Asks it. Resolves with false when the page has taken that over. */
  send(text: string, isPrivate: boolean): Promise<boolean>;
  field(): HTMLTextAreaElement | null;
  sent(): void;
}

/** What is being asked, until the back end has it. */
export class Form {
  readonly #host: ReactiveControllerHost;
  readonly #link: FormLink;
  text = '';
  isPrivate = false;
  isBusy = false;
  refusal: ErrorCode | null = null;

  constructor(host: ReactiveControllerHost, link: FormLink) {
    this.#host = host;
    this.#link = link;
  }

  /** How many graphemes are left; below zero it is too long. */
  left(most = longest): number {
    const said = this.text.trim();
    // A grapheme is never shorter than a code unit: short texts need no segmenting.
    return most - (said.length < most * 0.8 ? said.length : countGraphemes(said));
  }

  readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.#change(() => (this.refusal = null));
  };

  readonly togglePrivate = (event: Event): void => {
    this.#change(() => (this.isPrivate = (event.target as HTMLInputElement).checked));
  };

  /** Enter sends, but not the Enter that ends a word of an input method. */
  readonly pressed = (event: KeyboardEvent): void => {
    // Outside, the key would seem to come from the element, not from a field, and set off the page's shortcuts.
    if (event.key !== 'Escape') event.stopPropagation();
    // Safari ends the composition before it tells of the key: only 229 says that the key was the input method's.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void this.submit();
  };

  readonly submit = async (): Promise<void> => {
    const field = this.#link.field();
    if (this.isBusy) return;
    if (this.text.trim() === '') return field?.focus();
    if (this.left() < 0) return this.#change(() => (this.refusal = 'MESSAGE_TOO_LONG'));
    this.#change(() => (this.isBusy = true));
    try {
      if (await this.#link.send(this.text, this.isPrivate)) this.#link.sent();
      this.text = '';
      if (field) field.value = '';
    } catch (thrown) {
      this.refusal = toVitrineError(thrown).code;
    }
    this.#change(() => (this.isBusy = false));
  };

  #change(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }
}
