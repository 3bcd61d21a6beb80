// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrinePolicy } from './policy.js';

define('vitrine-policy', VitrinePolicy);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-policy': VitrinePolicy;
  }
}

export { policyFeature } from '@vitrine/core/moderation';
export { VitrinePolicy };
