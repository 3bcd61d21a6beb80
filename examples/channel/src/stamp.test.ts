// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { type StampLayout, type StampPixels, readStamp } from './stamp.js';

const file = JSON.parse(await readFile(new URL('../media/stamp.json', import.meta.url), 'utf8')) as {
  frames: number;
  compositions: Record<string, StampLayout>;
};

const whiteFor = (meaning: string, frame: number): boolean => {
  if (meaning === 'white') return true;
  if (meaning === 'black') return false;
  if (meaning === 'parity') return [...frame.toString(2)].filter((c) => c === '1').length % 2 === 0;
  return ((frame >> Number(meaning.slice(3))) & 1) === 1;
};

const draw = (
  layout: StampLayout,
  frame: number,
  width: number,
  height: number,
  light = 235,
  dark = 20,
): StampPixels => {
  const data = new Uint8ClampedArray(width * height * 4).fill(128);
  for (const block of layout.blocks) {
    for (let y = Math.round(block.y * height); y < Math.round((block.y + block.height) * height); y++) {
      for (let x = Math.round(block.x * width); x < Math.round((block.x + block.width) * width); x++)
        data.fill(whiteFor(block.meaning, frame) ? light : dark, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { data, width, height };
};

const landscape = file.compositions['landscape'];
const portrait = file.compositions['portrait'];
assert.ok(landscape !== undefined && portrait !== undefined);

test('every frame number is read back, at every rendition size', () => {
  for (const [layout, width, height] of [
    [landscape, 640, 360],
    [landscape, 960, 540],
    [landscape, 1280, 720],
    [portrait, 540, 960],
  ] as const)
    for (let frame = 0; frame < file.frames; frame += 7)
      assert.equal(readStamp(draw(layout, frame, width, height), layout), frame);
  assert.equal(readStamp(draw(landscape, 1199, 640, 360), landscape), 1199);
});

test('a washed-out picture still reads, a flat one does not', () => {
  assert.equal(readStamp(draw(landscape, 733, 640, 360, 180, 90), landscape), 733);
  assert.equal(readStamp(draw(landscape, 733, 640, 360, 140, 110), landscape), null);
});

test('one flipped block is refused by the parity, whichever it is', () => {
  for (const flipped of landscape.blocks) {
    const pixels = draw(landscape, 1000, 1280, 720);
    const data = pixels.data;
    const top = Math.round(flipped.y * 720);
    for (let y = top; y < Math.round((flipped.y + flipped.height) * 720); y++)
      for (let x = Math.round(flipped.x * 1280); x < Math.round((flipped.x + flipped.width) * 1280); x++)
        data.fill(whiteFor(flipped.meaning, 1000) ? 20 : 235, (y * 1280 + x) * 4, (y * 1280 + x) * 4 + 3);
    assert.equal(readStamp(pixels, landscape), null, flipped.meaning);
  }
});

test('a half-covered block, a number out of range and a picture too small are refused', () => {
  const covered = draw(landscape, 5, 1280, 720);
  const block = landscape.blocks[13];
  assert.ok(block !== undefined);
  for (let y = Math.round(block.y * 720); y < Math.round((block.y + block.height) * 720); y++)
    covered.data.fill(
      128,
      (y * 1280 + Math.round(block.x * 1280)) * 4,
      (y * 1280 + Math.round((block.x + block.width) * 1280)) * 4,
    );
  assert.equal(readStamp(covered, landscape), null);
  assert.equal(readStamp(draw(landscape, 1200, 1280, 720), landscape), null);
  assert.equal(readStamp({ data: new Uint8ClampedArray(4), width: 1, height: 1 }, landscape), null);
  assert.equal(readStamp({ data: new Uint8ClampedArray(0), width: 640, height: 360 }, landscape), null);
});
