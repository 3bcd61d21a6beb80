// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineChat } from './chat.js';

define('vitrine-chat', VitrineChat);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-chat': VitrineChat;
  }
}

export { VitrineChat };
