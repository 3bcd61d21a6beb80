// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { focused } from '../shared/focused.js';
import { expectAccessible, holdTime, mount, provide, testRoom, unmountAll, until } from '../shared/testing/index.js';
import {
  drawing,
  fakeCatalog,
  FakeCart,
  FakeCheckout,
  fakeStream,
  openShop,
  product,
  shirt,
  tea,
} from '../shared/testing/shop.fixture.js';
import './index.js';
import type { VitrineProduct } from './product.js';
import chinese from './product.strings.zh-CN.js';

const inline = html`<vitrine-product></vitrine-product>`;
const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = (element: VitrineProduct, selector: string): HTMLElement =>
  element.renderRoot.querySelector(selector) as HTMLElement;
const button = (element: VitrineProduct, name: 'add' | 'buy'): HTMLElement => find(element, `[part="${name}"]`);
const said = (element: VitrineProduct): string => text(find(element, '[role="status"]'));
const option = (element: VitrineProduct, name: string): HTMLInputElement =>
  [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
    (input) => input.getAttribute('aria-label') === name || input.getAttribute('aria-label')?.startsWith(`${name},`),
  ) as HTMLInputElement;

async function choose(element: VitrineProduct, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    option(element, name).click();
    await element.updateComplete;
  }
}

describe('vitrine-product', () => {
  let room: Room | null = null;

  async function show(template: TemplateResult, shop: Room, open?: string): Promise<VitrineProduct> {
    room = shop;
    const element = await provide<VitrineProduct>(shop, template);
    if (open) await shop.request('product:open', { productId: open });
    await until(() => (open ? find(element, 'h2, .blank') : true));
    await element.updateComplete;
    return element;
  }

  const shop = (products = [tea(), shirt()], cart = new FakeCart(), checkout = new FakeCheckout()): Promise<Room> =>
    openShop({ catalog: fakeCatalog(products), cart, checkout, stream: fakeStream() });

  afterEach(() => {
    unmountAll();
    room?.close();
    room = null;
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  it('shows everything there is to know', async () => {
    const element = await show(inline, await shop(), 'dancong');
    expect(text(find(element, 'h2'))).to.equal('Phoenix Dancong, Mi Lan Xiang');
    expect(text(find(element, '.facts'))).to.contain('Rated 4.9 of 5, 1,284 reviews');
    expect(text(find(element, '.price'))).to.equal('From $13.00');
    expect(text(find(element, '.details'))).to.contain('Harvest Spring 2026');
    expect(text(find(element, '.limit'))).to.equal('Up to 5 per person');
    expect(text(find(element, '.description'))).to.contain('roasted twice');
    await expectAccessible(element);
  });

  it('prices what is chosen, and what is saved, never rounded up', async () => {
    const element = await show(inline, await shop(), 'dancong');
    await choose(element, '100 g');
    expect(text(find(element, '.price'))).to.equal('$24.00 $32.00 before $32.00');
    expect(text(find(element, '.cost .tag'))).to.equal('25% off');
    expect(said(element)).to.equal('Weight 100 g, $24.00');
    const third = product({ id: 'third', title: 'Third', price: 667, was: 1000 });
    const other = await show(inline, await shop([third]), 'third');
    expect(text(find(other, '.cost .tag'))).to.equal('33% off');
  });

  it('asks for a choice first, and takes the viewer to it', async () => {
    const cart = new FakeCart();
    const element = await show(inline, await shop([tea(), shirt()], cart), 'shirt');
    expect(text(button(element, 'buy'))).to.equal('Choose a colour');
    expect(button(element, 'buy').getAttribute('aria-disabled')).to.equal('true');
    expect(text(button(element, 'add'))).to.equal('Add to bag');
    expect(getComputedStyle(button(element, 'add')).color, 'is not dead').to.equal(getComputedStyle(element).color);
    button(element, 'buy').click();
    expect(focused()).to.equal(option(element, 'Celadon'));
    await choose(element, 'Celadon');
    expect(text(button(element, 'buy'))).to.equal('Choose a size');
    button(element, 'add').click();
    expect((focused() as HTMLInputElement).name).to.equal('size');
    expect(cart.commands).to.be.empty;
  });

  it('chooses nothing by itself, but where there is only one value', async () => {
    const one = product({
      ...tea(),
      id: 'one',
      options: [{ id: 'weight', name: 'Weight', values: [{ id: '100 g', name: '100 g' }] }],
      variants: tea().variants.filter(({ id }) => id === 'dancong-100'),
    });
    const element = await show(inline, await shop([one]), 'one');
    expect(option(element, '100 g').checked).to.be.true;
    expect(text(button(element, 'buy'))).to.equal('Buy now');
  });

  it('tells of low stock by the shop’s word alone', async () => {
    const element = await show(inline, await shop(), 'shirt');
    await choose(element, 'Celadon', 'M');
    expect(text(find(element, '.remark'))).to.equal('2 left in M');
    expect(said(element)).to.equal('Colour Celadon, Size M, 2 left in M, $168.00');
    await choose(element, 'L');
    expect(find(element, '.remark')).to.equal(null);
  });

  it('explains what is sold out and what does not exist', async () => {
    const element = await show(inline, await shop(), 'shirt');
    expect(option(element, 'Saffron').getAttribute('aria-label')).to.equal('Saffron, Sold out');
    await choose(element, 'Ink');
    expect(option(element, 'XS').getAttribute('aria-label')).to.equal('XS, XS is not available in Ink.');
    expect(option(element, 'XS').disabled, 'can be reached and asked why').to.be.false;
    await choose(element, 'XS');
    expect(text(find(element, '.remark'))).to.equal('XS is not available in Ink.');
    expect(text(button(element, 'buy'))).to.equal('Not available');
    await choose(element, 'Saffron', 'M');
    expect(text(find(element, '.remark'))).to.equal('Sold out in Saffron and M.');
    expect(text(button(element, 'buy'))).to.equal('Sold out');
    await expectAccessible(element);
  });

  it('limits the quantity to what there is and what one may have', async () => {
    const element = await show(inline, await shop(), 'dancong');
    const field = (): HTMLInputElement => find(element, '.stepper input') as HTMLInputElement;
    await choose(element, '50 g');
    expect(field().max).to.equal('5');
    field().value = '9';
    field().dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(field().value).to.equal('5');
    await choose(element, '250 g');
    await until(() => field().max === '3' && field().value === '3');
    const [fewer, more] = element.renderRoot.querySelectorAll<HTMLElement>('.stepper button');
    expect(more?.getAttribute('aria-disabled')).to.equal('true');
    fewer?.click();
    await until(() => field().value === '2');
  });

  it('puts the chosen thing in the bag, once, with the price that was seen', async () => {
    const cart = new FakeCart();
    let open = (): void => undefined;
    cart.gate = new Promise((resolve) => (open = resolve));
    const element = await show(inline, await shop([tea()], cart), 'dancong');
    await choose(element, '100 g');
    const { width } = button(element, 'add').getBoundingClientRect();
    const time = holdTime();
    button(element, 'add').click();
    button(element, 'add').click();
    await until(() => button(element, 'add').getAttribute('aria-busy') === 'true');
    expect(text(button(element, 'add')), 'the name stays for readers').to.equal('Add to bag');
    expect(button(element, 'add').getBoundingClientRect().width).to.equal(width);
    open();
    await until(() => text(button(element, 'add')) === 'Added');
    expect(said(element)).to.equal('Added');
    expect(cart.commands).to.deep.equal([
      { kind: 'set', item: { variantId: 'dancong-100' }, quantity: 1, expectedUnit: { minor: 2400, currency: 'USD' } },
    ]);
    await time.pass(1600);
    await until(() => text(button(element, 'add')) === 'Add to bag');
  });

  it('says in words what the shop refused', async () => {
    const cart = new FakeCart();
    const element = await show(inline, await shop([tea()], cart), 'dancong');
    await choose(element, '50 g');
    for (const [issue, words] of [
      [
        { code: 'INSUFFICIENT_STOCK', severity: 'warn', available: 2, requested: 3 },
        'Only 2 left, so we changed 3 to 2.',
      ],
      [{ code: 'LIMIT_EXCEEDED', severity: 'warn', available: 5, requested: 6 }, 'Up to 5 per person.'],
      [{ code: 'OUT_OF_STOCK', severity: 'warn' }, 'Sold out'],
    ] as const) {
      cart.refuse = () => [issue];
      button(element, 'add').click();
      await until(() => text(find(element, '.notice')) === words, words);
    }
    await expectAccessible(element);
    cart.refuse = () => {
      throw new VitrineError('REGION_UNAVAILABLE', 'text of the back end');
    };
    button(element, 'add').click();
    await until(() => text(find(element, '[role="alert"]')) === 'Not delivered to your address.');
  });

  it('buys now, in the room where that can be, and makes way for the checkout', async () => {
    const checkout = new FakeCheckout(undefined, ['redirect', 'embed']);
    const store = await shop([tea()], new FakeCart(), checkout);
    const element = await show(html`<vitrine-product presentation="panel"></vitrine-product>`, store, 'dancong');
    await choose(element, '100 g');
    button(element, 'buy').click();
    await until(() => store.store.state.checkout.phase === 'choosing');
    expect(checkout.asked).to.deep.equal(['begin embed dancong-100 1']);
    await until(() => store.store.state.catalog.open === null);
  });

  it('stays when the purchase cannot begin, and says why', async () => {
    const checkout = new FakeCheckout();
    checkout.beginError = new VitrineError('INSUFFICIENT_STOCK', 'text of the back end', { params: { available: 1 } });
    const element = await show(inline, await shop([tea()], new FakeCart(), checkout), 'dancong');
    await choose(element, '100 g');
    button(element, 'buy').click();
    await until(() => text(find(element, '.notice')) === 'Only 1 left.');
  });

  it('lets the page take adding and buying over', async () => {
    const [cart, checkout] = [new FakeCart(), new FakeCheckout()];
    const element = await show(inline, await shop([tea()], cart, checkout), 'dancong');
    for (const name of ['vitrine-cart-add', 'vitrine-checkout-begin'])
      element.addEventListener(name, (event) => event.preventDefault());
    await choose(element, '100 g');
    for (const name of ['add', 'buy'] as const) {
      button(element, name).click();
      await until(() => !button(element, name).hasAttribute('aria-busy'));
    }
    expect([...cart.commands, ...checkout.asked]).to.be.empty;
  });

  it('has no stepper and one quiet button for what is sold out, and says when it is to come', async () => {
    const gone = product({ id: 'gone', title: 'White tea cake 2019', stock: 0 });
    const soon = product({
      ...gone,
      id: 'soon',
      variants: gone.variants.map((variant) => ({ ...variant, availability: { state: 'soon', asOf: 1 } as const })),
    });
    for (const [one, words] of [
      [gone, 'Sold out'],
      [soon, 'Coming soon'],
    ] as const) {
      const element = await show(inline, await shop([one]), one.id);
      expect(element.renderRoot.querySelector('.stepper')).to.equal(null);
      const all = [...element.renderRoot.querySelectorAll('.buttons .button')];
      expect(all.map(text)).to.deep.equal([words]);
      expect(all[0]?.className).to.contain('outline');
      expect(all[0]?.getAttribute('aria-disabled')).to.equal('true');
      expect(text(find(element, '.remark'))).to.equal(words);
      await expectAccessible(element);
      unmountAll();
    }
  });

  it('shows only the buttons the room can answer', async () => {
    const noTill = await show(
      inline,
      await openShop({ catalog: fakeCatalog([tea()]), cart: new FakeCart() }),
      'dancong',
    );
    expect(button(noTill, 'buy')).to.equal(null);
    expect(noTill.renderRoot.querySelectorAll('.footer .primary')).to.have.length(1);
    unmountAll();
    const nothing = await show(
      inline,
      await openShop({ catalog: fakeCatalog([{ ...tea(), url: 'https://shop.example/dancong' }]) }),
      'dancong',
    );
    expect((button(nothing, 'buy') as HTMLAnchorElement).href).to.equal('https://shop.example/dancong');
    expect(button(nothing, 'add')).to.equal(null);
  });

  it('sends a stay to its own page, or says that it cannot be booked here', async () => {
    const stay = product({ id: 'stay', title: 'Sea-view room', kind: 'stay', url: 'https://hotel.example/room' });
    const linked = await show(inline, await shop([stay]), 'stay');
    expect(text(button(linked, 'buy'))).to.equal('Choose dates in the shop');
    const { url: _none, ...bare } = stay;
    const alone = await show(inline, await shop([bare]), 'stay');
    expect(text(find(alone, '.footer'))).to.contain('Dates cannot be booked here yet');
    await expectAccessible(alone);
  });

  it('shows the moment it was seen again', async () => {
    const startedAt = Date.now() - 3_000_000;
    const moments = [startedAt + 2_300_000];
    const store = await openShop({
      catalog: fakeCatalog([{ ...tea(), moments }]),
      cart: new FakeCart(),
      stream: fakeStream(startedAt),
    });
    const sought: unknown[] = [];
    store.bus.answer('player:seek', ({ to }) => void sought.push(to), { signal: store.signal });
    const element = await show(inline, store, 'dancong');
    expect(text(find(element, '.seen'))).to.equal('Seen at 38:20');
    find(element, '.seen').click();
    await until(() => sought.length === 1);
    expect(sought).to.deep.equal(moments);
  });

  it('offers no moment of another show', async () => {
    const startedAt = Date.now() - 3_000_000;
    const store = await openShop({
      catalog: fakeCatalog([{ ...tea(), moments: [startedAt - 60_000] }]),
      stream: fakeStream(startedAt),
    });
    store.bus.answer('player:seek', () => undefined, { signal: store.signal });
    const element = await show(inline, store, 'dancong');
    expect(find(element, '.seen')).to.equal(null);
  });

  it('offers no moment that nobody can show', async () => {
    const startedAt = Date.now() - 3_000_000;
    const element = await show(
      inline,
      await openShop({
        catalog: fakeCatalog([{ ...tea(), moments: [startedAt + 1000] }]),
        stream: fakeStream(startedAt),
      }),
      'dancong',
    );
    expect(find(element, '.seen')).to.equal(null);
  });

  it('turns its pictures by arrow keys, and starts again with those of another variant', async () => {
    const own = drawing('#ffffff', '#123456');
    const base = tea([1, 2, 3].map((index) => drawing('#E8EEE4', `#00000${index}`)));
    const variants = base.variants.map((variant) =>
      variant.id === 'dancong-250' ? { ...variant, image: own } : variant,
    );
    const element = await show(inline, await shop([{ ...base, variants }]), 'dancong');
    const track = find(element, '.gallery');
    const shown = (): number =>
      [...element.renderRoot.querySelectorAll('.dots span')].findIndex((dot) => dot.className === 'on');
    expect(shown()).to.equal(0);
    track.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    await until(() => shown() === 1);
    await choose(element, '250 g');
    await until(() => shown() === 0);
    expect(element.renderRoot.querySelectorAll('.dots span')).to.have.length(4);
    expect((find(element, '.gallery img:not(.ground)') as HTMLImageElement).src).to.equal(own);
  });

  it('has a head with a close button as a drawer', async () => {
    const store = await shop();
    const element = await show(html`<vitrine-product presentation="drawer"></vitrine-product>`, store, 'shirt');
    const inHead = (name: string): HTMLElement =>
      find(element, 'vitrine-sheet').shadowRoot?.querySelector(`[part="${name}"]`) as HTMLElement;
    await until(() => inHead('close'));
    expect(inHead('close').getBoundingClientRect().height).to.equal(44);
    expect(text(find(element, '[slot="heading"]'))).to.equal('Product');
    await until(() => focused() === find(element, '[data-heading]'), 'The focus is not on the name.');
    await expectAccessible(element);
    inHead('close').click();
    await until(() => store.store.state.catalog.open === null);
  });

  it('is a sheet while a product is open, with the focus on its name', async () => {
    const store = await shop();
    const stage = await provide<HTMLElement>(
      store,
      html`<div style="position:relative;inline-size:390px;block-size:844px">
        <button id="opener">Open</button><vitrine-product presentation="sheet"></vitrine-product>
      </div>`,
    );
    room = store;
    const element = stage.querySelector('vitrine-product') as VitrineProduct;
    await element.updateComplete;
    expect(find(element, 'vitrine-sheet').hasAttribute('open')).to.be.false;
    const opener = stage.querySelector<HTMLElement>('#opener');
    opener?.focus();
    await store.request('product:open', { productId: 'dancong' });
    await until(() => focused() === find(element, 'h2'));
    await expectAccessible(element);
    find(element, 'h2').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until(() => store.store.state.catalog.open === null && !find(element, 'vitrine-sheet').hasAttribute('open'));
    expect(focused()).to.equal(opener);
    expect(text(find(element, 'h2')), 'stays to be seen while the sheet leaves').to.contain('Phoenix');
  });

  it('forgets the choice when another product is opened', async () => {
    const store = await shop();
    const element = await show(html`<vitrine-product presentation="panel"></vitrine-product>`, store, 'dancong');
    await choose(element, '100 g');
    await store.request('product:open', { productId: 'shirt' });
    await until(() => text(find(element, 'h2')) === 'Silk shirt, 19 momme');
    await store.request('product:open', { productId: 'dancong' });
    await until(() => text(find(element, 'h2')).startsWith('Phoenix'));
    expect(element.renderRoot.querySelectorAll('input[type=radio]:checked')).to.have.length(0);
    expect(text(button(element, 'buy'))).to.equal('Choose a weight');
  });

  it('goes back from the panel', async () => {
    const store = await shop();
    const element = await show(html`<vitrine-product presentation="panel"></vitrine-product>`, store, 'dancong');
    expect(text(find(element, '.back'))).to.equal('Back to chat');
    await expectAccessible(element);
    find(element, '.back').click();
    await until(() => store.store.state.catalog.open === null);
  });

  it('follows stock and price as they change', async () => {
    const catalog = fakeCatalog([tea()]);
    const element = await show(
      inline,
      await openShop({ catalog, cart: new FakeCart(), checkout: new FakeCheckout() }),
      'dancong',
    );
    await choose(element, '100 g');
    catalog.feed.push({ kind: 'price', variantId: 'dancong-100', price: { amount: { minor: 2600, currency: 'USD' } } });
    await until(() => text(find(element, '.price')) === '$26.00');
    catalog.feed.push({
      kind: 'stock',
      variantId: 'dancong-100',
      availability: { state: 'out', quantity: 0, asOf: 1 },
    });
    await until(() => text(button(element, 'buy')) === 'Sold out');
    expect(text(find(element, '.remark'))).to.equal('Sold out in 100 g.');
  });

  it('says that it is loading, and that the show has no such product', async () => {
    const waiting = await show(
      html`<vitrine-product product="x"></vitrine-product>`,
      await testRoom({ catalog: { subscribe: () => undefined } }),
    );
    expect(find(waiting, '[aria-busy="true"]')).to.not.equal(null);
    await expectAccessible(waiting);
    const unknown = await show(html`<vitrine-product product="x"></vitrine-product>`, await shop());
    await until(() => text(find(unknown, '.blank')) === 'This product is not in the show.');
    await expectAccessible(unknown);
  });

  it('shows one product of a page by its id', async () => {
    const element = await show(html`<vitrine-product product="shirt"></vitrine-product>`, await shop());
    await until(() => text(find(element, 'h2')) === 'Silk shirt, 19 momme');
  });

  it('takes the shop’s words for words, and a colour for a colour only', async () => {
    const evil = '<img src=x onerror="window.hacked=1">';
    const bad = product({
      id: 'bad',
      title: evil,
      subtitle: evil,
      description: evil,
      details: [{ name: evil, value: evil }],
      images: [],
      options: [
        {
          id: 'colour',
          name: evil,
          display: 'swatches',
          values: [
            { id: 'a', name: evil, swatch: 'url(https://evil.example/x)' },
            { id: 'b', name: 'B', swatch: '#fff' },
          ],
        },
      ],
      variants: ['a', 'b'].map((colour) => ({
        id: colour,
        values: { colour },
        price: { amount: { minor: 100, currency: 'USD' } },
        availability: { state: 'in' as const, asOf: 1 },
      })),
    });
    const element = await show(inline, await shop([bad]), 'bad');
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(find(element, 'circle').getAttribute('fill')).to.equal('none');
    expect(text(find(element, '.description'))).to.equal(evil);
  });

  it('reads from right to left, and in Chinese', async () => {
    registerLanguage('zh-CN', async () => ({ default: { product: chinese } }));
    document.documentElement.lang = 'zh-CN';
    document.documentElement.dir = 'rtl';
    const element = await show(inline, await shop(), 'dancong');
    await until(() => text(button(element, 'add')) === '加入购物袋');
    const [add, buy] = [button(element, 'add'), button(element, 'buy')].map((one) => one.getBoundingClientRect().left);
    expect(add).to.be.greaterThan(buy ?? 0);
    await expectAccessible(element);
  });

  it('keeps every control large enough to touch, at twice the text size too', async () => {
    const element = await show(inline, await shop(), 'shirt');
    for (const scale of ['1', '2']) {
      element.style.setProperty('--vitrine-text-scale', scale);
      element.style.inlineSize = '320px';
      await until(() => true);
      for (const control of element.renderRoot.querySelectorAll<HTMLElement>(
        '.buttons button, .stepper button, .option, .dot',
      )) {
        const { width, height } = control.getBoundingClientRect();
        expect(Math.min(width, height), `${control.className} at ${scale}`).to.be.at.least(44);
      }
      const sheet = find(element, 'vitrine-sheet');
      expect(sheet.scrollWidth, `overflow at ${scale}`).to.be.at.most(sheet.clientWidth);
    }
  });

  it('leaves nothing behind', async () => {
    const store = await shop();
    room = store;
    const container = await mount<HTMLElement>(html`<div></div>`);
    for (let index = 0; index < 100; index++) {
      const element = document.createElement('vitrine-product');
      element.room = store;
      container.append(element);
      await element.updateComplete;
      element.remove();
    }
    expect(container.childNodes.length).to.be.at.most(1);
    await store.request('product:open', { productId: 'dancong' });
    expect(store.store.state.catalog.open).to.equal('dancong');
  });
});
