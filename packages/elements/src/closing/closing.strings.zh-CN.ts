// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './closing.strings.js';

export default {
  closing: (_minutes, shown) => `${shown} 分钟后结束`,
  closes: (_minutes, shown) => `直播将在 ${shown} 分钟后结束。`,
} satisfies Strings<typeof english>;
