// SPDX-License-Identifier: MIT
// A link to a moment of the show: who follows it sees what its sender saw.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { enterAsHost } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

describe('a moment that is shared', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  it('is shown to who follows the link, with the product on camera', async () => {
    const host = await enterAsHost(stage.site);
    const { page, context } = await stage.visit();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await untilLive(page);
    const product = await inRoom(page, (room) => room.store.state.catalog.products[2]?.id ?? '');
    await host.control({ op: 'pin', product });
    await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, product);
    // (A shared sheet of the system cannot be read.)
    await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    const momentOf = (): Promise<number> => inRoom(page, (room) => room.playhead.now().programTime);
    const moment = await momentOf();
    await page.locator('vitrine-room').getByRole('button', { name: 'Share' }).first().click();
    // (A predicate that answers by a promise would be taken for true.)
    await untilRoom(page, async () => (await navigator.clipboard.readText()).includes('vitrine-at='));
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(link.searchParams.get('vitrine-product'), product);
    const shared = Number(link.searchParams.get('vitrine-at'));
    assert.ok(shared > moment - 1000 && shared < (await momentOf()) + 1000, link.href);

    // Some of the show has passed meanwhile.
    await untilRoom(page, (room, then) => room.playhead.now().programTime > then + 6000, moment);
    const friend = await stage.visit(link.pathname + link.search);
    await untilLive(friend.page);
    await untilRoom(friend.page, (room, id) => room.store.state.catalog.open === id, product);
    await untilRoom(
      friend.page,
      (room, at) => {
        const { programTime, source } = room.playhead.now();
        return source === 'frame' && programTime >= at && programTime < at + 4000;
      },
      shared,
    );
    assert.deepEqual(friend.complaints.errors, []);
    await Promise.all([context.close(), friend.context.close()]);
  });
});
