// SPDX-License-Identifier: MIT

// A reader's eye, after the confusables of UTS 39: the letters of other scripts and the digits that pass for Latin
// ones, lower case. Only what is needed to imitate a Latin name; NFKD has dealt with full width, circled and
// mathematical letters before.
const lookalikes: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'l',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  у: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  ь: 'b',
  ӏ: 'l',
  п: 'n',
  г: 'r',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'l',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  ς: 'c',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  γ: 'y',
  // Armenian and Latin letters with another shape
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ո: 'n',
  ց: 'g',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'l',
  ı: 'l',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ʏ: 'y',
  ɴ: 'n',
  ʟ: 'l',
  ʀ: 'r',
  ɪ: 'l',
  // digits and signs; i and l are one, as I and l are
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '|': 'l',
  '!': 'l',
  i: 'l',
};
const pairs: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
];

/** Every letter, digit or sign as the Latin letter it passes for, without width or case. Never shown. */
export function folded(text: string): string {
  let seen = '';
  for (const character of text.normalize('NFKD').toLowerCase()) seen += lookalikes[character] ?? character;
  return seen;
}

/** What a name looks like: two names with one skeleton cannot be told apart at a glance. Never shown. */
export function skeleton(name: string): string {
  let seen = folded(name).replace(/[^\p{L}\p{N}]/gu, '');
  for (const [pair, single] of pairs) seen = seen.replace(pair, single);
  return seen;
}

const offices = [
  'admin',
  'administrator',
  'moderator',
  'mod',
  'host',
  'official',
  'staff',
  'support',
  'system',
  'verified',
  'vitrine',
];
const officeSkeletons: ReadonlySet<string> = new Set(offices.map(skeleton));
// A shorter name inside another is chance: "Lin" in "Linda".
const leastInside = 6;

/**
 * Whether a viewer may not be called that: it looks like an office, like the host or the brand, or contains one.
 * @param reserved names of the room: host and brand
 */
export function isReservedName(name: string, reserved: readonly string[]): boolean {
  const seen = skeleton(name);
  if (officeSkeletons.has(seen)) return true;
  return reserved.some((other) => {
    const kept = skeleton(other);
    return kept !== '' && (seen === kept || (kept.length >= leastInside && seen.includes(kept)));
  });
}
