// SPDX-License-Identifier: MIT
import { folded } from './skeleton.js';

/** Patterns a list may have, and what one may be. */
export const mostPatterns = 2000;
export const longestPattern = 64;
const mostStars = 2;

// Signs that stand for a letter do so inside a word: "b@d" is one word, and "bad!" ends with a mark.
const word = /[@$|!]*[\p{L}\p{N}\p{M}](?:[@$|!]*[\p{L}\p{N}\p{M}])*/gu;
const wordOfPattern = /[@$|!*]*[\p{L}\p{N}\p{M}](?:[@$|!*]*[\p{L}\p{N}\p{M}])*\**/gu;
const signs = /[@$|!]/g;
const unseen = /\p{Cf}/gu;
const letters = /\p{L}/gu;
const digits = /\p{N}/gu;
// Read without their marks. Elsewhere a mark makes another letter: か and が, ห and หี.
const bareScripts = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}`;
const marked = new RegExp(String.raw`([${bareScripts}])\p{M}+`, 'gu');
// Written without spaces, so a word of theirs may begin and end anywhere.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const countOf = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0;

/** A word as it looks. What has more digits than letters is a number, or the name of a thing: "A55". */
function seenAs(one: string): string {
  const isWord = countOf(one, letters) > 0 && countOf(one, letters) >= countOf(one, digits);
  if (!isWord) return one.replace(signs, '').toLowerCase();
  return folded(one.normalize('NFKD').replace(marked, '$1')).normalize('NFC');
}

const wordsOf = (text: string, kind = word): string[] =>
  (text.normalize('NFKC').replace(unseen, '').match(kind) ?? []).map(seenAs);

/** With letters that stand alone, three or more, as the word that they spell; and without the first or last of them. */
function joinedOf(words: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[], [], []];
  let spelt: string[] = [];
  const end = (): void => {
    const isWord = spelt.length >= 3;
    for (const [index, [from, to]] of (
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ] as const
    ).entries())
      all[index]?.push(...(isWord ? [spelt.slice(from, spelt.length - to).join('')] : spelt));
    spelt = [];
  };
  for (const one of words) {
    if ([...one].length === 1) spelt.push(one);
    else {
      end();
      for (const some of all) some.push(one);
    }
  }
  end();
  return all;
}

/** How a text may be read: signs as letters or as marks, words that points part, letters spelled or drawn out. */
function readingsOf(text: string): readonly string[] {
  const texts = [text, text.replace(signs, ' '), text.replace(/(?<=\p{L})[-._'’](?=\p{L})/gu, '')];
  const read = [...new Set(texts)].flatMap((one) => joinedOf(wordsOf(one)).map((words) => words.join(' ')));
  return [
    ...new Set(read.flatMap((one) => [one, ...['$1', '$1$1'].map((few) => one.replace(/(\p{L})\1{2,}/gu, few))])),
  ];
}

/** What a pattern looks for in a reading. */
interface Sought {
  /** All of these are there; looked for first, since it is quick whatever the text. */
  readonly parts: readonly string[];
  readonly expression: RegExp;
}

/** null where it looks for nothing. */
function soughtBy(pattern: string): Sought | null {
  // (Nothing of it means anything to an expression: letters, digits, marks, spaces and stars.)
  const words = wordsOf(pattern, wordOfPattern).join(' ');
  const inner = words.replace(/^\*+|\*+$/g, '');
  if (inner === '') return null;
  const isAnywhere = unspaced.test(pattern);
  const before = isAnywhere || words.startsWith('*') ? '' : '(?<![^ ])';
  const behind = isAnywhere || words.endsWith('*') ? '' : '(?![^ ])';
  const parts = inner.split(/\*+/);
  return { parts, expression: new RegExp(`${before}${parts.join(`[^ ]{0,${longestPattern}}`)}${behind}`, 'u') };
}

/**
 * Words that are not said in a room. A pattern is a word or some words, as a reader sees them: case, width, look-alikes of
 * other scripts, accents, letters drawn out or spelled out make no difference. `*` stands for any letters within a word:
 * `bad*` is how it begins, `*bad*` wherever it is. Words of scripts without spaces are found anywhere.
 */
export class WordList {
  readonly #sought: readonly Sought[];

  /** @param patterns at most {@link mostPatterns}, each at most {@link longestPattern} long */
  constructor(patterns: readonly string[]) {
    this.#sought = patterns.flatMap((pattern) => soughtBy(pattern) ?? []);
  }

  /** Whether one of them is in a text. */
  hits(text: string): boolean {
    if (this.#sought.length === 0) return false;
    const readings = readingsOf(text);
    return this.#sought.some(({ parts, expression }) =>
      readings.some((reading) => parts.every((part) => reading.includes(part)) && expression.test(reading)),
    );
  }
}

/** What is wrong with a pattern, as a sentence for who made it; null where nothing is. */
export function faultOf(pattern: string): string | null {
  if (pattern.length > longestPattern) return `A pattern has at most ${longestPattern} characters.`;
  if (pattern.split('*').length - 1 > mostStars) return `A pattern has at most ${mostStars} stars.`;
  return soughtBy(pattern) === null ? 'A pattern has at least one letter or digit.' : null;
}
