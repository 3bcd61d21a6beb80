// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { english } from './moderation.strings.js';

export default {
  queue: 'رسائل قيد المراجعة، الأقدم أولًا',
  waiting: (count, text) =>
    plural(count, 'ar', {
      zero: 'لا شيء قيد المراجعة',
      one: 'رسالة واحدة قيد المراجعة',
      two: 'رسالتان قيد المراجعة',
      few: `${text} رسائل قيد المراجعة`,
      many: `${text} رسالة قيد المراجعة`,
      other: `${text} رسالة قيد المراجعة`,
    }),
  none: 'لا شيء قيد المراجعة',
  intro: 'يظهر هنا ما حُجز قبل نشره وما أبلغ عنه المشاهدون.',
  reported: (count, text) =>
    plural(count, 'ar', {
      zero: 'بلا بلاغات',
      one: 'بلاغ واحد',
      two: 'بلاغان',
      few: `${text} بلاغات`,
      many: `${text} بلاغًا`,
      other: `${text} بلاغ`,
    }),
  reasons: 'ما قيل عنها:',
  keep: 'إبقاء',
  allow: 'سماح',
  remove: 'حذف',
  mute: 'منع الكتابة',
  removed: 'حُذفت',
  muted: 'مُنع من الكتابة 10 دقائق',
  undo: 'تراجع',
  keys: 'الأسهم للتنقل، A للسماح أو الإبقاء، Delete للحذف، M لمنع صاحبها من الكتابة',
  refused: 'رُفض ذلك. حاول مرة أخرى.',
  gone: 'سبقك شخص آخر.',
  unavailable: 'يتعذّر عرض ما ينتظر الآن',
} satisfies Strings<typeof english>;
