// SPDX-License-Identifier: MIT
// Where the first picture of a piece of fragmented MP4 (ISO/IEC 14496-12) is on its own clock. hls.js reckons the start
// of a fragment from whichever track begins first and from decoding times, which is up to a tenth of a second off with
// sound in the same file and reordered pictures; a pin that must match the frame needs the picture itself.

/** The video track as its initialisation segment describes it. */
export interface VideoTrack {
  readonly id: number;
  /** Units per second. */
  readonly timescale: number;
  /** Units per picture, unless a fragment says otherwise. */
  readonly duration: number;
}

type Visit = (type: string, start: number, end: number) => void;

const containers = new Set(['moov', 'trak', 'mdia', 'mvex', 'moof', 'traf']);

/** Visits boxes in order, containers before what they hold; `start` is behind the box's header. */
export function visitBoxes(view: DataView, visit: Visit, from = 0, to = view.byteLength): void {
  let at = from;
  while (at + 8 <= to) {
    let size = view.getUint32(at);
    const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(at + index)));
    let header = 8;
    if (size === 1 && at + 16 <= to) {
      size = view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12);
      header = 16;
    } else if (size === 0) size = to - at;
    if (size < header) return;
    const end = Math.min(at + size, to);
    visit(type, at + header, end);
    if (containers.has(type)) visitBoxes(view, visit, at + header, end);
    at += size;
  }
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const long = (view: DataView, at: number): number => view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4);

const handlers = new Map([
  [0x736f756e, 'audio'],
  [0x76696465, 'video'],
]);

/** The tracks of an initialisation segment: their kind is `audio`, `video` or nothing that is played. */
export function readTracks(init: Uint8Array): (VideoTrack & { readonly kind: string })[] {
  const view = viewOf(init);
  const durations = new Map<number, number>();
  const tracks: { id: number; timescale: number; kind: string }[] = [];
  let id = 0;
  let timescale = 0;
  visitBoxes(view, (type, start) => {
    const isLong = view.byteLength > start && view.getUint8(start) === 1;
    if (type === 'tkhd') id = view.getUint32(start + (isLong ? 20 : 12));
    else if (type === 'mdhd') timescale = view.getUint32(start + (isLong ? 20 : 12));
    else if (type === 'hdlr') tracks.push({ id, timescale, kind: handlers.get(view.getUint32(start + 8)) ?? '' });
    else if (type === 'trex') durations.set(view.getUint32(start + 4), view.getUint32(start + 12));
  });
  return tracks.map((track) => ({ ...track, duration: durations.get(track.id) ?? 0 }));
}

/** The video track of an initialisation segment; null when it has none. */
export function readVideoTrack(init: Uint8Array): VideoTrack | null {
  const found = readTracks(init).find(({ kind, timescale }) => kind === 'video' && timescale > 0);
  return found ? { id: found.id, timescale: found.timescale, duration: found.duration } : null;
}

/** How many pictures in decoding order are looked at for the one shown first; encoders reorder far fewer. */
const mostReordered = 32;

/** Seconds, on the clock of the media, at which the first picture of the piece is shown; null when it has none. */
export function firstPicture(media: Uint8Array, track: VideoTrack): number | null {
  const view = viewOf(media);
  let isVideo = false;
  let duration = track.duration;
  let decoded = 0;
  let first: number | null = null;
  visitBoxes(view, (type, start) => {
    if (first !== null) return;
    if (type === 'tfhd') {
      isVideo = view.getUint32(start + 4) === track.id;
      const flags = view.getUint32(start);
      const at = start + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
      duration = flags & 8 ? view.getUint32(at) : track.duration;
    } else if (type === 'tfdt' && isVideo) {
      decoded = view.getUint8(start) === 1 ? long(view, start + 4) : view.getUint32(start + 4);
    } else if (type === 'trun' && isVideo) {
      const flags = view.getUint32(start);
      const count = Math.min(view.getUint32(start + 4), mostReordered);
      let at = start + 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
      let time = decoded;
      for (let index = 0; index < count; index++) {
        const own = flags & 0x100 ? view.getUint32(at) : duration;
        at += [0x100, 0x200, 0x400].reduce((bytes, flag) => bytes + (flags & flag ? 4 : 0), 0);
        // Signed in version 1; encoders write version 0 with negative numbers too, none writes an offset of weeks.
        const offset = flags & 0x800 ? view.getInt32(at) : 0;
        at += flags & 0x800 ? 4 : 0;
        first = Math.min(first ?? Infinity, time + offset);
        time += own;
      }
    }
  });
  return first === null ? null : first / track.timescale;
}
