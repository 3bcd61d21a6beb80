// SPDX-License-Identifier: MIT
export * from './clock.js';
export * from './demo.js';
export type * from './options.js';
export * from './markup.js';
