// SPDX-License-Identifier: MIT
import {
  checkUrl,
  money,
  VitrineError,
  type Cart,
  type CheckoutPort,
  type CheckoutRequest,
  type CheckoutSession,
  type ConnectContext,
  type Handoff,
} from '@vitrine/core';
import type { Ask, HostOptions } from './options.js';

/** Hands the viewer over to wherever the page takes money. */
export function hostCheckout(
  options: HostOptions,
  cart: () => Cart | null,
  context: ConnectContext,
  ask: Ask,
): CheckoutPort {
  const { onCheckout, checkoutStatus, checkoutOrigins } = options;
  const { signal: life, currency } = context;
  const sessions = new Map<string, CheckoutSession>();

  const safe = (url: unknown): string => {
    const checked = checkUrl(url, 'checkout', 'checkout.url');
    if (!checkoutOrigins || checkoutOrigins.includes(new URL(checked).origin)) return checked;
    throw new VitrineError('BAD_URL', `${new URL(checked).origin} is none of checkoutOrigins.`, {
      field: 'checkout.url',
      mend: 'Add the origin to checkoutOrigins, if viewers are to pay there.',
    });
  };

  const checked = (session: CheckoutSession): CheckoutSession => {
    const { handoff, total } = session;
    money(total?.minor, total?.currency);
    return 'url' in handoff ? { ...session, handoff: { ...handoff, url: safe(handoff.url) } } : session;
  };

  const toSession = (
    answer: unknown,
    { mode, expectedTotal, buyNow }: CheckoutRequest,
    id: string,
  ): CheckoutSession => {
    if (typeof answer === 'object' && answer && 'handoff' in answer) return checked(answer as CheckoutSession);
    const lines = cart()?.lines ?? [];
    const link = (answer as { readonly url?: unknown } | undefined)?.url;
    const handoff: Handoff =
      link === undefined ? { kind: 'none' } : { kind: mode === 'popup' ? mode : 'redirect', url: safe(link) };
    return {
      id,
      // The page took over by itself: there is nothing left for the room to do.
      status: link === undefined ? 'canceled' : 'open',
      handoff,
      total: expectedTotal ?? (buyNow ? money(0, currency) : (cart()?.totals.total ?? money(0, currency))),
      itemCount: buyNow?.quantity ?? lines.reduce((count, { quantity }) => count + quantity, 0),
    };
  };

  return {
    modes: ['redirect', 'popup'],
    async begin(request, call) {
      const { commandId, signal } = call;
      const known = sessions.get(commandId);
      if (known) return known;
      const question = {
        handler: onCheckout,
        given: [request, call],
        event: 'vitrine-checkout-request',
        detail: { request, commandId },
        option: 'onCheckout',
      };
      const session = toSession(await ask(question, [signal, life]), request, commandId);
      sessions.set(commandId, session);
      sessions.set(session.id, session);
      return session;
    },
    async status(id, { signal }) {
      if (checkoutStatus) {
        const question = {
          handler: checkoutStatus,
          given: [id, { signal }],
          event: 'checkoutStatus',
          detail: {},
          option: 'checkoutStatus',
        };
        return checked((await ask(question, [signal, life])) as CheckoutSession);
      }
      const known = sessions.get(id);
      if (known) return known;
      throw new VitrineError('CHECKOUT_EXPIRED', 'The page does not tell what became of a session.', {
        field: 'id',
        mend: 'Give hostAdapter "checkoutStatus".',
      });
    },
  };
}
