// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrineReminder } from './reminder.js';

define('vitrine-reminder', VitrineReminder);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-reminder': VitrineReminder;
  }
}

export { VitrineReminder };
