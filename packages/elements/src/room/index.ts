// SPDX-License-Identifier: MIT
import '../chat/index.js';
import '../player/index.js';
import { define } from '../shared/define.js';
import { VitrineRoom } from './room.js';

define('vitrine-room', VitrineRoom);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-room': VitrineRoom;
  }
}

export { VitrineRoom };
export type { Layout } from './layout.js';
