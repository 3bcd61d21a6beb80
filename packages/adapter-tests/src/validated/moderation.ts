// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { message } from './room.js';
import { count, moment, text, words } from './values.js';

export const heldMessage = v.object({
  ...message.entries,
  isGuest: v.exactOptional(v.boolean()),
  why: v.exactOptional(v.picklist(['held', 'reported'])),
  reports: v.exactOptional(count),
  reasons: v.exactOptional(v.array(words)),
});

export const restrictedPerson = v.object({
  id: words,
  name: v.exactOptional(text),
  restriction: v.picklist(['muted', 'shadowed', 'banned']),
  since: v.exactOptional(moment),
  until: v.exactOptional(moment),
});

export const roomPolicy = v.object({
  words: v.array(words),
  links: v.picklist(['all', 'staff']),
  hold: v.picklist(['none', 'guests', 'all']),
  unreviewed: v.picklist(['allow', 'hold', 'refuse']),
  revision: v.exactOptional(count),
});
