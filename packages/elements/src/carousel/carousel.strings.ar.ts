// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { carouselStrings } from './carousel.strings.js';

const carousel: Strings<typeof carouselStrings> = {
  heading: 'في هذا العرض',
  count: (count, number) =>
    plural(count, 'ar', {
      zero: 'لا منتجات',
      one: 'منتج واحد',
      two: 'منتجان',
      few: `${number} منتجات`,
      many: `${number} منتجًا`,
      other: `${number} منتج`,
    }),
  previous: 'المنتجات السابقة',
  next: 'المنتجات التالية',
  back: 'العودة إلى المنتج المعروض',
  nowShowing: (name, price) => `يُعرض الآن: ${name}، ${price}`,
  buy: 'اشترِ',
  buyNamed: (name) => `اشترِ ${name}`,
  add: (name) => `أضف ${name} إلى الحقيبة`,
  choose: (name) => `اختر مواصفات ${name}`,
  added: (name) => `أُضيف: ${name}`,
  search: 'ابحث بالاسم أو الرقم',
  nothingFound: 'لا يوجد منتج مطابق.',
  empty: 'لا منتجات بعد. ستظهر هنا أثناء العرض.',
  loading: 'يجري تحميل المنتجات',
  failed: 'تعذّر تحميل المنتجات.',
};

export default carousel;
