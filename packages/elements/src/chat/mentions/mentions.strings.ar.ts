// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { MentionWords } from './mentions.strings.js';

const arabic: Strings<MentionWords> = {
  people: 'من تريد الإشارة إليهم',
  found: (count, shown) =>
    plural(count, 'ar', { one: 'اسم واحد', two: 'اسمان', few: `${shown} أسماء`, other: `${shown} اسمًا` }),
};

export default arabic;
