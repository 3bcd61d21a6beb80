// SPDX-License-Identifier: MIT
import { isAvailable, leadVariant, type Product, type Variant } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { commerce, notice, outWord } from '../shared/commerce.js';
import { controls } from '../shared/controls.js';
import { formatMoney } from '../shared/format-money.js';
import { icon } from '../shared/icon.js';
import { arrowLeftIcon } from './icons.js';
import { words, type Strings } from '../shared/localize.js';
import { isDanger, sentence, type Refusal, type ShopWords } from '../shared/refusal.js';
import type { Presentation } from '../shared/sheet.js';
import { shopStrings } from '../shared/shop.strings.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { chosenName, chosenVariant, firstChoice, openAxis, type Chosen } from './choice.js';
import { footer } from './footer.js';
import { pictures } from './gallery.js';
import { remark, type Choosing } from './options.js';
import { productStrings } from './product.strings.js';
import { productStyles } from './product.styles.js';
import { PurchaseController, type Outcome } from './purchase.js';
import { productSheet } from './sheet-content.js';

/**
 * A product with everything there is to choose: the sheet that opens from a card, or one product in a page.
 *
 * @element vitrine-product
 * @fires vitrine-product-close - The viewer closes the sheet. Cancelable.
 * @fires vitrine-cart-add - The viewer puts it in the bag. Cancelable.
 * @fires vitrine-checkout-begin - The viewer buys it at once. Cancelable.
 * @fires vitrine-player-seek - The viewer wants to see it shown again. Cancelable.
 * @slot gallery - In place of the pictures.
 * @slot details - After the details.
 * @slot footer - Before the buttons.
 * @csspart dialog - The sheet.
 * @csspart grab - The bar at the sheet's top edge; closes it.
 * @csspart back - The button back from the panel.
 * @csspart close - The drawer's close button.
 * @csspart body - What scrolls.
 * @csspart gallery - The pictures.
 * @csspart picture - The drawing in place of a picture.
 * @csspart seen - The button that shows the moment it was presented.
 * @csspart name - The name.
 * @csspart price - The price.
 * @csspart options - The values of one axis.
 * @csspart option - One value.
 * @csspart swatch - One value shown as a colour.
 * @csspart quantity - The row with the stepper.
 * @csspart stepper - The stepper.
 * @csspart details - The details table.
 * @csspart notice - What the shop refused.
 * @csspart add - The button into the bag.
 * @csspart buy - The button that buys at once.
 * @cssstate rtl - Written from right to left.
 * @cssstate open - It is shown.
 * @cssprop [--vitrine-sheet-position=absolute] - `fixed` lets the sheet cover the window instead of its container.
 */
