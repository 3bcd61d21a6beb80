// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { rowsWith, say, shows } from './support/chat.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, untilLive, type Stage, type Visitor } from './support/stage.js';

const texts = (page: Page): Promise<string[]> =>
  inRoom(page, (room) => room.store.state.chat.rows.map(({ text }) => text));

describe('chat', () => {
  let stage: Stage;
  let visitors: Visitor[] = [];
  before(async () => {
    // The tests write faster than a viewer may.
    stage = await openStage({ server: { limits: { chat: { perSecond: 50, burst: 100 } } } });
  });
  afterEach(async () => {
    for (const { context } of visitors) await context.close();
    visitors = [];
  });
  after(() => stage.close());

  const enter = async (): Promise<Visitor> => {
    const visitor = await stage.visit();
    visitors.push(visitor);
    await untilLive(visitor.page);
    return visitor;
  };

  it('goes from one window to the other, once', async () => {
    const [anna, ben] = [await enter(), await enter()];
    await say(anna.page, 'is this the 2026 harvest?');
    await shows(ben.page, 'is this the 2026 harvest?');
    await shows(anna.page, 'is this the 2026 harvest?');
    const row = rowsWith(ben.page, 'is this the 2026 harvest?');
    await row.first().waitFor({ state: 'visible' });
    assert.equal(await row.count(), 1);
    for (const { page, complaints } of [anna, ben]) {
      assert.equal((await texts(page)).filter((text) => text === 'is this the 2026 harvest?').length, 1);
      assert.deepEqual(complaints, { errors: [], violations: [] });
    }
  });

  it('goes on without a gap or a repeat after the connection was cut', async () => {
    const [anna, ben] = [await enter(), await enter()];
    await say(anna.page, 'before the cut');
    await shows(ben.page, 'before the cut');
    await ben.context.setOffline(true);
    await untilRoom(ben.page, (room) => room.store.state.connection.status === 'reconnecting');
    await say(anna.page, 'during the cut');
    await shows(anna.page, 'during the cut');
    await inRoom(ben.page, (room) => room.request('chat:send', { text: 'written while offline' }));
    await ben.context.setOffline(false);
    await shows(ben.page, 'during the cut');
    await shows(anna.page, 'written while offline');
    await say(anna.page, 'after the cut');
    await shows(ben.page, 'after the cut');
    const wanted = ['before the cut', 'during the cut', 'written while offline', 'after the cut'];
    for (const { page } of [anna, ben]) {
      const seen = (await texts(page)).filter((text) => wanted.includes(text));
      assert.deepEqual([...seen].sort(), [...wanted].sort());
    }
  });

  it('is liked in one window and counted in the other, also after a reload, and taken back', async () => {
    const [anna, ben] = [await enter(), await enter()];
    const text = 'the rim stays cool to the touch';
    await say(anna.page, text);
    await shows(ben.page, text);
    const heartOf = (page: Page): Locator => rowsWith(page, text).first().locator('[part~="like"]');
    await rowsWith(ben.page, text).first().click();
    await heartOf(ben.page).click();
    await heartOf(anna.page).waitFor();
    assert.match((await heartOf(anna.page).textContent()) ?? '', /^\s*1\s*1 like$/);
    assert.equal(await heartOf(anna.page).evaluate(({ localName }) => localName), 'span');
    await ben.page.reload();
    await untilLive(ben.page);
    await heartOf(ben.page).and(ben.page.locator('[aria-pressed="true"]')).click();
    await heartOf(anna.page).waitFor({ state: 'detached' });
    for (const { complaints } of [anna, ben]) assert.deepEqual(complaints, { errors: [], violations: [] });
  });

  it('stays text, whatever is said', async () => {
    const { page, complaints } = await enter();
    const strings = [
      '<img src=x onerror=alert(1)>',
      '<script>alert(1)</script>',
      '"><svg onload=alert(1)>',
      '${7*7}{{7*7}}',
    ];
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs++;
      void dialog.dismiss();
    });
    for (const text of strings) {
      await say(page, text);
      await shows(page, text);
      await rowsWith(page, text).first().waitFor({ state: 'visible' });
    }
    assert.equal(dialogs, 0);
    assert.deepEqual(complaints, { errors: [], violations: [] });
  });
});
