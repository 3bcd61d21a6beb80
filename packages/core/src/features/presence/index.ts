// SPDX-License-Identifier: MIT
export * from './presence.js';
