// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { english } from './closing.strings.js';

const minutesOf = (minutes: number, shown: string): string =>
  plural(minutes, 'ar', {
    one: 'دقيقة',
    two: 'دقيقتين',
    few: `${shown} دقائق`,
    many: `${shown} دقيقة`,
    other: `${shown} دقيقة`,
  });

export default {
  closing: (minutes, shown) => `ينتهي بعد ${minutesOf(minutes, shown)}`,
  closes: (minutes, shown) => `ينتهي البث بعد ${minutesOf(minutes, shown)}.`,
} satisfies Strings<typeof english>;
