// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { Strain } from './load.js';

/** No room is told of news seldomer. */
export const longestTick: Ms = 1000;

/** How often a room is told of news: the more watch, the seldomer; seldomer still while the process does not keep up. */
export function tickFor(viewers: number, strain: Strain = 0): Ms {
  const usual = viewers < 2000 ? 100 : viewers < 500_000 ? 250 : longestTick;
  if (strain === 0) return usual;
  if (strain === 1) return viewers < 2000 ? usual : Math.min(longestTick, usual * 2);
  return viewers < 2000 ? 250 : longestTick;
}

/** Which part of the messages that may be sent a second is. */
export function shareFor(strain: Strain): number {
  return 1 / 2 ** strain;
}
