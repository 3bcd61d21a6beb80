// SPDX-License-Identifier: MIT
import '../shared/sheet.define.js';
import { define } from '../shared/define.js';
import { VitrineCart } from './cart.js';

define('vitrine-cart', VitrineCart);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-cart': VitrineCart;
  }
}

export { VitrineCart };
