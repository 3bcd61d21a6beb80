// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './moderation.strings.js';

export default {
  queue: '待审核的消息，等待最久的在前',
  waiting: (_count, text) => `${text} 条待审核`,
  none: '没有待审核的消息',
  intro: '观众的消息会先出现在这里，通过后才会显示。',
  allow: '通过',
  remove: '删除',
  mute: '禁言',
  removed: '已删除',
  muted: '已禁言 10 分钟',
  undo: '撤销',
  keys: '方向键移动，A 通过，Delete 删除，M 禁言发言人',
  refused: '操作被拒绝，请重试。',
  gone: '已有人先处理了。',
  unavailable: '暂时无法显示待审核的消息',
} satisfies Strings<typeof english>;
