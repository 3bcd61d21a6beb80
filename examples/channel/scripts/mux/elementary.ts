// SPDX-License-Identifier: MIT
// Splits what ffmpeg writes (raw H.264 with delimiters, raw AAC with ADTS headers) into samples.

/** One coded picture, as length-prefixed NAL units. */
export interface VideoSample {
  readonly data: Buffer;
  readonly key: boolean;
  /** By how many pictures it is shown later than it is decoded (earlier where negative); 0 where nothing is said. */
  readonly delay?: number;
}
/** A video stream without its parameter sets, which belong into the initialisation segment. */
export interface VideoStream {
  readonly sps: Buffer;
  readonly pps: Buffer;
  readonly samples: readonly VideoSample[];
}

const nalUnits = function* (stream: Buffer): Generator<Buffer> {
  const mark = Buffer.from([0, 0, 1]);
  let start = stream.indexOf(mark);
  while (start >= 0) {
    const next = stream.indexOf(mark, start + 3);
    let end = next < 0 ? stream.length : next;
    // The fourth byte of a long start code belongs to neither unit.
    while (next >= 0 && end > start + 3 && stream[end - 1] === 0) end--;
    yield stream.subarray(start + 3, end);
    start = next;
  }
};

/** Reads an Annex B stream written with access unit delimiters. */
export const readAnnexB = (stream: Buffer): VideoStream => {
  let sps: Buffer | undefined;
  let pps: Buffer | undefined;
  const samples: VideoSample[] = [];
  let units: Buffer[] = [];
  let key = false;
  const flush = (): void => {
    if (units.length > 0) samples.push({ data: Buffer.concat(units), key });
    units = [];
    key = false;
  };
  for (const unit of nalUnits(stream)) {
    const type = (unit[0] ?? 0) & 31;
    if (type === 9) flush();
    else if (type === 7) sps = unit;
    else if (type === 8) pps = unit;
    else if (type === 1 || type === 5) {
      const size = Buffer.alloc(4);
      size.writeUInt32BE(unit.length);
      units.push(size, unit);
      key ||= type === 5;
    }
  }
  flush();
  if (sps === undefined || pps === undefined) throw new Error('The video stream has no parameter sets');
  return { sps, pps, samples };
};

/** AAC frames without their headers, and the two bytes that configure a decoder. */
export interface AudioStream {
  readonly config: Buffer;
  readonly frames: readonly Buffer[];
}

/** Reads an ADTS stream. */
export const readAdts = (stream: Buffer): AudioStream => {
  const frames: Buffer[] = [];
  let config: Buffer | undefined;
  for (let at = 0; at + 7 <= stream.length;) {
    const b = (i: number): number => stream[at + i] ?? 0;
    if (b(0) !== 0xff || (b(1) & 0xf6) !== 0xf0) throw new Error(`No ADTS header at byte ${at}`);
    const header = (b(1) & 1) === 1 ? 7 : 9;
    const size = ((b(3) & 3) << 11) | (b(4) << 3) | (b(5) >> 5);
    const profile = b(2) >> 6;
    const rate = (b(2) >> 2) & 15;
    const channels = ((b(2) & 1) << 2) | (b(3) >> 6);
    config ??= Buffer.from([((profile + 1) << 3) | (rate >> 1), ((rate & 1) << 7) | (channels << 3)]);
    frames.push(stream.subarray(at + header, at + size));
    at += size;
  }
  if (config === undefined) throw new Error('The audio stream is empty');
  return { config, frames };
};
