// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import fc from 'fast-check';
import { hostile, hostileClasses } from '../testing/hostile.fixture.js';
import { VitrineError } from './error.js';
import { checkUrl, safeUrl, type UrlUse } from './urls.js';

const allowed: Readonly<Record<UrlUse, RegExp>> = {
  link: /^(?:https?|mailto|tel):/,
  image: /^(?:https?:|blob:|data:image\/(?:png|jpeg|webp|avif|gif|svg\+xml)[;,])/i,
  media: /^(?:https?|blob):/,
  socket: /^wss?:/,
  checkout: /^https:|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|[^/]+\.localhost)(?:[:/]|$)/,
};
const uses = Object.keys(allowed) as UrlUse[];
const longest = 2048;
const longestPicture = 65_536;

/** What may be made a link or a picture of, or nothing. Anything but a refusal that is thrown fails. */
function taken(value: unknown, use: UrlUse): string | undefined {
  const url = safeUrl(value, use);
  let checked: string | undefined;
  try {
    checked = checkUrl(value, use, 'field');
  } catch (error) {
    expect(error).to.be.instanceOf(VitrineError);
    expect(error).to.include({ code: 'BAD_URL', field: 'field' });
  }
  expect(checked).to.equal(url);
  return url;
}

function expectSafe(url: string, use: UrlUse, given: unknown): void {
  const told = `${use} ${JSON.stringify(given)} became ${url}`;
  expect(url, told).to.match(allowed[use]);
  expect(url, told).not.to.match(/[\\\u0000-\u0020\u007f]/);
  expect(url.length, told).to.be.at.most(/^data:/i.test(url) ? longestPicture : longest);
  // What a browser makes of it on any page is what was checked.
  const { protocol, username, password, href } = new URL(url, 'https://another.example/page/');
  expect(`${protocol} ${username}${password}`, told).to.match(/^(?:https?|mailto|tel|blob|data|wss?): $/);
  expect(href, told).to.equal(url);
  expect(taken(url, use), `${told}, and is another the second time`).to.equal(url);
}

const schemes = fc.constantFrom(
  ...[
    'javascript',
    'JaVaScRiPt',
    'java\tscript',
    'vbscript',
    'data',
    'http',
    'https',
    'HTTPS',
    'ws',
    'wss',
    'blob',
    'mailto',
  ],
  ...[
    'tel',
    'ftp',
    'file',
    'about',
    'view-source',
    'filesystem',
    'x',
    '',
    '\u0001javascript',
    '\u00a0https',
    'jаvascript',
  ],
);
const glue = fc.constantFrom(':', '://', ':/', ':\\\\', ':\t//', '&colon;', '%3A', ':///', '//', '', '：');
const host = fc.oneof(
  fc.constantFrom(
    'shop.example',
    'user:pass@shop.example',
    'user@',
    'localhost',
    '127.0.0.1:80',
    '[::1]',
    '[::1',
    'xn--',
    '\u202eexample',
  ),
  fc.constantFrom(
    'image/png;base64,AAAA',
    'text/html,<script>breach()</script>',
    'image/svg+xml,<svg/>',
    'ｅｘａｍｐｌｅ.com',
    'a b',
    '',
  ),
  fc.webAuthority(),
);
const path = fc.oneof(
  fc.constantFrom(
    '',
    '/',
    '/a.png',
    '/\n',
    '/\u0000',
    '/\\..',
    '/%00',
    '/%',
    '?a=b#c',
    '/ชา',
    '//',
    '/\u202e',
    '#javascript:breach()',
    '/\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.tuple(fc.constantFrom('ชา', 'a', '%', ' ', '😀'), fc.nat(2500)).map(([piece, times]) => `/${piece.repeat(times)}`),
);
const urls = fc.oneof(
  fc.tuple(schemes, glue, host, path).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...hostile), path).map((parts) => parts.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('checkUrl, of whatever comes', () => {
  it('gives addresses of the allowed kinds only, the same when they are checked again', () => {
    fc.assert(
      fc.property(urls, fc.constantFrom(...uses), (value, use) => {
        const url = taken(value, use);
        if (url !== undefined) expectSafe(url, use, value);
      }),
      { numRuns: 1500 },
    );
  });

  it('takes nothing that is no text', () => {
    fc.assert(
      fc.property(
        fc.anything().filter((value) => typeof value !== 'string'),
        fc.constantFrom(...uses),
        (value, use) => {
          expect(taken(value, use)).to.equal(undefined);
        },
      ),
    );
  });

  it('makes no program of an address that is one', () => {
    for (const use of uses) {
      for (const text of hostile) {
        const url = taken(text, use);
        if (url !== undefined) expectSafe(url, use, text);
      }
      for (const text of hostileClasses['addresses that are programs'] ?? []) {
        const url = taken(text, use);
        // What is left of them is an address on the page's own site, or a picture, in which nothing runs.
        if (url !== undefined) expect(url, text).to.match(/^(?:https?:|data:image\/|blob:)/);
      }
    }
  });
});
