// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '../shared/controls.js';
import { formatNumber } from '../shared/format.js';
import { words } from '../shared/localize.js';
import { TickerController } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { closingStyles } from './closing.styles.js';
import { english } from './closing.strings.js';

const minute: Ms = 60_000;
/** So many minutes before the end it begins to tell. */
const longest = 10;
/** With so many left it is said aloud as well; each minute would be too much. */
const saidAt: readonly number[] = [longest, 5, 1];

/**
 * Tells that a live show is about to end, for the ten minutes before `endsAt` of its stream; nothing before, and nothing
 * once the time has passed and the show goes on all the same.
 *
 * @element vitrine-closing
 * @csspart chip - The words, over a picture.
 * @cssstate rtl - Written from right to left.
 * @cssstate absent - The show does not end soon, or nobody says when.
 */
export class VitrineClosing extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, closingStyles];

  #said: number | null = null;

  constructor() {
    super();
    this.rooms.watch(({ stream }) => stream.info);
    new TickerController(this, () => this.#end !== undefined);
  }

  get #end(): number | undefined {
    const info = this.state?.stream.info;
    return info?.phase === 'live' ? info.endsAt : undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const now = this.rooms.current?.clock.now();
    const left = this.#end === undefined || now === undefined ? 0 : Math.ceil((this.#end - now) / minute);
    const isSoon = left > 0 && left <= longest;
    this.toggleState('absent', !isSoon);
    if (!isSoon) {
      this.#said = null;
      return nothing;
    }
    const text = words('closing', english, this.locale, () => this.requestUpdate());
    if (this.#said === null || saidAt.includes(left)) this.#said = left;
    return html`<span class="chip numbers" part="chip" aria-hidden="true"
        >${text.closing(left, formatNumber(left, this.locale))}</span
      >
      <span class="visually-hidden" role="status">${text.closes(this.#said, formatNumber(this.#said, this.locale))}</span>`;
  }
}
