// SPDX-License-Identifier: MIT
import { toVitrineError, type ProgramTime, type Reach, type Room } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatClock, formatNumber, formatTime } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { words, type Strings } from '../shared/localize.js';
import { priceOf, priceStyles, priceTag } from '../shared/price.js';
import { shopStrings } from '../shared/shop.strings.js';
import { everySecond } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { english } from './catch-up.strings.js';
import { catchUpStyles } from './catch-up.styles.js';
import { entriesOf, type Entry } from './entries.js';
import { historyIcon, playIcon, xIcon } from './icons.js';
import { visitOf } from './visit.js';

/** A product has at most so many ways to its later moments. */
const laterMoments = 2;

/** Shows whose offer was taken or dismissed, for as long as the page is there. */
const settled = new Set<string>();

/**
 * What was shown so far in a show, each product with its moment: for those who come late, and for those who went back.
 * A press shows the moment where the player can still show it, else the product. Of a recording it is the list of chapters.
 *
 * @element vitrine-catch-up
 * @fires vitrine-catch-up-open - A chip was pressed: whoever placed it shows the list.
 * @fires vitrine-player-seek - The viewer wants to see a moment, or what is live; `detail.to`. Cancelable.
 * @fires vitrine-product-open - The viewer asks for a product whose moment cannot be shown. Cancelable.
 * @csspart count - How many were shown, and how many of them were missed.
 * @csspart live - The button back to what is live.
 * @csspart notice - That what was shown before cannot be had.
 * @csspart entry - A product.
 * @csspart watch - A product's name, the button that shows its moment.
 * @csspart moment - The button to a later moment of the same product.
 * @csspart price - A price.
 * @csspart chip - The chip.
 * @cssstate rtl - Written from right to left.
 * @cssstate behind - The viewer is not where the show is.
 * @cssstate absent - A chip with nothing to lead to.
 */
