// SPDX-License-Identifier: MIT
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from './controls.js';
import { icon } from './icon.js';
import { arrowLeftIcon, xIcon } from './icons.js';
import { words } from './localize.js';
import { followDrag } from './sheet-drag.js';
import { focused } from './focused.js';
import { keepTabInside } from './tab-stops.js';
import { sheetStrings } from './sheet.strings.js';
import { sheetStyles } from './sheet.styles.js';
import { VitrineElement } from './vitrine-element.js';

/**
 * How something is shown: `sheet` slides over from the block end, `drawer` from the inline end, both modal; `panel`
 * fills the box it stands in while it is open; `inline` is a plain block that is always there.
 */
export type Presentation = 'sheet' | 'drawer' | 'panel' | 'inline';

/** Past this share of its height, or faster than this in px per ms, a sheet that is let go leaves. */
const dismissShare = 0.25;
const dismissSpeed = 0.5;

/**
 * The surface that product, bag, checkout and product list are shown on. It asks to be closed and is closed by
 * whoever owns it. Internal: not part of the public interface.
 *
 * @element vitrine-sheet
 * @fires vitrine-sheet-close - The viewer wants it closed.
 * @fires vitrine-sheet-back - The viewer wants to go back.
 * @slot - What is on it.
 * @slot header - In place of the row with heading and buttons.
 * @slot heading - In place of the words of `label`.
 * @slot subheading - A line under the heading.
 * @slot footer - What stays in sight below what scrolls.
 * @csspart dialog - The surface.
 * @csspart backdrop - What dims the room behind it.
 * @csspart grab - The bar at its top edge.
 * @csspart heading - The heading.
 * @csspart back - The back button.
 * @csspart close - The close button.
 * @csspart body - What scrolls.
 * @cssstate rtl - Written from right to left.
 * @cssprop [--vitrine-sheet-position=absolute] - `fixed` lets a sheet cover the window instead of its container.
 * @cssprop [--vitrine-safe-bottom=0px] - Room kept at the bottom for the device's own bar.
 */
