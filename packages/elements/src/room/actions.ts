// SPDX-License-Identifier: MIT
import {
  leadVariant,
  needsChoice,
  toVitrineError,
  type Product,
  type RequestAnswer,
  type RequestDetail,
  type RequestName,
  type Room,
} from '@vitrine/core';
import type { DialogMode } from './dialog-mode.js';
import type { Layer } from './layers.js';
import type { PlayerElement } from './player-watch.js';
import type { Toast } from './toast.js';
import type { View } from './view.js';

/** What the actions need of the element. */
export interface ActionHost {
  readonly element: HTMLElement & { requestUpdate(): void };
  readonly dialog: DialogMode;
  room(): Room | null;
  view(): View | null;
  player(): PlayerElement | null;
  ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null>;
  reopen(): void;
  notify(toast: Toast): void;
  setTray(isOpen: boolean): void;
  setPanel(id: string | null): void;
}

/** Whether something must be chosen before it can be bought: a variant, or the days of a stay. */
export const isChoice = (product: Product): boolean => needsChoice(product) || product.kind === 'stay';

/** What the room's own buttons do. */
export class RoomActions {
  readonly #host: ActionHost;
  /** The product whose button was pressed and is not answered yet. */
  #buying: string | null = null;

  constructor(host: ActionHost) {
    this.#host = host;
  }

  get buying(): string | null {
    return this.#buying;
  }

  readonly open = (productId: string): void => {
    void this.#ask('product:open', { productId });
  };

  /** As few taps as it takes: straight to paying, to the choice that is needed first, or to the bag. */
  readonly buy = async (product: Product): Promise<void> => {
    const variant = leadVariant(product);
    const checkout = this.#host.room()?.store.state.checkout;
    if (isChoice(product) || !variant) return this.open(product.id);
    if (this.#buying !== null) return;
    this.#buying = product.id;
    this.#host.element.requestUpdate();
    if (checkout && checkout.modes.length > 0) {
      await this.#ask('checkout:begin', {
        ...(checkout.modes.includes('embed') ? { mode: 'embed' as const } : {}),
        buyNow: { variantId: variant.id, quantity: 1 },
      });
    } else await this.#ask('cart:add', { variantId: variant.id, expectedUnit: variant.price.amount });
    this.#buying = null;
    this.#host.element.requestUpdate();
  };

  /**
   * On a stage the bag's button opens the tray of products, whose foot shows what is in the bag and leads there: one
   * place to shop that is a tap away, and the bag one tap further. Without products it opens the bag itself.
   */
  readonly openTray = (): void => {
    const products = this.#host.room()?.store.state.catalog.products ?? [];
    if (products.length === 0) return this.openBag();
    this.#host.setTray(true);
  };

  readonly closeTray = (): void => {
    this.#host.setTray(false);
  };

  readonly openPanel = async (id: string): Promise<void> => {
    // In a theatre a product stands where the panel is to be seen.
    if (this.#host.room()?.store.state.catalog.open != null) await this.#ask('product:close', {});
    this.#host.setPanel(id);
  };

  readonly closePanel = (): void => this.#host.setPanel(null);

  readonly openBag = (): void => {
    void this.#ask('cart:open', {});
  };

  readonly toggleMute = (): void => {
    this.#host.player()?.toggleMute?.();
  };

  readonly react = (): void => {
    if (this.#host.room()?.store.state.presence.canReact) void this.#ask('presence:react', {});
  };

  /** The page decides what closing means: a mini player, another page, nothing. */
  readonly close = (): void => {
    if (this.#host.dialog.isOpen) return this.#host.dialog.close();
    const event = new CustomEvent('vitrine-room-close', { bubbles: true, composed: true, cancelable: true });
    if (this.#host.element.dispatchEvent(event)) this.#host.element.hidden = true;
  };

  readonly share = async (): Promise<void> => {
    const said = await import('./share.js').then(
      (part) => part.share(this.#host.room()),
      () => 'failed' as const,
    );
    if (said) this.#say(({ words }) => words[said]);
  };

  readonly retry = (): void => this.#host.reopen();

  readonly retryVideo = (): void => this.#host.player()?.retry?.();

  readonly join = (): void => this.#host.dialog.open();

  /** From a small player, which has no space for a product. */
  readonly joinAt = (productId: string): void => {
    this.join();
    this.open(productId);
  };

  /** Closes a layer that did not hear of the key itself. */
  leave(layer: Layer): void {
    if (layer === 'tray') this.closeTray();
    else if (layer === 'panel') this.closePanel();
    else if (layer !== 'checkout') void this.#ask(`${layer}:close`, {});
    else if (this.#host.room()?.store.state.checkout.phase === 'choosing') void this.#ask('checkout:cancel', {});
    else void this.#ask('checkout:dismiss', {});
  }

  /** The elements of a layer could not be fetched. */
  giveUp(layer: Layer): void {
    this.leave(layer);
    this.#say(({ words }) => words.failed);
  }

  tellBagChanged(): void {
    const view = this.#host.view();
    if (view)
      this.#host.notify({ text: view.words.bagChanged, action: { label: view.words.viewBag, run: this.openBag } });
  }

  #say(words: (view: View) => string): void {
    const view = this.#host.view();
    if (view) this.#host.notify({ text: words(view) });
  }

  async #ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<void> {
    try {
      await this.#host.ask(name, detail);
    } catch (thrown) {
      const error = toVitrineError(thrown);
      if (error.code === 'ABORTED') return;
      this.#say((view) => view.shop?.refusalWords(error, view) ?? view.words.failed);
    }
  }
}
