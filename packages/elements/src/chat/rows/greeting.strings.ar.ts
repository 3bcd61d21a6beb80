// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { GreetingWords } from './greeting.strings.js';

const arabic: Strings<GreetingWords> = {
  hello: (name) => `رحّب بـ ${name}`,
  helloAll: 'قل مرحبًا',
  quickHello: 'مرحبًا',
  quickQuestion: 'إلى أين توصلون؟',
};

export default arabic;
