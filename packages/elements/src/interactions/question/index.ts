// SPDX-License-Identifier: MIT
import { define } from '../../shared/define.js';
import { VitrineQuestion } from './question.js';

define('vitrine-question', VitrineQuestion);

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-question': VitrineQuestion;
  }
}

export { VitrineQuestion };
