// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostile } from '../../../core/src/testing/hostile.fixture.js';
import { writings } from '../../../core/src/testing/writings.fixture.js';
import { Refusal } from '../refusal.js';
import { countGraphemes, passText } from './gate.js';

const limits = { graphemes: 200, bytes: 3000 };
const few = { graphemes: 5, bytes: 40 };

/** What passed, or null where it was refused as a text may be. Anything else that is thrown fails. */
function passed(text: string, within = limits): string | null {
  try {
    return passText(text, within);
  } catch (error) {
    assert.ok(error instanceof Refusal, `${JSON.stringify(text)} threw ${String(error)}`);
    assert.ok(error.code === 'MESSAGE_EMPTY' || error.code === 'MESSAGE_TOO_LONG', error.code);
    assert.equal(error.field, 'text');
    return null;
  }
}

// Whatever acts on what stands around it: written here once more, as a reader of the promise would.
const harm =
  /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/u;
const tower = /(?:[\p{Mn}\p{Me}]\p{Cf}*){4}/u;

// Marks that come to rest on each other, joiners, what turns around, halves of characters, tags, letters that compose.
const pieces = [
  ...[
    'a',
    'Z',
    ' ',
    '\t',
    '\r\n',
    '\u00a0',
    '\u2003',
    '\u3000',
    '\u0301',
    '\u0308',
    '\u0323',
    '\u0335',
    '\u20dd',
    '\u034f',
  ],
  ...[
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\u2064',
    '\u206a',
    '\u180e',
    '\u00ad',
    '\u200e',
    '\u200f',
    '\u061c',
    '\u202a',
    '\u202e',
    '\u202c',
    '\u2066',
  ],
  ...[
    '\u2069',
    '\u0000',
    '\u0007',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ufffb',
    '\ud83d',
    '\ude00',
    '\ud800',
  ],
  ...[
    '\u{1f3f4}',
    '\u{e0067}',
    '\u{e0062}',
    '\u{e007f}',
    '\u{e0001}',
    '\u{e0100}',
    '\ufe0f',
    '\u20e3',
    '\u{1f3fd}',
    '👩',
    '🇵',
  ],
  ...[
    'क',
    '\u094d',
    'ष',
    '\u093c',
    'ก',
    '\u0e33',
    '\u0e49',
    'ಕ',
    '\u0cc6',
    '\u0cc2',
    '\u0cd5',
    '\u0dd9',
    '\u0dcf',
    '\u0dca',
  ],
  ...[
    '\u1100',
    '\u1161',
    '\u11a8',
    '가',
    '\u09c7',
    '\u09be',
    '\u0958',
    '\ufb2c',
    '\u212b',
    '\u0344',
    '\u0f71',
    '\u0f72',
    '\u0f74',
  ],
  ...[
    '\u{1d15e}',
    '\u2adc',
    '\ufdfa',
    '\uf900',
    '\u3164',
    '\u115f',
    '\u2800',
    '<',
    '&',
    '"',
    '\u1b06',
    '\u1b35',
    '\u1b05',
  ],
  ...[
    '\u{11131}',
    '\u{11127}',
    '\u{114b9}',
    '\u{114ba}',
    '\u0dda',
    '\u0d46',
    '\u0d3e',
    '\u1025',
    '\u102e',
    '\u05d0',
    '\u05b7',
  ],
];
const piece = fc.constantFrom(...pieces);
const joined = (parts: readonly string[]): string => parts.join('');
const built = fc.array(piece, { maxLength: 60 }).map(joined);
// Of few kinds, so that they meet in every order.
const mixed = fc
  .uniqueArray(piece, { minLength: 2, maxLength: 4 })
  .chain((few) => fc.array(fc.constantFrom(...few), { maxLength: 14 }))
  .map(joined);
const repeated = fc.tuple(built, fc.integer({ min: 1, max: 400 })).map(([text, times]) => text.repeat(times));
const texts = fc.oneof(
  { weight: 4, arbitrary: built },
  { weight: 4, arbitrary: mixed },
  { weight: 1, arbitrary: repeated },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)) },
  { weight: 1, arbitrary: fc.tuple(built, fc.constantFrom(...hostile), built).map((parts) => parts.join('')) },
);

test('a text that has passed passes again, as it is, has nothing harmful in it and is within bounds', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(limits, few), (text, within) => {
      const once = passed(text, within);
      if (once === null) return;
      assert.equal(passed(once, within), once, `Not the same the second time: ${JSON.stringify(text)}`);
      assert.doesNotMatch(once, harm);
      assert.doesNotMatch(once, tower);
      assert.equal(once.normalize('NFC'), once);
      assert.equal(Buffer.from(once).toString(), once);
      assert.equal(once.trim(), once);
      assert.ok(countGraphemes(once) <= within.graphemes);
      assert.ok(Buffer.byteLength(once) <= within.bytes);
    }),
    { numRuns: 6000 },
  );
});

test('what cannot be seen ends no letter, so that no tower is hidden in it', () => {
  for (const unseen of [
    '\u2060',
    '\u2061',
    '\u2064',
    '\u206a',
    '\u061c',
    '\u180e',
    '\u{1d173}',
    '\u00ad',
    '\u200b',
    '\u200e',
  ]) {
    const once = passed(`Z${`\u0301\u0302\u0303${unseen}`.repeat(10)}o`);
    assert.equal(once?.match(/\p{M}/gu)?.length, 3, JSON.stringify(unseen));
  }
});

test('letters that meet because a mark between them was dropped are one, at once', () => {
  // Each is a letter of two halves; the mark between them is the fourth.
  for (const [base, first, second] of [
    ['ಕ', '\u0cc6', '\u0cc2'],
    ['ಕ', '\u0cc6', '\u0cd5'],
    ['ᬓ', '\u1b3a', '\u1b35'],
  ] as const) {
    const once = passed(`${base}\u0301\u0301${first}\u0301${second}`);
    assert.ok(once !== null);
    assert.equal(once, once.normalize('NFC'));
    assert.equal(passed(once), once);
  }
});

test('nothing that is said in the hope that a page runs it is lost, but for what is not to be seen', () => {
  for (const text of hostile) {
    const once = passed(text);
    assert.ok(once !== null, JSON.stringify(text));
    const seen = (given: string): string => given.normalize('NFC').replace(/[\p{C}\p{Z}\p{M}]/gu, '');
    assert.equal(seen(once), seen(text));
  }
});

test('keeps what people write, in every script, byte for byte', () => {
  for (const [language, name, text] of writings) {
    assert.equal(text.normalize('NFC'), text, `${language} is to be written in NFC`);
    assert.equal(passed(text), text, language);
    assert.equal(passed(name), name, language);
  }
});

test('is quick with what is made to be slow', () => {
  const slow = [
    `Z${'\u0301'.repeat(10_000)}`,
    `Z${'\u0301\u0323'.repeat(2900)}`,
    '\u{1f3f4}\u{e0067}'.repeat(1900),
    `\u{1f3f4}${'\u{e0067}'.repeat(2000)}`,
    ' '.repeat(5999),
    'a\u200d'.repeat(2900),
    '\ufdfa'.repeat(2999),
    '\u0f71\u0f72\u0f74'.repeat(1900),
    '🇵'.repeat(2900),
  ];
  for (const text of slow) {
    const began = process.cpuUsage();
    passed(text);
    const { user } = process.cpuUsage(began);
    // Many times what it takes.
    assert.ok(user < 300_000, `${JSON.stringify(text.slice(0, 4))}…: ${user} µs`);
  }
});