export class VitrineCatchUp extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, priceStyles, catchUpStyles];

  /** The list; or a chip over the picture that offers it, and leads back to what is live. */
  @property({ reflect: true }) variant: 'list' | 'chip' = 'list';

  /** A chip says in words that there is something to catch up on, until it is pressed or dismissed. */
  @property({ type: Boolean }) offer = false;

  /** A chip is there only while it has something to say in words: something else leads to the list. */
  @property({ type: Boolean }) brief = false;

  #reach: Reach | null = null;
  /** How it stands with what was shown before the room was entered; null before it was asked for. */
  #story: 'asking' | 'told' | 'failed' | null = null;

  constructor() {
    super();
    this.rooms.watch(({ connection }) => connection.ports);
    this.rooms.watch(({ catalog }) => catalog);
    this.rooms.watch(({ stream }) => stream.info);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    this.#story = null;
    this.#reach = null;
    visitOf(room);
    const look = (): void => void this.#look(room);
    everySecond(look, { signal });
    look();
  }

  protected override willUpdate(): void {
    const room = this.rooms.current;
    const { catalog, connection } = this.state ?? {};
    const isWanted = this.variant === 'list' || (this.offer && !this.#isSettled);
    const canAsk = catalog?.status === 'ready' && connection?.ports.includes('history');
    if (room && isWanted && canAsk && this.#story === null) void this.#recall(room);
    this.toggleState('behind', this.#isBehind);
  }

  get #show(): string {
    return `${this.rooms.current?.id} ${this.state?.stream.info?.startedAt}`;
  }

  get #isSettled(): boolean {
    return settled.has(this.#show);
  }

  get #isReplay(): boolean {
    return this.state?.stream.info?.phase === 'replay';
  }

  get #isBehind(): boolean {
    return !this.#isReplay && (this.#reach?.isBehind ?? false);
  }

  get #text(): Strings<typeof english> {
    return words('catch-up', english, this.locale, () => this.requestUpdate());
  }

  get #entries(): readonly Entry[] {
    const { catalog, stream } = this.state ?? {};
    return catalog ? entriesOf(catalog, stream?.info?.startedAt) : [];
  }

  #isMissed({ product }: Entry): boolean {
    const room = this.rooms.current;
    return !!room && !this.#isReplay && !visitOf(room).watched.has(product.id);
  }

  /** Whether the player can show a moment now. */
  #canWatch(at: ProgramTime): boolean {
    return this.#reach !== null && at >= this.#reach.from && at <= this.#reach.to;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.variant === 'chip' ? this.#chip(this.#entries) : this.#list(this.#entries);
  }

  #chip(entries: readonly Entry[]): TemplateResult {
    const text = this.#text;
    const isBehind = this.#isBehind;
    const isOffered = this.offer && !isBehind && !this.#isSettled && entries.some((one) => this.#isMissed(one));
    const label = isBehind ? text.backToLive : isOffered ? text.catchMeUp : null;
    this.toggleState('absent', this.state === null || (this.brief && label === null));
    const name = this.#isReplay ? text.chapters : text.soFar;
    return html`<div class="chip over-video" part="chip">
      <button
        class="main ${label ? 'worded' : ''}"
        aria-label=${label ? nothing : name}
        @click=${isBehind ? this.#goLive : this.#open}
      >
        ${isBehind ? nothing : icon(historyIcon, 16)} ${label}
      </button>
      ${
        isOffered
          ? html`<button class="dismiss" aria-label=${text.dismiss} @click=${this.#dismiss}>${icon(xIcon, 14)}</button>`
          : nothing
      }
    </div>`;
  }

  /** How much there is, and the way back. */
  #head(entries: readonly Entry[]): TemplateResult {
    const { locale } = this;
    const text = this.#text;
    const count = entries.length;
    const missed = entries.filter((one) => this.#isMissed(one)).length;
    return html`<div class="head">
        <p class="count" part="count" role="status" tabindex="-1">
          ${count > 0 ? text.count(count, formatNumber(count, locale)) : nothing}
          ${missed > 0 ? html`<b>· ${text.missed(formatNumber(missed, locale))}</b>` : nothing}
        </p>
        ${
          this.#isBehind
            ? html`<button class="button primary" part="live" @click=${this.#goLive}>${text.backToLive}</button>`
            : nothing
        }
      </div>`;
  }

  #list(entries: readonly Entry[]): TemplateResult {
    const text = this.#text;
    const count = entries.length;
    const isLoading = this.state === null || this.state.catalog.status === 'loading' || this.#story === 'asking';
    return html`
      ${this.#isReplay ? nothing : this.#head(entries)}
      ${
        this.#story === 'failed'
          ? html`<div class="notice" part="notice">
              <p role="status">${text.failed}</p>
              <button class="button ghost" @click=${this.#retry}>${text.tryAgain}</button>
            </div>`
          : nothing
      }
      ${
        count > 0
          ? html`<ol role="list" aria-busy=${isLoading ? 'true' : nothing}>
              ${entries.map((one) => this.#row(one))}
            </ol>`
          : isLoading
            ? html`<div role="status" aria-label=${text.loading}>
                <div class="skeleton"></div>
                <div class="skeleton"></div>
                <div class="skeleton"></div>
              </div>`
            : this.#story === 'failed'
              ? nothing
              : html`<p class="blank">${text.empty}</p>`
      }
    `;
  }

  #row(entry: Entry): TemplateResult {
    const { product, moments } = entry;
    const { locale } = this;
    const text = this.#text;
    const shop = words('shop', shopStrings, locale, () => this.requestUpdate());
    // Of several the first that can still be shown; else the product has only its first.
    const watched = moments.findIndex((at) => this.#canWatch(at));
    const canWatch = watched >= 0;
    const at = moments[watched] ?? moments[0];
    const price = priceOf(product);
    const url = product.images[0]?.url;
    const isNow = this.state?.catalog.pinned === product.id;
    return html`<li class=${isNow ? 'now' : ''} part="entry" aria-current=${isNow ? 'true' : nothing}>
      <div class="picture">
        ${url ? html`<img src=${url} alt="" width="56" height="56" loading="lazy" decoding="async" />` : nothing}
        ${canWatch ? html`<span class="play">${icon(playIcon, 14)}</span>` : nothing}
      </div>
      <div class="text">
        <button
          class="name"
          part="watch"
          aria-label=${canWatch ? text.watchIt(product.title) : text.viewIt(product.title)}
          @click=${() => void this.#watch(at, product.id)}
        >
          <bdi class="clamp">${product.title}</bdi>
        </button>
        <p class="when numbers">
          ${this.#when(at)} ${this.#isMissed(entry) ? html`<span class="tag">${text.isMissed}</span>` : nothing}
        </p>
        ${price ? priceTag(price, shop, locale) : nothing}
        ${this.#reach && !canWatch ? html`<p class="gone">${text.gone}</p>` : nothing}
        ${canWatch ? this.#later(moments.slice(watched + 1), product.id) : nothing}
      </div>
      <span class="deed" aria-hidden="true">${canWatch ? text.watch : text.view}</span>
    </li>`;
  }

  #later(later: readonly ProgramTime[], productId: string): TemplateResult | typeof nothing {
    if (later.length === 0) return nothing;
    return html`<div class="later">
      ${later.slice(-laterMoments).map(
        (at) =>
          html`<button class="numbers" part="moment" @click=${() => void this.#watch(at, productId)}>
            ${this.#text.again(this.#clock(at))}
          </button>`,
      )}
    </div>`;
  }

  #clock(at: ProgramTime): string {
    const since = this.state?.stream.info?.startedAt;
    return since === undefined ? formatTime(at, this.locale) : formatClock(at - since);
  }

  #when(at: ProgramTime): string {
    const isReckoned = this.state?.stream.info?.startedAt !== undefined;
    return isReckoned ? this.#text.into(this.#clock(at)) : this.#clock(at);
  }

  async #look(room: Room): Promise<void> {
    const before = this.#reach;
    const reach = room.bus.isAnswered('player:reach') ? await room.request('player:reach', {}) : null;
    if (room !== this.rooms.current) return;
    this.#reach = reach;
    // What a live show keeps moves on with each second: only a list depends on it.
    if (this.variant === 'list' || before?.isBehind !== reach?.isBehind) this.requestUpdate();
  }

  async #recall(room: Room): Promise<void> {
    this.#story = 'asking';
    const story = await room.request('product:recall', {}).then(
      () => 'told' as const,
      (thrown: unknown) => (toVitrineError(thrown, 'NETWORK').code === 'ABORTED' ? null : ('failed' as const)),
    );
    if (room !== this.rooms.current) return;
    this.#story = story;
    this.requestUpdate();
  }

  async #watch(at: ProgramTime, productId: string): Promise<void> {
    const room = this.rooms.current;
    if (!room) return;
    // It may have gone since it was drawn.
    await this.#look(room);
    if (this.#canWatch(at)) this.#seek(at);
    else this.ask('product:open', { productId }).catch(() => undefined);
  }

  #seek(to: ProgramTime | 'live'): void {
    // The player says itself when a moment cannot be shown.
    this.ask('player:seek', { to }).catch(() => undefined);
    const room = this.rooms.current;
    if (room) void this.#look(room);
  }

  /** What was pressed goes, of a brief chip all of it: the focus stays here, or goes to what is around. */
  #keepFocus(): void {
    const place =
      this.variant === 'chip' && this.brief
        ? this.closest<HTMLElement>('[tabindex]')
        : (this.renderRoot.querySelector<HTMLElement>('.count, .main') ?? this);
    // (A list of chapters has no count, and by itself an element takes no focus.)
    if (place === this) this.tabIndex = -1;
    place?.focus({ preventScroll: true });
  }

  readonly #goLive = (): void => {
    this.#keepFocus();
    this.#seek('live');
  };

  readonly #open = (): void => {
    settled.add(this.#show);
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('vitrine-catch-up-open', { bubbles: true, composed: true }));
  };

  readonly #dismiss = (): void => {
    settled.add(this.#show);
    this.#keepFocus();
    this.requestUpdate();
  };

  readonly #retry = (): void => {
    const room = this.rooms.current;
    if (!room) return;
    this.#keepFocus();
    void this.#recall(room);
    this.requestUpdate();
  };
}
