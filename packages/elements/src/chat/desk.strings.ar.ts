// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { DeskWords } from './desk.strings.js';

const arabic: Strings<DeskWords> = {
  says: (name, text) => `${name}: ${text}`,
  newMessages: (count, shown) =>
    plural(count, 'ar', {
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: `${shown} رسائل جديدة`,
      other: `${shown} رسالة جديدة`,
    }),
  settings: 'إعدادات الدردشة',
  jump: (count, shown) =>
    plural(count, 'ar', {
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: `${shown} رسائل جديدة`,
      other: `${shown} رسالة جديدة`,
    }),
  newest: 'الأحدث',
  more: (count, shown) =>
    plural(count, 'ar', {
      one: 'ورسالة أخرى',
      two: 'ورسالتان أخريان',
      few: `و${shown} رسائل أخرى`,
      other: `و${shown} رسالة أخرى`,
    }),
  sending: 'جارٍ الإرسال',
  waiting: 'ستُرسل عند عودة الاتصال',
  stale: 'كُتبت هذه الرسالة قبل دقائق. هل تُرسل الآن؟',
  retry: 'إعادة المحاولة',
  discard: 'تجاهل',
  reconnecting: 'جارٍ إعادة الاتصال…',
  silent: 'لم يُكتب شيء بعد في هذه اللحظة',
  cancelReply: 'إلغاء الرد',
  removed: 'حُذفت الرسالة',
  left: (count, shown) =>
    plural(count, 'ar', {
      zero: 'لم يبقَ أي حرف',
      one: 'بقي حرف واحد',
      two: 'بقي حرفان',
      few: `بقيت ${shown} أحرف`,
      other: `بقي ${shown} حرفًا`,
    }),
  tooLong: (count, shown) =>
    plural(count, 'ar', {
      one: 'أطول من المسموح بحرف واحد.',
      two: 'أطول من المسموح بحرفين.',
      few: `أطول من المسموح بـ ${shown} أحرف.`,
      other: `أطول من المسموح بـ ${shown} حرفًا.`,
    }),
  nickname: 'اسمك في الدردشة',
  join: 'متابعة',
  back: 'رجوع',
  faces: 'وجوه',
  hands: 'أيدٍ',
  hearts: 'قلوب',
  things: 'أشياء',
  UNKNOWN: 'لم تُرسل. حاول مرة أخرى.',
  OFFLINE: 'لم تُرسل. أنت غير متصل بالإنترنت.',
  NETWORK: 'لم تُرسل. تحقق من اتصالك.',
  MESSAGE_TOO_LONG: 'أطول مما تسمح به هذه الدردشة.',
  MESSAGE_REFUSED: 'لم تُقبل هذه الرسالة هنا.',
  MUTED: 'لا يمكنك الكتابة في هذه الدردشة الآن.',
  CHAT_READ_ONLY: 'الدردشة للقراءة فقط الآن.',
  AUTH_REQUIRED: 'سجّل الدخول لإرسالها.',
  SLOW_MODE: 'الوضع البطيء مفعّل. انتظر قليلًا ثم أرسل.',
  RATE_LIMITED: 'أرسلت بسرعة كبيرة. انتظر قليلًا ثم أرسل.',
  NAME_RESERVED: 'هذا الاسم محجوز. اختر اسمًا آخر.',
  BAD_INPUT: 'لا يمكن استخدام هذا الاسم. اختر اسمًا آخر.',
};

export default arabic;
