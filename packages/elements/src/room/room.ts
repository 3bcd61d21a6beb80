// SPDX-License-Identifier: MIT
import type { Adapter, Room } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import { focused } from '../shared/focused.js';
import { TickerController } from '../shared/ticker.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { productList } from './goods.js';
import { fullscreen, pressed } from './keyboard.js';
import { openLayers } from './layers.js';
import { isStage, RoomModel } from './model.js';
import { roomStyles } from './room.styles.js';
import { orientationOf } from './show.js';
import { side } from './side.js';
import { overPicture } from './stage.js';
import { Taps } from './tap.js';
import { toastTemplate } from './toast.js';
import type { View } from './view.js';

/**
 * The whole live room, and the room that every Vitrine element inside it, or naming it by `room="id"`, shares. It
 * takes the form that its box allows: a small player, a phone's stage, an embed in an article, a theatre.
 *
 * Every fact of the room is told on it as an event of its own name, `vitrine-chat-received` for `chat:received`, that
 * does not bubble.
 *
 * @element vitrine-room
 * @fires vitrine-room-close - The viewer closes the room. Cancelable: else it hides itself.
 * @fires vitrine-room-connected - The back end has answered. Does not bubble.
 * @fires vitrine-room-failed - The room cannot be had; `detail.error.code` says why. Does not bubble.
 * @fires vitrine-product-open - The viewer asks for a product's sheet. Cancelable.
 * @fires vitrine-checkout-begin - The viewer buys what is on camera. Cancelable.
 * @fires vitrine-cart-add - The viewer puts what is on camera in the bag. Cancelable.
 * @fires vitrine-cart-open - The viewer asks for the bag. Cancelable.
 * @fires vitrine-cart-changed - The bag has changed; `detail.cart`. Does not bubble.
 * @fires vitrine-product-pinned - The host shows a product. Does not bubble.
 * @fires vitrine-checkout-paid - An order was paid. Does not bubble.
 * @fires vitrine-player-seek - The viewer wants to see another moment, or what is live; `detail.to`. Cancelable.
 * @fires vitrine-reminder-set - The viewer wants to hear when the show begins. Cancelable.
 * @fires vitrine-reminder-clear - The viewer does not want to any more. Cancelable.
 * @fires vitrine-reminder-changed - A reminder was set or taken back; `detail.isSet`. Does not bubble.
 * @attr {boolean} danmaku - Offers the viewer, in the settings of the chat, that what is said flies over the picture.
 * @slot - Product links of the page, shown while there is no room.
 * @slot player - A player in place of the room's own.
 * @slot chat - A chat in place of the room's own.
 * @slot products - A product list in place of the room's own.
 * @slot interactions - Polls, deals and the like: above the product on camera, or on top of the chat.
 * @slot actions - More buttons after the composer.
 * @csspart frame - The whole room.
 * @csspart stage - The picture and all that lies over it.
 * @csspart scrim - What darkens the picture under text.
 * @csspart side - Chat and products beside the picture, or over it.
 * @csspart host - Who speaks.
 * @csspart title - The title of the show.
 * @csspart live-pill - LIVE, or what else is so.
 * @csspart viewers - How many watch.
 * @csspart pin - The product on camera.
 * @csspart status - What is said to screen readers.
 * @cssstate rtl - Written from right to left.
 * @cssstate live - Frames of a live show are arriving.
 * @cssstate failed - The room cannot be had.
 * @cssstate modal - It is shown over the page.
 * @cssprop [--vitrine-room-padding=24px 32px] - Space around a theatre.
 * @cssprop [--vitrine-room-radius=0px] - Corners of a stage.
 */
export class VitrineRoom extends VitrineElement {
  static override styles = [VitrineElement.styles, controls, roomStyles];

  /** An adapter, or the name one is registered under. */
  @property() adapter: Adapter | string | null = null;

  /** Where the reference back end is reached; enough by itself. */
  @property() server: string | null = null;

  /** ISO 4217 code of the currency the viewer wishes to pay in. */
  @property() currency: string | null = null;

  /** The viewer's token, where it does not change. */
  @property() token: string | null = null;

  /** Gives the viewer's token whenever one is needed; `refresh` asks for a new one. */
  @property({ attribute: false }) getToken:
    ((options?: { readonly refresh?: boolean }) => Promise<string | null>) | null = null;

  /** `none`: only offers its room to elements elsewhere on the page. */
  @property({ reflect: true }) layout: 'auto' | 'none' = 'auto';

  /** `off`: nothing moves, whatever the device says. */
  @property({ reflect: true }) motion: 'auto' | 'off' = 'auto';

  /** Whether the show begins without sound. Browsers insist on it until the viewer has touched the page. */
  @property({ type: Boolean }) muted = false;

  /** A picture until the show has one of its own. */
  @property() poster: string | null = null;

  /** Whether the viewer can close the room. */
  @property({ type: Boolean, reflect: true }) closable = false;

