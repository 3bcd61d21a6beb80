// SPDX-License-Identifier: MIT
import { backoffDelay, pause } from '../../adapter/index.js';
import { newId, toVitrineError, VitrineError, type Ms } from '../../model/index.js';
import type { Feature } from '../feature.js';
import type { CheckoutPort, CheckoutSession } from './checkout.port.js';
import { noCheckout, type CheckoutPhase, type CheckoutState } from './checkout.state.js';

const storageKey = 'checkout';
const tries = 4;
const pollFor: Ms = 600_000;

function phaseOf({ status, handoff }: CheckoutSession): CheckoutPhase {
  if (status === 'open')
    return handoff.kind === 'embed' ? 'choosing' : handoff.kind === 'none' ? 'confirming' : 'handed-off';
  if (status === 'processing' || status === 'unknown') return 'pending';
  return status;
}

const settled: ReadonlySet<CheckoutPhase> = new Set(['idle', 'choosing', 'paid', 'failed', 'canceled', 'expired']);

/** Takes the viewer from the bag to a paid order, once, whatever is clicked twice or lost on the way. */
export const checkoutFeature: Feature = {
  name: 'checkout',
  setup({ bus, store, signal, storage, report }) {
    const set = (patch: Partial<CheckoutState>): void => store.set('checkout', patch);
    let port: CheckoutPort | null = null;
    let beginning: Promise<CheckoutSession> | null = null;
    let confirming: Promise<CheckoutSession> | null = null;
    let polling: AbortController | null = null;
    set(noCheckout);

    const needPort = (): CheckoutPort => {
      if (port) return port;
      throw new VitrineError('NO_PORT', 'The adapter has no checkout.', { field: 'checkout' });
    };

    /** Repeats a call with the same command id while its answer is lost: the back end does it once. */
    const insist = async (call: () => Promise<CheckoutSession>): Promise<CheckoutSession> => {
      for (let attempt = 0, asked = false; ;) {
        try {
          return await call();
        } catch (thrown) {
          const error = toVitrineError(thrown, 'NETWORK');
          if (signal.aborted) throw error;
          if (error.code === 'AUTH_REQUIRED' && !asked) {
            asked = true;
            await bus.request('identity:require', { reason: 'checkout' });
          } else if (error.retryable && attempt < tries) await pause(backoffDelay(attempt++, error.retryAfter), signal);
          else throw error;
        }
      }
    };

    const take = (session: CheckoutSession): CheckoutSession => {
      const before = store.state.checkout.phase;
      const phase = phaseOf(session);
      const error = session.error ? new VitrineError(session.error, 'The payment did not go through.') : null;
      set({ phase, session, error });
      const told = storage.get(storageKey);
      if (phase === 'paid') {
        if (told !== `paid ${session.id}`) {
          storage.set(storageKey, `paid ${session.id}`);
          bus.emit('checkout:paid', { session });
          void bus.request('cart:reload', {}).catch(report);
        }
      } else if (phase === 'canceled' || phase === 'expired' || phase === 'failed') storage.set(storageKey, null);
      else storage.set(storageKey, `open ${session.id}`);
      if (error && before !== 'idle') bus.emit('checkout:failed', { session, error });
      if (settled.has(phase)) stopPolling();
      else poll(session.id);
      return session;
    };

    const stopPolling = (): void => {
      polling?.abort();
      polling = null;
    };

    /** Asks what became of a payment, ever less often, for ten minutes. */
    const poll = (id: string): void => {
      if (polling) return;
      polling = new AbortController();
      const life = polling.signal;
      const end = performance.now() + pollFor;
      void (async () => {
        for (let wait = 1000; performance.now() < end; wait = Math.min(wait * 2, 15_000)) {
          await pause(wait, life);
          try {
            const session = await needPort().status(id, { signal: life });
            if (!life.aborted) take(session);
          } catch (error) {
            if (!toVitrineError(error, 'NETWORK').retryable) throw error;
          }
        }
      })().catch((error: unknown) => {
        if (!life.aborted) report(error);
      });
    };

    const begin = async (detail: Parameters<CheckoutPort['begin']>[0]): Promise<CheckoutSession> => {
      set({ phase: 'starting', error: null });
      const commandId = newId();
      try {
        const session = await insist(() => needPort().begin(detail, { commandId, signal }));
        take(session);
        bus.emit('checkout:started', { session });
        return session;
      } catch (thrown) {
        const error = toVitrineError(thrown);
        set({ phase: 'idle', session: null, error });
        bus.emit('checkout:failed', { session: null, error });
        // Stock or prices were not what the bag shows: show what they are.
        void bus.request('cart:reload', {}).catch(report);
        throw error;
      }
    };

    bus.answer(
      'checkout:begin',
      ({ mode, buyNow, expectedTotal }) => {
        const modes = needPort().modes;
        const chosen = mode ?? modes[0] ?? 'redirect';
        beginning ??= begin({
          mode: chosen,
          returnUrl: typeof location === 'object' ? location.href : '',
          ...(buyNow ? { buyNow } : {}),
          ...(expectedTotal ? { expectedTotal } : {}),
        }).finally(() => (beginning = null));
        return beginning;
      },
      { signal },
    );

    const confirm = async (session: CheckoutSession, methodId: string): Promise<CheckoutSession> => {
      const { confirm: pay } = needPort();
      if (!pay)
        throw new VitrineError('NO_PORT', 'The adapter cannot confirm a payment.', { field: 'checkout.confirm' });
      set({ phase: 'confirming', error: null });
      const commandId = newId();
      try {
        return take(await insist(() => pay.call(port, session.id, { methodId }, { commandId, signal })));
      } catch (thrown) {
        const error = toVitrineError(thrown);
        // Nobody knows whether it was charged: never offer to pay again before the back end has said so.
        if (error.retryable || error.outcome === 'unknown') {
          set({ phase: 'pending', error });
          poll(session.id);
        } else set({ phase: 'choosing', error });
        bus.emit('checkout:failed', { session, error });
        throw error;
      }
    };

    bus.answer(
      'checkout:confirm',
      ({ methodId }) => {
        const { session } = store.state.checkout;
        if (!session) throw new VitrineError('CHECKOUT_EXPIRED', 'There is nothing to pay.', { field: 'session' });
        confirming ??= confirm(session, methodId).finally(() => (confirming = null));
        return confirming;
      },
      { signal },
    );
    bus.answer(
      'checkout:refresh',
      async () => {
        const { session } = store.state.checkout;
        return session ? take(await needPort().status(session.id, { signal })) : null;
      },
      { signal },
    );
    const clear = (): void => {
      stopPolling();
      set({ phase: 'idle', session: null, error: null });
    };
    bus.answer(
      'checkout:cancel',
      async () => {
        const { session, phase } = store.state.checkout;
        // What is being charged cannot be taken back from here.
        if (phase === 'confirming' || phase === 'pending') return;
        clear();
        storage.set(storageKey, null);
        if (session?.status === 'open') await port?.cancel?.(session.id, { commandId: newId(), signal });
      },
      { signal },
    );
    bus.answer('checkout:dismiss', () => clear(), { signal });
    signal.addEventListener('abort', stopPolling, { once: true });

    return ({ checkout }) => {
      if (!checkout) return;
      port = checkout;
      set({ modes: checkout.modes });
      // A payment that was under way when the page went: what became of it is the first thing to ask.
      const [state, id] = (storage.get(storageKey) ?? '').split(' ');
      if (state !== 'open' || !id) return;
      set({ phase: 'confirming' });
      checkout
        .status(id, { signal })
        .then(take)
        .catch((error: unknown) => {
          clear();
          storage.set(storageKey, null);
          report(error);
        });
    };
  },
};
