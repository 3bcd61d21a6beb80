// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './people.strings.js';

export default {
  list: '受限人员，最新的在前',
  count: (_count, text) => `${text} 人`,
  found: (found, all) => `显示 ${found} 人，共 ${all} 人`,
  search: '搜索昵称',
  none: '所有人都可以发言',
  intro: '被禁言、对他人隐藏或封禁的人会列在这里。',
  nobodyFound: '没有叫这个名字的人',
  unnamed: '未命名',
  muted: '禁言',
  shadowed: '对他人隐藏',
  banned: '封禁',
  until: (when) => `至 ${when}`,
  forGood: '永久',
  since: (when) => `自 ${when}`,
  free: '解除',
  freed: '已解除',
  change: '更改',
  muteFor: (_count, text) => `禁言 ${text} 分钟`,
  makeMuted: '永久禁言',
  makeShadowed: '对他人隐藏',
  makeBanned: '封禁',
  undo: '撤销',
  keys: '方向键移动，F 解除，C 更改限制',
  refused: '操作被拒绝，请重试。',
  unavailable: '暂时无法显示名单',
  again: '重试',
} satisfies Strings<typeof english>;
