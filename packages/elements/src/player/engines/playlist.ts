// SPDX-License-Identifier: MIT
// Just enough of RFC 8216 to know what a player will ask for first; hls.js reads the lists in full.
import type { ProgramTime } from '@vitrine/core';

export interface Variant {
  readonly url: string;
  /** Bits per second at the peak. */
  readonly bandwidth: number;
  readonly width: number;
  readonly height: number;
  readonly codecs: string;
}

export interface Multivariant {
  readonly variants: readonly Variant[];
  /** Subtitles, separate audio, closed captions, keys, steering or backups: more than the light build of hls.js can do. */
  readonly needsAll: boolean;
}

export interface Chunk {
  readonly url: string;
  readonly duration: number;
  readonly isIndependent: boolean;
}

export interface MediaList {
  readonly isLive: boolean;
  /** Seconds to stay behind the end of the list, as the server asks; 0 when it does not. */
  readonly holdBack: number;
  readonly partHoldBack: number;
  readonly targetDuration: number;
  /** Segments in order, each with the parts it is made of; the last may have no URL yet. */
  readonly segments: readonly {
    readonly chunk: Chunk | null;
    readonly parts: readonly Chunk[];
    /** Program date-time of its beginning; not a number where none is told. */
    readonly date: ProgramTime;
    /** What its media begin with; null where they need nothing. */
    readonly init: string | null;
  }[];
}

/** What to load first from a list. */
export interface Opening {
  /** In order, all with the same initialisation. */
  readonly urls: readonly string[];
  readonly init: string | null;
  /** Where the first of them begins, in seconds of the list. */
  readonly at: number;
  /** Its program date-time; not a number where none is told. */
  readonly date: ProgramTime;
}

const attribute = (line: string, name: string): string =>
  new RegExp(`[:,]${name}=("[^"]*"|[^,]*)`).exec(line)?.[1]?.replaceAll('"', '') ?? '';

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

/** The multivariant list, or null when the text is a media list (or nothing we know). */
export function readMultivariant(text: string, base: string): Multivariant | null {
  const variants: Variant[] = [];
  let needsAll = false;
  let info = '';
  for (const line of lines(text)) {
    if (line.startsWith('#EXT-X-STREAM-INF')) {
      info = line;
      // (A variant that comes twice is a backup, which only the full build knows.)
      needsAll ||= line.includes('PATHWAY-ID=') || text.split(line).length > 2;
    } else if (/^#EXT-X-(?:SESSION-KEY|CONTENT-STEERING)/.test(line)) needsAll = true;
    // Audio without a URI is inside the variants.
    else if (line.startsWith('#EXT-X-MEDIA:'))
      needsAll ||= attribute(line, 'TYPE') !== 'AUDIO' || line.includes('URI=');
    else if (!line.startsWith('#') && info) {
      const [width = 0, height = 0] = attribute(info, 'RESOLUTION').split('x').map(Number);
      const bandwidth = Number(attribute(info, 'BANDWIDTH'));
      variants.push({ url: new URL(line, base).href, bandwidth, width, height, codecs: attribute(info, 'CODECS') });
      info = '';
    }
  }
  return variants.length > 0 ? { variants, needsAll } : null;
}

/** The media list, or null where it holds what only hls.js understands (byte ranges, variables, keys), or says itself where to begin. */
export function readMediaList(text: string, base: string): MediaList | null {
  if (!text.includes('#EXTINF') || /#EXT-X-(?:BYTERANGE|DEFINE|START:|KEY:METHOD=(?!NONE))|BYTERANGE=/.test(text))
    return null;
  const url = (relative: string): string => new URL(relative, base).href;
  const segments: { chunk: Chunk | null; parts: Chunk[]; date: ProgramTime; init: string | null }[] = [];
  let parts: Chunk[] = [];
  let duration = 0;
  let date = NaN;
  let init: string | null = null;
  let control = '';
  let targetDuration = 0;
  for (const line of lines(text)) {
    const [, tag = '', value = ''] = /^#(EXT[^:]*):?(.*)/.exec(line) ?? [];
    if (tag === 'EXTINF') duration = Number.parseFloat(value);
    else if (tag === 'EXT-X-PROGRAM-DATE-TIME') date = Date.parse(value);
    else if (tag === 'EXT-X-MAP') init = url(attribute(line, 'URI'));
    else if (tag === 'EXT-X-SERVER-CONTROL') control = line;
    else if (tag === 'EXT-X-TARGETDURATION') targetDuration = Number(value);
    else if (tag === 'EXT-X-PART') {
      const isIndependent = attribute(line, 'INDEPENDENT') === 'YES';
      parts.push({ url: url(attribute(line, 'URI')), duration: Number(attribute(line, 'DURATION')), isIndependent });
    } else if (!line.startsWith('#')) {
      segments.push({ chunk: { url: url(line), duration, isIndependent: true }, parts, date, init });
      parts = [];
      date += duration * 1000;
    }
  }
  if (parts.length > 0) segments.push({ chunk: null, parts, date, init });
  return {
    isLive: !text.includes('#EXT-X-ENDLIST'),
    holdBack: Number(attribute(control, 'HOLD-BACK')),
    partHoldBack: Number(attribute(control, 'PART-HOLD-BACK')),
    targetDuration,
    segments,
  };
}

const sum = (list: readonly Chunk[]): number => list.reduce((seconds, { duration }) => seconds + duration, 0);

/** Seconds of media in a list, or in the first of its segments. */
export const lengthOf = ({ segments }: MediaList, count = segments.length): number =>
  segments.slice(0, count).reduce((seconds, { chunk, parts }) => seconds + (chunk?.duration ?? sum(parts)), 0);

/**
 * What hls.js will load first from a list: the segment at the live position (with low latency its independent part there
 * and the parts after it), or the first segment where the list is shorter. Null where there is none.
 * @param behind seconds before the end of the list
 */
export function openingOf(list: MediaList, lowLatency: boolean, behind: number): Opening | null {
  const { segments } = list;
  const usesParts = lowLatency && list.partHoldBack > 0;
  let before = 0;
  for (let index = segments.length - 1; index >= 0; index--) {
    const { chunk, parts, date, init } = segments[index] as MediaList['segments'][number];
    if (!chunk && !usesParts) continue;
    before += chunk?.duration ?? sum(parts);
    if (before < behind && index > 0) continue;
    const at = lengthOf(list, index);
    if (!usesParts || parts.length === 0) return chunk && { urls: [chunk.url], init, at, date };
    const into = before - behind;
    let start = 0;
    let from = 0;
    parts.forEach(({ duration, isIndependent }, place) => {
      if (isIndependent && start <= into) from = place;
      start += duration;
    });
    const earlier = sum(parts.slice(0, from));
    const later = segments.slice(index + 1).flatMap((one) => (one.init === init ? one.parts : []));
    const urls = [...parts.slice(from), ...later].map((part) => part.url);
    return { urls, init, at: at + earlier, date: date + earlier * 1000 };
  }
  return null;
}
