// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineReactionLane } from './lane.js';
import { VitrineReactions } from './reactions.js';

define('vitrine-reactions', VitrineReactions);
define('vitrine-reaction-lane', VitrineReactionLane);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-reactions': VitrineReactions;
    'vitrine-reaction-lane': VitrineReactionLane;
  }
}

export { VitrineReactionLane, VitrineReactions };
