// SPDX-License-Identifier: MIT

/** What rows say beside people's words: read early, but not before the first picture. */
export const english = {
  orderedToo: (name: string, product: string, count: number, shown: string) =>
    `${name} and ${shown} ${count > 1 ? 'others' : 'other'} ordered ${product}`,
  verified: 'Verified',
  sticker: (label: string) => `sticker, ${label}`,
  hello: (name: string) => `Say hello to ${name}`,
  helloAll: 'Say hello',
  quickHello: 'Hello',
  quickQuestion: 'Where do you ship to?',
  absent: 'Chat is not part of this show',
  failed: 'The chat cannot be reached.',
  failedWay: 'The show and its products go on. Reload the page to try the chat again.',
};

export type RowsWords = typeof english;
