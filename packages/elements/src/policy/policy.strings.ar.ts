// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { english } from './policy.strings.js';

export default {
  title: 'القواعد',
  words: 'كلمات ممنوعة',
  wordsHint:
    'كلمة في كل سطر. تعني النجمة أي حروف داخل الكلمة: \u2066bad*\u2069 للكلمة التي تبدأ هكذا، و\u2066*bad*\u2069 في أي موضع منها. لا فرق بين الحروف الكبيرة والمشكّلة والمتشابهة.',
  wordCount: (count, text) =>
    plural(count, 'ar', {
      zero: 'لا كلمات',
      one: 'كلمة واحدة',
      two: 'كلمتان',
      few: `${text} كلمات`,
      other: `${text} كلمة`,
    }),
  links: 'من يمكنه كتابة الروابط',
  everybody: 'الجميع',
  staffAlone: 'فريق العمل فقط',
  hold: 'رسائل من تنتظر المراجعة',
  nobody: 'لا أحد',
  guests: 'رسائل الزوار',
  everybodyElse: 'رسائل كل المشاهدين',
  unreviewed: 'ما لم تجب عنه خدمة المراجعة في الوقت',
  allow: 'يُنشر',
  wait: 'ينتظر فريق العمل',
  refuse: 'يُرفض',
  save: 'حفظ',
  discard: 'تجاهل التغييرات',
  saved: 'تم الحفظ',
  conflict: 'غيّر شخص آخر القواعد في هذه الأثناء:',
  merge: 'دمج التغييرين',
  takeTheirs: 'اعتماد تغييره',
  badWord: (line, word) =>
    `لا يمكن استخدام السطر ${line}: «${word}». تحتوي الكلمة على حرف أو رقم، ونجمتين و64 حرفًا على الأكثر.`,
  tooMany: 'القائمة طويلة جدًا. احذف بعض الكلمات.',
  badChoice: 'لا يمكن اختيار هذا هنا.',
  offline: 'لم يُحفظ: يتعذّر الوصول إلى العرض. حاول مرة أخرى.',
  forbidden: 'رابطك لا يسمح بهذا.',
  failed: 'لم يُحفظ. حاول مرة أخرى.',
  readOnly: 'تُضبط القواعد في مكان آخر.',
  unavailable: 'يتعذّر عرض القواعد الآن',
  again: 'حاول مرة أخرى',
} satisfies Strings<typeof english>;
