// SPDX-License-Identifier: MIT
// The demo show as another encoder would have made it: at other bit rates, or with B-frames.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initSegment } from './mux/boxes.js';
import { readAdts, readAnnexB, type AudioStream, type VideoStream } from './mux/elementary.js';
import { cutParts } from './mux/fragment.js';

const demo = fileURLToPath(new URL('../media/landscape/720p', import.meta.url));

/** A rendition to be made. */
export interface Recipe {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** kbit/s of the picture. */
  readonly bitrate: number;
  /** B-frames in a row. Default 0. */
  readonly bFrames?: number;
  /** Grain as a camera has it, which costs bits where drawn pictures need hardly any. Default none. */
  readonly grain?: number;
}

const ffmpeg = (...options: string[]): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', ...options], { maxBuffer: 1 << 28 });

/**
 * A media folder for the channel with these renditions; made once for each machine, which takes half a minute.
 * @param set what the name of the folder begins with, below the system's folder for temporary files
 */
export function reencodedMedia(set: string, recipes: readonly Recipe[]): string {
  // (Other recipes are another folder, or what was made by the old ones would be taken for theirs.)
  const made = createHash('sha256').update(JSON.stringify(recipes)).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `${set}-${made}`);
  if (existsSync(join(folder, 'done'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const source = join(folder, 'source.mp4');
  writeFileSync(source, Buffer.concat(['init.mp4', 'media.m4s'].map((name) => readFileSync(join(demo, name)))));
  const sound = readAdts(ffmpeg('-i', source, '-map', '0:a', '-c', 'copy', '-f', 'adts', '-'));
  for (const recipe of recipes)
    write(join(folder, 'landscape', recipe.name), recipe, encode(source, folder, recipe), sound);
  rmSync(source);
  writeFileSync(join(folder, 'done'), '');
  return folder;
}

function encode(
  source: string,
  folder: string,
  { width, height, bitrate, bFrames = 0, grain = 0 }: Recipe,
): VideoStream {
  const noise = grain > 0 ? `noise=alls=${grain}:allf=t,` : '';
  const rate = `${bitrate}k`;
  const coded = join(folder, 'coded.mp4');
  // prettier-ignore
  ffmpeg('-i', source, '-map', '0:v', '-vf', `scale=${width}:${height},${noise}format=yuv420p`, '-c:v', 'libx264',
    '-preset', 'veryfast', '-profile:v', 'high', '-bf', String(bFrames), '-b:v', rate, '-maxrate', rate, '-bufsize', rate,
    '-g', '25', '-keyint_min', '25', '-sc_threshold', '0', '-flags', '+cgop', '-x264-params', 'aud=1:nal-hrd=vbr', coded);
  const stream = readAnnexB(ffmpeg('-i', coded, '-c', 'copy', '-bsf:v', 'h264_mp4toannexb', '-f', 'h264', '-'));
  const delays = delaysOf(coded);
  rmSync(coded);
  return { ...stream, samples: stream.samples.map((sample, index) => ({ ...sample, delay: delays[index] ?? 0 })) };
}

/** Of each picture in the order of decoding: by how many it is shown later. A raw stream does not say. */
function delaysOf(file: string): number[] {
  // prettier-ignore
  const times = execFileSync('ffprobe', ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', file],
    { encoding: 'utf8', maxBuffer: 1 << 26 });
  const shown = times
    .trim()
    .split('\n')
    .map((line) => Math.round(Number.parseFloat(line) * 25));
  const first = Math.min(...shown);
  return shown.map((picture, index) => picture - first - index);
}

function write(
  folder: string,
  { width, height }: Recipe,
  { sps, pps, samples }: VideoStream,
  sound: AudioStream,
): void {
  const { media, parts } = cutParts(samples, sound.frames);
  const bits = parts.map((_, index) => parts.slice(index, index + 4).reduce((sum, { size }) => sum + size * 4, 0));
  mkdirSync(folder, { recursive: true });
  const init = { width, height, sps, pps, audioConfig: sound.config, audioBitrate: 48_000 };
  writeFileSync(join(folder, 'init.mp4'), initSegment(init));
  writeFileSync(join(folder, 'media.m4s'), media);
  const index = {
    width,
    height,
    frameRate: 25,
    codecs: `avc1.${sps.subarray(1, 4).toString('hex')},mp4a.40.2`,
    bandwidth: Math.max(...bits),
    averageBandwidth: Math.ceil((media.length * 8) / 48),
    parts: parts.map(({ offset, size, duration, independent }) => [offset, size, duration, independent ? 1 : 0]),
  };
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
}
