// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CheckoutSession, Product } from '@vitrine/core';
import { ask, newKey, startServer, temporaryFolder } from '../server.fixture.js';
import type { OrderSummary } from './orders.js';

const tokenSecret = 'a secret that outlives the process!!';
const child = fileURLToPath(new URL('./crash.fixture.ts', import.meta.url));

test('a server killed between the commit and the answer has sold once, and says so when it is asked again', async (t) => {
  const dataDir = await temporaryFolder(t);
  const server = spawn(
    process.execPath,
    [...process.execArgv.filter((flag) => !flag.startsWith('--test')), child, dataDir, tokenSecret],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  t.after(() => server.kill('SIGKILL'));
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  const { url, buyer } = JSON.parse(line.toString()) as { url: string; buyer: string };
  const begun = await ask<CheckoutSession>(url, 'POST', '/checkout/sessions', {
    token: buyer,
    key: newKey(),
    body: { mode: 'embed', returnUrl: '', buyNow: { variantId: 'teapot-1', quantity: 2 } },
  });
  const key = newKey();
  const path = `/checkout/sessions/${begun.body.id}/confirm`;
  const order = { token: buyer, key, body: { methodId: 'card-4242' } };
  await assert.rejects(ask(url, 'POST', path, order));
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  assert.equal(server.signalCode, 'SIGKILL');

  const again = await startServer(t, { dataDir, tokenSecret });
  const answers = await Promise.all([1, 2, 3].map(() => ask<CheckoutSession>(again.url, 'POST', path, order)));
  assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
  assert.equal(answers[0]?.body.status, 'paid');
  assert.equal(answers[0]?.body.orderNumber, 'V-1001');
  const other = await ask<CheckoutSession>(again.url, 'POST', path, { ...order, key: newKey() });
  assert.equal(other.body.orderId, answers[0]?.body.orderId);
  const host = await again.issueToken({ room: 'demo', role: 'host' });
  const { body } = await ask<OrderSummary>(again.url, 'GET', '/rooms/demo/orders', { token: host });
  assert.deepEqual([body.count, body.pieces], [1, 2]);
  const shop = await ask<{ products: Product[] }>(again.url, 'GET', '/rooms/demo/products', { token: host });
  assert.equal(shop.body.products.find(({ id }) => id === 'teapot')?.variants[0]?.availability.quantity, 1);
});

test('an answer that was lost on its way is given again', async (t) => {
  let release = (): void => {};
  const committed = new Promise<void>((resolve) => (release = resolve));
  const server = await startServer(t, { onOrderCommitted: () => release() });
  const token = await server.issueToken({ room: 'demo', subject: 'buyer' });
  const begun = await ask<CheckoutSession>(server.url, 'POST', '/checkout/sessions', {
    token,
    key: newKey(),
    body: { mode: 'embed', returnUrl: '', buyNow: { variantId: 'teapot-1', quantity: 1 } },
  });
  const key = newKey();
  const life = new AbortController();
  const lost = fetch(`${server.url}/checkout/sessions/${begun.body.id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
    body: '{"methodId":"wallet"}',
    signal: life.signal,
  });
  await committed;
  life.abort();
  await lost.catch(() => undefined);
  const path = `/checkout/sessions/${begun.body.id}/confirm`;
  const found = await ask<CheckoutSession>(server.url, 'POST', path, { token, key, body: { methodId: 'wallet' } });
  assert.equal(found.body.status, 'paid');
  const host = await server.issueToken({ room: 'demo', role: 'host' });
  assert.equal((await ask<OrderSummary>(server.url, 'GET', '/rooms/demo/orders', { token: host })).body.count, 1);
});

test('what a shop’s own hook throws does not undo an order', async (t) => {
  const server = await startServer(t, {
    onOrderCommitted() {
      throw new Error('the warehouse is closed');
    },
  });
  const token = await server.issueToken({ room: 'demo' });
  const begun = await ask<CheckoutSession>(server.url, 'POST', '/checkout/sessions', {
    token,
    key: newKey(),
    body: { mode: 'embed', returnUrl: '', buyNow: { variantId: 'teapot-1', quantity: 1 } },
  });
  const paid = await ask<CheckoutSession>(server.url, 'POST', `/checkout/sessions/${begun.body.id}/confirm`, {
    token,
    key: newKey(),
    body: { methodId: 'bank' },
  });
  assert.equal(paid.body.status, 'paid');
});
