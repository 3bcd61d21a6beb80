// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { english } from './reminder.strings.js';

export default {
  remindMe: '开播提醒我',
  willTell: '开播时我们会通知您。',
  undo: '撤销',
  offline: '您已离线，恢复网络后请重试。',
  signIn: '登录后才能提醒您。',
  begun: '直播已经开始了。',
  unsupported: '无法在此向您发送提醒。',
  failed: '没有成功，请重试。',
} satisfies Strings<typeof english>;
