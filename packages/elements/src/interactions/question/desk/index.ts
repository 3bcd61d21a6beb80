// SPDX-License-Identifier: MIT
import { define } from '../../../shared/define.js';
import { VitrineQuestionDesk } from './desk.js';

define('vitrine-question-desk', VitrineQuestionDesk);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-question-desk': VitrineQuestionDesk;
  }
}

export { VitrineQuestionDesk };
