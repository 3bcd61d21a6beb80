// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { english } from './hearts.strings.js';

export default {
  like: '赞',
  likes: (_count, shown) => `${shown} 个赞`,
  refused: '操作未成功，请重试。',
} satisfies Strings<typeof english>;
