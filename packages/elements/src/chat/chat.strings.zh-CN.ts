// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { ChatWords } from './chat.strings.js';

const chinese: Strings<ChatWords> = {
  label: '聊天',
  host: '主播',
  moderator: '管理员',
  you: '我',
  ordered: (name, product) => `${name} 下单了${product}`,
  replyTo: (name) => `回复 ${name}`,
  send: '发送',
  say: '说点什么…',
  slow: (shown) => `${shown} 秒后可再次发言`,
  signIn: '登录后参与聊天',
  readOnly: '当前仅可观看聊天',
  replayed: '聊天回放',
  emoji: '表情',
};

export default chinese;
