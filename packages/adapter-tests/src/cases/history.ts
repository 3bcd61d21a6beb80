// SPDX-License-Identifier: MIT
import type { HistoryEvent } from '@vitrine/core';
import { check, same } from '../assert.js';
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
];
