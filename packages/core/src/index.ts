// SPDX-License-Identifier: MIT
export * from './adapter/index.js';
export * from './bus/index.js';
export * from './features/index.js';
export * from './model/index.js';
export * from './room/index.js';
export * from './store/index.js';
export * from './timeline/index.js';
