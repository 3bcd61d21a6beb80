// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import type { StreamInfo } from '@vitrine/core';
import { maximumTime } from './show-time.js';

const httpUrl = v.pipe(
  v.string(),
  v.maxLength(2048),
  v.check((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'This is no http or https URL.'),
);
const words = (most: number): v.GenericSchema<string> =>
  v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(most));
const time = v.pipe(v.number(), v.minValue(0), v.maxValue(maximumTime));
const span = v.pipe(v.number(), v.finite(), v.minValue(-86_400_000), v.maxValue(86_400_000));

/** Fields of a `StreamInfo`; each optional, for a change names only what changes. */
export const streamFields = {
  phase: v.optional(v.picklist(['upcoming', 'live', 'paused', 'interrupted', 'ended', 'replay'])),
  title: v.optional(words(200)),
  host: v.optional(v.object({ name: words(80), brand: v.optional(words(80)), avatar: v.optional(httpUrl) })),
  sources: v.optional(
    v.pipe(
      v.array(
        v.object({ url: httpUrl, orientation: v.picklist(['landscape', 'portrait']), label: v.optional(words(80)) }),
      ),
      v.maxLength(20),
    ),
  ),
  poster: v.optional(v.object({ landscape: v.optional(httpUrl), portrait: v.optional(httpUrl) })),
  trailer: v.optional(httpUrl),
  startsAt: v.optional(time),
  startedAt: v.optional(time),
  isPrerecorded: v.optional(v.boolean()),
  endsAt: v.optional(time),
  graceUntil: v.optional(time),
  encoderOffset: v.optional(span),
  latency: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000))),
};

/** A change of the stream: at least one field. */
export const streamChange = v.pipe(
  v.object(streamFields),
  v.check((change) => Object.keys(change).length > 0, 'Nothing of the stream is named.'),
);

/** A change of the chat's settings. */
export const chatChange = v.object({
  mode: v.optional(v.picklist(['open', 'members', 'read-only'])),
  slowMode: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_600_000))),
  maximumLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
});

/** The id of a room: what may stand in a URL and in a scope. */
export const roomId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'A room id has lower-case letters, digits and hyphens.'),
);

/** Drops what a check left undefined, as stored objects have a field or have it not. */
export function compact<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A stream with some fields replaced. */
export function changeStream(stream: StreamInfo, change: v.InferOutput<typeof streamChange>): StreamInfo {
  return compact({ ...stream, ...change } as StreamInfo);
}
