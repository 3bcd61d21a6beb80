// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { StickerWords } from './stickers.strings.js';

const arabic: Strings<StickerWords> = {
  stickers: 'الملصقات',
  loading: 'جارٍ تحميل الملصقات…',
  none: 'لا توجد ملصقات هنا الآن.',
  failed: 'تعذّر الوصول إلى الملصقات.',
};

export default arabic;
