// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './policy.strings.js';

export default {
  title: '规则',
  words: '屏蔽词',
  wordsHint:
    '每行一个。星号代表词内的任意字母：bad* 匹配以此开头的词，*bad* 匹配包含它的词。不区分大小写、重音和形近字母。',
  wordCount: (_count, text) => `${text} 个词`,
  links: '谁可以发链接',
  everybody: '所有人',
  staffAlone: '仅工作人员',
  hold: '谁的消息需要审核',
  nobody: '无需审核',
  guests: '游客的消息',
  everybodyElse: '所有观众的消息',
  unreviewed: '审核服务未及时答复的消息',
  allow: '直接显示',
  wait: '等待工作人员审核',
  refuse: '拒绝',
  save: '保存',
  discard: '放弃更改',
  saved: '已保存',
  conflict: '其他人已更改了规则：',
  merge: '合并两者',
  takeTheirs: '采用对方的',
  badWord: (line, word) => `第 ${line} 行无法使用：“${word}”。每个词须含字母或数字，最多两个星号、64 个字符。`,
  tooMany: '列表过长，请删去一些词。',
  badChoice: '此处不能选择该项。',
  offline: '未保存：无法连接直播，请重试。',
  forbidden: '您的链接无此权限。',
  failed: '未保存，请重试。',
  readOnly: '规则在其他地方设置。',
  unavailable: '暂时无法显示规则',
  again: '重试',
} satisfies Strings<typeof english>;
