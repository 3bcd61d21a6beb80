// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { ReactionsWords } from './reactions.strings.js';

const arabic: Strings<ReactionsWords> = {
  react: 'أرسل قلبًا',
  given: (shown) => `عدد القلوب حتى الآن: ${shown}`,
};

export default arabic;
