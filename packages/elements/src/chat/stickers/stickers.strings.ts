// SPDX-License-Identifier: MIT

export const english = {
  stickers: 'Stickers',
  loading: 'Loading stickers…',
  none: 'There are no stickers here now.',
  failed: 'The stickers cannot be reached.',
};

export type StickerWords = typeof english;
