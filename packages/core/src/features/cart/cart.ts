// SPDX-License-Identifier: MIT
import { backoffDelay, pause } from '../../adapter/index.js';
import { compareMoney, toVitrineError, VitrineError, withSafeUrl } from '../../model/index.js';
import type { Feature } from '../feature.js';
import type { Cart, CartCommand, CartIssue, CartPort, CartResult } from './cart.port.js';
import { noCart, type CartState } from './cart.state.js';
import { CommandQueue, type QueuedCommand } from './commands.js';

const mostQuantity = 9999;
/** How often a back end that answers with a fault is asked again; one that cannot be reached is asked for ever. */
const tries = 4;

function isUnreachable({ code }: VitrineError): boolean {
  return code === 'OFFLINE' || code === 'NETWORK';
}

/** Whether the cart already is as a command wants it: then its lost answer need not be fetched by sending it again. */
function isSatisfied(cart: Cart | null, command: CartCommand): boolean {
  if (command.kind === 'coupon') return (cart?.coupons.includes(command.code) ?? false) === !command.remove;
  const line = cart?.lines.find((candidate) => sameItem(candidate, command.item));
  return (line?.quantity ?? 0) === command.quantity;
}

type Item = Extract<CartCommand, { kind: 'set' }>['item'];

function sameItem(line: { variantId: string; offerId?: string; quoteId?: string }, item: Item): boolean {
  return line.variantId === item.variantId && line.offerId === item.offerId && line.quoteId === item.quoteId;
}

/** A price that differs from what the viewer saw, when the back end did not say so itself. */
function priceIssues({ cart, issues }: CartResult, command: CartCommand): readonly CartIssue[] {
  if (command.kind !== 'set' || !command.expectedUnit) return [];
  const line = cart.lines.find((candidate) => sameItem(candidate, command.item));
  const before = command.expectedUnit;
  if (!line || line.unit.currency !== before.currency || line.unit.minor === before.minor) return [];
  if (issues.some((issue) => issue.code === 'PRICE_CHANGED' && issue.lineId === line.id)) return [];
  const severity = compareMoney(line.unit, before) > 0 ? 'block' : 'info';
  return [{ code: 'PRICE_CHANGED', lineId: line.id, severity, before, after: line.unit }];
}

