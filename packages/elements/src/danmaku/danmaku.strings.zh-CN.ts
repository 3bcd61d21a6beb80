// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { DanmakuWords } from './danmaku.strings.js';

const chinese: Strings<DanmakuWords> = {
  host: '主播',
  moderator: '管理员',
};

export default chinese;
