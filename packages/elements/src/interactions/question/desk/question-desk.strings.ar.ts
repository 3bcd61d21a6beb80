// SPDX-License-Identifier: MIT
import { plural } from '../../../shared/format.js';
import type { Strings } from '../../../shared/localize.js';
import type { english } from './question-desk.strings.js';

export default {
  queue: 'الأسئلة، الأكثر طلبًا أولًا',
  open: 'افتح باب الأسئلة',
  close: 'أغلق باب الأسئلة',
  intro: 'هنا يسأل المشاهدون ويصوّتون، فأجب عن الأكثر طلبًا أولًا.',
  closed: 'مغلق. يمكن للمشاهدين قراءة القائمة.',
  none: 'لا أسئلة في الانتظار',
  answer: 'أُجيب الآن',
  dismiss: 'تجاوز',
  private: 'خاص',
  votes: (count, text) =>
    plural(count, 'ar', {
      zero: 'لا أصوات',
      one: 'صوت واحد',
      two: 'صوتان',
      few: `${text} أصوات`,
      many: `${text} صوتًا`,
      other: `${text} صوت`,
    }),
  waiting: (count, text) =>
    plural(count, 'ar', {
      zero: 'لا شيء ينتظر',
      one: 'سؤال ينتظر',
      two: 'سؤالان ينتظران',
      few: `${text} أسئلة تنتظر`,
      many: `${text} سؤالًا ينتظر`,
      other: `${text} سؤال ينتظر`,
    }),
  answeredNow: 'سُجّل أنه أُجيب عنه',
  dismissed: 'تُجووِز',
  undo: 'تراجع',
  keys: 'الأسهم للتنقل، A للإجابة، Delete للتجاوز',
  refused: 'رُفض ذلك. حاول مرة أخرى.',
  unavailable: 'تعذّر عرض الأسئلة الآن',
} satisfies Strings<typeof english>;
