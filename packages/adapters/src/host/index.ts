// SPDX-License-Identifier: MIT
export * from './host.js';
export type { CartAnswer, CheckoutAnswer, HostAdapter, HostOptions, PageMessage, TranslateAnswer } from './options.js';
export type { PageRequest } from './page.js';
export type { PageCart, PageLine } from './page-cart.js';
export type { PageMoney } from './page-money.js';
export type { PageProduct, PageVariant } from './page-product.js';
