// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { english } from './catch-up.strings.js';

export default {
  soFar: 'ما\u00a0عُرض',
  chapters: 'الفصول',
  catchMeUp: 'ماذا فاتني؟',
  dismiss: 'ليس الآن',
  backToLive: 'العودة إلى البث المباشر',
  count: (count, text) =>
    plural(count, 'ar', {
      one: 'منتج واحد حتى الآن',
      two: 'منتجان حتى الآن',
      few: `${text} منتجات حتى الآن`,
      many: `${text} منتجًا حتى الآن`,
      other: `${text} منتج حتى الآن`,
    }),
  missed: (text) => `فاتك ${text}`,
  isMissed: 'فاتك',
  into: (clock) => `بعد ${clock} من البداية`,
  again: (clock) => `مرة أخرى عند ${clock}`,
  watch: 'شاهد',
  watchIt: (name) => `شاهد ${name}`,
  view: 'عرض',
  viewIt: (name) => `عرض ${name}`,
  gone: 'لم يعد متاحًا في الفيديو',
  loading: 'جارٍ البحث عمّا عُرض',
  empty: 'لم يُعرض شيء بعد',
  failed: 'تعذّر جلب ما عُرض سابقًا.',
  tryAgain: 'حاول مرة أخرى',
} satisfies Strings<typeof english>;
