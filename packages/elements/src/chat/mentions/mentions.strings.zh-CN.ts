// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { MentionWords } from './mentions.strings.js';

const chinese: Strings<MentionWords> = {
  people: '可提及的人',
  found: (_count, shown) => `${shown} 个名字`,
};

export default chinese;
