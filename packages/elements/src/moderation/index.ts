// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineModeration } from './moderation.js';

define('vitrine-moderation', VitrineModeration);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-moderation': VitrineModeration;
  }
}

export { moderationFeature } from '@vitrine/core/moderation';
export { VitrineModeration };
