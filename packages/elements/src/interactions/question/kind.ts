// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { words } from '../../shared/localize.js';
import type { InteractionKind } from '../kind.js';
import { messageCircleQuestionMarkIcon } from './icons.js';
import { english } from './question.strings.js';
import { fits, waiting } from './schema.js';

/** Questions to the host: a panel beside the chat, and a queue in the console. */
export const kind: InteractionKind = {
  name: 'question',
  rule: 'count',
  place: 'tab',
  icon: messageCircleQuestionMarkIcon,
  fits,
  label: (locale, again) => words('question', english, locale, again).title,
  count: waiting,
  viewer: ({ id }, room) => html`<vitrine-question .interaction=${id} .room=${room}></vitrine-question>`,
  element: () => import('./index.js'),
  async desk() {
    await import('./desk/index.js');
    return (room) => html`<vitrine-question-desk .room=${room}></vitrine-question-desk>`;
  },
};
