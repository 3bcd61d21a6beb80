// SPDX-License-Identifier: MIT
import type {
  Adapter,
  CartCommand,
  CartIssue,
  CheckoutRequest,
  CheckoutSession,
  CommandOptions,
  Ms,
} from '@vitrine/core';
import type { TranslateOptions, Translation } from '@vitrine/core/translate';
import type { PageCart } from './page-cart.js';
import type { PageProduct } from './page-product.js';
import type { Question } from './page.js';

type Answer<T> = T | Promise<T>;

/** What the page says to a cart command: its cart, nothing (done), `false` or a code (refused). */
export type CartAnswer =
  | PageCart
  | { readonly cart: PageCart; readonly issues?: readonly CartIssue[] }
  | { readonly code: string; readonly message?: string; readonly available?: number }
  | boolean
  | void;

/** Where to pay: a URL, or a session the page's back end has made; nothing when the page pays by itself. */
export type CheckoutAnswer =
  { readonly url: string } | CheckoutSession | { readonly code: string; readonly message?: string } | void;

/** A message to translate: its id at the back end, and its words. */
export interface PageMessage {
  readonly id: string;
  readonly text: string;
}

/** The words in the language that was asked for, with the one they were written in where the page knows it; or a refusal. */
export type TranslateAnswer = string | Translation | { readonly code: string; readonly message?: string };

export interface HostOptions {
  /** Changes the page's cart. Absent: the event `vitrine-cart-request`, `detail: { command, commandId, respondWith }`. */
  onCart?(command: CartCommand, options: CommandOptions): Answer<CartAnswer>;
  /** The page's cart as it is. Absent: what was last answered or synced. */
  loadCart?(options: { readonly signal: AbortSignal }): Answer<PageCart | null>;
  /** The page's data of products, by id. */
  products?(
    ids: readonly string[],
    options: { readonly signal: AbortSignal; readonly locale: string; readonly currency: string },
  ): Answer<readonly PageProduct[]>;
  /** The products of the show, in its order. Absent: those that `room` lists. */
  readonly productIds?: readonly string[];
  /** Takes the viewer to paying. Absent: the event `vitrine-checkout-request`, `detail: { request, commandId, respondWith }`. */
  onCheckout?(request: CheckoutRequest, options: CommandOptions): Answer<CheckoutAnswer>;
  /** What became of a session. Absent: nobody knows until the viewer comes back. */
  checkoutStatus?(id: string, options: { readonly signal: AbortSignal }): Answer<CheckoutSession>;
  /** Origins a viewer may be sent to for paying. Absent: any https origin, since the page itself names it. */
  readonly checkoutOrigins?: readonly string[];
  /**
   * Translates a message for a viewer who asks for it. `'event'`: the event `vitrine-translate-request`,
   * `detail: { message, to, respondWith }`. Absent: no translation is offered.
   */
  readonly translate?: ((message: PageMessage, options: TranslateOptions) => Answer<TranslateAnswer>) | 'event';
  /** Where the stream, the chat and the pins come from; its products get the page's data, its cart is not used. */
  readonly room?: Adapter;
  /** Where events are dispatched and `vitrine-cart-sync` is heard. Default: the document. */
  readonly target?: EventTarget;
  /** How long the page may take, in ms. Default 10,000. */
  readonly timeout?: Ms;
}

export interface HostAdapter extends Adapter {
  /**
   * The page's cart has changed by itself; the room follows. Also heard as the event `vitrine-cart-sync`, `detail: { cart }`.
   * @throws {VitrineError} `BAD_INPUT`, `BAD_MONEY`, `BAD_URL`, naming the field
   */
  sync(cart: PageCart, issues?: readonly CartIssue[]): void;
  /** The page's product data has changed: it is asked for again. */
  refresh(): void;
}

/** A question to the page, without what is the same for all. */
export type Asked = Omit<Question, 'target' | 'timeout' | 'signals'>;

/** Asks the page. @throws {VitrineError} `NO_HANDLER`, `TIMEOUT`, `ABORTED`, or the page's own code */
export type Ask = (question: Asked, signals: readonly AbortSignal[]) => Promise<unknown>;
