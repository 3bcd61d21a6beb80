// SPDX-License-Identifier: MIT
// The sound of a rendition by itself. It is taken out of the media that is there, so it costs the media set nothing.
import type { MediaPart, Rendition } from './library.js';
import { segmentMilliseconds, partsPerSegment } from './timeline.js';

interface Box {
  readonly type: string;
  readonly whole: Buffer;
  readonly body: Buffer;
}

const boxesIn = (bytes: Buffer): Box[] => {
  const found: Box[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const whole = bytes.subarray(at, at + bytes.readUInt32BE(at));
    found.push({ type: whole.toString('latin1', 4, 8), whole, body: whole.subarray(8) });
  }
  return found;
};

const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.reduce((size, { length }) => size + length, 8));
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
};

/** Of two boxes of a type, picture and sound, the second stays. */
const withoutPicture = (boxes: readonly Box[], type: string): Buffer[] => {
  const picture = boxes.find((one) => one.type === type);
  return boxes.filter((one) => one !== picture).map(({ whole }) => whole);
};

const initOf = (init: Buffer): Buffer =>
  Buffer.concat(
    boxesIn(init).map(({ type, whole, body }) => {
      if (type !== 'moov') return whole;
      const rest = withoutPicture(boxesIn(body), 'trak').map((one) =>
        one.toString('latin1', 4, 8) === 'mvex'
          ? box('mvex', ...withoutPicture(boxesIn(one.subarray(8)), 'trex'))
          : one,
      );
      return box('moov', ...rest);
    }),
  );

/** One `moof` with its `mdat`, in which the pictures come first. */
const partOf = (part: Buffer): Buffer => {
  const [moof, mdat] = boxesIn(part);
  if (moof === undefined || mdat === undefined) throw new Error('A part is a moof and an mdat.');
  const kept = box('moof', ...withoutPicture(boxesIn(moof.body), 'traf'));
  // After the name of the run come version and flags, the number of samples, and where they lie from the fragment's start.
  const place = kept.indexOf('trun', 0, 'latin1') + 12;
  const sound = part.subarray(kept.readInt32BE(place), moof.whole.length + mdat.whole.length);
  kept.writeInt32BE(kept.length + 8, place);
  return Buffer.concat([kept, box('mdat', sound)]);
};

/** The sound of a rendition as a rendition of its own, without width and height. */
export const soundOf = (rendition: Rendition): Rendition => {
  const pieces = rendition.parts.map(({ offset, size }) => partOf(rendition.media.subarray(offset, offset + size)));
  let offset = 0;
  const parts = pieces.map(({ length: size }, index): MediaPart => {
    const { duration = 0 } = rendition.parts[index] ?? {};
    const part = { offset, size, duration, independent: true };
    offset += size;
    return part;
  });
  const rates = Array.from({ length: parts.length / partsPerSegment }, (_, segment) => {
    const own = parts.slice(segment * partsPerSegment, (segment + 1) * partsPerSegment);
    return (own.reduce((sum, { size }) => sum + size, 0) * 8000) / segmentMilliseconds;
  });
  return {
    ...rendition,
    name: 'sound',
    width: 0,
    height: 0,
    codecs: rendition.codecs.split(',').at(-1) ?? '',
    bandwidth: Math.ceil(Math.max(...rates)),
    averageBandwidth: Math.ceil(rates.reduce((sum, rate) => sum + rate, 0) / rates.length),
    init: initOf(rendition.init),
    media: Buffer.concat(pieces),
    parts,
  };
};
