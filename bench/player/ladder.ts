// SPDX-License-Identifier: MIT
// The media of the bench: the demo show in two renditions at the bitrates shows are really sent with. (The demo's own set
// is small enough to lie in a repository, which would hide what the first rendition costs.)
import { reencodedMedia } from '../../examples/channel/scripts/reencode.js';

const renditions = [
  { name: '360p', width: 640, height: 360, bitrate: 800, grain: 14 },
  { name: '720p', width: 1280, height: 720, bitrate: 2800, grain: 14 },
] as const;

export const ladder = renditions.map(({ name, bitrate }) => `${name} ${bitrate} kbit/s`).join(', ');

/** The folder of the media set. */
export const mediaFolder = (): string => reencodedMedia('vitrine-bench-media', renditions);
