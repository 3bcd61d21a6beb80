// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckoutSession } from '@vitrine/core';
import { ask, guest, newKey, startServer, type Failure } from '../server.fixture.js';
import type { VitrineServer } from '../server.js';

const page = 'http://localhost:4173/show';
const begin = async (
  server: VitrineServer,
  token: string,
  returnUrl = page,
  headers: Record<string, string> = { origin: 'http://localhost:4173' },
) =>
  ask<CheckoutSession & Failure>(server.url, 'POST', '/checkout/sessions?currency=KWD', {
    token,
    key: newKey(),
    headers,
    body: { mode: 'redirect', returnUrl, buyNow: { variantId: 'gift-1', quantity: 1 } },
  });
const urlOf = ({ handoff }: CheckoutSession): URL => new URL(handoff.kind === 'redirect' ? handoff.url : 'http://none');
const press = (server: VitrineServer, url: URL, method: string, key = url.searchParams.get('key') ?? '') =>
  ask<string>(server.url, 'POST', url.pathname, {
    body: new URLSearchParams({ key, method }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

test('the hosted page shows what is paid, under a strict policy, and brings the buyer back', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const { body: session } = await begin(server, token);
  const url = urlOf(session);
  assert.equal(url.origin, server.url);
  const shown = await ask<string>(server.url, 'GET', url.pathname + url.search);
  assert.equal(shown.status, 200);
  assert.match(shown.body, /24\.550 KWD/);
  assert.match(shown.body, /Tasting gift box/);
  const policy = shown.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:4173;/);
  assert.equal(shown.headers.get('referrer-policy'), 'no-referrer');

  const declined = await press(server, url, 'card-0002');
  assert.equal(declined.status, 200);
  assert.match(declined.body, /role="alert"/);
  const paid = await press(server, url, 'card-4242');
  assert.deepEqual([paid.status, paid.headers.get('location')], [303, page]);
  const again = await press(server, url, 'card-4242');
  assert.equal(again.status, 303);
  const status = await ask<CheckoutSession>(server.url, 'GET', `/checkout/sessions/${session.id}`, { token });
  assert.equal(status.body.status, 'paid');
  assert.match((await ask<string>(server.url, 'GET', url.pathname + url.search)).body, /<h1>Paid<\/h1>/);
});

test('only who has the page’s key pays, and the buyer may go back without', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  const { body: session } = await begin(server, token);
  const url = urlOf(session);
  assert.equal((await ask(server.url, 'GET', url.pathname)).status, 404);
  assert.equal((await press(server, url, 'card-4242', 'guess')).status, 404);
  assert.equal((await press(server, url, 'cancel')).headers.get('location'), page);
  assert.equal(
    (await ask<CheckoutSession>(server.url, 'GET', `/checkout/sessions/${session.id}`, { token })).body.status,
    'canceled',
  );
  const embedded = await ask<CheckoutSession>(server.url, 'POST', '/checkout/sessions', {
    token,
    key: newKey(),
    body: { mode: 'embed', returnUrl: '', buyNow: { variantId: 'gift-1', quantity: 1 } },
  });
  assert.equal((await ask(server.url, 'GET', `/pay/${embedded.body.id}?key=`)).status, 404);
});

test('sends nobody to another site than the one that asked', async (t) => {
  const server = await startServer(t);
  const { token } = await guest(server);
  for (const bad of [
    'https://evil.example/',
    'http://localhost:4173.evil.example/',
    'http://user:pass@localhost:4173/',
    'javascript:alert(1)',
    '//localhost:4173/',
    'http:\\\\localhost:4173',
    '/show',
    '',
  ]) {
    const { status, body } = await begin(server, token, bad);
    assert.deepEqual([status, body.code, body.field], [400, 'BAD_URL', 'returnUrl'], bad);
  }
  assert.equal((await begin(server, token, 'https://evil.example/', {})).body.code, 'BAD_URL');
  assert.equal((await begin(server, token, page, {})).status, 201);
  const strict = await startServer(t, { origins: ['https://shop.example'] });
  const buyer = await guest(strict);
  assert.equal((await begin(strict, buyer.token, 'https://shop.example/live', {})).status, 201);
  assert.equal((await begin(strict, buyer.token, page)).body.code, 'BAD_URL');
});
