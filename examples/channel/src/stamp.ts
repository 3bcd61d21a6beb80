// SPDX-License-Identifier: MIT

/** Pixels as `CanvasRenderingContext2D.getImageData` gives them: four bytes each, rows from the top. */
export interface StampPixels {
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** One block of the strip, in shares (0 to 1) of the picture's width and height. */
export interface StampBlock {
  /** `white`, `black`, `bit0` to `bit10`, or `parity`. */
  readonly meaning: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The blocks of one composition, as `compositions.<name>` of `media/stamp.json` lists them. */
export interface StampLayout {
  readonly blocks: readonly StampBlock[];
}

/** Number of frames a stamp can name; a higher number is rejected. */
const frames = 1200;
/** Least difference between the white and black guards, of 255. */
const leastContrast = 70;

/** Mean brightness (0 to 255) of the middle of a block, away from its blurred edges. */
const brightness = (pixels: StampPixels, block: StampBlock): number => {
  const inset = 0.28;
  const left = Math.floor((block.x + block.width * inset) * pixels.width);
  const right = Math.max(left + 1, Math.ceil((block.x + block.width * (1 - inset)) * pixels.width));
  const top = Math.floor((block.y + block.height * inset) * pixels.height);
  const bottom = Math.max(top + 1, Math.ceil((block.y + block.height * (1 - inset)) * pixels.height));
  let sum = 0;
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * pixels.width + x) * 4;
      const [red, green, blue] = [pixels.data[at], pixels.data[at + 1], pixels.data[at + 2]];
      if (red === undefined || green === undefined || blue === undefined) return Number.NaN;
      sum += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      count++;
    }
  }
  return sum / count;
};

/**
 * Reads the burned-in frame number (0 to 1199) from a picture of any size, or gives `null` when the
 * guards, a doubtful block or the parity say that this is no whole stamp.
 */
export const readStamp = (pixels: StampPixels, layout: StampLayout): number | null => {
  const levels = layout.blocks.map((block) => ({ meaning: block.meaning, value: brightness(pixels, block) }));
  const guards = (name: string): number[] => levels.filter((l) => l.meaning === name).map((l) => l.value);
  const white = Math.min(...guards('white'));
  const black = Math.max(...guards('black'));
  // Also false when a block lies outside the picture, which makes its value not a number.
  if (!(white - black >= leastContrast)) return null;
  let frame = 0;
  let ones = 0;
  for (const { meaning, value } of levels) {
    if (meaning === 'white' || meaning === 'black') continue;
    const share = (value - black) / (white - black);
    // Between the levels lies a mixed or covered block: better no answer than a wrong one.
    if (!(share < 0.36 || share > 0.64)) return null;
    if (share < 0.5) continue;
    ones++;
    if (meaning !== 'parity') frame |= 1 << Number(meaning.slice(3));
  }
  return ones % 2 === 1 && frame < frames ? frame : null;
};
