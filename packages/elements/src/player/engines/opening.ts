// SPDX-License-Identifier: MIT
import type { EngineOptions } from './engine.js';
import type { MediaList, Variant } from './playlist.js';

/** Bits per second believed of a line before anything was measured on it: enough for a small rendition. */
let estimate = 1_200_000;
/** The share of the line that the first rendition may take. */
const openingShare = 0.8;

/** What the line was last seen to carry, in bits per second: one page has one line. */
export function lineEstimate(): number {
  return estimate;
}

export function rememberLine(measured: number): void {
  if (measured > 0 && Number.isFinite(measured)) estimate = measured;
}

/** The rendition to open with: the largest that the line surely carries, and no larger than the box. */
export function openingVariant(
  variants: readonly Variant[],
  { size, quality }: Pick<EngineOptions, 'quality'> & { readonly size: ReturnType<EngineOptions['size']> },
): Variant {
  const pictures = variants.filter(({ height }) => height > 0);
  const sorted = [...(pictures.length > 0 ? pictures : variants)].sort((a, b) => a.bandwidth - b.bandwidth);
  // The smallest that fills the box is large enough.
  const cap = sorted.findIndex(({ width, height }) => width >= size.width || height >= size.height);
  const fits = sorted.filter(
    ({ bandwidth }, index) => bandwidth <= estimate * openingShare && (cap < 0 || index <= cap),
  );
  const asked = quality === 'auto' ? fits.at(-1) : sorted.find(({ height }) => height === quality);
  return asked ?? (sorted[0] as Variant);
}

/** Seconds behind the end of a live list: what the server asks for, else two segments where hls.js would take three. */
export function distanceBehind(
  { partHoldBack, holdBack, targetDuration }: Pick<MediaList, 'partHoldBack' | 'holdBack' | 'targetDuration'>,
  lowLatency: boolean,
): number {
  return (lowLatency && partHoldBack) || holdBack || 2 * targetDuration;
}
