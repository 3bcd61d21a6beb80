// SPDX-License-Identifier: MIT

/** The length a reader counts: an emoji family is one. */
export function countGraphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}
