// SPDX-License-Identifier: MIT
import type { Strings } from './localize.js';
import type { sheetStrings } from './sheet.strings.js';

const sheet: Strings<typeof sheetStrings> = {
  close: 'إغلاق',
  back: 'رجوع',
};

export default sheet;
