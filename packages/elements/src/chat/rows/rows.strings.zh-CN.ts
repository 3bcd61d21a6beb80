// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { RowsWords } from './rows.strings.js';

const chinese: Strings<RowsWords> = {
  orderedToo: (name, product, _count, shown) => `${name} 和另外 ${shown} 人下单了${product}`,
  hello: (name) => `跟 ${name} 打个招呼`,
  helloAll: '打个招呼',
  quickHello: '你好',
  quickQuestion: '可以寄到哪里？',
};

export default chinese;
