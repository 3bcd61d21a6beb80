// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';

/** Both take the minutes that are left, for their plural, and as they are shown. */
export const english = {
  closing: (_minutes: number, shown: string) => `Closing in ${shown} min`,
  closes: (minutes: number, shown: string) =>
    plural(minutes, 'en', { one: 'The show closes in a minute.', other: `The show closes in ${shown} minutes.` }),
} as const;
