// SPDX-License-Identifier: MIT
// Checks the packed media from the outside: node --import tsx scripts/verify.ts [media folder]
// 1. decode times of both tracks follow each other without a gap over all parts;
// 2. every picture decodes and carries its own frame number.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rendition, loadLibrary, partBytes } from '../src/library.js';
import { type StampLayout, readStamp } from '../src/stamp.js';
import { partsPerSegment, segmentsPerLoop } from '../src/timeline.js';

const mediaFolder = process.argv[2] ?? 'media';
const layouts = (
  JSON.parse(await readFile(join(mediaFolder, 'stamp.json'), 'utf8')) as { compositions: Record<string, StampLayout> }
).compositions;

const findBoxes = (bytes: Buffer, path: readonly string[]): Buffer[] => {
  const [wanted, ...rest] = path;
  const found: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 8, at + size);
    if (bytes.toString('latin1', at + 4, at + 8) === wanted)
      found.push(...(rest.length === 0 ? [body] : findBoxes(body, rest)));
    at += size;
  }
  return found;
};

const checkTimes = (rendition: Rendition): void => {
  const next = [0, 0];
  const ticks = [1000, 1024];
  for (let slot = 0; slot < segmentsPerLoop; slot++) {
    for (let part = 0; part < partsPerSegment; part++) {
      const bytes = partBytes(rendition, slot, part);
      const times = findBoxes(bytes, ['moof', 'traf', 'tfdt']).map((b) => Number(b.readBigUInt64BE(4)));
      const counts = findBoxes(bytes, ['moof', 'traf', 'trun']).map((b) => b.readUInt32BE(4));
      [0, 1].forEach((track) => {
        if (times[track] !== next[track])
          throw new Error(
            `${rendition.name} ${slot}.${part} track ${track}: ${times[track]} instead of ${next[track]}`,
          );
        next[track] = (next[track] ?? 0) + (counts[track] ?? 0) * (ticks[track] ?? 0);
      });
    }
  }
  console.log(
    rendition.show,
    rendition.name,
    'picture ends at',
    (next[0] ?? 0) / 25_000,
    's, sound at',
    (next[1] ?? 0) / 48_000,
    's',
  );
};

const checkStamps = async (rendition: Rendition): Promise<void> => {
  const layout = layouts[rendition.show];
  if (layout === undefined) throw new Error(`No stamp layout for ${rendition.show}`);
  const { width, height } = rendition;
  const ffmpeg = spawn(
    'ffmpeg',
    ['-v', 'error', '-i', '-', '-map', '0:v', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-fps_mode', 'passthrough', '-'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  ffmpeg.stdin.end(Buffer.concat([rendition.init, rendition.media]));
  const size = width * height * 4;
  let pending: Buffer[] = [];
  let held = 0;
  let frame = 0;
  const wrong: string[] = [];
  for await (const chunk of ffmpeg.stdout as AsyncIterable<Buffer>) {
    pending.push(chunk);
    held += chunk.length;
    if (held < size) continue;
    let bytes = Buffer.concat(pending);
    for (; bytes.length >= size; bytes = bytes.subarray(size)) {
      const read = readStamp({ data: bytes.subarray(0, size), width, height }, layout);
      if (read !== frame) wrong.push(`${frame} read as ${String(read)}`);
      frame++;
    }
    pending = [bytes];
    held = bytes.length;
  }
  console.log(
    rendition.show,
    rendition.name,
    frame,
    'pictures,',
    wrong.length,
    'stamps wrong',
    wrong.slice(0, 5).join(', '),
  );
  if (frame !== 1200 || wrong.length > 0) process.exitCode = 1;
};

for (const renditions of (await loadLibrary(mediaFolder)).values()) {
  for (const rendition of renditions.filter(({ width }) => width > 0)) {
    checkTimes(rendition);
    await checkStamps(rendition);
  }
}
