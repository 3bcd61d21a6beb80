// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineCarousel } from './carousel.js';

define('vitrine-carousel', VitrineCarousel);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-carousel': VitrineCarousel;
  }
}

export { VitrineCarousel };
