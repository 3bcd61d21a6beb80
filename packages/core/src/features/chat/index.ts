// SPDX-License-Identifier: MIT
export * from './aimed.js';
export * from './chat.js';
export type * from './chat.port.js';
export type * from './chat.state.js';
export * from './for-viewer.js';
export * from './own.js';
