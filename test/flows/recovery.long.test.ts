// SPDX-License-Identifier: MIT
// What lasts for minutes heals by itself as well: the picture moves again soon after it is over, and is as close to the
// show as before.
import { describe } from 'node:test';
import { healsAfter, openTheatre } from './support/healing.js';
import { outages } from './support/troubles.js';

const minute = 60_000;
/** What has been away for long is asked for seldom, in ms: a tenth of the time it was away, about, and no more than this. */
const within = 13_000;

describe('a stream in trouble for minutes', { concurrency: 3 }, () => {
  const theatre = openTheatre();
  for (const outage of outages) {
    const lasts = outage.name === 'a network that is away' ? 3 * minute : 1.5 * minute;
    healsAfter({ ...outage, lasts, within }, theatre);
  }
});
