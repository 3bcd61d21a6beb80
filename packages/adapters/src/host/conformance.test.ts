// SPDX-License-Identifier: MIT
import { adapterConformance } from '@vitrine/adapter-tests';
import { hostAdapter, type HostAdapter } from './index.js';
import { PageShop } from './page-shop.fixture.js';

interface Page {
  readonly adapter: HostAdapter;
  readonly shop: PageShop;
}

const cases = adapterConformance<Page>({
  create({ currency }) {
    const shop = new PageShop(currency);
    const adapter = hostAdapter({
      onCart: (command) => shop.apply(command),
      loadCart: () => shop.cart(),
      products: (ids) => shop.list(ids),
      productIds: ['tea', 'cup'],
      onCheckout: (request) => shop.checkout(request),
      translate: ({ text }, { to }) => ({ text: `${text} (${to})`, from: 'th' }),
    });
    return { adapter, shop };
  },
  driver({ adapter, shop }) {
    const setStock = async (id: string, quantity: number): Promise<void> => {
      const issues = shop.setStock(id, quantity);
      adapter.refresh();
      if (issues.length > 0) adapter.sync(shop.cart(), issues);
    };
    return {
      setStock,
      buy: (id, quantity) => setStock(id, shop.stock(id) - quantity),
      async setPrice(id, minor) {
        shop.setPrice(id, minor);
        adapter.refresh();
      },
      async setProducts(products) {
        shop.products = products.map(({ variants, ...product }) => ({
          ...product,
          variants: variants.map(({ id, price }) => ({ id, price: price.amount })),
        }));
        adapter.refresh();
      },
      coupon: 'SPRING',
      foreign: { text: 'สีสวยมาก', to: 'en' },
    };
  },
});

describe('the host adapter keeps the contract', () => {
  for (const { name, run } of cases) {
    it(name, async function () {
      const skipped = await run();
      if (skipped) this.skip();
    });
  }
});
