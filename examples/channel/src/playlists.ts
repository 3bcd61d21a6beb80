// SPDX-License-Identifier: MIT
import { type Rendition, partAt } from './library.js';
import { calm, nameOf, type OriginView } from './origin.js';
import {
  edgeAt,
  loopMilliseconds,
  partTarget,
  partsPerSegment,
  segmentMilliseconds,
  segmentsPerLoop,
  slotOf,
  startOf,
  anchor,
} from './timeline.js';

/** Segments whose parts a low-latency playlist still lists: three target durations, as RFC 8216bis asks. */
const segmentsWithParts = 3;
const seconds = (value: number): string => value.toFixed(5);
const dateTime = (milliseconds: number): string => `#EXT-X-PROGRAM-DATE-TIME:${new Date(milliseconds).toISOString()}`;
const segmentLine = `#EXTINF:${seconds(segmentMilliseconds / 1000)},`;

/**
 * The master playlist of one show.
 * @param query what is asked of the playlists it names, with its question mark
 */
export const masterPlaylist = (renditions: readonly Rendition[], query = ''): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...renditions.flatMap((r) => [
      `#EXT-X-STREAM-INF:BANDWIDTH=${r.bandwidth},AVERAGE-BANDWIDTH=${r.averageBandwidth},CODECS="${r.codecs}"${r.width > 0 ? `,RESOLUTION=${r.width}x${r.height},FRAME-RATE=${r.frameRate.toFixed(3)}` : ''}`,
      `${r.name}/index.m3u8${query}`,
    ]),
    '',
  ].join('\n');

/** What a live playlist is made from. */
export interface LiveOptions {
  readonly rendition: Rendition;
  /** Names of the other renditions of the show, for the rendition reports. */
  readonly siblings: readonly string[];
  /** Epoch milliseconds; complete parts up to this instant are listed. */
  readonly now: number;
  /** Length of the window in seconds. */
  readonly windowSeconds: number;
  readonly lowLatency: boolean;
  /** Mark the start of each loop, because media times start anew there. */
  readonly discontinuities: boolean;
  readonly origin?: OriginView;
  /** The rendition that stands for a show which is spliced in. */
  readonly spliced?: (show: string) => Rendition | undefined;
}

/** Media sequence number of the oldest segment in the window. */
export const firstInWindow = (now: number, windowSeconds: number): number =>
  edgeAt(now).sequence - Math.max(segmentsWithParts, Math.floor((windowSeconds * 1000) / segmentMilliseconds));

