// SPDX-License-Identifier: MIT
import { words, type Strings, type Words } from '../shared/localize.js';

/** The element whose language counts. */
export interface Speaker {
  readonly locale: string;
  requestUpdate(): void;
}

/** Words in the element's language: the same object until that changes, as templates compare by identity. */
export class Wording<W extends Words> {
  readonly #component: string;
  readonly #english: W;
  readonly #speaker: Speaker;
  #locale = '';
  #words: Strings<W>;

  constructor(component: string, english: W, speaker: Speaker) {
    this.#component = component;
    this.#english = english;
    this.#speaker = speaker;
    this.#words = english as unknown as Strings<W>;
  }

  get now(): Strings<W> {
    const { locale } = this.#speaker;
    if (locale !== this.#locale) {
      this.#locale = locale;
      this.#words = words(this.#component, this.#english, locale, () => {
        this.#locale = '';
        this.#speaker.requestUpdate();
      });
    }
    return this.#words;
  }
}
