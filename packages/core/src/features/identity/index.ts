// SPDX-License-Identifier: MIT
export * from './identity.js';
