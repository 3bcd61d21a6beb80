// SPDX-License-Identifier: MIT
import { n } from './motion.js';

/** Meaning of the 16 blocks from the first to the last: fixed levels, frame number, parity. */
export const stampBlocks = [
  'white',
  'black',
  ...Array.from({ length: 11 }, (_, i) => `bit${10 - i}`),
  'parity',
  'black',
  'white',
] as const;

/** Where the strip stands in a composition, in scene units. */
export interface StampPlace {
  readonly x: number;
  readonly y: number;
  /** Edge of one square block. */
  readonly block: number;
}

/** True for a white block. Odd parity, so that a strip of one colour never passes. */
export const blockIsWhite = (meaning: string, frame: number): boolean => {
  if (meaning === 'white') return true;
  if (meaning === 'black') return false;
  if (meaning === 'parity') return frame.toString(2).replaceAll('0', '').length % 2 === 0;
  return ((frame >> Number(meaning.slice(3))) & 1) === 1;
};

/** Words beside the strip, for people: `frame 0123 00:04.92`. */
export const stampText = (frame: number): string => {
  const centiseconds = frame * 4;
  const seconds = String(Math.floor(centiseconds / 100) % 60).padStart(2, '0');
  return `frame ${String(frame).padStart(4, '0')} 00:${seconds}.${String(centiseconds % 100).padStart(2, '0')}`;
};

/** The strip as markup. It hangs on the wall like a narrow sign, dark around the blocks. */
export const drawStamp = (frame: number, { x, y, block }: StampPlace): string => {
  const long = stampBlocks.length * block;
  const whites = stampBlocks
    .map((meaning, i) => (blockIsWhite(meaning, frame) ? `M${x} ${n(y + i * block)}h${block}v${block}h${-block}z` : ''))
    .join('');
  return `<rect x="${n(x - block * 0.5)}" y="${n(y - block * 0.5)}" width="${n(block * 2.75)}" height="${n(long + block)}" rx="${n(block * 0.5)}" fill="#16120F"/>
<g shape-rendering="crispEdges"><rect x="${x}" y="${y}" width="${block}" height="${long}" fill="#16120F"/><path d="${whites}" fill="#F4F2EC"/></g>
<text transform="translate(${n(x + block * 1.36)} ${y}) rotate(90)" font-family="DejaVu Sans Mono" font-size="${n(block * 0.92)}" fill="#CFC8BC">${stampText(frame)}</text>`;
};

/** The document that tells a reader where each block is, in shares of the picture. */
export const stampLayout = (compositions: Record<string, { width: number; height: number; stamp: StampPlace }>) => ({
  description: 'Burned-in frame number. Coordinates are shares of the picture; blocks run from top to bottom.',
  frames: 1200,
  frameRate: 25,
  blocks: stampBlocks,
  parity: 'odd: the white blocks among the 11 bits and the parity block are odd in number',
  bitOrder: 'most significant bit first',
  compositions: Object.fromEntries(
    Object.entries(compositions).map(([name, { width, height, stamp }]) => [
      name,
      {
        blocks: stampBlocks.map((meaning, i) => ({
          meaning,
          x: stamp.x / width,
          y: (stamp.y + i * stamp.block) / height,
          width: stamp.block / width,
          height: stamp.block / height,
        })),
      },
    ]),
  ),
});
