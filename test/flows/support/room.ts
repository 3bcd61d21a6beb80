// SPDX-License-Identifier: MIT
import type { Cart, CheckoutSession, Room } from '@vitrine/core';
import type { Page } from 'playwright-core';

/** Runs a function in the page with the room of its first `vitrine-room`. */
export async function inRoom<T, A = undefined>(
  page: Page,
  run: (room: Room, argument: A) => T | Promise<T>,
  argument?: A,
): Promise<T> {
  return (await page.evaluate(
    async ({ source, given }) => {
      const element = document.querySelector('vitrine-room') as unknown as { connectedRoom: unknown };
      // The page's policy forbids making code from text in the page; Playwright's own evaluation is exempt.
      const body = (0, eval)(`(${source})`) as (room: unknown, argument: unknown) => unknown;
      return await body(element.connectedRoom, given);
    },
    { source: run.toString(), given: argument as unknown },
  )) as T;
}

/** Waits until the room's state is as wished; the condition runs in the page. */
export async function untilRoom<A = undefined>(
  page: Page,
  condition: (room: Room, argument: A) => unknown,
  argument?: A,
  timeout = 20_000,
): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    if (await inRoom(page, condition as (room: Room, argument: A) => Promise<boolean>, argument)) return;
    if (Date.now() > end) throw new Error(`The room never got there: ${condition.toString()}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
}

export const cartOf = (page: Page): Promise<Cart | null> => inRoom(page, (room) => room.store.state.cart.cart);
export const checkoutOf = (page: Page): Promise<CheckoutSession | null> =>
  inRoom(page, (room) => room.store.state.checkout.session);
