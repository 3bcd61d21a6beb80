// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineTrailer } from './trailer.js';

define('vitrine-trailer', VitrineTrailer);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-trailer': VitrineTrailer;
  }
}

export { VitrineTrailer };
