// SPDX-License-Identifier: MIT
import '../shared/sheet.define.js';
import { define } from '../shared/define.js';
import { VitrineProduct } from './product.js';

define('vitrine-product', VitrineProduct);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-product': VitrineProduct;
  }
}

export { VitrineProduct };