export class VitrineSheet extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, sheetStyles];

  @property({ reflect: true }) presentation: Presentation = 'sheet';

  @property({ type: Boolean, reflect: true }) open = false;

  /** Its name for assistive technology, and its heading unless the slot `heading` has another one. */
  @property() label = '';

  /** Where it rests: more than half of the room, or as high as it may be. */
  @property({ reflect: true }) detent: 'half' | 'full' = 'full';

  /** Whether it may rest at half height too. */
  @property({ type: Boolean, attribute: 'has-half' }) hasHalf = false;

  /** Without a row for the heading: what it shows has one of its own, marked `data-heading`. */
  @property({ type: Boolean }) bare = false;

  /** Whether there is a back button. */
  @property({ type: Boolean, attribute: 'has-back' }) hasBack = false;

  #opener: HTMLElement | null = null;

  get #isModal(): boolean {
    return this.presentation === 'sheet' || this.presentation === 'drawer';
  }

  get #sheet(): HTMLElement {
    return this.renderRoot.querySelector('.sheet') as HTMLElement;
  }

  /** Moves the focus to the heading: where it goes when what had it is gone. */
  focusHeading(): void {
    const own = this.querySelector<HTMLElement>('[data-heading]') ?? this.renderRoot.querySelector<HTMLElement>('h2');
    own?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open') || this.presentation === 'inline') return;
    if (this.open) this.#opened();
    // The first render of a sheet that is closed.
    else if (changed.get('open') !== undefined) this.#closed();
  }

  protected override render(): TemplateResult {
    const { presentation, bare } = this;
    const text = words('sheet', sheetStrings, this.locale, () => this.requestUpdate());
    // Its key is Escape, and its name the close button's.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    const backdrop = html`<div class="backdrop" part="backdrop" @click=${this.#dismiss}></div>`;
    return html`
      ${this.#isModal ? backdrop : nothing}
      <div
        class="sheet"
        part="dialog"
        role=${presentation === 'inline' ? 'region' : 'dialog'}
        aria-modal=${this.#isModal ? 'true' : nothing}
        aria-label=${this.label}
        @keydown=${this.#keydown}
      >
        <div class="handle" @pointerdown=${this.#pointerdown}>
          ${
            presentation !== 'sheet'
              ? nothing
              : bare
                ? html`<button class="grab" part="grab" aria-label=${text.close} @click=${this.#dismiss}></button>`
                : html`<div class="grab" part="grab"></div>`
          }
          <slot name="header">${bare ? nothing : this.#header(text)}</slot>
        </div>
        <div class="body" part="body"><slot></slot></div>
        <slot name="footer"></slot>
      </div>
    `;
  }

  #header(text: { readonly back: string; readonly close: string }): TemplateResult {
    const back = html`<button class="round" part="back" aria-label=${text.back} @click=${this.#back}>
      ${icon(arrowLeftIcon, 20, false, true)}
    </button>`;
    return html`<div class="head ${this.hasBack ? 'back' : ''}">
      ${this.hasBack ? back : nothing}
      <div class="titles">
        <h2 id="heading" part="heading" tabindex="-1"><slot name="heading">${this.label}</slot></h2>
        <slot name="subheading"></slot>
      </div>
      ${
        this.presentation === 'inline'
          ? nothing
          : html`<button class="round" part="close" aria-label=${text.close} @click=${this.#dismiss}>
            ${icon(xIcon)}
          </button>`
      }
    </div>`;
  }

  readonly #dismiss = (): void => {
    this.dispatchEvent(new CustomEvent('vitrine-sheet-close'));
  };

  readonly #back = (): void => {
    this.dispatchEvent(new CustomEvent('vitrine-sheet-back'));
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.presentation !== 'inline') {
      // The top layer alone: what lies below hears the next one.
      event.stopPropagation();
      this.#dismiss();
    } else if (event.key === 'Tab' && this.#isModal) keepTabInside(event, this);
  };

  #opened(): void {
    this.#rest();
    this.#opener = focused();
    this.focusHeading();
    const body = this.renderRoot.querySelector('.body');
    if (body) body.scrollTop = 0;
  }

  #closed(): void {
    this.#rest();
    const opener = this.#opener;
    this.#opener = null;
    const active = focused();
    if (!opener?.isConnected || (active && !this.matches(':focus-within'))) return;
    opener.focus({ preventScroll: true });
  }

  #rest(): void {
    this.#sheet.classList.remove('dragging', 'released');
    this.#sheet.style.removeProperty('--_drag');
  }

  readonly #pointerdown = (event: PointerEvent): void => {
    const target = event.target as Element;
    if (this.presentation !== 'sheet' || event.button !== 0 || target.closest('button:not(.grab)')) return;
    followDrag(event, event.currentTarget as HTMLElement, {
      move: (by) => {
        this.#sheet.classList.add('dragging');
        // Upwards it goes only where there is more of it to see.
        const canGrow = this.detent === 'half' && this.hasHalf;
        this.#sheet.style.setProperty('--_drag', `${by < 0 && !canGrow ? 0 : by}px`);
      },
      release: (by, speed) => this.#release(by, speed),
    });
  };

  #release(by: number, speed: number): void {
    const sheet = this.#sheet;
    const before = sheet.getBoundingClientRect();
    const share = by / before.height;
    const isDown = speed > dismissSpeed || (share > dismissShare && speed > -dismissSpeed);
    const isUp = speed < -dismissSpeed || share < -dismissShare / 2;
    const toHalf = isDown && this.hasHalf && this.detent === 'full' && share < 0.6;
    if (toHalf) this.#settle(before.top, 'half');
    else if (isUp && this.hasHalf && this.detent === 'half') this.#settle(before.top, 'full');
    else this.#settle(before.top, this.detent);
    if (!isDown || toHalf) return;
    this.#dismiss();
  }

  /** Springs to a resting place from where the finger left it. */
  #settle(top: number, detent: 'half' | 'full'): void {
    const sheet = this.#sheet;
    this.detent = detent;
    this.setAttribute('detent', detent);
    sheet.style.setProperty('--_drag', '0px');
    sheet.style.setProperty('--_drag', `${top - sheet.getBoundingClientRect().top}px`);
    // Read, so that the spring begins here.
    sheet.getBoundingClientRect();
    sheet.classList.replace('dragging', 'released');
    sheet.style.setProperty('--_drag', '0px');
  }
}
