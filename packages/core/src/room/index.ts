// SPDX-License-Identifier: MIT
export type * from './connection.js';
export * from './room.js';
