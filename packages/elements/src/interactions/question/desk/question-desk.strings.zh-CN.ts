// SPDX-License-Identifier: MIT
import type { Strings } from '../../../shared/localize.js';
import type { english } from './question-desk.strings.js';

export default {
  queue: '问题，按票数排列',
  open: '开启提问',
  close: '关闭提问',
  intro: '观众在这里提问和投票，您可以先回答大家最想知道的。',
  closed: '已关闭，观众仍可查看列表。',
  none: '没有待回答的问题',
  answer: '现在已回答',
  dismiss: '忽略',
  private: '私密',
  votes: (_count, text) => `${text} 票`,
  waiting: (_count, text) => `${text} 个待回答`,
  answeredNow: '已标为已回答',
  dismissed: '已忽略',
  undo: '撤销',
  keys: '方向键移动，A 标为已回答，Delete 忽略',
  refused: '未被接受，请重试。',
  unavailable: '暂时无法显示问题',
} satisfies Strings<typeof english>;
