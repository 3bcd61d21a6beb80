// SPDX-License-Identifier: MIT
import { plural } from '../../shared/format.js';
import type { Strings } from '../../shared/localize.js';
import type { english } from './question.strings.js';

export default {
  title: 'أسئلة',
  ask: (host) => (host ? `اسأل ${host}` : 'اطرح سؤالًا'),
  send: 'أرسل السؤال',
  privately: 'سؤال خاص',
  privateNote: 'يراه المضيف وحده',
  private: 'خاص',
  you: 'أنت',
  passed: 'لم يُؤخذ به',
  votes: (count, text) =>
    plural(count, 'ar', {
      zero: 'لا أصوات',
      one: 'صوت واحد',
      two: 'صوتان',
      few: `${text} أصوات`,
      many: `${text} صوتًا`,
      other: `${text} صوت`,
    }),
  vote: 'أريد جوابًا عن هذا',
  voted: 'حُسب صوتك',
  tookBack: 'سُحب صوتك',
  sent: 'سؤالك في القائمة',
  answered: 'أُجيب عنه',
  answeredAt: (time) => `أُجيب عنه عند ${time}`,
  empty: 'لا أسئلة بعد',
  first: 'كن أول من يسأل',
  closed: 'أُغلق باب الأسئلة',
  readOnly: 'الأسئلة هنا للقراءة فقط',
  unavailable: 'تعذّر عرض الأسئلة الآن',
  left: (count, text) =>
    plural(count, 'ar', {
      zero: 'لم يبقَ أي حرف',
      one: 'بقي حرف واحد',
      two: 'بقي حرفان',
      few: `بقيت ${text} أحرف`,
      many: `بقي ${text} حرفًا`,
      other: `بقي ${text} حرف`,
    }),
  tooLong: (count, text) =>
    plural(count, 'ar', {
      one: 'أطول بحرف واحد',
      two: 'أطول بحرفين',
      few: `أطول بمقدار ${text} أحرف`,
      many: `أطول بمقدار ${text} حرفًا`,
      other: `أطول بمقدار ${text} حرف`,
    }),
  UNKNOWN: 'لم ينجح ذلك. حاول مرة أخرى.',
  OFFLINE: 'لم يُرسل. أنت غير متصل.',
  NETWORK: 'لم يُرسل. تحقق من اتصالك.',
  AUTH_REQUIRED: 'سجّل الدخول للمشاركة.',
  RATE_LIMITED: 'كان ذلك سريعًا. انتظر قليلًا ثم حاول.',
  LIMIT_EXCEEDED: 'لديك أسئلة كافية في الانتظار. دع المضيف يصل إليها أولًا.',
  MESSAGE_TOO_LONG: 'أطول من أن يكون سؤالًا.',
  MESSAGE_REFUSED: 'لم يُقبل هذا هنا.',
  MUTED: 'لا يمكنك السؤال هنا الآن.',
  INTERACTION_CLOSED: 'أُغلق باب الأسئلة الآن.',
} satisfies Strings<typeof english>;
