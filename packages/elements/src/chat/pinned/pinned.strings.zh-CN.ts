// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { english } from './pinned.strings.js';

export default {
  pinned: '置顶',
  says: (name, text) => `置顶消息，${name}：${text}`,
  announced: (text) => `置顶公告：${text}`,
  more: '展开全文',
  less: '收起',
  dismiss: '隐藏',
  unpin: '为所有人取消置顶',
  notUnpinned: '未能取消置顶，请重试。',
} satisfies Strings<typeof english>;
