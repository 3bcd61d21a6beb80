// SPDX-License-Identifier: MIT
// Questions by their element, as somebody at the page asks and votes.
import type { Locator, Page } from 'playwright-core';

/** Opens the panel: a tab beside the chat, or a button under the picture. */
export async function openQuestions(page: Page): Promise<void> {
  const tab = page.locator('#tab-question');
  const button = page.locator('vitrine-room .bar button[aria-label="Q&A"]');
  await tab.or(button).first().click({ timeout: 30_000 });
  await page.locator('vitrine-question textarea').waitFor();
}

export async function askQuestion(page: Page, text: string, isPrivate = false): Promise<void> {
  if (isPrivate) await page.locator('vitrine-question [part~="private"] input').check();
  const field = page.locator('vitrine-question textarea');
  await field.fill(text);
  await field.press('Enter');
  await questionRow(page, text).waitFor();
  if (isPrivate) await page.locator('vitrine-question [part~="private"] input').uncheck();
}

export const questionRow = (page: Page, text: string): Locator =>
  page.locator('vitrine-question [part~="row"]', { hasText: text });

/** What is asked, from the top. */
export const questionTexts = (page: Page): Promise<string[]> =>
  page.locator('vitrine-question [part~="text"]').allTextContents();

/** Waits until exactly these questions are shown, in this order. */
export async function untilQuestions(page: Page, wanted: readonly string[]): Promise<void> {
  // Rows keep their places under a pointer and under the keyboard.
  await page.mouse.move(1, 1);
  await page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    (active as HTMLElement | null)?.blur();
  });
  const end = Date.now() + 20_000;
  for (;;) {
    const shown = (await questionTexts(page)).map((text) => text.trim());
    if (JSON.stringify(shown) === JSON.stringify(wanted)) return;
    if (Date.now() > end) throw new Error(`Shown are ${JSON.stringify(shown)}, and not ${JSON.stringify(wanted)}.`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
}
