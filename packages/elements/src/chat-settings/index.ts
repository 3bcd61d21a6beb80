// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineChatSettings } from './chat-settings.js';

define('vitrine-chat-settings', VitrineChatSettings);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-chat-settings': VitrineChatSettings;
  }
}

export { VitrineChatSettings };