  readonly #model: RoomModel = new RoomModel(
    this,
    (name, detail) => this.ask(name, detail),
    (isOpen) => this.toggleState('modal', isOpen),
  );
  readonly #taps = new Taps(
    () => this.#model.set({ isBare: !this.#model.chrome.isBare }),
    () => this.#model.actions.react(),
  );
  /** How many layers were open when it was last drawn. */
  #depth = 0;
  #children: MutationObserver | null = null;

  constructor() {
    super();
    this.rooms.watch(({ connection }) => connection);
    this.rooms.watch(({ stream }) => stream);
    this.rooms.watch(({ presence }) => presence);
    this.rooms.watch(({ catalog }) => catalog);
    this.rooms.watch(({ cart }) => cart);
    this.rooms.watch(({ checkout }) => checkout);
    this.rooms.watch(({ interactions }) => interactions);
    this.rooms.watch(({ chat }) => chat.status);
    this.rooms.watch(({ chat }) => (this.#model.layout.layout === 'inline' ? chat.rows : null));
    new TickerController(this, () => this.#model.isTicking);
  }

  /** The room that this element has opened and offers to others, or null. */
  get connectedRoom(): Room | null {
    // (Asked for while the class is being made, too.)
    return this.#model?.room ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Slots that are not drawn now tell nothing of what is put into them.
    this.#children = new MutationObserver(() => this.requestUpdate());
    this.#children.observe(this, { childList: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children?.disconnect();
    this.#taps.stop();
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    const { announcer, actions } = this.#model;
    announcer.reset();
    // Whoever pays is led back to the show, not to the list they came from.
    room.bus.on('checkout:started', () => actions.closeTray(), { signal });
    // The drawer says it itself while it is open.
    room.bus.on('cart:adjusted', () => !room.store.state.cart.open && actions.tellBagChanged(), { signal });
  }

  protected override willUpdate(): void {
    const { pill, show } = this.#model.look(this.state);
    this.toggleState('live', pill === 'live');
    this.toggleState('failed', show === 'refused');
  }

  protected override updated(): void {
    const depth = openLayers(this.#model.view as View).length;
    if (depth < this.#depth && this.matches(':focus-within')) requestAnimationFrame(() => this.#catchFocus());
    this.#depth = depth;
    if (this.layout !== 'none') this.#model.complete();
  }

  // What opened a layer may have gone meanwhile, such as the way to a bag that has been paid for: the focus would fall
  // out of the room, and the next Escape would close nothing.
  #catchFocus(): void {
    if (focused() === null) this.renderRoot.querySelector<HTMLElement>('.frame')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { announcer, chrome, dialog } = this.#model;
    const view = this.#model.view as View;
    const { words: text, layout, show } = view;
    const status = html`<p class="visually-hidden" part="status" role="status">${announcer.text}</p>`;
    if (this.layout === 'none') return html`<slot></slot>${status}`;
    const open = openLayers(view);
    // In a theatre a product stands in the place of the panel, and nothing is behind it.
    const isCovered = open.some((layer) => layer !== 'product' || layout !== 'theatre');
    const isProductBeside = layout === 'theatre' && open.includes('product');
    const classes = ['frame', layout, show, ...(view.isDefinite ? ['definite'] : [])];
    if (isCovered) classes.push('covered');
    if (view.isList) classes.push('listed');
    if (chrome.isBare) classes.push('bare');
    if (view.hasMargins) classes.push('margined');
    if (view.hasStrip) classes.push('rewinds');
    return html`
      <i class="probe"></i>
      <section
        class=${classes.join(' ')}
        part="frame"
        role=${dialog.isOpen ? 'dialog' : 'region'}
        aria-modal=${dialog.isOpen ? 'true' : nothing}
        aria-label=${view.info?.title ?? text.show}
        tabindex="-1"
        @keydown=${this.#keydown}
        @focusin=${this.#uncover}
        @vitrine-player-fullscreen=${this.#fullscreen}
      >
        <div class="room">
          <button class="skip" ?hidden=${layout === 'entry' || layout === 'mini'} @click=${this.#skip}>${text.skip}</button>
          <div class="scene over-video" part="stage" ?inert=${isCovered}>
            <slot name="player">
              ${
                view.hasSlot('player')
                  ? nothing
                  : html`<vitrine-player
                controls=${layout === 'theatre' ? 'full' : layout === 'inline' ? 'minimal' : view.hasStrip ? 'slim' : 'none'}
                orientation=${orientationOf(layout, view.info)}
                poster=${this.poster ?? nothing}
                ?muted=${this.muted}
              ></vitrine-player>`
              }
            </slot>
            <div class="scrim top" part="scrim"></div>
            <div class="scrim bottom" part="scrim"></div>
            ${overPicture(view, this.#isTappable(view) ? html`<div class="tap" @pointerup=${this.#taps.tap}></div>` : nothing)}
          </div>
          <div class="side" part="side" ?inert=${isCovered || isProductBeside} ?hidden=${layout === 'mini' || layout === 'entry' || !view.state || show === 'refused'}>
            ${side(view, (tab) => this.#model.set({ tab }))}
          </div>
          ${view.hasRail ? html`<div class="rail" ?inert=${isCovered}>${productList(view, 'rail')}</div>` : nothing}
          ${view.shop?.layers(view)}
          <div class="fallback" ?hidden=${view.state !== null && show !== 'refused'}><slot></slot></div>
          ${toastTemplate(chrome.toast, () => this.#model.set({ toast: null }))}
        </div>
      </section>
      ${status}
      <span class="end" tabindex="-1"></span>
    `;
  }

  // While the player waits to be started, a tap is for it.
  #isTappable({ layout, show, player }: View): boolean {
    return isStage(layout) && show === 'playing' && player?.phase !== 'blocked' && player?.phase !== 'paused';
  }

  // (What is tapped away is neither the player's own controls nor what a tap beside everything gives the focus to.)
  readonly #uncover = ({ target, currentTarget }: Event): void => {
    const { chrome, watch } = this.#model;
    // (Only keys lead there.)
    if ((target as Element).className === 'skip') this.#model.set({ isKeyed: true });
    if (chrome.isBare && target !== watch.player && target !== currentTarget) this.#model.set({ isBare: false });
  };

  readonly #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('.end')?.focus();
  };

  readonly #fullscreen = (event: Event): void => fullscreen(event, this);

  readonly #keydown = (event: KeyboardEvent): void => pressed(event, this, this.#model);
}
