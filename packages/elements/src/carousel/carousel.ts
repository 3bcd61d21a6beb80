// SPDX-License-Identifier: MIT
import { leadVariant, needsChoice, type Product } from '@vitrine/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from '../shared/repeat.js';
import { commerce, notice } from '../shared/commerce.js';
import { priceOf } from '../shared/price.js';
import { controls } from '../shared/controls.js';
import { formatNumber } from '../shared/format.js';
import { formatMoney } from '../shared/format-money.js';
import { words, type Strings } from '../shared/localize.js';
import { shopStrings } from '../shared/shop.strings.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { AddingController } from './adding.js';
import { Announcer } from './announcer.js';
import { card, type Cards } from './card.js';
import { carouselStrings } from './carousel.strings.js';
import { carouselStyles } from './carousel.styles.js';
import { backButton, head, searchField, skeletons } from './head.js';
import { RailController } from './rail.js';
import { search } from './search.js';

/** Up to so many products Tab goes through all of them; beyond, through one, and the arrow keys to the others. */
const fewProducts = 20;
const announceEvery = 10_000;
/** So many cards are there at once, and with each frame more: a long list never holds up the page. */
const cardsAtOnce = 40;

/**
 * The products of the show: a rail of cards, or rows. What is on camera is marked and, unless the viewer has a hand on
 * it, brought into view.
 *
 * @element vitrine-carousel
 * @fires vitrine-product-open - The viewer asks for a product's sheet. Cancelable.
 * @fires vitrine-cart-add - The viewer asks for a product to be put in the bag. Cancelable.
 * @slot empty - In place of the words for a show without products.
 * @csspart heading - The heading of a rail.
 * @csspart previous - The button that turns the rail back.
 * @csspart next - The button that turns the rail on.
 * @csspart live - The button back to the product on camera.
 * @csspart search - The search field of a long list.
 * @csspart track - What scrolls.
 * @csspart card - A product.
 * @csspart now - The product on camera.
 * @csspart picture - A product's picture.
 * @csspart name - A product's name, the button that opens its sheet.
 * @csspart price - A price.
 * @csspart add - The button that adds or buys.
 * @csspart notice - What went wrong.
 * @cssstate rtl - Written from right to left.
 * @cssstate empty - There are no products.
 * @cssprop [--vitrine-carousel-card-size=176px] - Width of a card of the rail.
 */
