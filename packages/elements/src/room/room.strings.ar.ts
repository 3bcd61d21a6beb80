// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { english } from './room.strings.js';

const pieces = (count: number, text: string): string =>
  plural(count, 'ar', {
    zero: 'لا منتجات',
    one: 'منتج واحد',
    two: 'منتجان',
    few: `${text} منتجات`,
    many: `${text} منتجًا`,
    other: `${text} منتج`,
  });

export default {
  show: 'بث مباشر',
  skip: 'تخطَّ البث المباشر',
  live: 'مباشر',
  behind: 'متأخر عن البث',
  waiting: 'جارٍ الانضمام',
  soon: 'يبدأ قريبًا',
  reconnecting: 'جارٍ إعادة الاتصال',
  paused: 'متوقف مؤقتًا',
  replay: 'إعادة',
  ended: 'انتهى',
  watching: (text) => `${text} يشاهدون`,
  mute: 'كتم الصوت',
  unmute: 'تشغيل الصوت',
  close: 'إغلاق',
  share: 'مشاركة',
  tryAgain: 'أعد المحاولة',
  failed: 'لم ينجح ذلك. أعد المحاولة.',
  linkCopied: 'نُسخ الرابط',
  bag: (count) => (count === 0 ? 'الحقيبة فارغة' : `الحقيبة، ${pieces(count, String(count))}`),
  chat: 'الدردشة',
  products: 'المنتجات',
  panels: 'الدردشة والمنتجات',
  productCount: (count, text) => `${pieces(count, text)} في هذا العرض`,
  items: pieces,
  viewBag: 'عرض الحقيبة',
  join: 'ادخل الغرفة',
  nowShowingProduct: (name, price) => `يُعرض الآن: ${name}، ${price}`,
  buy: 'شراء',
  add: 'أضف',
  view: 'عرض',
  showEnded: 'انتهى البث',
  unplayable: 'لا يمكن تشغيل الفيديو هنا',
  isLive: 'بدأ البث المباشر',
  isPaused: 'توقف البث مؤقتًا',
  isBack: 'عاد البث',
  isOffline: 'انقطع الاتصال. نحاول من جديد.',
  isOnline: 'عاد الاتصال',
  lostForGood: 'انتهى الاتصال بالبث',
  bagChanged: 'تغيّرت حقيبتك',
} satisfies Strings<typeof english>;
