// SPDX-License-Identifier: MIT
// The chat by its element, as somebody at the page uses it.
import type { Locator, Page } from 'playwright-core';
import { untilRoom } from './room.js';

/** Waits until the room has a message. */
export const shows = (page: Page, text: string): Promise<void> =>
  untilRoom(page, (room, wanted) => room.store.state.chat.rows.some((row) => row.text === wanted), text);

/** The rows in which a text is to be read. */
export const rowsWith = (page: Page, text: string): Locator =>
  page.locator('vitrine-chat [part~="row"]', { hasText: text });

/** Types into the composer, and gives a name when one is asked for. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = page.locator('vitrine-chat [part~="composer"] textarea, vitrine-chat textarea').first();
  await composer.fill(text);
  await composer.press('Enter');
  const name = page.locator('vitrine-chat input[autocomplete="nickname"]');
  const asked = await Promise.race([
    name.waitFor({ state: 'visible', timeout: 3000 }).then(
      () => true,
      () => false,
    ),
    shows(page, text).then(() => false),
  ]);
  if (asked) {
    await name.fill('Amélie');
    await name.press('Enter');
  }
}
