// SPDX-License-Identifier: MIT
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { soundOf } from './sound.js';
import { partsPerSegment, segmentsPerLoop } from './timeline.js';

/** A part inside the media file of a rendition. */
export interface MediaPart {
  readonly offset: number;
  readonly size: number;
  /** Seconds. */
  readonly duration: number;
  /** Starts with a key frame. */
  readonly independent: boolean;
}

/** One rendition in memory. */
export interface Rendition {
  readonly show: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** RFC 6381 string of picture and sound. */
  readonly codecs: string;
  /** Highest bit rate of any segment, in bits per second. */
  readonly bandwidth: number;
  /** Mean bit rate in bits per second. */
  readonly averageBandwidth: number;
  readonly init: Buffer;
  readonly media: Buffer;
  readonly parts: readonly MediaPart[];
}

/** The media set: shows (one per orientation), each with its renditions from small to large, and at last its sound alone. */
export type Library = ReadonlyMap<string, readonly Rendition[]>;

interface IndexFile {
  width: number;
  height: number;
  frameRate: number;
  codecs: string;
  bandwidth: number;
  averageBandwidth: number;
  parts: [number, number, number, number][];
}

const load = async (folder: string, show: string, name: string): Promise<Rendition> => {
  const [index, init, media] = await Promise.all([
    readFile(join(folder, 'index.json'), 'utf8'),
    readFile(join(folder, 'init.mp4')),
    readFile(join(folder, 'media.m4s')),
  ]);
  const { parts, width, height, frameRate, codecs, bandwidth, averageBandwidth } = JSON.parse(index) as IndexFile;
  if (parts.length !== segmentsPerLoop * partsPerSegment)
    throw new Error(`${show}/${name} has ${parts.length} parts instead of ${segmentsPerLoop * partsPerSegment}`);
  return {
    show,
    name,
    width,
    height,
    frameRate,
    codecs,
    bandwidth,
    averageBandwidth,
    init,
    media,
    parts: parts.map(([offset, size, duration, independent]) => ({
      offset,
      size,
      duration,
      independent: independent === 1,
    })),
  };
};

/** What lies beside the shows and is none. */
const pictures: readonly string[] = ['products', 'stickers'];

/** Reads a media folder: `<show>/<rendition>/{index.json,init.mp4,media.m4s}`. */
export const loadLibrary = async (mediaDir: string): Promise<Library> => {
  const library = new Map<string, Rendition[]>();
  for (const show of await readdir(mediaDir, { withFileTypes: true })) {
    if (!show.isDirectory() || pictures.includes(show.name)) continue;
    const names = await readdir(join(mediaDir, show.name));
    const renditions = await Promise.all(names.map((name) => load(join(mediaDir, show.name, name), show.name, name)));
    renditions.sort((a, b) => a.bandwidth - b.bandwidth);
    library.set(show.name, [...renditions, ...renditions.slice(0, 1).map(soundOf)]);
  }
  if (library.size === 0) throw new Error(`No media in ${mediaDir}`);
  return library;
};

/** Part `part` (0 to 3) of segment `slot` (0 to 23) of the loop. */
export const partAt = (rendition: Rendition, slot: number, part: number): MediaPart => {
  const found = rendition.parts[slot * partsPerSegment + part];
  if (found === undefined) throw new RangeError(`No part ${part} in segment ${slot}`);
  return found;
};

/** Bytes of one part. */
export const partBytes = (rendition: Rendition, slot: number, part: number): Buffer => {
  const { offset, size } = partAt(rendition, slot, part);
  return rendition.media.subarray(offset, offset + size);
};

/** Bytes of a whole segment, which are its parts one after the other. */
export const segmentBytes = (rendition: Rendition, slot: number): Buffer => {
  const last = partAt(rendition, slot, partsPerSegment - 1);
  return rendition.media.subarray(partAt(rendition, slot, 0).offset, last.offset + last.size);
};
