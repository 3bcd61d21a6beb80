// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { MenuWords } from './row-menu.strings.js';

const chinese: Strings<MenuWords> = {
  reply: '回复',
  mention: '提及',
  translate: '翻译',
  remove: '删除',
  pin: '置顶',
  silence: (minutes) => `禁言 ${minutes} 分钟`,
  shadow: '对他人隐藏',
  ban: '封禁',
  mute: (name) => `屏蔽 ${name}`,
  report: '举报',
  undo: '撤销',
  cancel: '取消',
  askBan: (name) => `封禁 ${name}？对方将无法再进入。`,
  muted: '已为你屏蔽，对方不会知道。',
  silenced: (name, minutes) => `${name} 已被禁言 ${minutes} 分钟。`,
  shadowed: (name) => `其他人不再看到 ${name} 的发言。`,
  banned: (name) => `${name} 已被封禁。`,
  pinned: '已为所有人置顶。',
  reported: '已举报给管理员。',
  notRemoved: '未能删除这条消息，请重试。',
  refused: '操作被拒绝，请重试。',
  translating: '正在翻译…',
  translatedFrom: (language) => `译自${language}`,
  translated: '已翻译',
  original: '查看原文',
  translation: '查看译文',
  sameLanguage: '已经是你的语言。',
  untranslated: '未能翻译。',
};

export default chinese;
