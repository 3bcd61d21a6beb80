// SPDX-License-Identifier: MIT
export * from './bus.js';
export type { Lifetime } from './lifetime.js';
export type * from './events.js';
