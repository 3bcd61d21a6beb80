// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './moderation.strings.js';

export default {
  queue: '待审核的消息，等待最久的在前',
  waiting: (_count, text) => `${text} 条待审核`,
  none: '没有待审核的消息',
  intro: '待审核的消息和被观众举报的消息会出现在这里。',
  reported: (count, text) => (count === 1 ? '被举报' : `被 ${text} 人举报`),
  reasons: '举报理由：',
  keep: '保留',
  allow: '通过',
  remove: '删除',
  mute: '禁言',
  removed: '已删除',
  muted: '已禁言 10 分钟',
  undo: '撤销',
  keys: '方向键移动，A 通过或保留，Delete 删除，M 禁言发言人',
  refused: '操作被拒绝，请重试。',
  gone: '已有人先处理了。',
  unavailable: '暂时无法显示待审核的消息',
} satisfies Strings<typeof english>;
