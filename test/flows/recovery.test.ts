// SPDX-License-Identifier: MIT
// What befalls a stream heals by itself: the picture moves again at once when the trouble is over, and is as close to the
// show as before. Read from the picture.
import { describe } from 'node:test';
import { beginsAfter, goesOnOver, healsAfter, openTheatre } from './support/healing.js';
import { incidents, lateStarts, outages } from './support/troubles.js';

/** Viewers share the machine: what is to be told of the player is measured with one of them. */
const atOnce = Number(process.env['VITRINE_AT_ONCE'] ?? 4);

describe('a stream in trouble', { concurrency: atOnce }, () => {
  const theatre = openTheatre();
  for (const outage of lateStarts) beginsAfter(outage, theatre);
  for (const outage of outages) healsAfter(outage, theatre);
  for (const incident of incidents) goesOnOver(incident, theatre);
});