/** A live media playlist at one instant. */
export const livePlaylist = (options: LiveOptions): string => {
  const { rendition, siblings, now, windowSeconds, discontinuities, origin = calm, spliced } = options;
  const lowLatency = options.lowLatency && origin.hasParts;
  const edge = edgeAt(now);
  const first = Math.max(origin.base, firstInWindow(now, windowSeconds));
  const own = (sequence: number): number => sequence - origin.base;
  /** Where the media of a segment lies, as seen from the playlist. */
  const mediaOf = (sequence: number): { media: Rendition; folder: string } => {
    const show = origin.spliceOf(sequence);
    const media = show === undefined ? undefined : spliced?.(show);
    return media ? { media, folder: `../../${media.show}/${media.name}/` } : { media: rendition, folder: '' };
  };
  const partLines = (sequence: number, count: number): string[] => {
    const { media, folder } = mediaOf(sequence);
    return Array.from({ length: count }, (_, part) => {
      const { duration, independent } = partAt(media, slotOf(sequence), part);
      return `#EXT-X-PART:DURATION=${seconds(duration)},URI="${folder}${nameOf(origin, sequence, part)}"${independent ? ',INDEPENDENT=YES' : ''}`;
    });
  };
  const mapLine = (sequence: number): string => `#EXT-X-MAP:URI="${mediaOf(sequence).folder}init.mp4"`;
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    `#EXT-X-TARGETDURATION:${segmentMilliseconds / 1000}`,
    ...(lowLatency
      ? [
          '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.600,HOLD-BACK=6.000',
          `#EXT-X-PART-INF:PART-TARGET=${partTarget.toFixed(3)}`,
        ]
      : []),
    `#EXT-X-MEDIA-SEQUENCE:${own(first)}`,
  ];
  // A segment after a break carries the tag itself, so it counts only once it has left the list.
  const gone = origin.breaksUntil(first - 1, discontinuities);
  if (discontinuities || gone > 0) lines.push(`#EXT-X-DISCONTINUITY-SEQUENCE:${gone}`);
  lines.push('#EXT-X-INDEPENDENT-SEGMENTS', mapLine(first));
  /** What stands before a segment, its own date aside. */
  const breakLines = (sequence: number): string[] =>
    origin.isBreak(sequence, discontinuities)
      ? [
          '#EXT-X-DISCONTINUITY',
          ...(mapLine(sequence) === mapLine(sequence - 1) || sequence === first ? [] : [mapLine(sequence)]),
        ]
      : [];
  const open = lowLatency && edge.parts > 0 ? 1 : 0;
  for (let sequence = first; sequence < edge.sequence + open; sequence++) {
    lines.push(...breakLines(sequence), dateTime(startOf(sequence) + origin.clockOf(sequence)));
    const complete = sequence < edge.sequence;
    if (lowLatency && edge.sequence - sequence <= segmentsWithParts)
      lines.push(...partLines(sequence, complete ? partsPerSegment : edge.parts));
    if (complete) lines.push(segmentLine, `${mediaOf(sequence).folder}${nameOf(origin, sequence)}`);
  }
  if (lowLatency) {
    if (edge.parts === 0) lines.push(...breakLines(edge.sequence));
    const hint = `${mediaOf(edge.sequence).folder}${nameOf(origin, edge.sequence, edge.parts)}`;
    lines.push(`#EXT-X-PRELOAD-HINT:TYPE=PART,URI="${hint}"`);
    const report =
      edge.parts > 0
        ? { sequence: edge.sequence, part: edge.parts - 1 }
        : { sequence: edge.sequence - 1, part: partsPerSegment - 1 };
    for (const name of siblings)
      lines.push(
        `#EXT-X-RENDITION-REPORT:URI="../${name}/index.m3u8",LAST-MSN=${own(report.sequence)},LAST-PART=${report.part}`,
      );
  }
  lines.push('');
  return lines.join('\n');
};

/** A finished recording of some segments. */
const recording = (segments: readonly string[]): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:9',
    `#EXT-X-TARGETDURATION:${segmentMilliseconds / 1000}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
    ...segments,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n');

/** The whole loop once. Its dates are those of the first loop, so frames map alike. */
export const vodPlaylist = (): string =>
  recording([
    dateTime(anchor),
    ...Array.from({ length: segmentsPerLoop }, (_, slot) => [segmentLine, `${slot}.m4s`]).flat(),
  ]);

/**
 * What the channel showed from one instant to another, with the dates it was shown at.
 * @param from epoch milliseconds; the segment that was shown then is the first
 * @param to epoch milliseconds; what was shown just before is in the last
 */
export const recordedPlaylist = (from: number, to: number): string => {
  const first = edgeAt(from).sequence;
  const count = edgeAt(to - 1).sequence + 1 - first;
  return recording(
    Array.from({ length: count }, (_, place) => {
      const sequence = first + place;
      const isAnew = place > 0 && slotOf(sequence) === 0;
      const file = `${slotOf(sequence)}.m4s`;
      return [...(isAnew ? ['#EXT-X-DISCONTINUITY'] : []), dateTime(startOf(sequence)), segmentLine, file];
    }).flat(),
  );
};

/** Length of the recording in seconds. */
export const vodSeconds = loopMilliseconds / 1000;
