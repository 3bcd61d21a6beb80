// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { DeskWords } from './desk.strings.js';

const chinese: Strings<DeskWords> = {
  says: (name, text) => `${name}：${text}`,
  newMessages: (_count, shown) => `${shown} 条新消息`,
  settings: '聊天设置',
  jump: (_count, shown) => `${shown} 条新消息`,
  newest: '回到最新',
  more: (_count, shown) => `另有 ${shown} 条消息`,
  sending: '发送中',
  waiting: '联网后自动发送',
  stale: '这条消息写于几分钟前，现在发送吗？',
  retry: '重试',
  discard: '放弃',
  reconnecting: '正在重新连接…',
  silent: '此刻还没有人发言',
  cancelReply: '取消回复',
  removed: '消息已删除',
  left: (_count, shown) => `还可输入 ${shown} 个字`,
  tooLong: (_count, shown) => `超出 ${shown} 个字。`,
  nickname: '你的聊天昵称',
  join: '继续',
  back: '返回',
  faces: '表情',
  hands: '手势',
  hearts: '爱心',
  things: '物品',
  UNKNOWN: '未发送，请重试。',
  OFFLINE: '未发送，你已离线。',
  NETWORK: '未发送，请检查网络。',
  MESSAGE_TOO_LONG: '超出了本聊天的字数限制。',
  MESSAGE_REFUSED: '这条消息未被接受。',
  MUTED: '你现在不能在此发言。',
  CHAT_READ_ONLY: '聊天现在仅可观看。',
  AUTH_REQUIRED: '登录后才能发送。',
  SLOW_MODE: '慢速模式已开启，请稍候再发。',
  RATE_LIMITED: '发送太快了，请稍候再发。',
  NAME_RESERVED: '这个昵称已被占用，请换一个。',
  BAD_INPUT: '这个昵称不可用，请换一个。',
};

export default chinese;