/** The viewer's cart: what the shop confirmed, what is still wanted, and what the shop refused. */
export const cartFeature: Feature = {
  name: 'cart',
  setup({ roomId, bus, store, signal, storage, report }) {
    const queue = new CommandQueue(storage);
    const set = (patch: Partial<CartState>): void => store.set('cart', patch);
    let port: CartPort | null = null;
    let channel: BroadcastChannel | null = null;
    set(noCart);

    /** Shows the confirmed cart with what is wanted on top. */
    const show = (patch: Partial<CartState> = {}): void => {
      const cart = patch.cart !== undefined ? patch.cart : store.state.cart.cart;
      // Without a prototype: a variant may be called what every object has.
      const wanted = Object.create(null) as Record<string, number>;
      for (const command of queue.commands)
        if (command.kind === 'set') wanted[command.item.variantId] = command.quantity;
      const confirmed = (cart?.lines ?? []).filter((line) => wanted[line.variantId] === undefined);
      const count = [...confirmed.map((line) => line.quantity), ...Object.values(wanted)].reduce(
        (sum, n) => sum + n,
        0,
      );
      set({ ...patch, wanted, count });
    };

    const accept = (given: Cart | null, issues: readonly CartIssue[], isOwn: boolean): void => {
      const cart = given && { ...given, lines: given.lines.map((line) => withSafeUrl(line, 'image', 'image')) };
      const known = store.state.cart.cart;
      // An answer that was overtaken by a newer one tells nothing any more.
      if (cart && known && cart.id === known.id && cart.revision < known.revision) return show();
      const lines = new Set(cart?.lines.map((line) => line.id));
      const touched = new Set(issues.map((issue) => issue.lineId));
      const kept = store.state.cart.issues.filter(
        ({ lineId }) => lineId !== undefined && lines.has(lineId) && !touched.has(lineId),
      );
      show({ status: 'ready', cart, issues: [...kept, ...issues], isOffline: false, error: null });
      bus.emit('cart:changed', { cart });
      if (issues.length > 0) bus.emit('cart:adjusted', { issues });
      if (isOwn) channel?.postMessage(cart?.revision ?? 0);
    };

    const load = async (): Promise<Cart | null> => {
      const cart = (await port?.load({ signal })) ?? null;
      accept(cart, [], false);
      return cart;
    };

    /** Sends one command until its outcome is known. */
    const run = async (queued: QueuedCommand): Promise<CartResult> => {
      if (!port) throw new VitrineError('NO_PORT', 'The adapter has no cart.', { field: 'cart' });
      for (let attempt = 0, asked = false; ;) {
        try {
          return await port.apply(queued.command, { commandId: queued.id, signal });
        } catch (thrown) {
          const error = toVitrineError(thrown, 'NETWORK');
          if (signal.aborted) throw error;
          if (error.code === 'AUTH_REQUIRED' && !asked) {
            asked = true;
            await bus.request('identity:require', { reason: 'cart' });
          } else if (error.code === 'CART_EXPIRED' && store.state.cart.cart) {
            await rebuild(port, store.state.cart.cart);
          } else if (error.retryable && (isUnreachable(error) || attempt < tries)) {
            set({ isOffline: isUnreachable(error) });
            await pause(backoffDelay(attempt++, error.retryAfter), signal);
            // It may have been applied though its answer was lost: look before it is sent again.
            const cart = await port.load({ signal }).catch(() => undefined);
            if (cart && isSatisfied(cart, queued.command)) return { cart, issues: [] };
          } else throw error;
        }
      }
    };

    /** The shop forgot the cart; its lines are wanted still. */
    const rebuild = async (cartPort: CartPort, lost: Cart): Promise<void> => {
      set({ cart: null });
      for (const { variantId, offerId, quantity } of lost.lines) {
        const item = { variantId, ...(offerId ? { offerId } : {}) };
        const commandId = `${lost.id}-${lost.revision}-${variantId}`;
        await cartPort.apply({ kind: 'set', item, quantity }, { commandId, signal });
      }
    };

    const pump = async (): Promise<void> => {
      const queued = port ? queue.next() : null;
      if (!queued) return;
      try {
        const result = await run(queued);
        queue.done();
        accept(result.cart, [...result.issues, ...priceIssues(result, queued.command)], true);
        for (const { resolve } of queued.waiting) resolve(result);
      } catch (thrown) {
        if (signal.aborted) {
          for (const { reject } of queued.waiting) reject(thrown);
          return;
        }
        const error = toVitrineError(thrown);
        queue.done();
        show({ error, isOffline: false });
        bus.emit('cart:failed', { error });
        if (queued.waiting.length === 0) report(error);
        for (const { reject } of queued.waiting) reject(error);
      }
      void pump();
    };

    const ask = (command: CartCommand): Promise<CartResult> => {
      if (store.state.cart.status === 'absent') {
        throw new VitrineError('NO_PORT', 'The adapter has no cart.', { field: 'cart' });
      }
      if (
        command.kind === 'set' &&
        !(Number.isInteger(command.quantity) && command.quantity >= 0 && command.quantity <= mostQuantity)
      ) {
        throw new VitrineError('BAD_INPUT', `${command.quantity} is no quantity.`, { field: 'quantity' });
      }
      const answer = queue.add(command);
      show({ error: null });
      void pump();
      return answer;
    };

    const openDrawer = (open: boolean): void => {
      if (store.state.cart.open === open) return;
      set({ open });
      bus.emit(open ? 'cart:opened' : 'cart:closed', {});
    };

    bus.answer(
      'cart:set',
      ({ variantId, quantity, offerId, quoteId, expectedUnit }) => {
        const item = { variantId, ...(offerId ? { offerId } : {}), ...(quoteId ? { quoteId } : {}) };
        return ask({ kind: 'set', item, quantity, ...(expectedUnit ? { expectedUnit } : {}) });
      },
      { signal },
    );
    bus.answer(
      'cart:add',
      ({ quantity = 1, ...rest }) => {
        const { cart, wanted } = store.state.cart;
        const line = cart?.lines.find(
          (candidate) => candidate.variantId === rest.variantId && candidate.offerId === rest.offerId,
        );
        const present = wanted[rest.variantId] ?? line?.quantity ?? 0;
        return bus.request('cart:set', { ...rest, quantity: present + quantity });
      },
      { signal },
    );
    bus.answer('cart:coupon', ({ code, remove }) => ask({ kind: 'coupon', code, ...(remove ? { remove } : {}) }), {
      signal,
    });
    bus.answer(
      'cart:acknowledge',
      ({ issue }) => set({ issues: store.state.cart.issues.filter((candidate) => candidate !== issue) }),
      { signal },
    );
    bus.answer('cart:open', () => openDrawer(true), { signal });
    bus.answer('cart:close', () => openDrawer(false), { signal });
    bus.answer('cart:reload', async () => void (await load()), { signal });

    return ({ cart }, failure) => {
      if (!cart) {
        set({ status: failure ? 'failed' : 'absent', error: failure });
        return;
      }
      port = cart;
      if (typeof BroadcastChannel === 'function') {
        // Another tab of the same shop has changed the cart: read it, the back end's word is the only one.
        channel = new BroadcastChannel(`vitrine-cart-${roomId}`);
        channel.onmessage = () => void load().catch(report);
        signal.addEventListener('abort', () => channel?.close(), { once: true });
      }
      void cart.subscribe?.(
        { next: (items) => items.forEach((item) => accept(item.cart, item.issues, false)), fail: report },
        { signal },
      );
      load()
        .catch((thrown: unknown) => show({ status: 'failed', error: toVitrineError(thrown, 'NETWORK') }))
        .finally(() => void pump());
    };
  },
};
