// SPDX-License-Identifier: MIT
export * from './error.js';
export * from './fair-sample.js';
export * from './graphemes.js';
export * from './ids.js';
export * from './money.js';
export * from './time.js';
export * from './urls.js';
