// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineClosing } from './closing.js';

define('vitrine-closing', VitrineClosing);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-closing': VitrineClosing;
  }
}

export { VitrineClosing };
