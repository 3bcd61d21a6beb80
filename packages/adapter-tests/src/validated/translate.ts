// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import { words } from './values.js';

const isLanguage = (tag: string): boolean => {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
};

export const translation = v.object({
  text: words,
  from: v.exactOptional(v.pipe(words, v.check(isLanguage, 'Expected a BCP 47 tag such as "th" or "pt-BR".'))),
});
