// SPDX-License-Identifier: MIT
import { newId, safeUrl, type Product } from '@vitrine/core';
import { check, same, Skipped } from '../assert.js';
import type { Rule } from '../rule.js';

const markup = '<img src=x onerror="window.stolen=1">&amp;<script>1</script>';

/** A product whose words and links an attacker has written. */
function hostile(currency: string): Product {
  return {
    id: 'hostile',
    kind: 'goods',
    title: markup,
    url: 'javascript:alert(1)',
    images: [{ url: 'javascript:alert(2)' }, { url: 'data:text/html,<script>alert(3)</script>' }],
    options: [],
    variants: [
      {
        id: 'hostile-1',
        values: {},
        price: { amount: { minor: 100, currency } },
        availability: { state: 'in', quantity: 5, asOf: Date.now() },
      },
    ],
  };
}

export const safetyCases: readonly Rule[] = [
  {
    name: 'carries markup in a message as the plain text it is',
    async run(scene) {
      const chat = scene.port('chat');
      const heard = scene.listen(chat.subscribe, chat);
      if (!chat.send) throw new Skipped('The chat has no send.');
      const cid = newId();
      await scene.until(() => scene.statuses.at(-1) === 'connected', 'The status "connected"');
      await chat.send({ cid, text: markup }, { signal: scene.signal });
      const own = await heard.find((item) => item.kind === 'message' && item.message.cid === cid, 'The own row');
      same(own.kind === 'message' && own.message.text, markup, 'The text');
    },
  },
  {
    name: 'carries markup in a title as the plain text it is',
    async run(scene) {
      const setProducts = scene.can('setProducts');
      await setProducts([hostile(scene.setting.currency)]);
      const [product] = await scene.products();
      same(product?.title, markup, 'The title');
    },
  },
  {
    name: 'hands on no URL that the room would have to refuse, or one that the room does refuse',
    async run(scene) {
      const setProducts = scene.can('setProducts');
      await setProducts([hostile(scene.setting.currency)]);
      const [product] = await scene.products();
      const links = [product?.url, ...(product?.images ?? []).map(({ url }) => url)];
      for (const link of links) {
        const use = link === product?.url ? 'link' : 'image';
        check(
          link === undefined || safeUrl(link, use) === undefined || /^https?:/.test(link),
          `${link} is handed on and would be used.`,
        );
      }
    },
  },
  {
    name: 'serves many connections at once without mixing their answers',
    async run(scene) {
      const other = await scene.another();
      const [one, two] = [scene.port('chat'), other.port('chat')];
      if (!one.send || !two.send) throw new Skipped('The chat has no send.');
      await scene.until(
        () => scene.statuses.at(-1) === 'connected' && other.statuses.at(-1) === 'connected',
        'Both connections',
      );
      const heard = other.listen(two.subscribe, two);
      const [first, second] = [newId(), newId()];
      await one.send({ cid: first, text: 'from the first' }, { signal: scene.signal });
      await two.send({ cid: second, text: 'from the second' }, { signal: other.signal });
      await heard.find(
        (item) => item.kind === 'message' && item.message.text === 'from the first',
        'What the other said',
      );
      await heard.find((item) => item.kind === 'message' && item.message.cid === second, 'The own row');
    },
  },
];
