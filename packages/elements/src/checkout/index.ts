// SPDX-License-Identifier: MIT
import '../shared/sheet.define.js';
import { define } from '../shared/define.js';
import { VitrineCheckout } from './checkout.js';

define('vitrine-checkout', VitrineCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-checkout': VitrineCheckout;
  }
}

export { VitrineCheckout };
