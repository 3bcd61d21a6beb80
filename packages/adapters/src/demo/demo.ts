// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';
import { demoDriver } from './driver.js';
import type { DemoAdapter, DemoOptions } from './options.js';
import type { Room } from './room.js';
import type { Words } from './words.js';

/** The show's words in a viewer's language: Arabic, Chinese, or English. */
function wordsIn(locale: string): Promise<{ readonly words: Words }> {
  if (/^ar/.test(locale)) return import('./words.ar.js');
  return /^zh/.test(locale) ? import('./words.zh-CN.js') : import('./words.en.js');
}

/**
 * A scripted room without any server: a tea show with its chat, goods, bag and till, all in this page. Every room that
 * connects to the same adapter is in the same show, with the same bag; the first one's language is the show's.
 */
export function demoAdapter(options: DemoOptions = {}): DemoAdapter {
  let room: Promise<Room> | undefined;
  const open = (currency = 'EUR', locale = 'en'): Promise<Room> =>
    (room ??= Promise.all([import('./room.js'), import('./show.js'), import('./shop.js'), wordsIn(locale)]).then(
      ([{ Room }, show, shop, { words }]) => new Room(show, shop, words, options, currency),
    ));
  return {
    name: 'demo',
    async connect(context) {
      context.setStatus('connecting');
      const opened = await open(context.currency, context.locale);
      if (context.signal.aborted) throw new VitrineError('ABORTED', 'The room was closed while it connected.');
      return opened.join(context);
    },
    driver: demoDriver(open),
  };
}
