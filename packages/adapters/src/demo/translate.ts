// SPDX-License-Identifier: MIT
// A few lines of the show in other languages. A chunk of its own, fetched when somebody wants to read one.
import { VitrineError } from '@vitrine/core';
import type { TranslatePort, Translation } from '@vitrine/core/translate';
import type { Room } from './room.js';

type Language = 'en' | 'zh' | 'ar';

/** No translator: what is said in another language than its show, written down by hand. */
const known: ReadonlyMap<string, Partial<Record<Language, string>>> = new Map([
  ['汤色好漂亮', { en: 'what a beautiful colour', ar: 'لون الشاي جميل جدًا' }],
  ['花香很足，回甘明显', { en: 'so floral, and sweet long after', ar: 'عطره زهري وحلاوته تدوم' }],
  ['上周买过，真的好喝', { en: 'bought it last week, really good', ar: 'اشتريته الأسبوع الماضي، طعمه رائع' }],
  ['اللون رائع جدًا', { en: 'the colour is wonderful', zh: '颜色真美' }],
]);

function languageOf(text: string): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : 'en';
}

/** Knows lines of the show, and no others. */
export function translatePort({ stage, words }: Room, life: AbortSignal): TranslatePort {
  const own = [...words.opening.flatMap((line) => ('text' in line ? [line.text] : [])), ...words.sayings.flat()];
  const find = (text: string, wanted: string): Translation => {
    const to = new Intl.Locale(wanted).language;
    const from = languageOf(text);
    const found = known.get(text)?.[to as Language] ?? (to === from && own.includes(text) ? text : undefined);
    if (found !== undefined) return { text: found, from };
    throw new VitrineError('BAD_INPUT', 'The demo knows a few lines of its own in English, Chinese and Arabic.', {
      field: known.has(text) ? 'to' : 'message.text',
      mend: 'Put a translator of your own over it: hostAdapter({ room: demoAdapter(), translate }).',
    });
  };
  return {
    message: ({ text }, { to, signal }) => stage.answer(() => find(text, to), signal, life),
  };
}
