// SPDX-License-Identifier: MIT
import { toVitrineError, type Cart, type CartIssue, type CartState, type CheckoutMode } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from '../shared/repeat.js';
import { commerce, notice } from '../shared/commerce.js';
import { controls } from '../shared/controls.js';
import { icon } from '../shared/icon.js';
import { shoppingBagIcon, wifiOffIcon } from './icons.js';
import { words, type Strings } from '../shared/localize.js';
import { isDanger, refusalOf, sentence, type Refusal } from '../shared/refusal.js';
import type { Presentation } from '../shared/sheet.js';
import { shopStrings } from '../shared/shop.strings.js';
import { TickerController } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { cartStrings } from './cart.strings.js';
import { cartStyles } from './cart.styles.js';
import { CouponController } from './coupon.js';
import { cartFooter, toast } from './footer.js';
import { cartLine, refusalNotice, type LineView } from './line.js';
import { wantedLines, type WantedLine } from './lines.js';
import { blockOf, Till } from './till.js';
import type { Delivery } from './totals.js';
import { UndoController } from './undo.js';

/**
 * The bag: what the shop confirmed with the viewer's own changes on top, what it refused, what it comes to.
 *
 * @element vitrine-cart
 * @fires vitrine-cart-set - The viewer changes how many. Cancelable.
 * @fires vitrine-cart-coupon - The viewer enters or removes a coupon. Cancelable.
 * @fires vitrine-cart-acknowledge - The viewer accepts what the shop changed. Cancelable.
 * @fires vitrine-cart-close - The viewer closes the bag. Cancelable.
 * @fires vitrine-cart-reload - The viewer wants it loaded again. Cancelable.
 * @fires vitrine-checkout-begin - The viewer wants to pay. Cancelable.
 * @slot empty - In place of the words for an empty bag.
 * @slot footer - Under the button that checks out.
 * @csspart drawer - The surface.
 * @csspart heading - The heading.
 * @csspart close - The close button.
 * @csspart body - What scrolls.
 * @csspart line - A line.
 * @csspart picture - A line's picture.
 * @csspart stepper - A line's stepper.
 * @csspart notice - What the shop refused or changed.
 * @csspart coupon - The coupon row.
 * @csspart total - The totals.
 * @csspart express - The button that pays the express way.
 * @csspart checkout - The button that checks out.
 * @csspart toast - The offer to undo a removal.
 * @cssstate rtl - Written from right to left.
 * @cssstate open - It is shown.
 * @cssstate empty - There is nothing in it.
 * @cssprop [--vitrine-sheet-position=absolute] - `fixed` lets the bag cover the window instead of its container.
 */
