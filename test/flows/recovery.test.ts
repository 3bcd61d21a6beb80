// SPDX-License-Identifier: MIT
// What befalls a stream heals by itself: the picture moves again at once when the trouble is over, and is as close to the
// show as before. Read from the picture.
import { after, before, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { beginsAfter, goesOnOver, healsAfter, type Theatre } from './support/healing.js';
import { launch } from './support/stage.js';
import { incidents, lateStarts, outages } from './support/troubles.js';
import { openScreening, type Screening } from './support/viewing.js';

describe('a stream in trouble', { concurrency: 3 }, () => {
  let browser: Browser;
  let screening: Screening;
  before(async () => {
    browser = await launch();
    screening = await openScreening();
  });
  after(async () => {
    await browser.close();
    await screening.close();
  });

  const theatre = (): Theatre => ({ browser, screening });
  for (const outage of lateStarts) beginsAfter(outage, theatre);
  for (const outage of outages) healsAfter(outage, theatre);
  for (const incident of incidents) goesOnOver(incident, theatre);
});
