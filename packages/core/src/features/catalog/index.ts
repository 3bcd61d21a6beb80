// SPDX-License-Identifier: MIT
import { laterFeature } from '../later.js';
import { noCatalog } from './catalog.state.js';

export type * from './catalog.port.js';
export type { CatalogState } from './catalog.state.js';
export * from './product.js';

/** The products of the show and which of them is on camera. */
export const catalogFeature = laterFeature({
  name: 'catalog',
  area: 'product',
  first: noCatalog,
  without: (error) => ({ status: error ? ('failed' as const) : ('absent' as const), error }),
  load: async () => (await import('./catalog.js')).catalogFeature,
});
