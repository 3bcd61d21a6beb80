// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterAsHost, type Host } from './support/host.js';
import { cartOf, checkoutOf, inRoom, untilRoom } from './support/room.js';
import { openStage, untilLive, type Stage, type Visitor } from './support/stage.js';

describe('cart and order', () => {
  let stage: Stage;
  let host: Host;
  before(async () => {
    stage = await openStage();
    host = await enterAsHost(stage.site);
  });
  after(() => stage.close());

  const enter = async (): Promise<Visitor> => {
    const visitor = await stage.visit();
    await untilLive(visitor.page);
    await untilRoom(visitor.page, (room) => room.store.state.cart.status === 'ready');
    return visitor;
  };

  /** A variant that can be had in numbers. */
  const plentiful = async ({ page }: Visitor): Promise<string> =>
    await inRoom(page, (room) => {
      const variants = room.store.state.catalog.products
        .filter(({ kind }) => kind === 'goods')
        .flatMap((product) => product.variants);
      return variants.find(({ availability }) => availability.state === 'in')?.id ?? '';
    });

  it('puts a product in the bag by its card, and keeps the bag over a reload', async () => {
    const visitor = await enter();
    const { page, complaints } = visitor;
    await page.locator('vitrine-carousel button[part~="add"]').first().click();
    await untilRoom(
      page,
      (room) => room.store.state.cart.cart?.lines.length === 1 || room.store.state.catalog.open !== null,
    );
    await page.reload();
    await untilLive(page);
    await untilRoom(page, (room) => room.store.state.cart.status === 'ready');
    assert.deepEqual(complaints, { errors: [], violations: [] });
    await visitor.context.close();
  });

  it('pays once though it is clicked twice, and the price is the server’s', async () => {
    const visitor = await enter();
    const { page } = visitor;
    const variantId = await plentiful(visitor);
    await inRoom(
      page,
      (room, id) => room.request('cart:add', { variantId: id, expectedUnit: { minor: 1, currency: 'EUR' } }),
      variantId,
    );
    const cart = await cartOf(page);
    assert.ok((cart?.totals.total.minor ?? 0) > 1, 'a tampered price changes nothing');
    assert.equal(await inRoom(page, (room) => room.store.state.cart.issues[0]?.code), 'PRICE_CHANGED');
    await inRoom(page, (room) => room.request('checkout:begin', { mode: 'embed' }));
    const methodId = await inRoom(page, (room) => {
      const handoff = room.store.state.checkout.session?.handoff;
      return handoff?.kind === 'embed' ? (handoff.methods[0]?.id ?? '') : '';
    });
    await inRoom(
      page,
      async (room, method) =>
        void (await Promise.all([
          room.request('checkout:confirm', { methodId: method }),
          room.request('checkout:confirm', { methodId: method }),
        ])),
      methodId,
    );
    const session = await checkoutOf(page);
    assert.equal(session?.status, 'paid');
    await untilRoom(page, (room) => (room.store.state.cart.cart?.lines.length ?? 0) === 0);
    await visitor.context.close();
  });

  it('gives the last piece to one of two, and tells the other so', async () => {
    const [anna, ben] = [await enter(), await enter()];
    const variantId = await plentiful(anna);
    await host.setStock(variantId, 1);
    for (const { page } of [anna, ben]) {
      await inRoom(page, (room, id) => room.request('cart:set', { variantId: id, quantity: 1 }), variantId);
    }
    const outcomes = await Promise.all(
      [anna, ben].map(({ page }) =>
        inRoom(page, (room) =>
          room.request('checkout:begin', { mode: 'embed' }).then(
            ({ status }) => status as string,
            (error: { code: string }) => error.code,
          ),
        ),
      ),
    );
    assert.equal(outcomes.filter((outcome) => outcome === 'open').length, 1, outcomes.join(', '));
    assert.ok(
      outcomes.some((outcome) => outcome === 'OUT_OF_STOCK' || outcome === 'INSUFFICIENT_STOCK'),
      outcomes.join(', '),
    );
    await anna.context.close();
    await ben.context.close();
  });

  it('pays once though the first answer was lost', async () => {
    const visitor = await enter();
    const { page } = visitor;
    const variantId = await plentiful(visitor);
    await inRoom(page, (room, id) => room.request('cart:set', { variantId: id, quantity: 1 }), variantId);
    const keys: string[] = [];
    await page.route('**/checkout/sessions/*/confirm', async (route) => {
      keys.push((await route.request().headerValue('idempotency-key')) ?? '');
      if (keys.length === 1) {
        // The server does it; its answer never arrives.
        await route.fetch();
        await route.abort('connectionreset');
      } else await route.continue();
    });
    await inRoom(page, (room) => room.request('checkout:begin', { mode: 'embed' }));
    const before = await orderCount(stage);
    await inRoom(page, async (room) => {
      const handoff = room.store.state.checkout.session?.handoff;
      const methodId = handoff?.kind === 'embed' ? (handoff.methods[0]?.id ?? '') : '';
      await room.request('checkout:confirm', { methodId });
    });
    assert.equal((await checkoutOf(page))?.status, 'paid');
    assert.equal(new Set(keys).size, 1);
    assert.equal((await orderCount(stage)) - before, 1);
    await visitor.context.close();
  });
});

/** How many orders the back end has, read as its owner would. */
async function orderCount({ site }: Stage): Promise<number> {
  const host = await enterAsHost(site);
  const answer = await fetch(`${site.server.url}/rooms/demo/orders`, {
    headers: { authorization: `Bearer ${host.token}` },
  });
  return ((await answer.json()) as { count: number }).count;
}
