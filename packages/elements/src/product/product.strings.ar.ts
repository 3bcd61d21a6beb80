// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { productStrings } from './product.strings.js';

const product: Strings<typeof productStrings> = {
  product: 'المنتج',
  backToChat: 'العودة إلى الدردشة',
  pictures: (name) => `صور ${name}`,
  pictureOf: (index, count) => `الصورة ${index} من ${count}`,
  seenAt: (time) => `عُرض عند ${time}`,
  reviews: (number) => `${number} تقييم`,
  rating: (value, number) => `التقييم ${value} من 5، ${number} تقييم`,
  off: (percent) => `خصم ${percent}`,
  leftIn: (count, option) =>
    plural(count, 'ar', {
      one: `بقيت قطعة واحدة من ${option}`,
      two: `بقيت قطعتان من ${option}`,
      few: `بقيت ${count} قطع من ${option}`,
      other: `بقيت ${count} قطعة من ${option}`,
    }),
  few: 'لم يبقَ سوى القليل',
  soldOutIn: (option) => `نفدت كمية ${option}.`,
  notIn: (option, others) => `${option} غير متوفر في ${others}.`,
  notAvailable: (option) => `${option} غير متوفر.`,
  unavailable: 'غير متوفر',
  quantity: 'الكمية',
  limit: (most) => `الحد الأقصى ${most} لكل شخص`,
  choose: (axis) => `اختر ${axis}`,
  add: 'أضف إلى الحقيبة',
  added: 'أُضيف',
  buy: 'اشترِ الآن',
  view: 'شاهده في المتجر',
  viewStay: 'اختر التواريخ في المتجر',
  stayElsewhere: 'لا يمكن حجز التواريخ هنا بعد. اسأل المضيف في الدردشة.',
  details: 'التفاصيل',
  chosen: (options, left, price) => [options, left, price].filter(Boolean).join('، '),
  unknown: 'هذا المنتج ليس في العرض.',
  loading: 'يجري تحميل المنتج',
};

export default product;
