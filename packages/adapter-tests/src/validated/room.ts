// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { count, moment, span, text, url, words } from './values.js';

const role = v.picklist(['viewer', 'assistant', 'moderator', 'host', 'owner']);

export const viewer = v.object({ id: words, name: v.exactOptional(words), role, isGuest: v.boolean() });

export const audience = v.object({ viewers: count, hearts: v.exactOptional(count) });

export const streamInfo = v.object({
  phase: v.picklist(['upcoming', 'live', 'paused', 'interrupted', 'ended', 'replay']),
  title: words,
  host: v.object({ name: words, brand: v.exactOptional(text), avatar: v.exactOptional(url('image')) }),
  sources: v.array(
    v.object({ url: url('media'), orientation: v.picklist(['landscape', 'portrait']), label: v.exactOptional(text) }),
  ),
  poster: v.exactOptional(
    v.object({ landscape: v.exactOptional(url('image')), portrait: v.exactOptional(url('image')) }),
  ),
  trailer: v.exactOptional(url('media')),
  startsAt: v.exactOptional(moment),
  startedAt: v.exactOptional(moment),
  isPrerecorded: v.exactOptional(v.boolean()),
  endsAt: v.exactOptional(moment),
  graceUntil: v.exactOptional(moment),
  encoderOffset: v.exactOptional(span),
  latency: v.exactOptional(span),
});

const author = v.object({
  id: words,
  name: text,
  role,
  avatar: v.exactOptional(url('image')),
  isVerified: v.exactOptional(v.boolean()),
});

export const sticker = v.object({ id: words, url: v.exactOptional(url('image')), label: words });

export const message = v.object({
  id: words,
  cid: v.exactOptional(words),
  author,
  text,
  sentAt: moment,
  at: v.exactOptional(moment),
  replyTo: v.exactOptional(v.object({ id: words, name: text })),
  sticker: v.exactOptional(sticker),
  likes: v.exactOptional(count),
  kind: v.exactOptional(v.picklist(['text', 'order'])),
});

const notice = v.nullable(
  v.object({
    id: v.exactOptional(words),
    author: v.exactOptional(author),
    text: words,
    sentAt: v.exactOptional(moment),
    until: v.exactOptional(moment),
  }),
);

/** What stands at the top of the chat; in a history each with its moment. */
export const noticeEvent = v.object({ kind: v.literal('notice'), notice, at: v.exactOptional(moment) });
export const pastNotice = v.object({ kind: v.literal('notice'), notice, at: moment });

export const chatEvent = v.variant('kind', [
  noticeEvent,
  v.object({ kind: v.literal('message'), message }),
  v.object({ kind: v.literal('skipped'), count: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  v.object({
    kind: v.literal('retract'),
    target: v.variant('kind', [
      v.object({ kind: v.literal('message'), id: words }),
      v.object({ kind: v.literal('author'), id: words, until: v.exactOptional(moment) }),
      v.object({ kind: v.literal('all') }),
    ]),
  }),
  v.object({
    kind: v.literal('settings'),
    settings: v.object({
      mode: v.picklist(['open', 'members', 'read-only']),
      slowMode: v.pipe(span, v.minValue(0, 'Expected 0 or more.')),
      maximumLength: v.pipe(count, v.minValue(1, 'Expected 1 or more.')),
    }),
  }),
]);

export const acknowledgement = v.object({ id: words });