export class VitrineCart extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, commerce, cartStyles];

  /** How it is shown. As sheet, drawer or panel it is there while the room has the bag open. */
  @property({ reflect: true }) presentation: Presentation = 'inline';

  readonly #undo = new UndoController(this);
  readonly #coupon = new CouponController(this, (code, remove) => this.ask('cart:coupon', { code, remove }));
  /** Names of lines, for those the shop has taken out. */
  readonly #titles = new Map<string, string>();
  #refused: { readonly variantId: string; readonly refusal: Refusal } | null = null;
  readonly #till = new Till(this, (mode, expectedTotal) =>
    this.ask('checkout:begin', { ...(mode ? { mode } : {}), expectedTotal }),
  );
  #issues: readonly CartIssue[] = [];
  #said = '';
  /** What the shop said of the delivery as it was last asked to price the bag. */
  #delivery: Delivery | null = null;

  constructor() {
    super();
    this.rooms.watch((state) => state.cart);
    this.rooms.watch((state) => state.checkout);
    this.rooms.watch((state) => state.catalog.products);
    new TickerController(this, () => this.#cart?.expiresAt !== undefined && this.#isOpen);
  }

  get #cart(): Cart | null {
    return this.state?.cart.cart ?? null;
  }

  get #isOpen(): boolean {
    return this.presentation === 'inline' || this.state?.cart.open === true;
  }

  #words(): Strings<typeof cartStrings> {
    return words('cart', cartStrings, this.locale, () => this.requestUpdate());
  }

  #view(): LineView {
    return {
      text: this.#words(),
      shop: words('shop', shopStrings, this.locale, () => this.requestUpdate()),
      locale: this.locale,
      set: (line, quantity) => void this.#set(line, quantity),
      acknowledge: (issue) => void this.ask('cart:acknowledge', { issue }),
    };
  }

  protected override willUpdate(): void {
    const { cart, checkout } = this.state ?? {};
    const handoff = checkout?.session?.handoff;
    if (handoff?.kind === 'embed') this.#delivery = handoff.delivery ?? null;
    this.toggleState('open', this.#isOpen);
    this.toggleState('empty', cart?.count === 0);
    for (const { id, title } of cart?.cart?.lines ?? []) this.#titles.set(id, title);
    const [newest] = (cart?.issues ?? []).filter((issue) => !this.#issues.includes(issue));
    this.#issues = cart?.issues ?? [];
    // Dangers are alerts of their own.
    if (newest && !isDanger(newest)) this.#said = this.#about(newest);
    if (cart) this.#till.take(cart);
  }

  #about(issue: CartIssue): string {
    const { text, shop, locale } = this.#view();
    const name = this.#titles.get(issue.lineId ?? '');
    return name ? text.about(name, sentence(issue, shop, locale)) : sentence(issue, shop, locale);
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    const { text } = view;
    const { cart } = this.state ?? {};
    const count = cart?.count ?? 0;
    const lines = cart ? wantedLines(cart, this.state?.catalog.products ?? []) : [];
    return html`<vitrine-sheet
      presentation=${this.presentation}
      ?open=${this.#isOpen}
      label=${text.bag}
      exportparts="dialog: drawer, heading, close, body"
      @vitrine-sheet-close=${this.#close}
    >
      <span slot="heading"
        >${text.bag}
        ${
          count > 0
            ? html`<span class="count numbers" aria-hidden="true">${count}</span>
              <span class="visually-hidden">${text.count(count)}</span>`
            : nothing
        }</span
      >
      ${cart ? this.#content(cart, lines, view) : this.#skeletons(text)}
      <div class="visually-hidden" role="status">${this.#said}</div>
      ${this.#footer(lines.length > 0, view)}
    </vitrine-sheet>`;
  }

  #content(cart: CartState, lines: readonly WantedLine[], view: LineView): TemplateResult {
    const { text, shop } = view;
    const ids = new Set(lines.map(({ id }) => id));
    // What concerns no line that is still there, nor the code in the field.
    const general = cart.issues.filter(
      (issue) => issue !== this.#coupon.refusal && (issue.lineId === undefined || !ids.has(issue.lineId)),
    );
    const refusalsOf = (line: WantedLine): readonly (Refusal | CartIssue)[] => {
      const own = this.#refused?.variantId === line.variantId ? [this.#refused.refusal] : [];
      return [...cart.issues.filter(({ lineId }) => lineId === line.id), ...own];
    };
    return html`
      ${cart.isOffline ? html`<div class="top">${notice(shop.OFFLINE, 'warn', undefined, wifiOffIcon)}</div>` : nothing}
      ${
        general.length > 0
          ? html`<div class="top">
            ${general.map((issue) => refusalNotice(issue, view, undefined, this.#titles.get(issue.lineId ?? '')))}
          </div>`
          : nothing
      }
      ${
        lines.length > 0
          ? html`<ul class="lines" role="list">
            ${repeat(
              lines,
              ({ variantId, offerId }) => `${variantId} ${offerId ?? ''}`,
              (line) => cartLine(line, refusalsOf(line), view),
            )}
          </ul>`
          : cart.status === 'loading'
            ? this.#skeletons(text)
            : cart.status === 'failed'
              ? html`<div class="blank">
                ${notice(text.failed)}
                <button class="button" @click=${() => void this.ask('cart:reload', {}).catch(() => undefined)}>${shop.tryAgain}</button>
              </div>`
              : this.#empty(text)
      }
      ${lines.length > 0 && cart.cart ? this.#coupon.render(cart.cart, view) : nothing}
    `;
  }

  #empty(text: Strings<typeof cartStrings>): TemplateResult {
    return html`<slot name="empty"
      ><div class="blank">
        ${icon(shoppingBagIcon, 32)}
        <strong>${text.empty}</strong>
        <span>${text.emptyHint}</span>
        ${this.presentation === 'inline' ? nothing : html`<button class="button" @click=${this.#close}>${text.browse}</button>`}
      </div></slot
    >`;
  }

  #skeletons(text: Strings<typeof cartStrings>): TemplateResult {
    return html`<div role="group" aria-busy="true" aria-label=${text.loading}>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`;
  }

  #footer(hasLines: boolean, view: LineView): TemplateResult | typeof nothing {
    const { cart: state, checkout } = this.state ?? {};
    const offer = this.#undo.removed ? toast(this.#undo, view.text, this.#putBack) : nothing;
    const cart = hasLines && state?.cart;
    if (!cart || !checkout)
      return offer === nothing ? nothing : html`<div slot="footer" class="footer bare">${offer}</div>`;
    const now = this.rooms.current?.clock.now() ?? Date.now();
    const press = (mode: CheckoutMode | null): void => this.#press(mode);
    return html`<div slot="footer" class="footer">
      ${offer} ${cartFooter({ cart, state, checkout, till: this.#till, delivery: this.#delivery, now, view, press })}
      <slot name="footer"></slot>
    </div>`;
  }

  readonly #close = (): void => {
    // What was only told has been seen now; what blocks stays until it is accepted.
    for (const issue of this.state?.cart.issues ?? []) {
      if (issue.severity !== 'block') void this.ask('cart:acknowledge', { issue });
    }
    this.#refused = this.#till.failure = null;
    void this.ask('cart:close', {});
  };

  readonly #putBack = (): void => {
    const removed = this.#undo.take();
    if (!removed) return;
    const { variantId, quantity } = removed;
    void this.#ask(variantId, quantity).then(() => this.#focusLine(variantId));
  };

  async #set(line: WantedLine, quantity: number): Promise<void> {
    const { variantId, title, unit, id } = line;
    for (const issue of this.state?.cart.issues ?? []) {
      if (issue.lineId === id) void this.ask('cart:acknowledge', { issue });
    }
    if (quantity > 0) return this.#ask(variantId, quantity, unit);
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-line]')];
    const at = rows.findIndex(({ dataset }) => dataset['line'] === id);
    const next = rows[at + 1] ?? rows[at - 1];
    this.#undo.offer({ variantId, quantity: line.quantity, title });
    this.#said = this.#words().removed(title);
    const done = this.#ask(variantId, 0);
    if (next) next.focus();
    else this.renderRoot.querySelector('vitrine-sheet')?.focusHeading();
    return done;
  }

  async #ask(variantId: string, quantity: number, expectedUnit?: WantedLine['unit']): Promise<void> {
    this.#refused = this.#till.failure = null;
    try {
      await this.ask('cart:set', { variantId, quantity, ...(expectedUnit ? { expectedUnit } : {}) });
    } catch (thrown) {
      const refusal = refusalOf(toVitrineError(thrown), this.#cart?.currency);
      this.#refused = { variantId, refusal };
      const { shop, locale } = this.#view();
      this.#said = sentence(refusal, shop, locale);
      this.requestUpdate();
    }
  }

  async #focusLine(variantId: string): Promise<void> {
    await this.updateComplete;
    const line = this.#cart?.lines.find((candidate) => candidate.variantId === variantId);
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-line]')];
    rows.find(({ dataset }) => dataset['line'] === line?.id)?.focus();
  }

  #press(mode: CheckoutMode | null): void {
    const { cart } = this.state ?? {};
    if (!cart) return;
    if (blockOf(cart)) this.renderRoot.querySelector<HTMLElement>('.accept')?.focus();
    else this.#till.press(mode, cart);
  }
}
