// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineDanmaku } from './danmaku.js';

define('vitrine-danmaku', VitrineDanmaku);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-danmaku': VitrineDanmaku;
  }
}

export { VitrineDanmaku };
