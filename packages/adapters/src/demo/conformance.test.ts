// SPDX-License-Identifier: MIT
import { adapterConformance, Unsupported } from '@vitrine/adapter-tests';
import { demoAdapter, type DemoAdapter } from './index.js';

const cases = adapterConformance<{ readonly adapter: DemoAdapter }>({
  create: ({ currency, role }) => {
    if (!['EUR', 'JPY', 'KWD'].includes(currency)) throw new Unsupported(`The demo does not sell in ${currency}.`);
    return { adapter: demoAdapter({ currency, isScripted: false, viewer: { role } }) };
  },
  driver: ({ adapter }) => ({
    ...adapter.driver,
    say: (text) => adapter.driver.say(text),
    hold: () => adapter.driver.setPolicy({ hold: 'all' }),
    join: async (name) => ({ id: `shopper-${name}`, name, say: (text) => adapter.driver.say(text, { name }) }),
    foreign: { text: '汤色好漂亮', to: 'en' },
    coupon: 'SPRING10',
    methods: { pays: 'card', declines: 'declined-card' },
  }),
});

describe('the demo adapter keeps the contract', () => {
  for (const { name, run } of cases) {
    it(name, async function () {
      const skipped = await run();
      if (skipped) this.skip();
    });
  }
});
