// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { MenuWords } from './row-menu.strings.js';

// Nouns and the passive where a person is meant: their gender is not known.
const arabic: Strings<MenuWords> = {
  reply: 'رد',
  mention: 'إشارة',
  translate: 'ترجمة',
  remove: 'حذف',
  pin: 'تثبيت',
  silence: (minutes) => `منع الكتابة ${minutes} د`,
  shadow: 'إخفاء عن الآخرين',
  ban: 'حظر',
  mute: (name) => `كتم ${name}`,
  report: 'إبلاغ',
  undo: 'تراجع',
  cancel: 'إلغاء',
  askBan: (name) => `حظر ${name}؟ لن تكون العودة إلى الغرفة ممكنة.`,
  muted: 'تم الكتم لديك وحدك، ولن يُبلَّغ أحد.',
  silenced: (name, minutes) => `لا كتابة من ${name} لمدة ${minutes} دقائق.`,
  shadowed: (name) => `رسائل ${name} لن تظهر للآخرين.`,
  banned: (name) => `تم حظر ${name}.`,
  pinned: 'ثُبّتت الرسالة للجميع.',
  reported: 'أُبلغ المشرفون بهذه الرسالة.',
  notRemoved: 'تعذّر حذف الرسالة. حاول مرة أخرى.',
  refused: 'رُفض الطلب. حاول مرة أخرى.',
  translating: 'جارٍ الترجمة…',
  translatedFrom: (language) => `مترجم من ${language}`,
  translated: 'مترجم',
  original: 'عرض الأصل',
  translation: 'عرض الترجمة',
  sameLanguage: 'النص بلغتك أصلًا.',
  untranslated: 'تعذّرت الترجمة.',
};

export default arabic;
