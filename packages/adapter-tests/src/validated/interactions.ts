// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { count, moment, text, words } from './values.js';

const countSettings = v.object({
  most: count,
  options: v.exactOptional(v.array(words)),
  entries: v.exactOptional(v.object({ graphemes: v.pipe(count, v.minValue(1, 'Expected 1 or more.')) })),
});

const interaction = v.object({
  id: words,
  kind: words,
  rule: v.literal('count'),
  settings: countSettings,
  data: v.optional(v.unknown()),
  at: moment,
});

const entry = v.object({
  id: words,
  text,
  author: v.object({ id: words, name: text }),
  isPrivate: v.exactOptional(v.boolean()),
  isOwn: v.exactOptional(v.boolean()),
});

export const interactionEvent = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('open'), interaction }),
  v.object({ kind: v.literal('close'), id: words }),
  v.object({ kind: v.literal('entry'), id: words, entry, at: moment }),
  v.object({ kind: v.literal('tally'), id: words, option: words, count, at: moment }),
  v.object({
    kind: v.literal('settle'),
    id: words,
    option: words,
    as: v.picklist(['answered', 'dismissed', 'open']),
    at: moment,
  }),
  v.object({ kind: v.literal('own'), id: words, option: words, on: v.boolean(), at: moment }),
]);

export const launched = v.object({ id: words });
