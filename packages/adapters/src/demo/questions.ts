// SPDX-License-Identifier: MIT

/** What is asked in the show, in one language: who, what, how many want it answered, and how many minutes ago it was. */
export interface DemoQuestion {
  readonly name: string;
  readonly text: string;
  readonly votes: number;
  readonly answeredAgo?: number;
}

const english: readonly DemoQuestion[] = [
  { name: 'Clara', text: 'Is it roasted over charcoal or in an oven?', votes: 24, answeredAgo: 3 },
  { name: 'Omar N.', text: 'How many infusions does 5 g give in a gaiwan?', votes: 18 },
  { name: 'Hana', text: 'Can the tin be sent as a gift with a note?', votes: 11 },
  { name: 'Lars', text: 'Which water do you use at home?', votes: 4 },
];
/** Asked while somebody watches. */
const englishLater: readonly DemoQuestion[] = [
  { name: 'Zofia', text: 'Does the teapot pour without dripping?', votes: 0 },
  { name: 'Bea', text: 'Will there be an autumn picking this year?', votes: 0 },
];

const chinese: readonly DemoQuestion[] = [
  { name: '阿文', text: '是炭焙还是电焙？', votes: 24, answeredAgo: 3 },
  { name: '晓晴', text: '盖碗投 5 克能泡几道？', votes: 18 },
  { name: '陈女士', text: '茶罐可以代写贺卡送人吗？', votes: 11 },
  { name: '老吴', text: '您平时在家用什么水？', votes: 4 },
];
const chineseLater: readonly DemoQuestion[] = [
  { name: '糖糖', text: '这把壶断水利落吗？', votes: 0 },
  { name: '一叶', text: '今年还会做秋茶吗？', votes: 0 },
];

const arabic: readonly DemoQuestion[] = [
  { name: 'نورة', text: 'هل التحميص على الفحم أم في الفرن؟', votes: 24, answeredAgo: 3 },
  { name: 'عمر', text: 'كم نقعة تعطي 5 غ في الغايوان؟', votes: 18 },
  { name: 'مريم', text: 'هل يمكن إرسال العلبة هدية مع بطاقة؟', votes: 11 },
  { name: 'طارق', text: 'أي ماء تستخدمين في البيت؟', votes: 4 },
];
const arabicLater: readonly DemoQuestion[] = [
  { name: 'سلمى', text: 'هل يصبّ الإبريق دون تقطير؟', votes: 0 },
  { name: 'فهد', text: 'هل سيكون هناك قطاف خريفي هذا العام؟', votes: 0 },
];

/** Those that were asked before the viewer came, and those that come. */
export function questionsIn(locale: string): readonly [readonly DemoQuestion[], readonly DemoQuestion[]] {
  if (/^ar/.test(locale)) return [arabic, arabicLater];
  return /^zh/.test(locale) ? [chinese, chineseLater] : [english, englishLater];
}
