// SPDX-License-Identifier: MIT
// The first picture needs no engine: its media is at hand before hls.js is, which takes as long to come and to be read as
// all the media of it. So it is appended here, just as hls.js would, and hls.js goes on in the same buffer.
import type { SourceBufferTrack } from 'hls.js';
import type { EarlySource } from './early-source.js';
import type { EngineOptions } from './engine.js';
import { firstPicture, long, readTracks, viewOf, visitBoxes } from './first-picture.js';
import type { Prefetch } from './prefetch.js';

// (It comes with what needs it first.)
export { streamed } from './streamed.js';

/** Seconds by which media may begin behind where it should. */
const tolerance = 0.2;
/** Media further from what came before it, in seconds, belongs to another stretch of the show. */
const stretch = 3;

type Options = Pick<EngineOptions, 'video' | 'signal'>;

/** How long hls.js waits for the first media, in ms: on a slow line it would have come by then. */
const patience = 1500;

/** Seconds, on the clock of the media, at which the first of its tracks begins; not finite where none is told. */
function beginningOf(media: Uint8Array, scales: ReadonlyMap<number, number>): number {
  const view = viewOf(media);
  let scale = NaN;
  let first = Infinity;
  visitBoxes(view, (type, start) => {
    if (type === 'tfhd') scale = scales.get(view.getUint32(start + 4)) ?? NaN;
    else if (type === 'tfdt') {
      const time = (view.getUint8(start) === 1 ? long(view, start + 4) : view.getUint32(start + 4)) / scale;
      if (time < first) first = time;
    }
  });
  return first;
}

const isSound = (codec: string): boolean => /^(mp4a|[ae]c-|opus|flac)/i.test(codec);

/** hls.js names the codec of the sound first. */
const inOrder = (codecs: string): string => {
  const all = codecs.split(',').map((codec) => codec.trim());
  return [...all.filter(isSound), ...all.filter((codec) => !isSound(codec))].join(',');
};

/**
 * Shows the beginning of a stream until hls.js takes the source. Where anything is out of the ordinary it leaves things
 * as they are, and where the browser takes offence hls.js gets a source of its own.
 * @returns resolves when the first media is in, or will not be, or takes long: when the line is free for hls.js
 */
export function takeHeadStart(source: EarlySource, prefetch: Prefetch, options: Options): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    headStart(source, prefetch, options, resolve).then(resolve, () => resolve());
  });
}

async function headStart(
  source: EarlySource,
  prefetch: Prefetch,
  { video, signal }: Options,
  begun: () => void,
): Promise<void> {
  if ((await prefetch.multivariant)?.needsAll) return;
  const opening = await prefetch.opening;
  if (!opening) return;
  const { codecs, start, at, date } = opening;
  const init = (await prefetch.peek(opening.init)?.reply)?.body;
  const { media } = source;
  if (!media || !(init instanceof ArrayBuffer)) return;
  const tracks = readTracks(new Uint8Array(init));
  // What hls.js calls a buffer for all of them.
  const name = [...new Set(tracks.map(({ kind }) => kind))].sort().join('');
  const scales = new Map(tracks.map(({ id, timescale }) => [id, timescale]));
  const track = tracks.find(({ kind }) => kind === 'video');
  const container = name === 'audio' ? 'audio/mp4' : 'video/mp4';
  const type = `${container};codecs="${codecs}"`;
  if (!/^(audio)?(video)?$/.test(name) || !name || !MediaSource.isTypeSupported(type)) return;
  const { mediaSource } = media;
  if (mediaSource.readyState !== 'open')
    await new Promise((resolve) => mediaSource.addEventListener('sourceopen', resolve, { once: true }));
  const isOurs = (): boolean => source.media === media;
  if (!isOurs()) return;

  const buffer = mediaSource.addSourceBuffer(type);
  const held: Partial<SourceBufferTrack> = { id: 'main', container, codec: inOrder(codecs), buffer, listeners: [] };
  Object.assign(media, { tracks: { [name]: held } });
  for (const one of [buffer, video]) one.addEventListener('error', () => isOurs() && source.close(), { signal });
  const append = (data: ArrayBuffer): Promise<boolean> =>
    new Promise((resolve) => {
      if (!isOurs()) return resolve(false);
      // (Of a source that was closed the end of an update is not told everywhere.)
      for (const end of ['updateend', 'error']) buffer.addEventListener(end, () => resolve(isOurs()), { once: true });
      buffer.appendBuffer(data);
    });
  let last = NaN;
  const add = async (piece: ArrayBuffer): Promise<boolean> => {
    const bytes = new Uint8Array(piece);
    const begins = beginningOf(bytes, scales);
    if (!Number.isFinite(begins) || begins < last || begins > last + stretch || !isOurs()) return false;
    if (Number.isNaN(last)) {
      buffer.timestampOffset = at - begins;
      const shown = track && firstPicture(bytes, track);
      if (shown != null && Number.isFinite(date)) source.began = date - (shown + at - begins) * 1000;
    }
    last = begins;
    if (!(await append(piece))) return false;
    prefetch.isShown = true;
    begun();
    const { buffered } = buffer;
    const reached = buffered.length > 0 ? buffered.end(buffered.length - 1) : 0;
    if (start - video.currentTime > tolerance && reached > start + tolerance && !video.seeking)
      video.currentTime = start;
    return true;
  };
  // (Also where the browser throws: then the rest is hls.js's.)
  let goesOn = append(init).catch(() => false);
  const next = (piece: ArrayBuffer): void =>
    void (goesOn = goesOn.then((isWell) => isWell && add(piece)).catch(() => false));
  for (const url of opening.urls) {
    const fetched = prefetch.peek(url);
    fetched?.pieces?.follow(next);
    const body = (await fetched?.reply)?.body;
    if (!(body instanceof ArrayBuffer)) return;
    if (!fetched?.pieces) next(body);
    if (!(await goesOn)) return;
  }
}
