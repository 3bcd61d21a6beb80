// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { english } from './sieve.strings.js';

const messages = (count: number, text: string): string =>
  plural(count, 'ar', {
    one: 'رسالة واحدة',
    two: 'رسالتين',
    few: `${text} رسائل`,
    other: `${text} رسالة`,
  });

export default {
  filter: 'البحث في الرسائل قيد المراجعة',
  search: 'ابحث في الأسماء والكلمات',
  guests: 'الزوار',
  members: 'الأعضاء',
  several: 'أكثر من رسالة',
  counted: (shown, all) => `${shown} من ${all} معروضة`,
  none: 'لا توجد رسالة مطابقة',
  showAll: 'عرض الكل',
  allowAll: (count, text) => `السماح بالمعروض: ${messages(count, text)}`,
  removeAll: (count, text) => `حذف المعروض: ${messages(count, text)}`,
  askAllow: (count, text) => `السماح بنشر ${messages(count, text)}؟`,
  askRemove: (count, text) => `حذف ${messages(count, text)}؟`,
  doAllow: 'نعم، سماح',
  doRemove: 'نعم، حذف',
  cancel: 'إلغاء',
  allowed: (count, text) => `سُمح بنشر ${messages(count, text)}`,
  removed: (count, text) => `تم حذف ${messages(count, text)}`,
  keys: 'Shift مع A للسماح بكل المعروض، وShift مع Delete لحذفه، والشرطة المائلة للبحث',
} satisfies Strings<typeof english>;
