// SPDX-License-Identifier: MIT
import type { ErrorCode, Product, Room } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { messageCircleIcon, monitorIcon, shoppingBagIcon } from './icons.js';
import { words, type Strings } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { shopStrings } from '../shared/shop.strings.js';
import { Announcing } from './announcing.js';
import { bar } from './bar.js';
import { chatColumn } from './chat-column.js';
import { ChatRules } from './chat-rules.js';
import { closed, closedOf, refusalWords } from './closed.js';
import { ConsoleKeys } from './console-keys.js';
import { Desks } from './desks.js';
import { english, type ConsoleWords } from './console.strings.js';
import { consoleStyles } from './console.styles.js';
import { Health, type Verdict } from './health.js';
import { healthCard } from './health-card.js';
import { Pinning, type PinMoment, type PinStep } from './pinning.js';
import { preview } from './preview.js';
import type { PreviewPlayer } from './preview-player.js';
import { actOf } from './row.js';
import { rundown } from './rundown.js';
import { rundownStyles } from './rundown.styles.js';
import { showStyles } from './show.styles.js';
import { talkStyles } from './talk.styles.js';
import type { Tab, View } from './view.js';

/**
 * The host's desk: pins a product, talks as the host, sees what viewers see and how long after her they see it. Whoever
 * does not run the show is told so instead.
 *
 * It has no button that starts, pauses or ends a show and none for camera and microphone, since no port does that; it
 * shows no orders or revenue, since no port tells them. A shop that can do more puts its buttons into the slot `tools`.
 * A message is removed after six seconds in which that can be taken back, since no port restores one; whoever closes
 * the console meanwhile has meant it.
 *
 * Keys: F6 and Shift+F6 go through the columns, the arrows through the products, `P` pins the product in focus (or
 * unpins it), Delete removes the chat message whose actions are open.
 *
 * @element vitrine-console
 * @fires vitrine-product-pin - The host pins a product; `detail.productId`, `detail.at`. Cancelable.
 * @fires vitrine-product-unpin - The host unpins what is on camera; `detail.at`. Cancelable.
 * @fires vitrine-chat-configure - The host changes the rules of the chat; `detail.slowMode`, `detail.mode`. Cancelable.
 * @fires vitrine-chat-announce - The host announces something; `detail.text`, `detail.until`. Cancelable.
 * @fires vitrine-chat-pin - The host takes away what stands at the top of the chat; `detail.id` is null. Cancelable.
 * @fires vitrine-chat-send - The host says something; `detail.text`. Cancelable.
 * @fires vitrine-chat-retract - The host removes a message; `detail.kind`, `detail.id`. Cancelable.
 * @slot tools - Further buttons at the end of the bar.
 * @csspart bar - The bar on top.
 * @csspart live-pill - LIVE and the time in the show, or what else is so.
 * @csspart title - The title of the show.
 * @csspart viewers - How many watch.
 * @csspart preview - What viewers see.
 * @csspart pin - The product on camera, as viewers see it.
 * @csspart delay - How long after the host viewers see it.
 * @csspart health - How the stream does.
 * @csspart rundown - The run of show.
 * @csspart moment - The choice of the moment a pin belongs to.
 * @csspart row - One product; also `on-camera`.
 * @csspart on-camera - The product that the host has pinned.
 * @csspart act - The button of a product.
 * @csspart chat - The column of the chat.
 * @csspart choices - Chat, questions and what else stands in its column.
 * @csspart announcement - What stands at the top of the chat, or the field to announce something there.
 * @csspart rules - Slow mode and read-only.
 * @csspart tabs - Show, Products and Chat where there is place for one only.
 * @csspart notice - Why the console is not shown, or why something was refused.
 * @cssstate rtl - Written from right to left.
 * @cssstate closed - The console is not shown: still connecting, or not for this viewer.
 * @cssprop [--vitrine-console-height=100%] - Height of the console; its columns scroll inside of it.
 */