export class VitrineCarousel extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, commerce, carouselStyles];

  /** A rail of cards, a list of rows from edge to edge, or rows that are cards themselves, for the middle of a page. */
  @property({ reflect: true }) variant: 'rail' | 'list' | 'rows' = 'rail';

  /** Shows at most so many. */
  @property({ type: Number }) limit: number | null = null;

  /** Says nothing about what is on camera: something else on the page does. */
  @property({ type: Boolean }) quiet = false;

  readonly #rail = new RailController(
    this,
    () => (this.variant === 'rail' ? (this.renderRoot?.querySelector<HTMLElement>('.track') ?? null) : null),
    () => this.#shownCard(),
  );
  readonly #announcer = new Announcer((text) => this.#say(text), announceEvery);
  readonly #adding = new AddingController(this);
  #said = '';
  #search = '';
  /** The card that Tab reaches in a long rail. */
  #stop: string | null = null;
  #shown: string | null = null;
  #hasShown = false;
  /** How the rail is to move to what is on camera, once that is rendered. */
  #move: 'smooth' | 'instant' | null = null;
  #rendered = cardsAtOnce;
  #growth = 0;
  /** What stands first in a list; the order does not change under a finger. */
  #first: string | null = null;

  constructor() {
    super();
    this.rooms.watch((state) => state.catalog);
    this.rooms.watch((state) => state.cart.status);
    this.rooms.watch((state) => state.stream.info?.phase);
  }

  /** What is on camera: nothing before the show and once it is over. */
  get #pinned(): string | null {
    const { catalog, stream } = this.state ?? {};
    return /^(ended|upcoming)$/.test(stream?.info?.phase ?? '') ? null : (catalog?.pinned ?? null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
    cancelAnimationFrame(this.#growth);
    this.#growth = 0;
  }

  protected override willUpdate(): void {
    const { products = [] } = this.state?.catalog ?? {};
    const pinned = this.#pinned;
    this.toggleState('empty', products.length === 0);
    const at = products.findIndex(({ id }) => id === pinned);
    this.#rendered = Math.max(this.#rendered, at + cardsAtOnce / 2);
    if (this.#first !== pinned && (this.#first === null || !this.hasUpdated || !this.#rail.isTouched))
      this.#first = pinned;
    if (this.#shown === pinned || products.length === 0) return;
    this.#shown = pinned;
    const product = products[at];
    if (product) this.#present(product);
  }

  /** The host shows another product. */
  #present(product: Product): void {
    if (this.variant === 'rail' && !this.#rail.isTouched) this.#move = this.#hasShown ? 'smooth' : 'instant';
    // What was on camera when the viewer came is no news.
    const price = this.#hasShown && !this.quiet && priceOf(product)?.amount;
    this.#hasShown = true;
    if (price) this.#announcer.announce(this.#words().nowShowing(product.title, formatMoney(price, this.locale)));
  }

  protected override updated(_changed: PropertyValues): void {
    if ((this.state?.catalog.products.length ?? 0) > this.#rendered) this.#grow();
    const move = this.#move;
    this.#move = null;
    if (move) this.#moveToShown(move === 'smooth');
  }

  #grow(): void {
    this.#growth ||= requestAnimationFrame(() => {
      this.#growth = 0;
      this.#rendered += cardsAtOnce;
      this.requestUpdate();
    });
  }

  #words(): Strings<typeof carouselStrings> {
    return words('carousel', carouselStrings, this.locale, () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const text = this.#words();
    const { status = 'loading', products = [] } = this.state?.catalog ?? {};
    const isRail = this.variant === 'rail';
    return html`<section class=${this.variant} role=${isRail ? nothing : 'group'} aria-label=${text.heading} aria-roledescription=${isRail ? 'carousel' : nothing}>
      ${
        isRail
          ? head(products.length, this.#rail, text, this.locale, this.#return)
          : products.length > fewProducts
            ? searchField(text, (wanted) => this.#find(wanted))
            : nothing
      }
      ${
        products.length > 0
          ? this.#products(products, text)
          : status === 'failed'
            ? notice(text.failed)
            : status === 'loading'
              ? skeletons(text)
              : html`<slot name="empty"><p class="blank">${text.empty}</p></slot>`
      }
      <div class="visually-hidden" role="status">${this.#said}</div>
    </section>`;
  }

  #products(products: readonly Product[], text: Strings<typeof carouselStrings>): TemplateResult {
    const isRail = this.variant === 'rail';
    const pinned = this.#pinned;
    const cards: Cards = {
      isRail,
      hasCart: this.state?.cart.status !== 'absent',
      pinned,
      isOn: !/^(paused|interrupted)$/.test(this.state?.stream.info?.phase ?? ''),
      locale: this.locale,
      text,
      shop: words('shop', shopStrings, this.locale, () => this.requestUpdate()),
      adding: this.#adding.states,
      stop: products.length > fewProducts ? (this.#stop ?? pinned ?? products[0]?.id ?? null) : null,
    };
    const found = isRail ? products : this.#listed(search(products, this.#search));
    if (found.length === 0) return html`<p class="blank">${text.nothingFound}</p>`;
    return html`<ul
        class="track ${this.#rail.hasBefore ? 'less' : ''} ${this.#rail.hasAfter ? 'more' : ''}"
        id="track"
        part="track"
        role="list"
        @click=${this.#click}
        @keydown=${this.#keydown}
        @focusin=${this.#focusin}
        @pointerdown=${this.#rail.touch}
        @scroll=${this.#rail.scrolled}
      >
        ${repeat(
          found.slice(0, Math.min(this.limit ?? Infinity, this.#rendered)),
          ({ id }) => id,
          (product) => card(product, cards),
        )}
      </ul>
      ${!isRail && pinned && this.#first !== pinned ? html`<div class="below">${backButton(text, this.#return)}</div>` : nothing}`;
  }

  /** What is on camera first, then the order of the show. */
  #listed(products: readonly Product[]): readonly Product[] {
    const first = products.find(({ id }) => id === this.#first);
    return first ? [first, ...products.filter((product) => product !== first)] : products;
  }

  #shownCard(): Element | null {
    return this.renderRoot?.querySelector('article.now')?.parentElement ?? null;
  }

  #moveToShown(isSmooth: boolean): void {
    const shown = this.#shownCard();
    if (shown && !this.#rail.shows(shown)) this.#rail.moveTo(shown, isSmooth);
  }

  readonly #return = async (): Promise<void> => {
    this.#first = this.#pinned;
    this.#search = '';
    this.requestUpdate();
    await this.updateComplete;
    const shown = this.#shownCard();
    if (this.variant === 'rail') this.#moveToShown(true);
    else shown?.scrollIntoView({ block: 'nearest' });
    shown?.querySelector<HTMLElement>('.name')?.focus({ preventScroll: true });
  };

  #find(text: string): void {
    this.#search = text;
    const { products = [] } = this.state?.catalog ?? {};
    const count = search(products, text).length;
    this.#say(this.#words().count(count, formatNumber(count, this.locale)));
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  #productOf(event: Event): Product | undefined {
    const id = (event.target as Element).closest<HTMLElement>('[data-product]')?.dataset['product'];
    return this.state?.catalog.products.find((product) => product.id === id);
  }

  readonly #click = (event: Event): void => {
    const product = this.#productOf(event);
    if (!product) return;
    if ((event.target as Element).closest('.add')) void this.#add(product);
    else this.#open(product);
  };

  #open({ id }: Product): void {
    // A product that has just left the show has no sheet any more; its card goes with the next render.
    this.ask('product:open', { productId: id }).catch(() => undefined);
  }

  async #add(product: Product): Promise<void> {
    const { id, kind, title } = product;
    const variant = leadVariant(product);
    if (!variant || needsChoice(product) || kind === 'stay') return this.#open(product);
    const isAdded = await this.#adding.run(id, async () => {
      const result = await this.ask('cart:add', { variantId: variant.id, expectedUnit: variant.price.amount });
      // The page took it over.
      if (result === null) return null;
      const line = result.cart.lines.find(({ variantId }) => variantId === variant.id);
      return line !== undefined && !result.issues.some(({ lineId }) => lineId === line.id);
    });
    if (isAdded) this.#say(this.#words().added(title));
    // Refused: the sheet says what can be had and how many.
    else if (isAdded === false) this.#open(product);
  }

  readonly #focusin = (event: Event): void => {
    this.#rail.touch();
    const product = this.#productOf(event);
    if (!product || product.id === this.#stop) return;
    this.#stop = product.id;
    this.requestUpdate();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const names = [...this.renderRoot.querySelectorAll<HTMLElement>('.name')];
    const at = names.findIndex((name) => name.closest('li')?.contains(event.target as Node));
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const isRail = this.variant === 'rail';
    const [back, on] = isRail
      ? isRtl
        ? ['ArrowRight', 'ArrowLeft']
        : ['ArrowLeft', 'ArrowRight']
      : ['ArrowUp', 'ArrowDown'];
    const goal = { [back as string]: at - 1, [on as string]: at + 1, Home: 0, End: names.length - 1 }[event.key];
    const name = goal === undefined ? undefined : names[goal];
    if (!name) return;
    event.preventDefault();
    name.focus();
  };
}
