// SPDX-License-Identifier: MIT

// Ends of names that people write without a scheme or a path. Ends that are words as well ("me", "shop") are left out: a
// sentence without a space after its point would be a link.
const ends = 'com|net|org|info|biz|xyz|vip|cn|ru|de|fr|es|uk|jp|kr|br|io|tv|cc|ai';
const name = String.raw`(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,4}`;
const address = new RegExp(
  [
    String.raw`[a-z][a-z0-9+.-]{1,20}:\/\/\S`,
    String.raw`(?<![\p{L}\p{N}])www\.[\p{L}\p{N}]`,
    String.raw`${name}(?:${ends})(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])`,
    String.raw`(?<!\d)\d{1,3}(?:\.\d{1,3}){3}[:\/]\S`,
    // With a path or a port any end will do.
    String.raw`${name}[\p{L}\p{N}-]{2,24}(?:\/[\p{L}\p{N}]|:\d{2,5}(?!\d))`,
  ].join('|'),
  'iu',
);

/**
 * Whether a text has an address of the web in it: with its scheme or a path, or as people write names without. A bare name
 * of an unusual end passes.
 */
export function hasLink(text: string): boolean {
  return address.test(text.normalize('NFKC').replace(/\p{Cf}/gu, ''));
}
