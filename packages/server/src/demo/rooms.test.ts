// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Product } from '@vitrine/core';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, guest, startServer, temporaryFolder } from '../server.fixture.js';
import { demoRooms } from './rooms.js';

const mediaUrl = 'https://media.example';
/** Latin letters in a row: a word of another language, or a unit nobody translated. Sizes are single letters. */
const latin = /[a-z]{2,}/i;

/** Everything of a product that is read by people. */
function wordsOf({ title, subtitle, description, images, details, options, variants }: Product): string[] {
  return [
    title,
    subtitle ?? '',
    description ?? '',
    ...images.map(({ alt }) => alt ?? ''),
    ...(details ?? []).flatMap(({ name, value }) => [name, value]),
    ...options.flatMap(({ name, values }) => [name, ...values.map((value) => value.name)]),
    ...variants.map(({ price }) => price.unitPrice ?? ''),
  ].filter((text) => !/^X?[SMLX]$/.test(text));
}

const texts = (viewer: Client): string[] => viewer.messages.map(({ x }) => x);

for (const { id, locale, host, script } of demoRooms) {
  const { opening, shoppers } = script;
  test(`the room ${id} sells the same goods, in its own words`, async (t) => {
    const server = await startServer(t, { mediaUrl });
    const { token } = await guest(server, id);
    const { products } = (
      await ask<{ products: readonly Product[] }>(server.url, 'GET', `/rooms/${id}/products?currency=EUR`, { token })
    ).body;
    const { token: first } = await guest(server, 'demo');
    const english = (
      await ask<{ products: readonly Product[] }>(server.url, 'GET', '/rooms/demo/products?currency=EUR', {
        token: first,
      })
    ).body.products;
    assert.equal(products.length, 12);
    const shape = (list: readonly Product[]) =>
      list.map(({ id: product, number, variants }) => [
        product,
        number,
        variants.map(({ id: variant, price }) => [variant, price.amount, price.compareAt]),
      ]);
    assert.deepEqual(shape(products), shape(english));
    const unitPrice = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(27);
    const tin = products.find((one) => one.id === 'dancong')?.variants[0];
    assert.ok(tin?.price.unitPrice?.startsWith(`${unitPrice} / 100`), tin?.price.unitPrice);
    if (locale === 'en') return;
    for (const text of products.flatMap(wordsOf)) assert.doesNotMatch(text, latin);
    for (const text of [host.name, host.brand]) assert.doesNotMatch(text, latin);
  });

  test(`the room ${id} has its own talk, and keeps it over a restart`, async (t) => {
    const clock = new ManualClock();
    const dataDir = await temporaryFolder(t);
    const server = await startServer(t, { clock, dataDir, audience: {} });
    const viewer = await Client.join(server, { room: id });
    clock.move(1000);
    const opened = opening.map(({ text }) => text);
    await viewer.message(opened.at(-1) ?? '');
    assert.deepEqual(texts(viewer), opened);
    const said = (role: string | undefined): string[] => [
      ...new Set(viewer.messages.filter(({ u, y }) => u.r === role && y === undefined).map(({ u }) => u.n)),
    ];
    assert.deepEqual(said('host'), [host.name]);
    assert.equal(viewer.messages.filter(({ y }) => y === 'o').length, 1);
    clock.move(30_000);
    await viewer.until(() => texts(viewer).length > opened.length + 3);
    assert.deepEqual(
      said(undefined).filter((name) => !shoppers.includes(name)),
      [],
    );
    await server.close();
    const again = await startServer(t, { clock, dataDir, audience: {} });
    const later = await Client.join(again, { room: id });
    const { m = [] } = await later.first('snap');
    clock.move(30_000);
    await later.until(() => texts(later).length > m.length + 3);
    assert.equal(texts(later).filter((text) => text === opened[0]).length, 1);
  });
}
