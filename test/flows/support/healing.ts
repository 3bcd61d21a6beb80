// SPDX-License-Identifier: MIT
// What a viewer sees of a stream's trouble, as tests: read from the picture.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from './stage.js';
import type { Incident, Outage } from './troubles.js';
import { longestGap, movingSince, openScreening, view, type Screening, type Viewing } from './viewing.js';

/** How many watch at once. */
export const atOnce = Number(process.env['VITRINE_AT_ONCE'] ?? 4);
/** Several viewers share two cores: alone the player is held to less. */
const soon = 3500;
const close = atOnce === 1 ? 1000 : 1500;
const patience = 45_000;

/** Where to watch; there once the tests run. */
export interface Theatre {
  readonly browser: Browser;
  readonly screening: Screening;
}

/** Opens one for the tests of a suite. */
export function openTheatre(): () => Theatre {
  let theatre: Theatre;
  before(async () => {
    theatre = { browser: await launch(), screening: await openScreening() };
  });
  after(async () => {
    await theatre.browser.close();
    await theatre.screening.close();
  });
  return () => theatre;
}

/** Watches a calm stream for a while, and says how far behind it is. */
async function settle(viewing: Viewing): Promise<number> {
  const seen = await viewing.until(
    ({ frames, stamps }) => frames.length > 150 && stamps.length > 12,
    20_000,
    'The stream did not start.',
  );
  return viewing.latencyAt(seen, Date.now());
}

async function backToTheShow(viewing: Viewing, latency: number): Promise<void> {
  await viewing.until(
    (seen) => viewing.latencyAt(seen, Date.now()) <= latency + close,
    patience,
    `It did not come back to the show (${latency} ms behind before).`,
  );
}

/** The picture moves again at once when the trouble is over, and comes as close to the show as before. */
export function healsAfter(
  { name, path, lasts = 10_000, within = soon, strike }: Outage,
  theatre: () => Theatre,
): void {
  it(`plays on after ${name}`, async () => {
    const { browser, screening } = theatre();
    const viewing = await view(browser, screening, { ...(path ? { path } : {}) });
    try {
      const latency = await settle(viewing);
      const end = await strike(viewing);
      const begun = Date.now();
      await viewing.until(() => Date.now() - begun >= lasts, lasts + 5000, 'The time did not pass.');
      await end();
      const over = Date.now();
      const seen = await viewing.until((now) => movingSince(now, over), patience, 'It did not move again.');
      const moving = (movingSince(seen, over) as number) - over;
      assert.ok(moving <= within, `It moved again after ${moving} ms.`);
      // A trouble that stops the picture is told, with a way to try now.
      if (longestGap(seen, begun, over) > 4000) {
        const told = seen.phases.filter(({ at }) => at > begun).map(({ phase }) => phase);
        assert.ok(told.includes('recovering') || told.includes('stalled'), `It said ${told.join(', ')}.`);
      }
      await backToTheShow(viewing, latency);
      const stood = longestGap(seen, begun, over + moving);
      console.log(
        `${name}: stood ${stood} ms, moved ${moving} ms after its end, as close again ${Date.now() - over} ms after`,
      );
    } finally {
      await viewing.close();
    }
  });
}

/** The picture goes on over the trouble. */
export function goesOnOver({ name, path, happen, gap = 4000, farther = 0 }: Incident, theatre: () => Theatre): void {
  it(`plays on over ${name}`, async () => {
    const { browser, screening } = theatre();
    const viewing = await view(browser, screening, { ...(path ? { path } : {}) });
    try {
      const latency = await settle(viewing);
      const begun = Date.now();
      await happen(viewing);
      // What happens at the encoder is on the screen some seconds later.
      const seen = await viewing.until(
        ({ frames }) => Date.now() - begun > 14_000 && (frames.at(-1) ?? 0) > Date.now() - 500,
        patience,
        'It stopped.',
      );
      const longest = longestGap(seen, begun, Date.now());
      assert.ok(longest <= gap, `The picture stood for ${longest} ms.`);
      await backToTheShow(viewing, Math.max(latency, farther));
      console.log(`${name}: stood ${longest} ms`);
    } finally {
      await viewing.close();
    }
  });
}

/** Who comes while it lasts sees the picture as soon as it is over. */
export function beginsAfter({ name, path, lasts = 4000, within = soon, strike }: Outage, theatre: () => Theatre): void {
  it(`begins with ${name}, as soon as it can`, async () => {
    let end: () => unknown = () => undefined;
    const { browser, screening } = theatre();
    const viewing = await view(browser, screening, {
      ...(path ? { path } : {}),
      before: async (given) => void (end = await strike(given)),
    });
    try {
      const begun = Date.now();
      await viewing.until(() => Date.now() - begun >= lasts, lasts + 5000, 'The time did not pass.');
      assert.equal((await viewing.watched()).frames.length, 0);
      await end();
      const over = Date.now();
      const seen = await viewing.until((now) => movingSince(now, over), patience, 'It did not begin.');
      const beginning = (movingSince(seen, over) as number) - over;
      console.log(`${name}: began ${beginning} ms after its end`);
      assert.ok(beginning <= within, `It began after ${beginning} ms.`);
    } finally {
      await viewing.close();
    }
  });
}
