// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { moment, text, words } from './values.js';

export const ownWords = v.object({
  messages: v.array(
    v.object({
      id: words,
      text,
      sentAt: moment,
      at: v.exactOptional(moment),
      replyTo: v.exactOptional(v.object({ id: words, name: text })),
      state: v.picklist(['shown', 'waiting', 'removed']),
    }),
  ),
  questions: v.array(v.object({ id: words, interaction: words, text, at: moment })),
});
