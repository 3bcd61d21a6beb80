// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { english } from './sieve.strings.js';

export default {
  filter: '筛选待审核消息',
  search: '搜索昵称和内容',
  guests: '游客',
  members: '会员',
  several: '多条待审',
  counted: (shown, all) => `显示 ${shown} 条，共 ${all} 条`,
  none: '没有符合条件的消息',
  showAll: '显示全部',
  allowAll: (_count, text) => `通过显示的 ${text} 条`,
  removeAll: (_count, text) => `删除显示的 ${text} 条`,
  askAllow: (_count, text) => `通过这 ${text} 条消息？`,
  askRemove: (_count, text) => `删除这 ${text} 条消息？`,
  doAllow: '确认通过',
  doRemove: '确认删除',
  cancel: '取消',
  allowed: (_count, text) => `已通过 ${text} 条消息`,
  removed: (_count, text) => `已删除 ${text} 条消息`,
  keys: 'Shift+A 通过显示的全部消息，Shift+Delete 删除，斜杠键搜索',
} satisfies Strings<typeof english>;
