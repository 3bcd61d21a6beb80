// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { RowsWords } from './rows.strings.js';

const arabic: Strings<RowsWords> = {
  orderedToo: (name, product, count, shown) =>
    `طلبات جديدة من ${name} و${plural(count, 'ar', {
      one: 'شخص آخر',
      two: 'شخصين آخرين',
      other: `${shown} آخرين`,
    })}: ${product}`,
  verified: 'حساب موثّق',
  sticker: (label) => `ملصق، ${label}`,
  hello: (name) => `رحّب بـ ${name}`,
  helloAll: 'قل مرحبًا',
  quickHello: 'مرحبًا',
  quickQuestion: 'إلى أين توصلون؟',
  absent: 'لا توجد دردشة في هذا العرض',
  failed: 'تعذّر الوصول إلى الدردشة.',
  failedWay: 'العرض والمنتجات مستمرة. أعد تحميل الصفحة لمحاولة فتح الدردشة.',
};

export default arabic;
