// SPDX-License-Identifier: MIT
export * from './explain.js';
