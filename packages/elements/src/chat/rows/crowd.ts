// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { DeskWords } from '../desk.strings.js';

/** After so long without more it is quiet again. */
const calm: Ms = 4000;

/** Says how many messages were left out, while more is said than can be read. A chunk of its own: few rooms need it. */
export class Crowd {
  readonly #host: ReactiveControllerHost;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  add(count: number): void {
    // (Only the first has the element rendered: what follows is told with the rows it comes with, or each would cost two
    // layouts.)
    if (this.#count === 0) this.#host.requestUpdate();
    this.#count += count;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#count = 0;
      this.#host.requestUpdate();
    }, calm);
  }

  template(words: Strings<DeskWords>, locale: string): TemplateResult | typeof nothing {
    if (this.#count === 0) return nothing;
    const shown = formatNumber(this.#count, locale);
    // (It is in nobody's way, and its sign stands before the number in every script.)
    return html`<span class="pill quiet numbers" part="more" inert><bdi dir="ltr">+${shown}</bdi></span
      ><span class="visually-hidden">${words.more(this.#count, shown)}</span>`;
  }
}
