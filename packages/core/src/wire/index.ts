// SPDX-License-Identifier: MIT
export * from './codec.js';
export * from './protocol.js';
