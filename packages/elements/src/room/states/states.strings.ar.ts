// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { english } from './states.strings.js';

export default {
  yourTime: (when) => `${when} بتوقيتك`,
  anyMoment: 'سيبدأ في أي لحظة',
  days: (count) => plural(count, 'ar', { one: 'يوم', two: 'يومان', few: 'أيام', many: 'يومًا', other: 'يوم' }),
  hours: (count) => plural(count, 'ar', { one: 'ساعة', two: 'ساعتان', few: 'ساعات', many: 'ساعة', other: 'ساعة' }),
  minutes: 'دقيقة',
  seconds: 'ثانية',
  addToCalendar: 'أضف إلى التقويم',
  findingShow: 'نبحث عن البث من جديد',
  connectionDropped: 'انقطع اتصالك.',
  tryingIn: (seconds) => `محاولة أخرى بعد ${seconds} ث.`,
  tryNow: 'حاول الآن',
  shortBreak: 'استراحة قصيرة',
  rightBack: (name) => `${name}: نعود بعد قليل.`,
  backWithin: (count, text) =>
    plural(count, 'ar', {
      one: 'نعود خلال دقيقة',
      two: 'نعود خلال دقيقتين',
      few: `نعود خلال ${text} دقائق`,
      many: `نعود خلال ${text} دقيقة`,
      other: `نعود خلال ${text} دقيقة`,
    }),
  signalDropped: (name) => `انقطعت الإشارة عند ${name}. حقيبتك محفوظة.`,
  backUnknown: 'سنخبرك عند عودة البث',
  chatOpen: 'الدردشة ما زالت مفتوحة',
  everythingBelow: 'كل ما في العرض ما زال متاحًا هنا.',
  openInTab: 'افتح في علامة تبويب جديدة',
  goneTitle: 'هذا البث غير موجود',
  goneText: 'قد يكون الرابط قديمًا أو أُزيل البث.',
  sessionTitle: 'انتهت جلستك',
  sessionText: 'حاول مرة أخرى، أو أعد تحميل الصفحة لتسجيل الدخول.',
  networkTitle: 'تعذّر الوصول إلى البث',
  networkText: 'تحقق من اتصالك. سنواصل المحاولة.',
  setupTitle: 'هذا البث غير مُعدّ بعد',
  setupText: 'ينقص هذه الصفحة إعداد ما، ويجد المتجر سببه في وحدة تحكم المتصفح.',
  otherTitle: 'تعذّر فتح البث',
  otherText: 'الخطأ ليس منك. حاول بعد قليل.',
} satisfies Strings<typeof english>;
