// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { ReactionsWords } from './reactions.strings.js';

const chinese: Strings<ReactionsWords> = {
  react: '点赞',
  given: (shown) => `已有 ${shown} 次点赞`,
};

export default chinese;
