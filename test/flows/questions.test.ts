// SPDX-License-Identifier: MIT
// Two viewers and a host: asked, wanted, answered at a moment of the show; in private where that is wished; and all of it
// there when the server comes back.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { untilPreview } from './support/console.js';
import { openKeptShop, type KeptShop } from './support/kept-shop.js';
import { askQuestion, openQuestions, questionRow, questionTexts, untilQuestions } from './support/questions.js';
import { inRoom, untilRoom } from './support/room.js';
import { desktop, phone, untilLive, visit, type Visitor } from './support/stage.js';

describe('questions to the host', () => {
  let shop: KeptShop;
  const visitors: Visitor[] = [];

  const enter = async (path: string, viewport: { width: number; height: number }): Promise<Page> => {
    const visitor = await visit(shop.browser, new URL(path, shop.url).href, { viewport });
    visitors.push(visitor);
    return visitor.page;
  };

  before(async () => {
    shop = await openKeptShop((url) => ({ hostPage: `${url}/host/` }), { dvrSeconds: 600 });
  });
  after(() => shop.close());

  it('are asked, wanted and answered at a moment, in private where that is wished, and outlive the server', async () => {
    const [amelie, tom] = [await enter('/', phone), await enter('/', desktop)];
    const desk = await enter(shop.server.hostLink('demo').url, desktop);
    await Promise.all([untilLive(amelie), untilLive(tom), untilPreview(desk)]);
    await Promise.all([openQuestions(amelie), openQuestions(tom)]);
    await desk.locator('vitrine-console [part~="choices"] [role="tab"]').nth(1).click();
    const queue: Locator = desk.locator('vitrine-question-desk [part~="row"]');

    await askQuestion(amelie, 'Does it keep?');
    await askQuestion(tom, 'Is the roast strong?');
    await askQuestion(amelie, 'Where is my order?', true);
    await untilQuestions(tom, ['Does it keep?', 'Is the roast strong?']);
    await untilQuestions(amelie, ['Does it keep?', 'Is the roast strong?', 'Where is my order?']);

    // Wanted by one more: it goes to the top for everybody, and counts once however often it is pressed.
    const vote = questionRow(amelie, 'Is the roast strong?').locator('[part~="vote"]');
    await vote.click();
    await questionRow(amelie, 'Is the roast strong?').locator('[aria-pressed="true"]').waitFor();
    await untilQuestions(tom, ['Is the roast strong?', 'Does it keep?']);
    await untilQuestions(amelie, ['Is the roast strong?', 'Does it keep?', 'Where is my order?']);
    await queue.filter({ hasText: '1 vote' }).waitFor();
    assert.deepEqual(await queue.locator('[part~="text"]').allTextContents(), [
      'Is the roast strong?',
      'Does it keep?',
      'Where is my order?',
    ]);
    assert.equal(await queue.nth(2).getByText('Private').count(), 1);

    // Answered: the host sees it at once, a viewer when the picture gets there.
    await queue.nth(0).locator('[part~="answer"]').click();
    await queue.filter({ hasText: 'Is the roast strong?' }).waitFor({ state: 'detached' });
    const link = questionRow(tom, 'Is the roast strong?').locator('[part~="answered"]');
    await link.waitFor();
    const [answeredAt, seenAt] = await inRoom(tom, (room) => {
      const [board] = room.store.state.interactions?.shown ?? [];
      return [Object.values(board?.settled ?? {})[0]?.at ?? 0, room.playhead.now().programTime];
    });
    assert.ok(answeredAt > 0 && seenAt >= answeredAt, `seen at ${seenAt}, answered at ${answeredAt}`);
    assert.match((await link.textContent()) ?? '', /Answered at \d+:\d\d/);
    await link.click();
    await untilRoom(tom, (room, at) => Math.abs(room.playhead.now().programTime - at) < 3000, answeredAt);

    // By the keyboard alone: dismissed ones are gone, but not for whoever asked.
    await queue.filter({ hasText: 'Does it keep?' }).focus();
    await desk.keyboard.press('Delete');
    await untilQuestions(tom, ['Is the roast strong?']);
    await questionRow(amelie, 'Does it keep?').getByText('Not taken up').waitFor();

    await shop.stopServer();
    await untilRoom(amelie, (room) => room.store.state.connection.status === 'reconnecting');
    await shop.startServer();
    for (const page of [amelie, tom, desk]) {
      await untilRoom(page, (room) => room.store.state.connection.status === 'connected', undefined, 60_000);
    }
    await askQuestion(tom, 'Which water do you use?');
    await untilQuestions(amelie, [
      'Where is my order?',
      'Which water do you use?',
      'Is the roast strong?',
      'Does it keep?',
    ]);
    await untilQuestions(tom, ['Which water do you use?', 'Is the roast strong?']);
    await queue.filter({ hasText: 'Which water do you use?' }).waitFor();
    assert.equal(await queue.count(), 2);
    // The vote is still the one vote.
    const [own, count] = await inRoom(amelie, (room) => {
      const [board] = room.store.state.interactions?.shown ?? [];
      return [board?.own.length ?? 0, Object.values(board?.counts ?? {}).reduce((sum, one) => sum + one, 0)];
    });
    assert.deepEqual([own, count], [1, 1]);

    assert.ok(!(await tom.content()).includes('Where is my order?'));
    assert.ok(!(await questionTexts(tom)).includes('Where is my order?'));
    for (const { complaints } of visitors) assert.deepEqual(complaints, { errors: [], violations: [] });
  });
});
