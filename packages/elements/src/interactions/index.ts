// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineInteractions } from './interactions.js';

define('vitrine-interactions', VitrineInteractions);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-interactions': VitrineInteractions;
  }
}

export { registerInteraction } from './kind.js';
export type { InteractionKind } from './kind.js';
export { desksOf, dock, panelsOf } from './panels.js';
export type { Panel } from './panels.js';
export { VitrineInteractions };
