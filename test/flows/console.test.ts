// SPDX-License-Identifier: MIT
// The host at the console, by the link that `npm start` prints, and a viewer at the storefront.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { axe } from './support/axe.js';
import { rowsWith, say, shows } from './support/chat.js';
import { productRow, productRows, sightings, untilPinned, untilPreview, watchPins } from './support/console.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, phone, untilLive, type Stage, type Visitor } from './support/stage.js';

describe('the host’s console', () => {
  let stage: Stage;
  let visitors: Visitor[] = [];
  before(async () => {
    stage = await openStage({ server: { limits: { chat: { perSecond: 50, burst: 100 } } } });
  });
  afterEach(async () => {
    for (const { context } of visitors) await context.close();
    visitors = [];
  });
  after(() => stage.close());

  const visit = async (...given: Parameters<Stage['visit']>): Promise<Visitor> => {
    const visitor = await stage.visit(...given);
    visitors.push(visitor);
    return visitor;
  };
  const enterAsHost = async (options: { dark?: boolean } = {}): Promise<Visitor> => {
    const visitor = await visit(stage.site.server.hostLink('demo').url, options);
    await untilPreview(visitor.page);
    return visitor;
  };
  const enter = async (): Promise<Visitor> => {
    const visitor = await visit('/', { viewport: phone });
    await untilLive(visitor.page);
    return visitor;
  };
  const assertNoComplaints = (): void => {
    for (const { complaints } of visitors) assert.deepEqual(complaints, { errors: [], violations: [] });
  };

  it('pins by click and by key, and a viewer sees it with the frame it belongs to', async () => {
    const [{ page: desk }, { page: viewer }] = [await enterAsHost(), await enter()];
    const products = await inRoom(desk, (room) =>
      room.store.state.catalog.products
        .filter(({ variants }) => variants.some(({ availability }) => availability.state === 'in'))
        .map(({ id, title }) => ({ id, title })),
    );
    const [first, second] = products.slice(0, 2);
    assert.ok(first && second);
    await watchPins(viewer);
    const card = viewer.locator('vitrine-room [part~="pin"]');

    await productRow(desk, first.id)
      .getByRole('button', { name: `Pin ${first.title}`, exact: true })
      .click();
    await productRow(desk, first.id)
      .getByRole('button', { name: `Unpin ${first.title}`, exact: true })
      .waitFor();
    await untilPinned(viewer, first.id);
    await card.getByText(first.title).waitFor();
    await desk.locator('vitrine-console [part~="pin"]').getByText(first.title).waitFor();

    // F6 goes to the products, Tab over the moments to the rows, the arrows through them.
    await desk.locator('vitrine-console [data-column="show"]').focus();
    for (const key of ['F6', 'Tab', 'Tab', 'Home']) await desk.keyboard.press(key);
    const rows = await productRows(desk).all();
    const ids = await Promise.all(rows.map((row) => row.getAttribute('data-id')));
    for (let step = 0; step < ids.indexOf(second.id); step++) await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('p');
    await untilPinned(viewer, second.id);
    await card.getByText(second.title).waitFor();
    await untilPinned(desk, second.id);

    const seen = await sightings(viewer);
    assert.deepEqual(
      seen.map(({ productId }) => productId),
      [first.id, second.id],
    );
    // The host is ahead of her viewers: each pin has waited for the first picture from its moment on.
    for (const { at, shown, before } of seen) {
      assert.ok(before < at && at <= shown + 1, `shown at ${shown} after ${before}, for ${at}`);
    }

    await productRow(desk, second.id)
      .getByRole('button', { name: `Unpin ${second.title}`, exact: true })
      .click();
    await untilPinned(viewer, null);
    await card.waitFor({ state: 'detached' });
    assertNoComplaints();
  });

  it('speaks as the host, and removes what a viewer wrote', async () => {
    const [{ page: desk }, { page: viewer }] = [await enterAsHost(), await enter()];
    await say(desk, 'the kettle is on');
    await shows(viewer, 'the kettle is on');
    const row = rowsWith(viewer, 'the kettle is on');
    await row.waitFor();
    assert.equal(await row.locator('[part~="tag"]').innerText(), 'Host');

    await say(viewer, 'buy cheaper elsewhere');
    const own = rowsWith(viewer, 'buy cheaper elsewhere');
    await own.waitFor();
    assert.equal(await own.locator('[part~="tag"]').count(), 0);
    const received = rowsWith(desk, 'buy cheaper elsewhere');
    await received.click();
    await received.getByRole('button', { name: 'Remove' }).click();
    for (const page of [viewer, desk]) {
      await untilRoom(
        page,
        (room, text) => room.store.state.chat.rows.every((one) => one.text !== text),
        'buy cheaper elsewhere',
      );
      await rowsWith(page, 'buy cheaper elsewhere').waitFor({ state: 'detached' });
    }
    await row.waitFor();
    assertNoComplaints();
  });

  it('is opened by its link once', async () => {
    const { url } = stage.site.server.hostLink('demo');
    const { page: desk } = await visit(url);
    await untilPreview(desk);
    // Not in the history, and a reload needs no new one.
    assert.doesNotMatch(desk.url(), /code/);
    await desk.reload();
    await untilPreview(desk);

    const { page: other } = await visit(url);
    await other.getByRole('alert').getByText('This link was used or has expired').waitFor();
    assert.equal(await other.locator('vitrine-console').count(), 0);
    assertNoComplaints();
  });

  it('is of no use to a viewer', async () => {
    const { page } = await enter();
    const refusal = await inRoom(page, async (room) => {
      const [product] = room.store.state.catalog.products;
      return await room.request('product:pin', { productId: product?.id ?? '' }).then(
        () => 'pinned',
        (error: { code: string }) => error.code,
      );
    });
    assert.equal(refusal, 'NO_HANDLER');
    await page.goto(`${stage.site.url}/host`);
    await page.getByRole('alert').getByText('This page is for the host').waitFor();
    assert.equal(await page.locator('vitrine-console').count(), 0);

    // With a console of their own making, and by the back end's address alone.
    await page.evaluate(async () => {
      await import('/cdn/vitrine.js' as string);
      const room = document.createElement('vitrine-room');
      for (const [name, value] of Object.entries({ id: 'show', layout: 'none', server: '/api', room: 'demo' })) {
        room.setAttribute(name, value);
      }
      const board = document.createElement('vitrine-console');
      board.setAttribute('room', 'show');
      document.body.append(room, board);
    });
    await page.locator('vitrine-console').getByText('This page is for the host').waitFor();
    assert.equal(await productRows(page).count(), 0);
    const statuses = await page.evaluate(async () => {
      const json = { 'content-type': 'application/json' };
      const guest = await fetch('/api/guest', { method: 'POST', headers: json, body: '{"room":"demo"}' });
      const { token } = (await guest.json()) as { token: string };
      const asked = [{}, { authorization: `Bearer ${token}` }].map((proof) =>
        fetch('/api/rooms/demo/control', {
          method: 'POST',
          headers: { ...json, ...proof, 'idempotency-key': crypto.randomUUID() },
          body: '{"op":"unpin"}',
        }),
      );
      return (await Promise.all(asked)).map(({ status }) => status);
    });
    assert.deepEqual(statuses, [401, 403]);
    assertNoComplaints();
  });

  for (const dark of [false, true]) {
    it(`is accessible ${dark ? 'in the dark' : 'by day'}`, async () => {
      const { page } = await enterAsHost({ dark });
      await say(page, dark ? 'good evening' : 'good morning');
      await rowsWith(page, dark ? 'good evening' : 'good morning').waitFor();
      await inRoom(page, async (room) => {
        const [product] = room.store.state.catalog.products;
        await room.request('product:pin', { productId: product?.id ?? '' });
      });
      await page.locator('vitrine-console [part~="pin"]').waitFor();
      assert.deepEqual(await axe(page), []);
      assertNoComplaints();
    });
  }
});
