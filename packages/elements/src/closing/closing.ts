// SPDX-License-Identifier: MIT
import type { EpochMs, Ms } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '../shared/controls.js';
import { formatNumber } from '../shared/format.js';
import { words } from '../shared/localize.js';
import { TickerController } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { closingStyles } from './closing.styles.js';
import { english } from './closing.strings.js';

const minute: Ms = 60_000;
/** Minutes before the end at which it begins to tell, and at which it is said aloud: each minute would be too much. */
const steps: readonly number[] = [10, 5, 1];

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

  /** The end that was last told of, and the step it had come to. */
  #told: { readonly end: EpochMs; readonly step: number } | null = null;
  /** The minutes with which that was said. */
  #said = 0;

  constructor() {
    super();
    this.rooms.watch(({ stream }) => stream.info);
    new TickerController(this, () => this.#left > 0);
  }

  get #end(): EpochMs | null {
    const info = this.state?.stream.info;
    return (info?.phase === 'live' ? info.endsAt : null) ?? null;
  }

  /** In minutes, begun ones too; 0 where no end is known, or it has passed. */
  get #left(): number {
    const now = this.rooms.current?.clock.now();
    return this.#end === null || now === undefined ? 0 : Math.max(0, Math.ceil((this.#end - now) / minute));
  }

  protected override render(): TemplateResult {
    const left = this.#left;
    const end = this.#end;
    const step = left === 0 ? 0 : steps.filter((one) => left <= one).length;
    this.toggleState('absent', step === 0);
    // (A step may have been passed while nobody looked.)
    if (end === null || step === 0) this.#told = null;
    else if (this.#told?.end !== end || this.#told.step !== step) {
      this.#told = { end, step };
      this.#said = left;
    }
    const text = words('closing', english, this.locale, () => this.requestUpdate());
    const shown = formatNumber(left, this.locale);
    // What was said is not left to be read when it is not so any more.
    const isSaid = this.#told !== null && this.#said === left;
    return html`${step === 0 ? nothing : html`<span class="chip numbers" part="chip">${text.closing(left, shown)}</span>`}
      <span class="visually-hidden" role="status">${isSaid ? text.closes(left, shown) : nothing}</span>`;
  }
}
