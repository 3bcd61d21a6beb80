// SPDX-License-Identifier: MIT
import { define } from '../shared/define.js';
import { VitrinePeople } from './people.js';

define('vitrine-people', VitrinePeople);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-people': VitrinePeople;
  }
}

export { peopleFeature } from '@vitrine/core/moderation';
export { VitrinePeople };
