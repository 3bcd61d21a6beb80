// SPDX-License-Identifier: MIT
import type { HistoryEvent } from '@vitrine/core';
import { check, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';

const pins = ['pin', 'unpin'] as const;

export const historyCases: readonly Rule[] = [
  {
    name: 'tells of what was pinned, in the order of the moments, both ends included',
    async run(scene) {
      const history = scene.port('history');
      const [pin, unpin] = [scene.can('pin'), scene.can('unpin')];
      const [product] = await scene.products();
      const catalog = scene.port('catalog');
      const heard = scene.listen(catalog.subscribe, catalog);
      await pin(product?.id ?? '');
      const { at: began } = (await heard.find(({ kind }) => kind === 'pin', 'The pin')) as HistoryEvent;
      await pin(product?.id ?? '', began - 5000);
      await unpin();
      const { at: ended } = (await heard.find(({ kind }) => kind === 'unpin', 'The unpin')) as HistoryEvent;
      const ask = (from: number, to: number): Promise<readonly HistoryEvent[]> =>
        history.between(from, to, { kinds: pins, signal: scene.signal });
      const all = await ask(began - 5000, ended);
      same(all.map(({ kind }) => kind).join(), 'pin,pin,unpin', 'What happened');
      same(all.map(({ at }) => at).join(), [began - 5000, began, ended].join(), 'When it happened');
      const [first] = all;
      check(first?.kind === 'pin' && first.productId === product?.id, 'A pin is of another product.');
      same((await ask(began - 4999, began)).length, 1, 'The number of pins in a shorter time');
      same((await ask(0, began - 5001)).length, 0, 'The number of pins before the first');
    },
  },
  {
    name: 'tells of what was said at its moment, of too much the newest, and not of what was retracted',
    async run(scene) {
      const history = scene.port('history');
      const chat = scene.port('chat');
      const say = scene.can('say');
      const heard = scene.listen(chat.subscribe, chat);
      const texts = ['said first', 'said second', 'said third'];
      const moments: number[] = [];
      for (const text of texts) {
        await say(text);
        const item = await heard.find((one) => one.kind === 'message' && one.message.text === text, `"${text}"`);
        moments.push((item.kind === 'message' && item.message.at) || Number.NaN);
      }
      const [first = 0, , last = 0] = moments;
      const ask = async (from: number, to: number, most?: number): Promise<string> => {
        const events = await history.between(from, to, {
          kinds: ['message'],
          signal: scene.signal,
          ...(most !== undefined && { most }),
        });
        check(
          events.every(({ kind, at }) => kind === 'message' && at >= from && at <= to),
          'Something else was told than was asked for.',
        );
        return events.flatMap((event) => (event.kind === 'message' ? event.message.text : [])).join();
      };
      const all = await ask(first, last);
      if (all === '') throw new Skipped('The history keeps no chat.');
      same(all, texts.join(), 'What was said');
      same(await ask(first, last, 2), texts.slice(1).join(), 'The newest two');
      same(await ask(first, last, 1_000_000), texts.join(), 'What was said, of more than there can be');
      same(await ask(0, first - 1), '', 'What was said before');
      if (!chat.retract) return;
      const found = heard.items.find((one) => one.kind === 'message' && one.message.text === texts[1]);
      const id = found?.kind === 'message' ? found.message.id : '';
      await chat.retract({ kind: 'message', id }, scene.command());
      same(await ask(first, last), [texts[0], texts[2]].join(), 'What was said, without what was retracted');
    },
    setting: { role: 'host' },
  },
];
