// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './trailer.strings.js';

export default {
  play: 'شغّل المقطع الدعائي',
  pause: 'أوقف المقطع الدعائي',
} satisfies Strings<typeof english>;
