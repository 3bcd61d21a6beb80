// SPDX-License-Identifier: MIT
// Draws single frames for the eye: node --import tsx scripts/preview.ts <folder> <composition> <frame>…
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, openCamera } from './frames.js';
import { compositions } from './scene/compose.js';

const [folder = 'preview', name = 'landscape', ...frames] = process.argv.slice(2);
const composition = compositions[name];
if (composition === undefined) throw new Error(`No composition ${name}`);
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const camera = await openCamera(browser, composition);
for (const frame of frames.map(Number)) {
  const started = performance.now();
  await writeFile(join(folder, `${name}-${String(frame).padStart(4, '0')}.png`), await camera.shoot(frame));
  console.log(frame, Math.round(performance.now() - started), 'ms');
}
await browser.close();
