// SPDX-License-Identifier: MIT
// The boxes of an ISO base media file, as far as a fragmented stream of one picture and one sound needs them.

/** Ticks per second of the two tracks. */
export const videoTimescale = 25_000;
export const audioTimescale = 48_000;

export const u8 = (...values: number[]): Buffer => Buffer.from(values);
export const u16 = (value: number): Buffer => u8((value >> 8) & 255, value & 255);
export const u32 = (value: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(value >>> 0);
  return b;
};
export const u64 = (value: number): Buffer => {
  const b = Buffer.alloc(8);
  b.writeBigUInt64BE(BigInt(value));
  return b;
};
const zeros = (count: number): Buffer => Buffer.alloc(count);

/** A box of four letters and its content. */
export const box = (type: string, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};
/** A box with version and flags. */
export const fullBox = (type: string, version: number, flags: number, ...content: Buffer[]): Buffer =>
  box(type, u32((version << 24) | flags), ...content);

const matrix = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));

const track = (
  id: number,
  timescale: number,
  handler: string,
  size: { width: number; height: number },
  media: Buffer,
  entry: Buffer,
): Buffer =>
  box(
    'trak',
    fullBox(
      'tkhd',
      0,
      3,
      u32(0),
      u32(0),
      u32(id),
      u32(0),
      u32(0),
      zeros(8),
      u16(0),
      u16(0),
      u16(handler === 'soun' ? 0x100 : 0),
      u16(0),
      matrix,
      u32(size.width << 16),
      u32(size.height << 16),
    ),
    box(
      'mdia',
      fullBox('mdhd', 0, 0, u32(0), u32(0), u32(timescale), u32(0), u16(0x55c4), u16(0)),
      fullBox('hdlr', 0, 0, u32(0), Buffer.from(handler, 'latin1'), zeros(12), Buffer.from('Vitrine\0', 'latin1')),
      box(
        'minf',
        media,
        box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1))),
        box(
          'stbl',
          fullBox('stsd', 0, 0, u32(1), entry),
          fullBox('stts', 0, 0, u32(0)),
          fullBox('stsc', 0, 0, u32(0)),
          fullBox('stsz', 0, 0, u32(0), u32(0)),
          fullBox('stco', 0, 0, u32(0)),
        ),
      ),
    ),
  );

const avc1 = (width: number, height: number, sps: Buffer, pps: Buffer): Buffer =>
  box(
    'avc1',
    zeros(6),
    u16(1),
    zeros(16),
    u16(width),
    u16(height),
    u32(0x480000),
    u32(0x480000),
    u32(0),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
    box(
      'avcC',
      u8(1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1),
      u16(sps.length),
      sps,
      u8(1),
      u16(pps.length),
      pps,
      // The high profile carries its chroma format and bit depths: 4:2:0, 8 bits.
      sps[1] === 100 ? u8(0xfd, 0xf8, 0xf8, 0) : zeros(0),
    ),
    box('colr', Buffer.from('nclx', 'latin1'), u16(1), u16(1), u16(1), u8(0)),
    box('pasp', u32(1), u32(1)),
  );

const mp4a = (config: Buffer, bitrate: number): Buffer => {
  const channels = ((config[1] ?? 0) >> 3) & 15;
  const specific = Buffer.concat([u8(5, config.length), config]);
  const decoder = Buffer.concat([
    u8(4, 13 + specific.length, 0x40, 0x15, 0, 0, 0),
    u32(bitrate),
    u32(bitrate),
    specific,
  ]);
  const es = Buffer.concat([u8(3, 3 + decoder.length + 3, 0, 2, 0), decoder, u8(6, 1, 2)]);
  return box(
    'mp4a',
    zeros(6),
    u16(1),
    zeros(8),
    u16(channels),
    u16(16),
    u32(0),
    u32(audioTimescale << 16),
    fullBox('esds', 0, 0, es),
  );
};

/** What the initialisation segment has to say. */
export interface InitOptions {
  readonly width: number;
  readonly height: number;
  readonly sps: Buffer;
  readonly pps: Buffer;
  readonly audioConfig: Buffer;
  readonly audioBitrate: number;
}

/** The initialisation segment. It has no edit list: the first sample of both tracks is shown at zero. */
export const initSegment = (o: InitOptions): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('iso6', 'latin1'), u32(0), Buffer.from('iso6mp41', 'latin1')),
    box(
      'moov',
      fullBox(
        'mvhd',
        0,
        0,
        u32(0),
        u32(0),
        u32(1000),
        u32(0),
        u32(0x10000),
        u16(0x100),
        zeros(10),
        matrix,
        zeros(24),
        u32(3),
      ),
      track(1, videoTimescale, 'vide', o, fullBox('vmhd', 0, 1, zeros(8)), avc1(o.width, o.height, o.sps, o.pps)),
      track(
        2,
        audioTimescale,
        'soun',
        { width: 0, height: 0 },
        fullBox('smhd', 0, 0, zeros(4)),
        mp4a(o.audioConfig, o.audioBitrate),
      ),
      box(
        'mvex',
        fullBox('trex', 0, 0, u32(1), u32(1), u32(0), u32(0), u32(0)),
        fullBox('trex', 0, 0, u32(2), u32(1), u32(0), u32(0), u32(0)),
      ),
    ),
  ]);
