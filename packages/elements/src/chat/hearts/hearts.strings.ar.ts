// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { english } from './hearts.strings.js';

export default {
  like: 'أعجبني',
  likes: (count, shown) =>
    plural(count, 'ar', {
      one: 'إعجاب واحد',
      two: 'إعجابان',
      few: `${shown} إعجابات`,
      many: `${shown} إعجابًا`,
      other: `${shown} إعجاب`,
    }),
  refused: 'لم ينجح ذلك. حاول مرة أخرى.',
} satisfies Strings<typeof english>;
