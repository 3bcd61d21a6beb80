// SPDX-License-Identifier: MIT
// The media of the bench: the demo show in two renditions at the bitrates shows are really sent with. (The demo's own set
// is small enough to lie in a repository, which would hide what the first rendition costs.)
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initSegment } from '../../examples/channel/scripts/mux/boxes.js';
import { readAdts, readAnnexB } from '../../examples/channel/scripts/mux/elementary.js';
import { cutParts } from '../../examples/channel/scripts/mux/fragment.js';

const demo = fileURLToPath(new URL('../../examples/channel/media/landscape/720p', import.meta.url));

/** kbit/s of the picture. */
const renditions = [
  { name: '360p', width: 640, height: 360, bitrate: 800 },
  { name: '720p', width: 1280, height: 720, bitrate: 2800 },
] as const;

export const ladder = renditions.map(({ name, bitrate }) => `${name} ${bitrate} kbit/s`).join(', ');

const ffmpeg = (...options: string[]): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', ...options], { maxBuffer: 1 << 28 });

/** The folder of the media set; made once for each machine, which takes about half a minute. */
export function mediaFolder(): string {
  const folder = join(tmpdir(), 'vitrine-bench-media');
  if (existsSync(join(folder, 'done'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const source = join(folder, 'source.mp4');
  writeFileSync(source, Buffer.concat(['init.mp4', 'media.m4s'].map((name) => readFileSync(join(demo, name)))));
  const sound = readAdts(ffmpeg('-i', source, '-map', '0:a', '-c', 'copy', '-f', 'adts', '-'));
  for (const rendition of renditions) encode(source, folder, rendition, sound);
  rmSync(source);
  writeFileSync(join(folder, 'done'), '');
  return folder;
}

function encode(
  source: string,
  folder: string,
  { name, width, height, bitrate }: (typeof renditions)[number],
  sound: ReturnType<typeof readAdts>,
): void {
  // Drawn pictures need hardly any bits: the grain of a camera does.
  const filter = `scale=${width}:${height},noise=alls=14:allf=t,format=yuv420p`;
  const rate = `${bitrate}k`;
  // prettier-ignore
  const video = readAnnexB(ffmpeg('-i', source, '-map', '0:v', '-vf', filter, '-c:v', 'libx264', '-preset', 'veryfast',
    '-profile:v', 'high', '-bf', '0', '-b:v', rate, '-maxrate', rate, '-bufsize', rate, '-g', '25', '-keyint_min', '25',
    '-sc_threshold', '0', '-flags', '+cgop', '-x264-params', 'aud=1:nal-hrd=vbr', '-f', 'h264', '-'));
  const { media, parts } = cutParts(video.samples, sound.frames);
  const bits = parts.map((_, index) => parts.slice(index, index + 4).reduce((sum, { size }) => sum + size * 4, 0));
  const own = join(folder, 'landscape', name);
  mkdirSync(own, { recursive: true });
  const init = { width, height, sps: video.sps, pps: video.pps, audioConfig: sound.config, audioBitrate: 48_000 };
  writeFileSync(join(own, 'init.mp4'), initSegment(init));
  writeFileSync(join(own, 'media.m4s'), media);
  const index = {
    width,
    height,
    frameRate: 25,
    codecs: `avc1.${video.sps.subarray(1, 4).toString('hex')},mp4a.40.2`,
    bandwidth: Math.max(...bits),
    averageBandwidth: Math.ceil((media.length * 8) / 48),
    parts: parts.map(({ offset, size, duration, independent }) => [offset, size, duration, independent ? 1 : 0]),
  };
  writeFileSync(join(own, 'index.json'), JSON.stringify(index));
}
