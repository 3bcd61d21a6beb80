// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { RowsWords } from './rows.strings.js';

const chinese: Strings<RowsWords> = {
  orderedToo: (name, product, _count, shown) => `${name} 和另外 ${shown} 人下单了${product}`,
  verified: '已认证',
  sticker: (label) => `贴纸，${label}`,
  hello: (name) => `跟 ${name} 打个招呼`,
  helloAll: '打个招呼',
  quickHello: '你好',
  quickQuestion: '可以寄到哪里？',
  absent: '本场直播没有聊天',
  failed: '聊天暂时无法连接。',
  failedWay: '直播和商品不受影响。刷新页面可重新连接聊天。',
};

export default chinese;
