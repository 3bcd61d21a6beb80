// SPDX-License-Identifier: MIT
import { laterFeature } from '../later.js';
import { noCart } from './cart.state.js';

export type * from './cart.port.js';
export type * from './cart.state.js';

/** The viewer's cart. */
export const cartFeature = laterFeature({
  name: 'cart',
  first: noCart,
  without: (error) => ({ status: error ? ('failed' as const) : ('absent' as const), error }),
  load: async () => (await import('./cart.js')).cartFeature,
});
