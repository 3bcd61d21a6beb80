// SPDX-License-Identifier: MIT
import type { OriginView } from './origin.js';
import { type Library, type Rendition, partBytes, segmentBytes } from './library.js';
import { firstInWindow, livePlaylist, masterPlaylist, recordedPlaylist, vodPlaylist } from './playlists.js';
import { type Reply, mediaReply, playlistReply, refusal } from './reply.js';
import { moveByLoops } from './retime.js';
import type { Target } from './target.js';
import {
  discontinuityOf,
  edgeAt,
  partsPerSegment,
  readyAt,
  segmentMilliseconds,
  segmentsPerLoop,
  slotOf,
} from './timeline.js';
import type { WaitEnd } from './waiting.js';

/** What the answers depend on. */
export interface LiveContext {
  readonly library: Library;
  readonly windowSeconds: number;
  readonly origin: OriginView;
  /** The clock of this request in epoch milliseconds; it stands still while a fault freezes it. */
  readonly now: () => number;
  /** Holds the request until an instant of that clock, at most `limit` milliseconds. */
  readonly wait: (until: number, limit: number) => Promise<WaitEnd>;
}

/** Longest time a playlist request is held, in milliseconds: three target durations. */
const longestBlock = 3 * segmentMilliseconds;
const whole = /^\d{1,12}$/;

/** Instant a blocking reload waits for, `undefined` without one, or a refusal. */
const blockedUntil = (query: URLSearchParams, now: number, base: number): number | undefined | Reply => {
  const msn = query.get('_HLS_msn');
  const part = query.get('_HLS_part');
  if (msn === null) return part === null ? undefined : refusal(400, '_HLS_part needs _HLS_msn.');
  if (!whole.test(msn) || (part !== null && !whole.test(part)))
    return refusal(400, '_HLS_msn and _HLS_part are whole numbers.');
  // A part beyond the last of its segment means the first of the next one.
  const beyond = part !== null && Number(part) >= partsPerSegment;
  const sequence = Number(msn) + base + (beyond ? 1 : 0);
  const edge = edgeAt(now);
  const last = edge.parts > 0 ? edge.sequence : edge.sequence - 1;
  if (sequence > last + 2)
    return refusal(400, `Segment ${sequence - base} is too far in the future; the last one is ${last - base}.`);
  return readyAt(sequence, part === null ? undefined : beyond ? 0 : Number(part));
};

/** The longest recording that is made, in milliseconds: six hours. */
const longestRecording = 6 * 3_600_000;

/** The span of the show that a recording is asked to have; absent: the loop once. */
const spanOf = (query: URLSearchParams, now: number): { from: number; to: number } | undefined | Reply => {
  if (!query.has('from') && !query.has('to')) return undefined;
  const [from = Number.NaN, to = Number.NaN] = ['from', 'to'].map((name) => Number(query.get(name) ?? Number.NaN));
  if (from >= 0 && to > from && to <= now && to - from <= longestRecording) return { from, to };
  return refusal(400, 'from and to are epoch milliseconds of the past, at most six hours apart.');
};

const playlist = async (
  context: LiveContext,
  target: Target,
  rendition: Rendition,
  query: URLSearchParams,
): Promise<Reply> => {
  if (target.mode === 'vod') {
    const span = spanOf(query, context.now());
    if (span === undefined) return playlistReply(vodPlaylist());
    return 'from' in span ? playlistReply(recordedPlaylist(span.from, span.to)) : span;
  }
  const { origin } = context;
  const lowLatency = target.mode !== 'plain' && origin.hasParts;
  if (lowLatency) {
    const until = blockedUntil(query, context.now(), origin.base);
    if (typeof until === 'object') return until;
    if (until !== undefined && (await context.wait(until, longestBlock)) !== 'reached')
      return refusal(503, 'The playlist did not advance in time.');
  }
  const siblings = (context.library.get(target.show) ?? []).filter((r) => r !== rendition).map((r) => r.name);
  return playlistReply(
    livePlaylist({
      rendition,
      siblings,
      now: context.now(),
      windowSeconds: context.windowSeconds,
      lowLatency,
      discontinuities: target.mode !== 'steady',
      origin,
      spliced: (show) => context.library.get(show)?.at(rendition.width > 0 ? 0 : -1),
    }),
  );
};

const missing = refusal(404, 'Not in the window.');

const piece = async (context: LiveContext, target: Target, rendition: Rendition): Promise<Reply> => {
  const { mode, sequence: own = -1, part } = target;
  if (mode === 'vod')
    return part === undefined && own < segmentsPerLoop ? mediaReply(segmentBytes(rendition, own)) : missing;
  const sequence = own + context.origin.base;
  // What has left the playlist stays for as long again as the playlist is, for those who still hold the old one.
  if (sequence < firstInWindow(context.now(), context.windowSeconds * 2)) return missing;
  const reply = (bytes: Buffer): Reply =>
    mediaReply(mode === 'steady' ? moveByLoops(bytes, discontinuityOf(sequence)) : bytes);
  if (part === undefined)
    return readyAt(sequence) <= context.now() ? reply(segmentBytes(rendition, slotOf(sequence))) : missing;
  if (mode === 'plain' || !context.origin.hasParts || part >= partsPerSegment) return missing;
  const edge = edgeAt(context.now());
  if (sequence > edge.sequence || (sequence === edge.sequence && part > edge.parts)) return missing;
  const end = await context.wait(readyAt(sequence, part), longestBlock);
  return end === 'reached'
    ? reply(partBytes(rendition, slotOf(sequence), part))
    : refusal(503, 'The part was not completed in time.');
};

/** Answers a stream request as if nothing were wrong. */
export const answer = async (context: LiveContext, target: Target, query: URLSearchParams): Promise<Reply> => {
  const renditions = context.library.get(target.show);
  if (renditions === undefined) return refusal(404, 'No such show.');
  if (target.kind === 'master') {
    const span = target.mode === 'vod' ? spanOf(query, context.now()) : undefined;
    if (span && !('from' in span)) return span;
    return playlistReply(masterPlaylist(renditions, span && `?from=${span.from}&to=${span.to}`));
  }
  const rendition = renditions.find((r) => r.name === target.rendition);
  if (rendition === undefined) return refusal(404, 'No such rendition.');
  if (target.kind === 'init') return mediaReply(rendition.init);
  return target.kind === 'playlist' ? playlist(context, target, rendition, query) : piece(context, target, rendition);
};
