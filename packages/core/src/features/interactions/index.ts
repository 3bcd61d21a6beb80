// SPDX-License-Identifier: MIT
export { interactionsFeature } from './interactions.js';
export { noInteractions } from './interactions.state.js';
export type * from './interactions.port.js';
export type * from './interactions.state.js';
export type * from './rules.js';
