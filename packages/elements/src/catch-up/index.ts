// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineCatchUp } from './catch-up.js';

define('vitrine-catch-up', VitrineCatchUp);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-catch-up': VitrineCatchUp;
  }
}

export { VitrineCatchUp };
