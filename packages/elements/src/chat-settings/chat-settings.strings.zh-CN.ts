// SPDX-License-Identifier: MIT
import type { Strings } from '../shared/localize.js';
import type { ChatSettingsWords } from './chat-settings.strings.js';

const chinese: Strings<ChatSettingsWords> = {
  heading: '聊天设置',
  close: '关闭',
  size: '文字大小',
  small: '小',
  normal: '标准',
  large: '大',
  larger: '特大',
  pause: '暂停聊天',
  hide: '隐藏聊天',
  announce: '朗读聊天',
  fly: '在画面上显示弹幕',
  still: '你的设备要求减少动态效果，因此不显示弹幕。',
  share: '显示区域',
  share25: '四分之一屏',
  share50: '半屏',
  share100: '全屏',
  opacity: '不透明度',
  muted: '已屏蔽的人',
  nobody: '你没有屏蔽任何人。',
  unmute: '取消屏蔽',
  unmuteName: (name) => `取消屏蔽${name}`,
  own: '我的消息',
  download: '下载我的消息',
  downloaded: '你的消息已保存为文件。',
  delete: '删除我的消息',
  sure: '要删除你在此聊天中写过的全部内容吗？此操作无法撤销。',
  keep: '保留',
  yes: '删除',
  deleted: '你的消息已删除。',
  failed: '未能完成，请重试。',
};

export default chinese;
