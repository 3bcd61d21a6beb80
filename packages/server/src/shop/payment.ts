// SPDX-License-Identifier: MIT
import type { PaymentMethod } from '@vitrine/core';

/** What a payment provider said. */
export type Charge = { readonly isPaid: true } | { readonly isPaid: false; readonly code: 'PAYMENT_DECLINED' };

/** Who takes the money. */
export interface PaymentProvider {
  readonly methods: readonly PaymentMethod[];
  /**
   * Charges a session. Answers at once, so that money and order are one transaction. A provider that is asked over the
   * network must instead be told the session's id as its own idempotency key, and be asked again after a crash.
   */
  charge(methodId: string): Charge;
}

const declining = 'card-0002';

/** Takes no money: a card that pays, one that never does, a wallet and a bank transfer. */
export const demoPayments: PaymentProvider = {
  methods: [
    { id: 'card-4242', kind: 'card', label: 'Card ending 4242', note: 'Expires 08/29' },
    { id: 'wallet', kind: 'wallet', label: 'Wallet', note: 'Confirm on this phone' },
    { id: 'bank', kind: 'bank', label: 'Bank transfer', note: 'Held for 30 minutes' },
    { id: declining, kind: 'card', label: 'Card ending 0002', note: 'Always declines' },
  ],
  charge: (methodId) => (methodId === declining ? { isPaid: false, code: 'PAYMENT_DECLINED' } : { isPaid: true }),
};
