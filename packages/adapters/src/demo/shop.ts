// SPDX-License-Identifier: MIT
// The bag and the till: a chunk of their own.
export { DemoCart } from './cart.js';
export { DemoCheckout } from './checkout.js';
