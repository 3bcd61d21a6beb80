// SPDX-License-Identifier: MIT
import { define } from './define.js';
import { VitrineSheet } from './sheet.js';

define('vitrine-sheet', VitrineSheet);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-sheet': VitrineSheet;
  }
}

export { VitrineSheet };