export class VitrineProduct extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, commerce, productStyles];

  /** How it is shown. As sheet, drawer or panel it is there while the room has a product open. */
  @property({ reflect: true }) presentation: Presentation = 'inline';

  /** Shows this product, whatever the room has open; as a sheet only while the room has it open. */
  @property() product: string | null = null;

  #id: string | null = null;
  #chosen: Chosen = {};
  #quantity = 1;
  #picture = 0;
  #said = '';
  readonly #purchase = new PurchaseController(this, (outcome) => this.#told(outcome));
  /** Shown still while the sheet leaves. */
  #last: Product | null = null;

  constructor() {
    super();
    this.rooms.watch((state) => state.catalog);
    this.rooms.watch((state) => state.cart.status);
    this.rooms.watch((state) => state.checkout.modes);
    this.rooms.watch((state) => state.stream.info);
  }

  get #isOpen(): boolean {
    return this.presentation === 'inline' || this.#wanted !== null;
  }

  get #wanted(): string | null {
    const { open = null, pinned = null } = this.state?.catalog ?? {};
    if (this.presentation === 'inline') return this.product ?? open ?? pinned;
    return this.product === null || this.product === open ? open : null;
  }

  protected override willUpdate(): void {
    const id = this.#wanted;
    const found = this.state?.catalog.products.find((product) => product.id === id) ?? null;
    this.toggleState('open', this.#isOpen);
    if (id !== null && id !== this.#id) {
      // Another product, or the same one opened again: nothing is chosen yet.
      this.#quantity = 1;
      this.#picture = 0;
      this.#purchase.reset();
      this.#said = '';
      this.#chosen = {};
    }
    if (found && Object.keys(this.#chosen).length === 0) this.#chosen = firstChoice(found);
    if (found || id !== null || this.presentation === 'inline') this.#last = found;
    this.#id = id;
    const variant = found && chosenVariant(found, this.#chosen);
    if (variant) this.#quantity = Math.min(this.#quantity, Math.max(this.#most(variant), 1));
  }

  #words(): Strings<typeof productStrings> {
    return words('product', productStrings, this.locale, () => this.requestUpdate());
  }

  #shop(): ShopWords {
    return words('shop', shopStrings, this.locale, () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const text = this.#words();
    const product = this.#last;
    const isPanel = this.presentation === 'panel';
    const isDrawer = this.presentation === 'drawer';
    return html`<vitrine-sheet
      presentation=${this.presentation}
      ?open=${this.#isOpen}
      ?bare=${!isDrawer}
      has-half
      label=${product?.title ?? text.product}
      exportparts="dialog, grab, close, body"
      @vitrine-sheet-close=${this.#close}
    >
      ${
        isPanel
          ? html`<button slot="header" class="back" part="back" @click=${this.#close}>
            ${icon(arrowLeftIcon, 20, false, true)} ${text.backToChat}
          </button>`
          : nothing
      }
      ${isDrawer ? html`<span slot="heading">${text.product}</span>` : nothing}
      ${product ? this.#content(product, text) : this.#absent(text)}
    </vitrine-sheet>`;
  }

  #absent(text: Strings<typeof productStrings>): TemplateResult {
    const status = this.state?.catalog.status ?? 'loading';
    if (status === 'loading') {
      return html`<div role="group" aria-busy="true" aria-label=${text.loading}>
        <div class="pictures skeleton"><div class="gallery"></div></div>
      </div>`;
    }
    return this.#wanted === null
      ? html`${nothing}`
      : html`<p class="blank" data-heading tabindex="-1">${text.unknown}</p>`;
  }

  #choosing(product: Product): Choosing {
    return {
      product,
      chosen: this.#chosen,
      locale: this.locale,
      text: this.#words(),
      shop: this.#shop(),
      choose: (axis, value) => this.#choose(product, axis, value),
    };
  }

  #content(product: Product, text: Strings<typeof productStrings>): TemplateResult {
    const choosing = this.#choosing(product);
    const { shop } = choosing;
    const variant = chosenVariant(product, this.#chosen);
    const { cart, checkout } = this.state ?? {};
    const { refusal, deed } = this.#purchase;
    return html`
      ${productSheet(choosing, {
        variant,
        seenAt: this.#seenAt(product),
        picture: this.#picture,
        quantity: this.#quantity,
        most: this.#most(variant ?? leadVariant(product)),
        turned: (index) => this.#turned(index),
        seek: (to) => this.#seek(to),
        setQuantity: (quantity) => this.#change(() => (this.#quantity = quantity)),
      })}
      <div class="visually-hidden" role="status">${this.#said}</div>
      <div slot="footer" class="footer">
        <slot name="footer"></slot>
        ${refusal ? notice(this.#sentence(refusal, shop), isDanger(refusal) ? 'danger' : 'warn') : nothing}
        ${footer({
          product,
          deed,
          canAdd: cart?.status !== 'absent',
          canBuy: (checkout?.modes.length ?? 0) > 0,
          missing: openAxis(product, this.#chosen),
          out: outWord(product, shop),
          state: !variant ? 'none' : isAvailable(variant.availability) ? 'available' : 'sold-out',
          text,
          shop,
          add: () => void this.#add(product),
          buy: () => void this.#buy(product),
        })}
      </div>
    `;
  }

  /** Gone from the shop, not from the bag. */
  #sentence(refusal: Refusal, shop: ShopWords): string {
    return refusal.code === 'OUT_OF_STOCK' ? shop.soldOut : sentence(refusal, shop, this.locale);
  }

  #most(variant: Variant | undefined): number {
    return Math.min(variant?.maximumPerOrder ?? 99, variant?.availability.quantity ?? 99);
  }

  #seenAt(product: Product): { readonly at: number; readonly since: number } | null {
    const room = this.rooms.current;
    const since = this.state?.stream.info?.startedAt;
    const at =
      this.state?.catalog.seen[product.id] ??
      this.state?.catalog.shown.find(({ productId }) => productId === product.id)?.at ??
      product.moments?.filter((moment) => moment <= (room?.liveEdge() ?? 0)).at(-1);
    // Before the show began it was shown in another one.
    if (!room || since === undefined || at === undefined || at < since || !room.bus.isAnswered('player:seek'))
      return null;
    return { at, since: at - since };
  }

  #change(change: () => void): void {
    change();
    this.requestUpdate();
  }

  #turned(index: number): void {
    if (index !== this.#picture) this.#change(() => (this.#picture = index));
  }

  #choose(product: Product, axis: string, value: string): void {
    const before = pictures(product, chosenVariant(product, this.#chosen))[0]?.url;
    this.#chosen = { ...this.#chosen, [axis]: value };
    this.#purchase.refusal = null;
    const variant = chosenVariant(product, this.#chosen);
    if (pictures(product, variant)[0]?.url !== before) this.renderRoot.querySelector('.gallery')?.scrollTo({ left: 0 });
    const choosing = this.#choosing(product);
    const names = product.options
      .filter(({ id }) => this.#chosen[id])
      .map((option) => `${option.name} ${chosenName(option, this.#chosen)}`);
    const price = variant ? formatMoney(variant.price.amount, this.locale) : '';
    this.#said = choosing.text.chosen(names.join(', '), remark(choosing).words, price);
    this.requestUpdate();
  }

  readonly #close = (): void => {
    void this.ask('product:close', {});
  };

  #seek(to: number): void {
    // The player says itself when a moment cannot be shown.
    this.ask('player:seek', { to }).catch(() => undefined);
  }

  /** The variant that is chosen and can be had; else moves to the choice that is missing. */
  #ready(product: Product): Variant | null {
    const axis = openAxis(product, this.#chosen);
    if (axis) {
      const inputs = [...this.renderRoot.querySelectorAll<HTMLElement>('fieldset')].find(
        ({ dataset }) => dataset['axis'] === axis.id,
      );
      inputs?.querySelector<HTMLElement>('input')?.focus();
      return null;
    }
    const variant = chosenVariant(product, this.#chosen);
    return variant && isAvailable(variant.availability) && !this.#purchase.isBusy ? variant : null;
  }

  async #add(product: Product): Promise<void> {
    const variant = this.#ready(product);
    if (!variant) return;
    const { amount } = variant.price;
    await this.#purchase.run('adding', amount.currency, async () => {
      const result = await this.ask('cart:add', {
        variantId: variant.id,
        quantity: this.#quantity,
        expectedUnit: amount,
      });
      // The page took it over.
      if (result === null) return {};
      const line = result.cart.lines.find(({ variantId }) => variantId === variant.id);
      const own = [undefined, line?.id, variant.id];
      return { isAdded: line !== undefined, refusal: result.issues.find(({ lineId }) => own.includes(lineId)) };
    });
  }

  async #buy(product: Product): Promise<void> {
    const variant = this.#ready(product);
    if (!variant) return;
    const { modes = [] } = this.state?.checkout ?? {};
    const id = this.#id;
    await this.#purchase.run('buying', variant.price.amount.currency, async () => {
      const session = await this.ask('checkout:begin', {
        ...(modes.includes('embed') ? { mode: 'embed' } : {}),
        buyNow: { variantId: variant.id, quantity: this.#quantity },
      });
      // The checkout takes its place.
      if (session && id === this.#id && this.presentation !== 'inline') this.#close();
      return {};
    });
  }

  #told({ isAdded, refusal }: Outcome): void {
    if (refusal) this.#said = this.#sentence(refusal, this.#shop());
    else if (isAdded) this.#said = this.#words().added;
  }
}
