// SPDX-License-Identifier: MIT
export type * from './feature.js';
export * from './cart/index.js';
export * from './catalog/index.js';
export * from './chat/index.js';
export * from './checkout/index.js';
export type * from './history/index.js';
export * from './identity/index.js';
export * from './presence/index.js';
export * from './stream/index.js';
