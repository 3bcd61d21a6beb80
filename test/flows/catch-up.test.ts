// SPDX-License-Identifier: MIT
// Who comes late sees what was shown, watches it from its first frame, and goes back to what is live.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Product } from '@vitrine/core';
import { axe } from './support/axe.js';
import { enterAsHost } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { distance, frameMs, sightings, watchPins } from './support/sightings.js';
import { openStage, phone, untilLive, type Stage } from './support/stage.js';

const minute = 60_000;

describe('a show that one comes late to', () => {
  let stage: Stage;
  let moment: number;
  let one: { readonly id: string; readonly title: string };
  let other: { readonly id: string };

  before(async () => {
    stage = await openStage();
    const host = await enterAsHost(stage.site);
    const now = Date.now();
    // On since five minutes ago: both were shown before anybody came.
    await host.changeStream({ startedAt: now - 5 * minute });
    const products = await host.products();
    [one, other] = [products[1] as Product, products[2] as Product];
    moment = now - 3 * minute;
    await host.control({ op: 'pin', product: one.id, at: moment });
    await host.control({ op: 'pin', product: other.id, at: now - 2 * minute });
  });
  after(() => stage.close());

  it('is caught up on, product by product, and then live again', async () => {
    const { page, context, complaints } = await stage.visit('/');
    await untilLive(page);
    assert.equal(await inRoom(page, (room) => room.store.state.catalog.pinned), other.id);
    const room = page.locator('vitrine-room');
    await room.getByRole('button', { name: 'Catch me up' }).click();
    const list = room.locator('#panel-catch-up vitrine-catch-up');
    await list.getByRole('button', { name: `Watch ${one.title}` }).waitFor();
    assert.match(
      (await list.locator('[part=entry]', { hasText: one.title }).textContent()) ?? '',
      /02:00 into the show/,
    );
    assert.deepEqual(await axe(page), []);

    await watchPins(page);
    await list.getByRole('button', { name: `Watch ${one.title}` }).click();
    await untilRoom(page, (show, id) => show.store.state.catalog.pinned === id, one.id);
    const [seen] = (await sightings(page)).filter(({ productId }) => productId === one.id);
    assert.ok(seen);
    assert.equal(seen.at, moment);
    const error = distance(stage, seen.frame, seen.at);
    console.log(`catch-up: shown ${error} ms after its moment`);
    // (The seek itself is a leap, to the moment and not over it.)
    assert.ok(error >= -frameMs && error <= 1000, `${error} ms`);

    await list.getByRole('button', { name: 'Back to live' }).click();
    await untilRoom(
      page,
      (show) => show.store.state.catalog.pinned !== null && show.liveEdge() - show.playhead.now().programTime < 15_000,
    );
    assert.equal(await inRoom(page, (show) => show.store.state.catalog.pinned), other.id);
    await list.getByRole('button', { name: 'Back to live' }).waitFor({ state: 'detached' });
    assert.deepEqual(complaints, { errors: [], violations: [] });
    await context.close();
  });

  it('is caught up on over the picture of a phone', async () => {
    const { page, context, complaints } = await stage.visit('/', { viewport: phone });
    await untilLive(page);
    const room = page.locator('vitrine-room');
    await room.getByRole('button', { name: 'Catch me up' }).click();
    const watch = room.locator('vitrine-sheet').getByRole('button', { name: /^Watch / });
    await watch.first().click();
    const back = room.getByRole('button', { name: 'Back to live' });
    await back.click();
    await back.waitFor({ state: 'detached' });
    await room.getByRole('button', { name: 'So far' }).waitFor();
    assert.deepEqual(complaints, { errors: [], violations: [] });
    await context.close();
  });
});
