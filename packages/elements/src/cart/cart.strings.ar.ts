// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { cartStrings } from './cart.strings.js';

const cart: Strings<typeof cartStrings> = {
  bag: 'الحقيبة',
  items: 'المنتجات',
  coupon: 'القسيمة',
  delivery: 'التوصيل',
  tax: 'الضريبة',
  total: 'المجموع',
  estimated: 'المجموع التقديري',
  quantityOf: (name) => `كمية ${name}`,
  remove: (name) => `أزل ${name}`,
  removed: (name) => `أُزيل ${name}`,
  undo: 'تراجع',
  about: (name, words) => `${name}: ${words}`,
  accept: 'حسنًا',
  addCoupon: 'أضف رمز قسيمة',
  couponCode: 'رمز القسيمة',
  apply: 'طبّق',
  removeCoupon: (code) => `أزل القسيمة ${code}`,
  heldFor: (time) => `محجوز لمدة ${time}`,
  express: 'دفع سريع',
  checkOut: 'إتمام الشراء',
  keepsPlaying: 'الدفع لدى المتجر نفسه، والعرض مستمر',
  elsewhere: 'تدفع في صفحة المتجر ثم تعود إلى العرض',
  elsewhereAt: (site) => `تدفع في ${site} ثم تعود إلى العرض`,
  empty: 'حقيبتك فارغة',
  emptyHint: 'ما تضيفه أثناء العرض ينتظرك هنا.',
  browse: 'العودة إلى المنتجات',
  failed: 'تعذّر تحميل حقيبتك.',
  loading: 'يجري تحميل حقيبتك',
  count: (count) =>
    plural(count, 'ar', {
      zero: 'حقيبتك فارغة',
      one: 'قطعة واحدة في حقيبتك',
      two: 'قطعتان في حقيبتك',
      few: `${count} قطع في حقيبتك`,
      other: `${count} قطعة في حقيبتك`,
    }),
};

export default cart;
