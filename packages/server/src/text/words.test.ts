// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLink } from './links.js';
import { faultOf, WordList } from './words.js';

const list = new WordList([
  'scam',
  'fake*',
  '*spam*',
  'buy elsewhere',
  'idiot',
  'click',
  '骗子',
  'ばか',
  'โกง',
  'หี',
  'रंडी',
  'мошенник',
  'احتيال',
]);

test('finds listed words as a reader sees them', () => {
  for (const text of [
    'what a scam',
    'SCAM!',
    'ｓｃａｍ',
    'ѕсаm',
    's\u200bc\u200da\u00adm',
    'śćám',
    '5c4m',
    '$c@m',
    'scaaaaam',
    's c a m',
    'what a s c a m',
    's.c.a.m',
    'sc.am',
    's-cam',
    '(scam)',
    '!scam',
    'wow!scam',
    '@idiot',
    'all fakes here',
    'antispammer',
    'you can buy  elsewhere, friends',
    '!diot',
    '他是骗子吗',
    'あのばかな人',
    'อย่าโกงนะ',
    'это Мошенник',
    'هذا احتيال!',
    'هَذا اِحْتِيَال',
  ])
    assert.equal(list.hits(text), true, text);
});

test('leaves other words alone', () => {
  for (const text of [
    'scamper',
    'a scampi dish',
    'prefaked',
    'I buy it here, and not elsewhere',
    'the dick clark show',
    '骗 子',
    'これはかわいい',
    'ไหม ให้ ห',
    'रोड',
    '4200 yuan, 5 pieces',
    '',
    '!!!',
    'is am a',
  ])
    assert.equal(list.hits(text), false, text);
  assert.equal(new WordList([]).hits('scam'), false);
  assert.equal(new WordList(['dick']).hits('click here'), false);
  assert.equal(new WordList(['ass']).hits('the Galaxy A55'), false);
});

test('takes numbers for numbers', () => {
  const numbers = new WordList(['100', '|5', '$200', '420*']);
  for (const text of ['only 100 left', 'just $100', 'take 5', 'for 200 €', '4201'])
    assert.equal(numbers.hits(text), true, text);
  for (const text of ['loo', 'hello', '', '1000', '17 left', '50']) assert.equal(numbers.hits(text), false, text);
});

test('takes no pattern for an expression', () => {
  const odd = new WordList(['a.b', '(x)', '[yz]', 'c++', '24|7', 'a|', '^$']);
  for (const text of ['axb', 'z', 'only 17 left', 'hello', '']) assert.equal(odd.hits(text), false, text);
  assert.equal(odd.hits('a.b'), true);
  assert.equal(faultOf('***'), 'A pattern has at most 2 stars.');
  assert.equal(faultOf('*'), 'A pattern has at least one letter or digit.');
  assert.equal(faultOf('x'.repeat(65)), 'A pattern has at most 64 characters.');
  assert.equal(faultOf('*bad*'), null);
});

test('is quick with long lists and texts made to be slow', () => {
  const texts = ['㍿'.repeat(200), '骗'.repeat(800), 'a'.repeat(1000), 'ab'.repeat(500), 'a b '.repeat(250)];
  for (const pattern of [(n: string) => `*骗*${n}子`, (n: string) => `*a*b${n}z`, (n: string) => `株*${n}z`]) {
    const long = new WordList(Array.from({ length: 1000 }, (_, index) => pattern(index.toString(36))));
    for (const text of texts) {
      const began = process.cpuUsage();
      assert.equal(long.hits(text), false);
      const { user } = process.cpuUsage(began);
      // Many times what it takes; a slow expression would take seconds.
      assert.ok(user < 400_000, `${pattern('n')} in ${text.slice(0, 4)}…: ${user} µs`);
    }
  }
});

test('finds links with and without a scheme, and no sentence', () => {
  for (const text of [
    'https://example.org/x',
    'look: HTTP://EXAMPLE.ORG',
    'www.example.org',
    'go to example.com',
    'tea-shop.example.cn/deal',
    'ｅｘａｍｐｌｅ．com',
    'exam\u200bple.com now',
    't.me/shop',
    '10.0.0.1:8080/x',
    'Go to example.com.',
    'магазин.com',
    '淘宝.com!',
    'example.de',
    'example.co.uk',
    '(example.org)',
  ])
    assert.equal(hasLink(text), true, text);
  for (const text of [
    'lovely.the colour is great',
    'ok.so what now',
    'e.g. this one',
    'v1.2.3',
    '3.5 stars',
    'Amélie...yes',
    'a:b',
    '12.50 €',
    'Love this.Shop more',
    'at 20:30/21:00',
    '@anna.lee',
  ])
    assert.equal(hasLink(text), false, text);
});
