// SPDX-License-Identifier: MIT
// Just enough of RFC 8216 to know what a player will ask for first; hls.js reads the lists in full.

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
  /** Subtitles, separate audio, closed captions or keys: more than the light build of hls.js can do. */
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
  readonly init: string | null;
  /** Segments in order, each with the parts it is made of; the last may have no URL yet. */
  readonly segments: readonly { readonly chunk: Chunk | null; readonly parts: readonly Chunk[] }[];
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
    if (line.startsWith('#EXT-X-STREAM-INF')) info = line;
    else if (line.startsWith('#EXT-X-SESSION-KEY')) needsAll = true;
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
  const segments: { chunk: Chunk | null; parts: Chunk[] }[] = [];
  let parts: Chunk[] = [];
  let duration = 0;
  let init: string | null = null;
  let control = '';
  let targetDuration = 0;
  for (const line of lines(text)) {
    const [, tag = '', value = ''] = /^#(EXT[^:]*):?(.*)/.exec(line) ?? [];
    if (tag === 'EXTINF') duration = Number.parseFloat(value);
    else if (tag === 'EXT-X-MAP') init = url(attribute(line, 'URI'));
    else if (tag === 'EXT-X-SERVER-CONTROL') control = line;
    else if (tag === 'EXT-X-TARGETDURATION') targetDuration = Number(value);
    else if (tag === 'EXT-X-PART') {
      const isIndependent = attribute(line, 'INDEPENDENT') === 'YES';
      parts.push({ url: url(attribute(line, 'URI')), duration: Number(attribute(line, 'DURATION')), isIndependent });
    } else if (!line.startsWith('#')) {
      segments.push({ chunk: { url: url(line), duration, isIndependent: true }, parts });
      parts = [];
    }
  }
  if (parts.length > 0) segments.push({ chunk: null, parts });
  return {
    isLive: !text.includes('#EXT-X-ENDLIST'),
    holdBack: Number(attribute(control, 'HOLD-BACK')),
    partHoldBack: Number(attribute(control, 'PART-HOLD-BACK')),
    targetDuration,
    init,
    segments,
  };
}

const sum = (list: readonly Chunk[]): number => list.reduce((seconds, { duration }) => seconds + duration, 0);

/** Seconds of media in a list. */
export const lengthOf = ({ segments }: MediaList): number =>
  segments.reduce((seconds, { chunk, parts }) => seconds + (chunk?.duration ?? sum(parts)), 0);

/**
 * What hls.js will load first from a list, in order: the segment at the live position (with low latency its
 * independent part there and the parts after it), or the first segment of a recording.
 */
export function firstChunks(list: MediaList, lowLatency: boolean, behind: number): string[] {
  const { segments, isLive } = list;
  if (!isLive) return segments.slice(0, 1).flatMap(({ chunk }) => chunk?.url ?? []);
  const usesParts = lowLatency && list.partHoldBack > 0;
  let before = 0;
  for (const segment of [...segments].reverse()) {
    const { chunk, parts } = segment;
    if (!chunk && !usesParts) continue;
    before += chunk?.duration ?? sum(parts);
    if (before < behind && segment !== segments[0]) continue;
    if (!usesParts || parts.length === 0) return chunk ? [chunk.url] : [];
    const into = before - behind;
    let start = 0;
    let from = 0;
    parts.forEach(({ duration, isIndependent }, index) => {
      if (isIndependent && start <= into) from = index;
      start += duration;
    });
    const later = segments.slice(segments.indexOf(segment) + 1).flatMap((one) => one.parts);
    return [...parts.slice(from), ...later].map((part) => part.url);
  }
  return [];
}
