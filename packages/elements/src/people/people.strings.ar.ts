// SPDX-License-Identifier: MIT
import { plural } from '../shared/format.js';
import type { Strings } from '../shared/localize.js';
import type { english } from './people.strings.js';

export default {
  list: 'أشخاص مقيّدون هنا، الأحدث أولًا',
  count: (count, text) =>
    plural(count, 'ar', {
      one: 'شخص واحد',
      two: 'شخصان',
      few: `${text} أشخاص`,
      many: `${text} شخصًا`,
      other: `${text} شخص`,
    }),
  found: (found, all) => `${found} من ${all} معروض`,
  search: 'ابحث في الأسماء',
  none: 'يمكن للجميع الكتابة',
  intro: 'يظهر هنا من مُنع من الكتابة أو أُخفي عن الآخرين أو حُظر.',
  nobodyFound: 'لا أحد هنا بهذا الاسم',
  unnamed: 'بلا اسم',
  muted: 'ممنوع من الكتابة',
  shadowed: 'مخفي عن الآخرين',
  banned: 'محظور',
  until: (when) => `حتى ${when}`,
  forGood: 'دائمًا',
  since: (when) => `منذ ${when}`,
  free: 'رفع القيد',
  freed: 'رُفع القيد',
  change: 'تغيير',
  muteFor: (count, text) =>
    plural(count, 'ar', {
      one: 'منع الكتابة لدقيقة',
      two: 'منع الكتابة لدقيقتين',
      few: `منع الكتابة لمدة ${text} دقائق`,
      other: `منع الكتابة لمدة ${text} دقيقة`,
    }),
  makeMuted: 'منع الكتابة دائمًا',
  makeShadowed: 'إخفاء عن الآخرين',
  makeBanned: 'حظر',
  undo: 'تراجع',
  keys: 'الأسهم للتنقل، F لرفع القيد، C لتغييره',
  refused: 'رُفض ذلك. حاول مرة أخرى.',
  unavailable: 'يتعذّر عرض القائمة الآن',
  again: 'حاول مرة أخرى',
} satisfies Strings<typeof english>;
