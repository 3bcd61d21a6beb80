// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { GreetingWords } from './greeting.strings.js';

const chinese: Strings<GreetingWords> = {
  hello: (name) => `跟 ${name} 打个招呼`,
  helloAll: '打个招呼',
  quickHello: '你好',
  quickQuestion: '可以寄到哪里？',
};

export default chinese;
