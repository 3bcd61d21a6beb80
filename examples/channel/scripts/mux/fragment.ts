// SPDX-License-Identifier: MIT
import type { VideoSample } from './elementary.js';
import { audioTimescale, box, fullBox, u32, u64, videoTimescale } from './boxes.js';

/** Duration of one picture and one AAC frame, in ticks of their tracks. */
const pictureTicks = videoTimescale / 25;
const frameTicks = 1024;

const keySample = 0x02000000;
const deltaSample = 0x01010000;

/** What goes into one part. */
export interface FragmentInput {
  readonly sequence: number;
  /** Index of the first picture and its samples. */
  readonly firstPicture: number;
  readonly pictures: readonly VideoSample[];
  /** Index of the first AAC frame and its data. */
  readonly firstSound: number;
  readonly sounds: readonly Buffer[];
}

const moof = (o: FragmentInput, videoOffset: number, audioOffset: number): Buffer => {
  const defaultBase = 0x020000;
  const withDuration = 0x08;
  const withFlags = 0x20;
  const isReordered = o.pictures.some(({ delay }) => delay);
  // Signed delays and no edit list, as CMAF has it (ISO/IEC 23000-19, brand cmf2): picture 0 stays at time 0.
  const video = Buffer.concat(
    o.pictures.flatMap((p) => [
      u32(p.data.length),
      u32(p.key ? keySample : deltaSample),
      ...(isReordered ? [u32(((p.delay ?? 0) * pictureTicks) >>> 0)] : []),
    ]),
  );
  const audio = Buffer.concat(o.sounds.map((s) => u32(s.length)));
  return box(
    'moof',
    fullBox('mfhd', 0, 0, u32(o.sequence)),
    box(
      'traf',
      fullBox('tfhd', 0, defaultBase | withDuration, u32(1), u32(pictureTicks)),
      fullBox('tfdt', 1, 0, u64(o.firstPicture * pictureTicks)),
      fullBox('trun', 1, isReordered ? 0xe01 : 0x601, u32(o.pictures.length), u32(videoOffset), video),
    ),
    box(
      'traf',
      fullBox('tfhd', 0, defaultBase | withDuration | withFlags, u32(2), u32(frameTicks), u32(keySample)),
      fullBox('tfdt', 1, 0, u64(o.firstSound * frameTicks)),
      fullBox('trun', 0, 0x201, u32(o.sounds.length), u32(audioOffset), audio),
    ),
  );
};

/** One `moof` and its `mdat`: pictures first, then sound. */
export const fragment = (o: FragmentInput): Buffer => {
  // The offsets count from the start of the moof, whose size does not depend on them.
  const head = moof(o, 0, 0).length + 8;
  const pictures = Buffer.concat(o.pictures.map((p) => p.data));
  return Buffer.concat([moof(o, head, head + pictures.length), box('mdat', pictures, ...o.sounds)]);
};

/** Frames of the four parts of a two-second segment: 25 fps has no half frames, so 13 and 12 take turns. */
export const partPictures = [13, 12, 13, 12] as const;

/** A part in the file of a rendition. */
export interface PartEntry {
  readonly offset: number;
  readonly size: number;
  /** Seconds. */
  readonly duration: number;
  readonly independent: boolean;
}

/** Cuts a whole loop into parts. A sound frame belongs to the part in which it starts. */
export const cutParts = (
  pictures: readonly VideoSample[],
  sounds: readonly Buffer[],
): { media: Buffer; parts: PartEntry[] } => {
  const chunks: Buffer[] = [];
  const parts: PartEntry[] = [];
  let picture = 0;
  let sound = 0;
  let offset = 0;
  while (picture < pictures.length) {
    const count = partPictures[parts.length % partPictures.length] ?? 0;
    const until = ((picture + count) / 25) * audioTimescale;
    let lastSound = sound;
    while (lastSound < sounds.length && lastSound * frameTicks < until) lastSound++;
    const inPart = pictures.slice(picture, picture + count);
    const chunk = fragment({
      sequence: parts.length + 1,
      firstPicture: picture,
      pictures: inPart,
      firstSound: sound,
      sounds: sounds.slice(sound, lastSound),
    });
    parts.push({ offset, size: chunk.length, duration: count / 25, independent: inPart[0]?.key === true });
    chunks.push(chunk);
    offset += chunk.length;
    picture += count;
    sound = lastSound;
  }
  return { media: Buffer.concat(chunks), parts };
};
