// SPDX-License-Identifier: MIT
// What befalls a stream heals by itself: the picture moves again at once when the trouble is over, and is as close to the
// show as before. Read from the picture.
import { describe } from 'node:test';
import { atOnce, beginsAfter, goesOnOver, healsAfter, openTheatre } from './support/healing.js';
import { incidents, lateStarts, outages } from './support/troubles.js';

describe('a stream in trouble', { concurrency: atOnce }, () => {
  const theatre = openTheatre();
  for (const outage of lateStarts) beginsAfter(outage, theatre);
  for (const outage of outages) healsAfter(outage, theatre);
  for (const incident of incidents) goesOnOver(incident, theatre);
});
