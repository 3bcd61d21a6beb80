// SPDX-License-Identifier: MIT
import type { Strings } from './localize.js';
import type { sheetStrings } from './sheet.strings.js';

const sheet: Strings<typeof sheetStrings> = {
  close: '关闭',
  back: '返回',
};

export default sheet;
