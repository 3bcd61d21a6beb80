// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';

/** How often a room is told of news: the more watch, the seldomer. */
export function tickFor(viewers: number): Ms {
  return viewers < 2000 ? 100 : viewers < 500_000 ? 250 : 1000;
}
