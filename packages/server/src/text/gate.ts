// SPDX-License-Identifier: MIT
import { Refusal } from '../refusal.js';

/** What a text may be. */
export interface TextLimits {
  /** Graphemes: what a reader calls characters. */
  readonly graphemes: number;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

// Tabs and line ends part words; the other controls do nothing but harm.
const parting = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// C0 and C1 controls; embeddings, overrides and isolates, which turn the text after them around; the byte order mark
// and interlinear marks. The single marks LRM, RLM and ALM stay: Arabic and Hebrew need them beside numbers.
const harmful = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const lone = /\p{Surrogate}/gu;
// Tag characters spell the flags of England, Scotland and Wales after a black flag; elsewhere they are invisible words.
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,16}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
// Check marks, in a name: what is said of a person by the shop alone. (A selector of their look goes with them.)
const checks = /[\u221a\u237b\u23b7\u2611\u2705\u2713\u2714\u{10102}\u{1f5f8}\u{1f5f9}\u{1fbb1}][\ufe0e\ufe0f]?/gu;
const visible = /[^\p{Cf}\p{Z}\p{M}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]/u;
const stacking = /[\p{Mn}\p{Me}]/u;
const transparent = /\p{Cf}/u;
const mostMarks = 3;
/** What a shop may call its customers; what a guest is called is shorter. */
const longestName: TextLimits = { graphemes: 64, bytes: 512 };

/**
 * Keeps at most three marks over or under one letter. Joiners and what else cannot be seen do not end a letter: browsers
 * put marks behind them on the letter before, so they would hide a tower.
 */
function withoutTowers(text: string): string {
  if (!stacking.test(text)) return text;
  let kept = '';
  let marks = 0;
  for (const character of text) {
    if (stacking.test(character)) {
      if (++marks > mostMarks) continue;
    } else if (!transparent.test(character)) marks = 0;
    kept += character;
  }
  return kept;
}

/** How many characters a reader sees; stops counting beyond `most`. */
export function countGraphemes(text: string, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const _segment of segmenter.segment(text)) if (++count > most) break;
  return count;
}

/** The text on one line, without what acts on what stands around it. */
function neutral(input: string): string {
  const text = input
    .replace(lone, '')
    .replace(parting, ' ')
    .replace(harmful, '')
    .replace(tags, (_match, flag: string | undefined) => flag ?? '')
    .normalize('NFC');
  return (
    withoutTowers(text)
      // Without the marks between them letters may meet that are one.
      .normalize('NFC')
      .replace(/\s{2,}/g, ' ')
      .trim()
  );
}

/** A name without what looks as if the shop vouched for it. */
export const withoutChecks = (name: string): string => name.replace(checks, '');

/**
 * A name as the room may see it, whoever vouches for it: what a text must not have is dropped, and what is too long is cut.
 * @returns undefined where there is nothing to see in it
 */
export function passName(input: string): string | undefined {
  // Before anything is done with it: what follows takes time in proportion.
  const text = neutral(withoutChecks(input.slice(0, longestName.bytes * 2)));
  let name = '';
  let count = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (++count > longestName.graphemes || Buffer.byteLength(name + segment) > longestName.bytes) break;
    name += segment;
  }
  name = name.trim();
  return visible.test(name) ? name : undefined;
}

/**
 * The text as the room may see it: NFC, on one line, without characters that act on what stands around them. Scripts
 * that need marks and joiners, emoji families and flags come through byte for byte.
 * @throws {Refusal} `MESSAGE_EMPTY`, `MESSAGE_TOO_LONG`
 */
export function passText(input: string, { graphemes, bytes }: TextLimits, field = 'text'): string {
  const tooLong = (): Refusal =>
    new Refusal('MESSAGE_TOO_LONG', `It may have ${graphemes} characters and ${bytes} bytes.`, {
      field,
      params: { maximum: graphemes },
    });
  // Before anything is done with it: what follows takes time in proportion.
  if (input.length > bytes * 2) throw tooLong();
  const text = neutral(input);
  if (!visible.test(text)) throw new Refusal('MESSAGE_EMPTY', 'There is nothing to see in it.', { field });
  // (Counting is most of the work, and a text has at most as many graphemes as code units.)
  const isLong = text.length > graphemes && countGraphemes(text, graphemes) > graphemes;
  if (isLong || Buffer.byteLength(text) > bytes) throw tooLong();
  return text;
}
