// SPDX-License-Identifier: MIT
// What people write, by the server that is run and its sockets: whatever it looks like it reaches others as it is, but for
// what acts on the text around it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckoutSession, Product } from '@vitrine/core';
import { hostile, hostileClasses } from '../../../core/src/testing/hostile.fixture.js';
import { writings } from '../../../core/src/testing/writings.fixture.js';
import { ask, Client, guest, newKey, startServer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';
import { passText } from '../text/gate.js';
import { honestRoom } from './honest.fixture.js';

const ownerToken = 'the-owner-of-what-is-written';
/** So many messages at once, a connection's frames being counted. */
const most = 50;

const passed = (text: string): string => passText(text, { graphemes: 200, bytes: 3000 });

async function say(server: VitrineServer, texts: readonly string[]): Promise<void> {
  for (let from = 0; from < texts.length; from += most) {
    const client = await Client.join(server, { as: { name: 'Mallory', role: 'moderator', subject: 'mallory' } });
    const part = texts.slice(from, from + most);
    for (const text of part) client.say(text);
    await client.until(() => client.of('a').length + client.of('e').length === part.length, 'all answers');
    assert.deepEqual(client.of('e'), []);
    await client.leave();
  }
}

test('what is said in the hope that a page runs it reaches the room as text, and those who come back or late', async (t) => {
  assert.ok(new Set(hostile).size >= 200, `${new Set(hostile).size} strings`);
  const { server, honest, undisturbed } = await honestRoom(t);
  await say(server, hostile);
  const texts = ({ messages }: Client): string[] => messages.filter(({ u }) => u.id === 'mallory').map(({ x }) => x);
  await honest.until(() => texts(honest).length === hostile.length, 'all of it');
  assert.deepEqual(texts(honest), hostile.map(passed));
  const late = await Client.join(server);
  await late.first('snap');
  assert.deepEqual(texts(late), hostile.slice(-50).map(passed));
  const from = honest.messages[0]?.at ?? 0;
  const { body } = await ask<{ items: { m: { x: string } }[] }>(
    server.url,
    'GET',
    `/rooms/demo/history?from=${from}&to=${Date.now() + 60_000}&kinds=message`,
  );
  const kept = body.items.map(({ m }) => m.x);
  assert.deepEqual(kept.filter((text) => hostile.map(passed).includes(text)).length, hostile.length);
  await undisturbed();
});

test('a name is what a name may be, whoever signed for it', async (t) => {
  const { server, honest } = await honestRoom(t);
  const names: readonly (readonly [given: string, shown: string])[] = [
    ['\u202eeuY niL', 'euY niL'],
    ['Lin\u0000Yue\u2066', 'LinYue'],
    ['Zoë\u2028Zoë', 'Zoë Zoë'],
    ['Zoe\u0308', 'Zoë'],
    [`Z${'\u0301\u0323\u0335'.repeat(300)}o`, '\u1e92\u0335\u0335\u0335o'],
    ['\ufeff  Ada \t ', 'Ada'],
    ['a\u{e0041}\u{e0042}b', 'ab'],
    ['Ada \ud800', 'Ada'],
    ['x'.repeat(1000), 'x'.repeat(64)],
    [`${'👨‍👩‍👧‍👦'.repeat(70)}`, '👨‍👩‍👧‍👦'.repeat(20)],
    ['\u200b\u2060', 'Guest'],
    ['', 'Guest'],
    ['\u3164', 'Guest'],
  ];
  for (const [index, [given, shown]] of names.entries()) {
    const client = await Client.join(server, { as: { name: given, subject: `person-${index}` } });
    const { viewer } = await client.first('ok');
    assert.equal(viewer.name ?? 'Guest', shown, JSON.stringify(given));
    client.say(`I am number ${index}`);
    const row = await honest.message(`I am number ${index}`);
    assert.equal(row.u.n, shown, JSON.stringify(given));
    await client.leave();
  }
});

test('what is a name in the hope that a page runs it reaches the room as a name', async (t) => {
  const { server, honest } = await honestRoom(t);
  const shown = (name: string): string =>
    [...new Intl.Segmenter().segment(passed(name))]
      .slice(0, 64)
      .map(({ segment }) => segment)
      .join('')
      .trim();
  const most = 25;
  for (let from = 0; from < hostile.length; from += most) {
    const part = hostile.slice(from, from + most);
    const clients = await Promise.all(
      part.map((name, index) => Client.join(server, { as: { name, subject: `person-${from + index}` } })),
    );
    for (const [index, client] of clients.entries()) client.say(`I am number ${from + index}`);
    for (const index of part.keys()) await honest.message(`I am number ${from + index}`);
    await Promise.all(clients.map((client) => client.leave()));
  }
  const names = honest.messages.filter(({ u }) => u.id.startsWith('person-'));
  assert.deepEqual(
    names.sort((a, b) => Number(a.u.id.slice(7)) - Number(b.u.id.slice(7))).map(({ u }) => u.n),
    hostile.map(shown),
  );
});

test('the writing of the world reaches another client byte for byte, as text and as name', async (t) => {
  const { server, honest } = await honestRoom(t);
  for (const [language, name, text] of writings) {
    const client = await Client.join(server, { as: { name, subject: name } });
    client.say(text);
    const row = await honest.message(text);
    assert.deepEqual(Buffer.from(row.x), Buffer.from(text), language);
    assert.deepEqual(Buffer.from(row.u.n), Buffer.from(name), language);
    await client.leave();
  }
  // Chosen by a guest, too, and by then read from the disk.
  const { token } = await guest(server);
  for (const [language, name] of writings.filter(([, one]) => [...new Intl.Segmenter().segment(one)].length <= 32)) {
    const { body } = await ask<{ viewer: { name: string } }>(server.url, 'POST', '/identity/rename', {
      token,
      body: { name },
    });
    assert.equal(body.viewer?.name, name, `${language}: ${JSON.stringify(body)}`);
  }
  const late = await Client.join(server);
  const { m } = await late.first('snap');
  assert.deepEqual(
    m.slice(-writings.length).map(({ x }) => x),
    writings.map(([, , text]) => text),
  );
});

/** A room whose products are all called what a page should not run. */
async function hostileShop(server: VitrineServer, stream: object = {}): Promise<{ status: number; body: Failure }> {
  const price = { amount: { minor: 100, currency: 'EUR' } };
  return ask<Failure>(server.url, 'POST', '/rooms', {
    token: ownerToken,
    body: {
      id: 'hostile',
      stream: { title: hostile[0], host: { name: 'Lin Yue', brand: hostile[1] }, phase: 'live', ...stream },
      shop: {
        currency: 'EUR',
        products: hostile.map((title, index) => ({
          id: `p${index}`,
          kind: 'goods',
          title,
          subtitle: title,
          description: title,
          images: [{ url: title, alt: title }],
          details: [{ name: title.slice(0, 80), value: title }],
          variants: [{ id: `v${index}`, values: {}, stock: 50, prices: [price] }],
        })),
      },
    },
  });
}

test('the title of a product is text on the hosted page, whatever it looks like', async (t) => {
  const server = await startServer(t, { ownerToken });
  assert.equal((await hostileShop(server)).status, 201);
  const { body } = await ask<{ products: Product[] }>(server.url, 'GET', '/rooms/hostile/products?currency=EUR');
  assert.deepEqual(
    body.products.map(({ title }) => title),
    hostile,
  );
  const { token } = await guest(server, 'hostile');
  // (One open checkout a viewer, so one after the other; of each class some.)
  const some = Object.values(hostileClasses).flatMap((strings) => strings.slice(0, 4));
  for (const title of some) {
    const { body: session } = await ask<CheckoutSession>(server.url, 'POST', '/checkout/sessions', {
      token,
      key: newKey(),
      headers: { origin: server.url },
      body: {
        mode: 'redirect',
        returnUrl: `${server.url}/`,
        buyNow: { variantId: `v${hostile.indexOf(title)}`, quantity: 1 },
      },
    });
    assert.equal(session.handoff.kind, 'redirect');
    const shown = await ask<string>(server.url, 'GET', session.handoff.url.slice(server.url.length));
    assert.match(shown.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-[^']+';/);
    const [, line = ''] = /<dl><dt>([^<>]*)<\/dt><dd>/.exec(shown.body) ?? [];
    const read = line.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    assert.equal(read, `1 × ${Buffer.from(title).toString()}`);
    assert.doesNotMatch(line, /["']/);
  }
});

test('no address of a program becomes the address of a picture, a stream or a way back', async (t) => {
  const server = await startServer(t, { ownerToken });
  const token = await server.issueToken({ room: 'demo', role: 'host', name: 'Lin Yue' });
  const addresses = hostileClasses['addresses that are programs'] ?? [];
  const { token: buyer } = await guest(server);
  const changes = [
    (url: string) => ({ host: { name: 'Lin Yue', avatar: url } }),
    (url: string) => ({ poster: { landscape: url } }),
    (url: string) => ({ trailer: url }),
    (url: string) => ({ sources: [{ url, orientation: 'landscape' }] }),
  ];
  for (const [index, url] of addresses.entries()) {
    const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    const change = changes[index % changes.length]?.(url);
    const answer = await ask<Failure>(server.url, 'PATCH', '/rooms/demo/stream', { token, body: change });
    assert.equal(answer.status, isWeb ? 200 : 400, JSON.stringify(change));
    if (!isWeb) assert.equal(answer.body.code, 'BAD_INPUT');
    const { body } = await ask<Failure>(server.url, 'POST', '/checkout/sessions', {
      token: buyer,
      key: newKey(),
      headers: { origin: 'https://shop.example' },
      body: { mode: 'redirect', returnUrl: url, buyNow: { variantId: 'gift-1', quantity: 1 } },
    });
    assert.notEqual(body.code, undefined, `${url} is a way back: ${JSON.stringify(body)}`);
  }
});
