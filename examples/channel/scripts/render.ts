// SPDX-License-Identifier: MIT
// Draws every frame of both compositions into lossless files:
// node --import tsx scripts/render.ts <folder> [composition…]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, openCamera } from './frames.js';
import { compositions } from './scene/compose.js';
import { frameCount, frameRate } from './scene/motion.js';

const [folder = 'frames', ...wanted] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await openBrowser();

for (const [name, composition] of Object.entries(compositions)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const camera = await openCamera(browser, composition);
  const ffmpeg = spawn(
    'ffmpeg',
    [
      '-v',
      'error',
      '-y',
      '-f',
      'image2pipe',
      '-c:v',
      'png',
      '-framerate',
      String(frameRate),
      '-i',
      '-',
      '-c:v',
      'libx264rgb',
      '-preset',
      'ultrafast',
      '-qp',
      '0',
      '-threads',
      '1',
      join(folder, `${name}.mkv`),
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'exit');
  for (let frame = 0; frame < frameCount; frame++) {
    const picture = await camera.shoot(frame);
    if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain');
    if (frame % 100 === 0) console.log(name, frame);
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}`);
  await camera.close();
}
await browser.close();
