// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineCatchUp } from './catch-up.js';
import { VitrineCatchUpChip } from './chip.js';

define('vitrine-catch-up', VitrineCatchUp);
define('vitrine-catch-up-chip', VitrineCatchUpChip);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-catch-up': VitrineCatchUp;
    'vitrine-catch-up-chip': VitrineCatchUpChip;
  }
}

export { VitrineCatchUp, VitrineCatchUpChip };
