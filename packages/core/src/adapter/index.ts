// SPDX-License-Identifier: MIT
export type * from './adapter.js';
export * from './backoff.js';
export * from './compose.js';
