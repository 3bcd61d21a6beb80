// SPDX-License-Identifier: MIT
export * from './host-code.js';
export * from './server.js';
export * from './markup.js';
