// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { DanmakuWords } from './danmaku.strings.js';

const arabic: Strings<DanmakuWords> = {
  host: 'المضيف',
  moderator: 'مشرف',
};

export default arabic;
