// SPDX-License-Identifier: MIT
// Encodes the drawn frames and packs them: node --import tsx scripts/encode.ts <frames folder> <media folder>
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initSegment } from './mux/boxes.js';
import { type AudioStream, readAdts, readAnnexB } from './mux/elementary.js';
import { cutParts } from './mux/fragment.js';
import { compositions } from './scene/compose.js';
import { frameCount, loopSeconds } from './scene/motion.js';
import { cues, pour } from './scene/show.js';
import { stampLayout } from './scene/stamp-layout.js';
import { sampleRate, soundBed } from './sound.js';

const [framesFolder = 'frames', mediaFolder = 'media'] = process.argv.slice(2);
const renditions = [
  { show: 'landscape', name: '360p', width: 640, height: 360, crf: 26.5, maxrate: 300 },
  { show: 'landscape', name: '540p', width: 960, height: 540, crf: 27, maxrate: 600 },
  { show: 'landscape', name: '720p', width: 1280, height: 720, crf: 27, maxrate: 1000 },
  { show: 'portrait', name: '960p', width: 540, height: 960, crf: 27, maxrate: 700 },
];
const audioBitrate = 48_000;
const run = (args: string[], input?: Buffer): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', ...args], { maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }) });

/**
 * The sound as exactly as many AAC frames as the loop holds. Three loops are encoded and the middle one
 * is kept: the encoder's delay of one frame is skipped, and the loop runs into itself without a gap.
 */
const encodeSound = (): AudioStream => {
  const bed = Buffer.from(soundBed().buffer);
  const pcm = Buffer.concat([bed, bed, bed]);
  const adts = run(
    [
      '-f',
      's16le',
      '-ar',
      String(sampleRate),
      '-ac',
      '1',
      '-i',
      '-',
      '-c:a',
      'aac',
      '-b:a',
      String(audioBitrate),
      '-f',
      'adts',
      '-',
    ],
    pcm,
  );
  const stream = readAdts(adts);
  const perLoop = (sampleRate * loopSeconds) / 1024;
  return { config: stream.config, frames: stream.frames.slice(perLoop + 1, 2 * perLoop + 1) };
};

const encodePicture = (r: (typeof renditions)[number]): Buffer =>
  run([
    '-i',
    join(framesFolder, `${r.show}.mkv`),
    '-vf',
    `scale=${r.width}:${r.height}:flags=lanczos:out_color_matrix=bt709:out_range=tv,format=yuv420p`,
    '-c:v',
    'libx264',
    '-preset',
    'slower',
    '-tune',
    'animation',
    '-profile:v',
    'high',
    '-bf',
    '0',
    '-refs',
    '4',
    '-crf',
    String(r.crf),
    '-maxrate',
    `${r.maxrate}k`,
    '-bufsize',
    `${r.maxrate * 2}k`,
    '-g',
    '25',
    '-keyint_min',
    '25',
    '-sc_threshold',
    '0',
    '-flags',
    '+cgop',
    '-x264-params',
    'aud=1',
    '-color_primaries',
    'bt709',
    '-color_trc',
    'bt709',
    '-colorspace',
    'bt709',
    '-threads',
    '2',
    '-f',
    'h264',
    '-',
  ]);

/** Highest bit rate of any two-second segment, and the mean, in bits per second. */
const bandwidths = (parts: readonly { size: number; duration: number }[]): { peak: number; average: number } => {
  const bits: number[] = [];
  for (let i = 0; i < parts.length; i += 4)
    bits.push((parts.slice(i, i + 4).reduce((sum, p) => sum + p.size, 0) * 8) / 2);
  return { peak: Math.ceil(Math.max(...bits)), average: Math.ceil(bits.reduce((a, b) => a + b, 0) / bits.length) };
};

const sound = encodeSound();
for (const r of renditions) {
  const video = readAnnexB(encodePicture(r));
  if (video.samples.length !== frameCount) throw new Error(`${r.name}: ${video.samples.length} pictures`);
  const { media, parts } = cutParts(video.samples, sound.frames);
  const folder = join(mediaFolder, r.show, r.name);
  await mkdir(folder, { recursive: true });
  const { peak, average } = bandwidths(parts);
  const profile = video.sps.subarray(1, 4).toString('hex');
  const index = {
    width: r.width,
    height: r.height,
    frameRate: 25,
    codecs: `avc1.${profile},mp4a.40.2`,
    bandwidth: peak,
    averageBandwidth: average,
    segmentSeconds: 2,
    partsPerSegment: 4,
    parts: parts.map((p) => [p.offset, p.size, p.duration, p.independent ? 1 : 0]),
  };
  await writeFile(
    join(folder, 'init.mp4'),
    initSegment({
      width: r.width,
      height: r.height,
      sps: video.sps,
      pps: video.pps,
      audioConfig: sound.config,
      audioBitrate,
    }),
  );
  await writeFile(join(folder, 'media.m4s'), media);
  await writeFile(
    join(folder, 'index.json'),
    `${JSON.stringify(index, null, 1).replace(/\[\s+(\d+),\s+(\d+),\s+([\d.]+),\s+(\d)\s+\]/g, '[$1, $2, $3, $4]')}\n`,
  );
  console.log(r.show, r.name, media.length, 'bytes, peak', peak, 'average', average);
}

await writeFile(join(mediaFolder, 'stamp.json'), `${JSON.stringify(stampLayout({ ...compositions }), null, 1)}\n`);
const cueList = [
  ...cues.map(({ product, from, to }) => ({ product, from, to })),
  { product: pour.product, from: pour.from, to: pour.to },
].sort((a, b) => a.from - b.from);
await writeFile(
  join(mediaFolder, 'show.json'),
  `${JSON.stringify({ description: 'Which product is in her hand, in seconds of the loop.', loopSeconds, cues: cueList }, null, 1)}\n`,
);
