// SPDX-License-Identifier: MIT
import { laterFeature } from '../later.js';
import { noPresence } from './presence.state.js';

export type * from './presence.state.js';

/** How many watch, and what they think of it. */
export const presenceFeature = laterFeature({
  name: 'presence',
  first: noPresence,
  load: async () => (await import('./presence.js')).presenceFeature,
});
