// SPDX-License-Identifier: MIT
import '../chat/index.js';
import '../player/index.js';
import { define } from '../shared/define.js';
import { VitrineConsole } from './console.js';

define('vitrine-console', VitrineConsole);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-console': VitrineConsole;
  }
}

export { VitrineConsole };
