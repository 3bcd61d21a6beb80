// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './trailer.strings.js';

export default {
  play: '播放预告片',
  pause: '暂停预告片',
} satisfies Strings<typeof english>;
