// SPDX-License-Identifier: MIT
export * from './stream.js';