export class VitrineConsole extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, consoleStyles, showStyles, rundownStyles, talkStyles];

  @state() private tab: Tab = 'products';
  @state() private moment: PinMoment = 'live';
  @state() private desk: string | null = null;
  @state() private currentRow: string | null = null;
  /** The refusal that is shown. */
  @state() private refusal: ErrorCode | null = null;

  #words: Strings<ConsoleWords> = english;
  #player: PreviewPlayer | null = null;
  #spoken = '';
  #alarm = '';
  #verdict: Verdict = 'unknown';

  readonly #link = {
    room: (): Room | null => this.rooms.current,
    ask: this.ask.bind(this),
    changed: (): void => this.requestUpdate(),
    failed: (code: ErrorCode): void => void (this.refusal = code),
  };
  readonly #pinning = new Pinning({ ...this.#link, moment: () => this.moment, done: (step) => this.#tell(step) });
  readonly #rules = new ChatRules(this.#link);
  readonly #announcing = new Announcing(this.#link);
  #announcement: Element | null = null;
  readonly #desks = new Desks({
    room: this.#link.room,
    locale: () => this.locale,
    words: () => this.#words,
    open: () => this.desk,
    changed: this.#link.changed,
  });
  readonly #health = new Health(this, { room: this.#link.room, player: () => this.#player });
  readonly #keys = new ConsoleKeys({
    root: () => this.renderRoot,
    show: async (tab) => {
      this.tab = tab;
      await this.updateComplete;
    },
    press: (id) => {
      const product = this.state?.catalog.products.find((one) => one.id === id);
      if (product && this.state?.catalog.canPin) this.#press(product);
    },
  });

  constructor() {
    super();
    this.rooms.watch(({ connection }) => connection);
    this.rooms.watch(({ identity }) => identity.viewer);
    this.rooms.watch(({ stream }) => stream);
    this.rooms.watch(({ presence }) => presence.viewers);
    this.rooms.watch(({ catalog }) => catalog);
    this.rooms.watch(({ chat }) => chat.settings);
    this.rooms.watch(({ chat }) => chat.pinned);
    this.rooms.watch(({ chat }) => chat.canPin);
    this.rooms.watch(({ interactions }) => interactions);
    this.rooms.watch(({ moderation }) => moderation);
  }

  protected override roomConnected(_room: Room, signal: AbortSignal): void {
    this.#pinning.reset();
    this.refusal = null;
    this.renderRoot.addEventListener('vitrine-player-change', this.#playerChanged, { capture: true, signal });
  }

  protected override willUpdate(): void {
    this.#words = words('console', english, this.locale, () => this.requestUpdate());
    this.#pinning.settle();
    const { verdict } = this.#health;
    // Once as it turns bad, not while it stays so.
    if (verdict === 'poor' && this.#verdict !== 'poor') this.#alarm = this.#words.poorAlert;
    else if (verdict === 'good') this.#alarm = '';
    this.#verdict = verdict;
    this.#announcement = this.#announcementInUse;
  }

  protected override render(): TemplateResult {
    const { state: now, tab } = this;
    const room = this.rooms.current;
    const text = this.#words;
    const reason = closedOf(room && now);
    this.toggleState('closed', reason !== null);
    if (reason || !room || !now) return html`<div class="frame">${closed(reason ?? 'connecting', text)}</div>`;
    const view = this.#view(room);
    const column = (name: Tab, label: string, content: TemplateResult): TemplateResult =>
      html`<section class=${name === tab ? 'column current' : 'column'} data-column=${name} aria-label=${label} tabindex="-1">
        ${content}
      </section>`;
    return html`<div class="frame" role="region" aria-label=${text.label} @keydown=${this.#keys.pressed} @focusin=${this.#focused}>
      ${bar(view)}
      <div class="columns">
        ${column('show', text.show, html`${preview(view)} ${healthCard(view)}`)}
        ${column('products', text.products, rundown(view))} ${column('chat', text.chat, chatColumn(view))}
      </div>
      ${
        this.refusal
          ? html`<p class="refusal" part="notice" role="alert">
            ${refusalWords(this.refusal, text)}
          </p>`
          : nothing
      }
      ${this.#tabs()}
      <p class="visually-hidden" role="status">${this.#spoken}</p>
      <p class="visually-hidden" role="alert">${this.#alarm}</p>
    </div>`;
  }

  protected override updated(): void {
    // What it has to tell comes as an event, and with the next second.
    this.#player = this.renderRoot.querySelector<PreviewPlayer>('vitrine-player');
    // What stands takes the place of the field, and the other way round: the keyboard stays there.
    if (this.#announcement?.isConnected === false)
      this.renderRoot.querySelector<HTMLElement>('.announcement :is(input, button)')?.focus();
  }

  /** The place of announcements, while the keyboard is there. */
  get #announcementInUse(): Element | null {
    return (this.renderRoot as ShadowRoot | undefined)?.activeElement?.closest('.announcement') ?? null;
  }

  #view(room: Room): View {
    const { locale, tab, moment, currentRow } = this;
    const { state: now } = room.store;
    const { pinned, products } = now.catalog;
    const desks = this.#desks.all;
    const hasRow = products.some(({ id }) => id === currentRow);
    return {
      words: this.#words,
      shop: words('shop', shopStrings, locale, () => this.requestUpdate()),
      locale,
      room,
      state: now,
      player: this.#player,
      tab,
      pinned: products.find(({ id }) => id === pinned) ?? null,
      pinning: this.#pinning,
      moment: this.#pinning.knowsFrame ? moment : 'live',
      health: this.#health,
      rules: this.#rules,
      announcing: this.#announcing,
      desks,
      desk: desks.some(({ id }) => id === this.desk) ? this.desk : null,
      currentRow: hasRow ? currentRow : null,
      setDesk: (id) => (this.desk = id),
      setMoment: (value) => (this.moment = value),
      press: (product) => this.#press(product),
    };
  }

  #tabs(): TemplateResult {
    const text = this.#words;
    const names = [
      ['show', text.show, monitorIcon],
      ['products', text.products, shoppingBagIcon],
      ['chat', text.chat, messageCircleIcon],
    ] as const;
    return html`<nav class="tabs" part="tabs" aria-label=${text.label}>
      ${names.map(
        ([name, label, drawing]) =>
          html`<button type="button" aria-current=${name === this.tab ? 'true' : 'false'} @click=${() => (this.tab = name)}>
            ${icon(drawing, 20)} <span>${label}</span>
          </button>`,
      )}
    </nav>`;
  }

  #press(product: Product): void {
    const room = this.rooms.current;
    if (!room) return;
    this.refusal = null;
    const act = actOf(this.#view(room), product);
    if (act === 'unpin') void this.#pinning.unpin();
    else if (act === 'pin' || act === 'again') void this.#pinning.pin(product.id);
    else if (act === 'sold-out') this.#say(this.#words.cannotPinSoldOut);
  }

  #tell({ productId }: PinStep): void {
    const product = this.state?.catalog.products.find(({ id }) => id === productId);
    const seconds = Math.ceil(this.#pinning.wait / 1000);
    const what = product ? this.#words.pinnedProduct(product.title) : this.#words.unpinned;
    const later = product && seconds > 0 ? `, ${this.#words.seenIn(seconds, formatNumber(seconds, this.locale))}` : '';
    this.#say(`${what}${later}`);
  }

  #say(text: string): void {
    this.#spoken = text;
    this.requestUpdate();
  }

  // The player tells of itself many times a second while it plays; what is shown of it here changes once a second, but
  // whether there is a picture and sound at once.
  #shown = '';
  readonly #playerChanged = (): void => {
    const { hasPicture, muted, phase } = this.#player ?? {};
    const shown = `${hasPicture} ${muted} ${phase}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#health.look();
    this.requestUpdate();
  };

  readonly #focused = (event: FocusEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    if (row?.dataset['id'] !== undefined) this.currentRow = row.dataset['id'];
  };
}
