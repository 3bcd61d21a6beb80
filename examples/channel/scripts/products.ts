// SPDX-License-Identifier: MIT
// Draws the product pictures and the posters: node --import tsx scripts/products.ts <media folder>
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser, openCamera } from './frames.js';
import { compositions } from './scene/compose.js';
import { gift, jacket, lodge, pitcher, pouch, room, tools, voucher } from './scene/goods.js';
import { head, torso } from './scene/host.js';
import { cake, cup, gaiwan, honey, mandarin, place, teapot, tin } from './scene/props.js';

const mediaFolder = process.argv[2] ?? 'media';
const shadow = (x: number, y: number, rx: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx / 6}" opacity=".1"/>`;
const leaf = '<path d="M92 98 q6 -12 14 -8 q-2 10 -14 8M86 102 q-4 -8 4 -12" fill="#6E8F5A"/>';
const onHanger = (cloth: string, shade: string, light: string): string =>
  `<g transform="translate(60 34) scale(.62 .37)">${jacket(cloth, shade, light)}</g>`;
const face = {
  turn: 0,
  nod: 0,
  tilt: 0,
  blink: 0,
  smile: 1,
  mouth: 0.5,
  wide: 0.8,
  brow: 0.2,
  lookX: 0,
  lookY: 0,
  breath: 0,
};

/** Ground colour and drawing of every picture in a box of 120. */
const pictures: Record<string, readonly [string, string]> = {
  dancong: ['#E8EEE4', shadow(62, 102, 34) + place(60, 65, 0.76, tin('#35624F', '#24483A')) + leaf],
  chenpi: ['#F6EBD6', shadow(60, 100, 40) + place(46, 72, 1, mandarin()) + place(84, 82, 0.66, mandarin())],
  gaiwan: ['#E6ECEA', shadow(60, 98, 42) + place(60, 60, 1, gaiwan())],
  'gaiwan-celadon': ['#EDF0E6', shadow(60, 98, 42) + place(60, 60, 1, gaiwan('#BFD8C8', '#F7F4EC'))],
  'gaiwan-indigo': ['#E6E9F0', shadow(60, 98, 42) + place(60, 60, 1, gaiwan('#F4F6FA', '#31558A'))],
  yingde: [
    '#F3E6DC',
    shadow(62, 102, 34) +
      place(60, 65, 0.76, tin('#A4512F', '#7E3A1F')) +
      '<g fill="#5b2b18"><path d="M20 100 q8 -8 16 -2 q-8 6 -16 2M30 106 q8 -6 14 0"/></g>',
  ],
  cake: ['#DFD8C8', shadow(60, 104, 40) + place(60, 60, 1, cake())],
  cups: [
    '#EFE9E2',
    `${shadow(60, 92, 46)}<rect x="14" y="80" width="92" height="9" rx="4.5" fill="#8A5F3C"/>${[30, 60, 90].map((x) => place(x, 69, 0.82, cup())).join('')}`,
  ],
  teapot: ['#F1E7E0', shadow(64, 93, 36) + place(66, 64, 0.88, teapot())],
  jasmine: [
    '#F4F1E4',
    `${shadow(62, 102, 34)}${place(60, 65, 0.76, tin('#D9CBA8', '#B9A97F', '#FBF8EE'))}<g fill="#fff" stroke="#DDD3BC">${[0, 72, 144, 216, 288].map((a) => `<ellipse transform="translate(97 94) rotate(${a})" cy="-6" rx="3.6" ry="5.600"/>`).join('')}</g><circle cx="97" cy="94" r="3" fill="#E3C25B"/>`,
  ],
  pitcher: ['#E9EFF0', shadow(60, 100, 34) + place(60, 64, 1.04, pitcher())],
  tools: ['#F0EBE0', shadow(60, 101, 24) + place(60, 69, 0.8, tools())],
  honey: ['#F6EDD8', shadow(60, 102, 30) + place(60, 62, 1, honey())],
  gift: ['#F2EAE0', shadow(60, 106, 38) + place(60, 54, 1, gift())],
  'travel-set': ['#E8EBEF', shadow(60, 98, 38) + place(60, 60, 0.84, pouch())],
  'jacket-celadon': ['#E9EFEC', onHanger('#7FA893', '#5F8773', '#E9F1EC')],
  'jacket-rosewood': ['#F3E8E6', onHanger('#8C3B45', '#6C2832', '#F0D9B5')],
  'jacket-ink': ['#E8EBEF', onHanger('#3C4A5C', '#293443', '#C9D3DF')],
  voucher: [
    '#E7EDE2',
    `<g transform="translate(62 65) rotate(-7) scale(.86)" opacity=".12"><rect x="-56" y="-32" width="112" height="64" rx="6"/></g><g transform="translate(60 60) rotate(-7) scale(.86)">${voucher()}</g>`,
  ],
  stay: ['#DCE7EC', lodge()],
  'stay-room': ['#DCE7EC', room()],
  host: ['#D8C7A6', `<g transform="translate(60 84) scale(.6)">${torso(face)}${head(face)}</g>`],
};

const tidy = (markup: string): string =>
  markup
    .replace(/\s*\n\s*/g, '')
    .replace(/(\d\.\d)00\b/g, '$1')
    .replace(/\b0\.(\d)/g, '.$1');

const folder = join(mediaFolder, 'products');
await mkdir(folder, { recursive: true });
for (const [id, [ground, drawing]] of Object.entries(pictures)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480" viewBox="0 0 120 120"><rect width="120" height="120" fill="${ground}"/>${drawing.replace(/(id="|url\(#)([a-z]+)/g, `$1${id}-$2`)}</svg>`;
  await writeFile(join(folder, `${id}.svg`), `${tidy(svg)}\n`);
}
await writeFile(
  join(folder, 'index.json'),
  `${JSON.stringify(Object.fromEntries(Object.keys(pictures).map((id) => [id, `${id}.svg`])), null, 2)}\n`,
);

/** The frame of the posters: product in hand, eyes open, and no frame number burned in. */
const posterFrame = 86;
const browser = await openBrowser();
for (const [name, composition] of Object.entries(compositions)) {
  const camera = await openCamera(browser, { ...composition, moving: (frame) => composition.moving(frame, false) });
  const input = await camera.shoot(posterFrame);
  const convert = (args: string[], file: string): void => {
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', '-', ...args, join(mediaFolder, `${name}-poster.${file}`)], {
      input,
    });
  };
  convert(['-c:v', 'libwebp', '-quality', '80'], 'webp');
  convert(['-pix_fmt', 'yuvj420p', '-q:v', '4'], 'jpg');
  await camera.close();
}
await browser.close();
