// SPDX-License-Identifier: MIT
import type { Sticker } from '@vitrine/core';

const drawn = (shape: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">${shape}</svg>`)}`;

/** Two that can be had, one whose picture is broken, and one whose address is refused. */
export const stickers: readonly [heart: Sticker, star: Sticker, broken: Sticker, refused: Sticker] = [
  {
    id: 'heart',
    url: drawn('<path fill="#d9485f" d="M48 84 17 52a20 20 0 0 1 31-25 20 20 0 0 1 31 25z"/>'),
    label: 'Love it',
  },
  {
    id: 'star',
    url: drawn('<path fill="#f2b33d" d="m48 10 11 25 27 3-20 18 5 27-23-14-23 14 5-27-20-18 27-3z"/>'),
    label: 'Bravo',
  },
  { id: 'broken', url: 'data:image/png;base64,AAAA', label: 'Freshly picked' },
  { id: 'refused', url: 'javascript:breach()', label: 'Tea time' },
];
