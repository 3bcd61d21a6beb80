// SPDX-License-Identifier: MIT
import { laterFeature } from '../later.js';
import { noCheckout } from './checkout.state.js';

export type * from './checkout.port.js';
export type * from './checkout.state.js';

/** Paying: from the bag or for one thing at once. */
export const checkoutFeature = laterFeature({
  name: 'checkout',
  first: noCheckout,
  load: async () => (await import('./checkout.js')).checkoutFeature,
});
