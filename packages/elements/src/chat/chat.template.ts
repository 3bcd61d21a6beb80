// SPDX-License-Identifier: MIT
import type { ChatState } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../shared/localize.js';
import type { ChatWords } from './chat.strings.js';

const skeletons = [0, 1, 2].map(() => html`<div class="skeleton"><i></i><b></b></div>`);

/** What stands where the rows would be while there are none, but for the greeting of an empty chat. */
export function placeholder({ status }: ChatState, words: Strings<ChatWords>): TemplateResult | typeof nothing {
  if (status === 'loading') return html`${skeletons}`;
  if (status === 'absent') return html`<p class="message">${words.absent}</p>`;
  if (status === 'failed') {
    return html`<p class="message" role="status"><strong>${words.failed}</strong> ${words.failedWay}</p>`;
  }
  return nothing;
}
