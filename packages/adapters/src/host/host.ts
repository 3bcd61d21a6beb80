// SPDX-License-Identifier: MIT
import {
  toErrorCode,
  VitrineError,
  type Cart,
  type CartCommand,
  type CartIssue,
  type CartResult,
  type CommandOptions,
  type Ports,
} from '@vitrine/core';
import { feed } from '../shared/feed.js';
import { hostCheckout } from './checkout.js';
import type { Asked, HostAdapter, HostOptions } from './options.js';
import { askPage } from './page.js';
import { readCart, type PageCart } from './page-cart.js';

const remembered = 200;

/** The page's own cart, product data and checkout, by functions or by DOM events. */
export function hostAdapter(options: HostOptions = {}): HostAdapter {
  const { room, timeout = 10_000 } = options;
  const target = options.target ?? globalThis.document;
  let revision = 0;
  let cart: Cart | null = null;
  const changes = feed<CartResult>(() => []);
  const refreshes = feed<null>(() => []);
  const answers = new Map<string, Promise<CartResult>>();

  const accept = (answer: PageCart): Cart => (cart = readCart(answer, ++revision));
  const sync = (answer: PageCart, issues: readonly CartIssue[] = []): void =>
    changes.send({ cart: accept(answer), issues });

  const ask = (question: Asked, signals: readonly AbortSignal[]): Promise<unknown> =>
    askPage({ ...question, target, timeout, signals });

  const load = async (signals: readonly [AbortSignal, ...AbortSignal[]]): Promise<Cart | null> => {
    if (!options.loadCart) return cart;
    const given = [{ signal: signals[0] }];
    const answer = await ask(
      { handler: options.loadCart, given, event: 'loadCart', detail: {}, option: 'loadCart' },
      signals,
    );
    return answer ? accept(answer as PageCart) : null;
  };

  /** What the page's answer makes of the cart. */
  const conclude = async (
    answer: unknown,
    command: CartCommand,
    signals: readonly [AbortSignal, ...AbortSignal[]],
  ): Promise<CartResult> => {
    if (typeof answer === 'object' && answer) {
      const { cart: whole = answer, issues = [] } = answer as {
        readonly cart?: PageCart;
        readonly issues?: readonly CartIssue[];
      };
      return {
        cart: accept(whole as PageCart),
        issues: issues.map((issue) => ({ ...issue, code: toErrorCode(issue.code) })),
      };
    }
    const known = options.loadCart ? await load(signals) : null;
    if (known) return { cart: known, issues: [] };
    return { cart: accept(assumed(cart, command)), issues: [] };
  };

  const apply = (command: CartCommand, call: CommandOptions, life: AbortSignal): Promise<CartResult> => {
    const { commandId, signal } = call;
    const signals = [signal, life] as const;
    const known = answers.get(commandId);
    if (known) return known;
    if (command.kind === 'set' && !(Number.isSafeInteger(command.quantity) && command.quantity >= 0)) {
      return Promise.reject(
        new VitrineError('BAD_INPUT', 'A quantity is a whole number from 0.', { field: 'quantity' }),
      );
    }
    const result = ask(
      {
        handler: options.onCart,
        given: [command, call],
        event: 'vitrine-cart-request',
        detail: { command, commandId },
        option: 'onCart',
        // Too late for the one who asked, but true.
        late: (answer) =>
          answer &&
          typeof answer === 'object' &&
          !('code' in answer) &&
          sync(('cart' in answer ? answer.cart : answer) as PageCart),
      },
      signals,
    ).then((answer) => conclude(answer, command, signals));
    answers.set(commandId, result);
    if (answers.size > remembered) answers.delete(answers.keys().next().value ?? '');
    // A refusal is no answer: the same command may be asked again.
    result.catch(() => answers.delete(commandId));
    return result;
  };

  return {
    name: room ? `host+${room.name}` : 'host',
    sync,
    refresh: () => refreshes.send(null),
    async connect(context) {
      const { signal: life } = context;
      const base: Partial<Ports> = room ? await room.connect(context) : {};
      if (!room) context.setStatus('connected');
      const heard = (event: Event): void => {
        try {
          const { cart: told, issues } = (
            event as CustomEvent<{ readonly cart: PageCart; readonly issues?: readonly CartIssue[] }>
          ).detail;
          sync(told, issues);
        } catch (error) {
          context.report(error);
        }
      };
      target?.addEventListener('vitrine-cart-sync', heard);
      life.addEventListener('abort', () => target?.removeEventListener('vitrine-cart-sync', heard), { once: true });
      // A page without product data of its own does not download what reads it.
      const catalog = options.products
        ? (await import('./catalog.js')).hostCatalog({ options, base: base.catalog, context, ask, refreshes })
        : base.catalog;
      return {
        ...base,
        ...(options.translate && (await import('./translate.js')).hostTranslate(options.translate, life, ask)),
        ...(catalog && { catalog }),
        cart: {
          load: ({ signal }) => load([signal, life]),
          apply: (command, call) => apply(command, call, life),
          subscribe: (sink, { signal }) => changes.subscribe(sink, [signal, life]),
        },
        checkout: hostCheckout(options, () => cart, context, ask),
      };
    },
  };
}

/** The cart after a command that the page confirmed without showing its cart. */
function assumed(cart: Cart | null, command: CartCommand): PageCart {
  const lines = cart?.lines ?? [];
  if (command.kind === 'set') {
    const { item, quantity, expectedUnit } = command;
    const line = lines.find(({ variantId, offerId }) => variantId === item.variantId && offerId === item.offerId);
    const unit = line?.unit ?? expectedUnit;
    if (unit) {
      const others = lines.filter((other) => other !== line);
      const { currency } = unit;
      return { currency, lines: quantity > 0 ? [...others, { title: '', ...line, ...item, quantity, unit }] : others };
    }
  }
  throw new VitrineError('MISCONFIGURED', 'The page confirmed a change but did not say what its cart is.', {
    field: 'onCart',
    mend: 'Answer with the cart, or give hostAdapter "loadCart".',
    outcome: 'applied',
  });
}
