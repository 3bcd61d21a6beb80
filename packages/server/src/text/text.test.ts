// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '../clock.fixture.js';
import { Refusal } from '../refusal.js';
import { Buckets } from './buckets.js';
import { countGraphemes, passName, passText } from './gate.js';
import { isReservedName, skeleton } from './skeleton.js';

const limits = { graphemes: 200, bytes: 3000 };
const pass = (text: string): string => passText(text, limits);
const codeOf = (text: string, with_ = limits): string => {
  try {
    passText(text, with_);
    return 'passed';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

test('keeps writing of the world byte for byte', () => {
  const kept = [
    'สวัสดีครับ น้ำชานี้หอมมาก ที่รัก',
    'यह चाय बहुत अच्छी है, क्षत्रिय ज्ञान',
    'اللون رائع جدًا، هل هذا محصول ٢٠٢٦؟',
    'مُحَمَّدٌ',
    'שָׁלוֹם',
    'می‌خواهم',
    'ක්‍ෂ ශ්‍රී',
    '👨‍👩‍👧‍👦 👩🏽‍🚀 ❤️‍🔥 🏳️‍🌈',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇵🇹 1️⃣',
    '凤凰单丛 茶　好',
    'Việt Nam, Ångström, naïve',
    '\u200fשלום\u200e 24',
    'price <b>&amp;</b> "24"',
  ];
  for (const text of kept) assert.equal(pass(text), text);
});

test('takes away what acts on other text or cannot be seen', () => {
  const cases: readonly (readonly [given: string, passed: string])[] = [
    ['a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['a\u0085b\u009fc', 'a bc'],
    ['a\u202eb\u202dc\u2066d\u2069e\u202af\u202c', 'abcdef'],
    ['a\u2028b\u2029c\r\nd\te', 'a b c d e'],
    ['  a   b \u00a0 c  ', 'a b c'],
    ['a\ud800b\udfffc', 'abc'],
    ['\ufeffa\ufff9b', 'ab'],
    ['e\u0301', 'é'],
    ['a\u{e0041}\u{e0042}b', 'ab'],
    ['\u{1f3f4}\u{e0067}', '\u{1f3f4}'],
  ];
  for (const [given, passed] of cases) assert.equal(pass(given), passed);
});

test('lets no tower of marks stand, however it is built', () => {
  const tower = `Z${'\u0335\u0322\u0301\u0308'.repeat(10)}o`;
  assert.ok((pass(tower).match(/\p{M}/gu) ?? []).length <= 3);
  const joined = `Z${'\u0335\u0322\u0316\u200d'.repeat(10)}o`;
  assert.ok((pass(joined).match(/\p{M}/gu) ?? []).length <= 3);
});

test('counts what a reader counts', () => {
  assert.equal(countGraphemes('👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿नि'), 3);
  assert.equal(codeOf('x'.repeat(200)), 'passed');
  assert.equal(codeOf('x'.repeat(201)), 'MESSAGE_TOO_LONG');
  assert.equal(codeOf('👨‍👩‍👧‍👦'.repeat(50)), 'passed');
  assert.equal(codeOf(`a${'\u200d👩'.repeat(600)}`), 'MESSAGE_TOO_LONG');
  assert.equal(codeOf('x'.repeat(1_000_000)), 'MESSAGE_TOO_LONG');
});

test('refuses what shows nothing', () => {
  for (const text of ['', '   ', '\u200b\u200d', '\u3164\u2800', '\u0000\u202e', '\u0301', '\ud800']) {
    assert.equal(codeOf(text), 'MESSAGE_EMPTY', JSON.stringify(text));
  }
});

test('leaves no check mark in a name, which would look as if the shop vouched for it', () => {
  for (const [given, passed] of [
    ['Kiln & Co. ✔️', 'Kiln & Co.'],
    ['✓Priya✅', 'Priya'],
    ['☑️ 🗸 Tom H 🗹', 'Tom H'],
    ['💚 Hana', '💚 Hana'],
  ] as const)
    assert.equal(passName(given), passed);
  for (const mark of ['✓', '✔', '✔\ufe0f', '✔\ufe0e', '☑️', '✅', '√', '⍻', '⎷', '🗸', '🗹', '🮱', '𐄂'])
    assert.equal(passName(mark), undefined, mark);
});

test('sees through names that imitate the host, the brand or an office', () => {
  const reserved = ['Lin Yue', 'Lingnan Tea House'];
  for (const name of [
    'lin yue',
    'Lin  Yue',
    'L1n Yue',
    'Lіn Yuе',
    'ＬＩＮ ＹＵＥ',
    'lin.yue',
    'Łin Yue',
    'Lin Yue Official',
    'LingnanTeaHouse ✔',
    'admin',
    'Аdmіn',
    'M0derator',
    'Vеrifiеd',
    'rnoderator',
    'h0st',
  ]) {
    assert.equal(isReservedName(name, reserved), true, name);
  }
  for (const name of ['Priya', 'Linda', 'Yue', 'Amélie', 'สมชาย', 'سارة', '小鹿', 'Tom H', 'Hosta']) {
    assert.equal(isReservedName(name, reserved), false, name);
  }
  assert.equal(skeleton('раураl'), skeleton('paypal'));
});

test('lets a burst through and then a steady rate', () => {
  const clock = new ManualClock();
  const buckets = new Buckets({ perSecond: 2, burst: 3 }, clock);
  assert.deepEqual([buckets.take('a'), buckets.take('a'), buckets.take('a')], [0, 0, 0]);
  assert.equal(buckets.take('a'), 500);
  assert.equal(buckets.take('b'), 0);
  clock.move(500);
  assert.equal(buckets.take('a'), 0);
  assert.equal(buckets.takeUpTo('c', 10), 3);
  assert.equal(buckets.takeUpTo('c', -10), 0);
});
