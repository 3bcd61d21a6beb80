// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './catch-up.strings.js';

export default {
  soFar: '已展示',
  chapters: '章节',
  catchMeUp: '我错过了什么',
  dismiss: '暂不',
  backToLive: '回到直播',
  count: (_count, text) => `目前已展示 ${text} 件商品`,
  missed: (text) => `错过 ${text} 件`,
  isMissed: '错过',
  into: (clock) => `开播后 ${clock}`,
  again: (clock) => `再次展示于 ${clock}`,
  watch: '观看',
  watchIt: (name) => `观看${name}`,
  view: '查看',
  viewIt: (name) => `查看${name}`,
  gone: '视频中已无法回看',
  loading: '正在查找展示过的商品',
  empty: '还没有展示商品',
  failed: '暂时无法获取之前展示的商品。',
  tryAgain: '重试',
} satisfies Strings<typeof english>;
