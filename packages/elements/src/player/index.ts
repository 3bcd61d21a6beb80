// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrinePlayer } from './player.js';

define('vitrine-player', VitrinePlayer);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-player': VitrinePlayer;
  }
}

export { VitrinePlayer };
export type { PlayerPhase } from './phase.js';
