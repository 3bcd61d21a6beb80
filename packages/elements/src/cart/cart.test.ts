// SPDX-License-Identifier: MIT
import { VitrineError, type CartIssue, type Room } from '@vitrine/core';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { focused } from '../shared/focused.js';
import { expectAccessible, holdTime, provide, testRoom, unmountAll, until } from '../shared/testing/index.js';
import {
  dollars,
  embedded,
  fakeCatalog,
  FakeCart,
  FakeCheckout,
  fullBag,
  line,
  openShop,
  teahouse,
} from '../shared/testing/shop.fixture.js';
import arabic from './cart.strings.ar.js';
import './index.js';
import type { VitrineCart } from './cart.js';

const inline = html`<vitrine-cart></vitrine-cart>`;
const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = (element: VitrineCart, selector: string): HTMLElement =>
  element.renderRoot.querySelector(selector) as HTMLElement;
const said = (element: VitrineCart): string => text(find(element, '[role="status"]'));
const row = (element: VitrineCart, id: string): HTMLElement => find(element, `[data-line="${id}"]`);
const rows = (element: VitrineCart): string[] =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[data-line]')].map(({ dataset }) => dataset['line'] ?? '');
const inRow = (element: VitrineCart, id: string, selector: string): HTMLElement =>
  row(element, id).querySelector(selector) as HTMLElement;
const fewer = (element: VitrineCart, id: string): HTMLElement => inRow(element, id, '.stepper button:first-child');
const more = (element: VitrineCart, id: string): HTMLElement => inRow(element, id, '.stepper button:last-child');
const field = (element: VitrineCart, id: string): HTMLInputElement =>
  inRow(element, id, '.stepper input') as HTMLInputElement;
const checkOut = (element: VitrineCart): HTMLElement => find(element, '[part="checkout"]');

function gate(cart: { gate: Promise<void> | null }): () => void {
  let open = (): void => undefined;
  cart.gate = new Promise((resolve) => (open = resolve));
  return () => {
    cart.gate = null;
    open();
  };
}

describe('vitrine-cart', () => {
  let room: Room | null = null;

  async function show(template: TemplateResult, shop: Room): Promise<VitrineCart> {
    room = shop;
    const element = await provide<VitrineCart>(shop, template);
    await until(() => shop.store.state.cart.status !== 'loading');
    await element.updateComplete;
    return element;
  }

  const shop = (cart: FakeCart, checkout = new FakeCheckout()): Promise<Room> =>
    openShop({ catalog: fakeCatalog(teahouse()), cart, checkout });

  afterEach(() => {
    unmountAll();
    room?.close();
    room = null;
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  it('shows what is in it and what it comes to', async () => {
    const element = await show(inline, await shop(fullBag()));
    expect(text(find(element, '[slot="heading"]'))).to.equal('Bag 3 3 items in your bag');
    expect(text(inRow(element, 'dancong-100', '.what'))).to.contain(
      'Phoenix Dancong $48.00 100 g tin $64.00 before $64.00',
    );
    expect(text(find(element, '[part="total"]'))).to.equal('Items $86.00 Coupon −$3.80 Delivery $6.00 Total $88.20');
    expect(text(checkOut(element))).to.equal('Check out · $88.20');
    expect(element.renderRoot.querySelectorAll('.primary')).to.have.length(1);
    await expectAccessible(element);
  });

  it('writes amounts exactly, in any currency', async () => {
    for (const [currency, unit, total] of [
      ['JPY', 9800, '¥19,600'],
      ['KWD', 12_505, 'KWD 25.010'],
      ['EUR', 1999, '€39.98'],
    ] as const) {
      const cart = new FakeCart([line('a', 2, unit, {}, currency)], currency);
      cart.shipping = null;
      const element = await show(inline, await shop(cart));
      expect(text(find(element, '.sum'))).to.equal(`Total ${total}`);
      unmountAll();
    }
  });

  it('shows the wanted quantity at once, and the shop’s when it has answered', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    const open = gate(cart);
    more(element, 'gaiwan').click();
    await until(() => field(element, 'gaiwan').value === '2');
    expect(text(inRow(element, 'gaiwan', '.amount'))).to.equal('$76.00');
    expect(row(element, 'gaiwan').className).to.equal('pending');
    expect(text(find(element, '.sum')), 'the total is the shop’s').to.equal('Total $88.20');
    open();
    await until(() => text(find(element, '.sum')) === 'Total $126.20');
    expect(row(element, 'gaiwan').className).to.equal('');
  });

  it('rolls back and explains when the shop refuses', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    cart.refuse = () => {
      throw new VitrineError('REGION_UNAVAILABLE', 'text of the back end');
    };
    more(element, 'gaiwan').click();
    await until(() => text(inRow(element, 'gaiwan', '[role="alert"]')) === 'Not delivered to your address.');
    expect(field(element, 'gaiwan').value).to.equal('1');
    await expectAccessible(element);
  });

  it('stops at the most one may have', async () => {
    const element = await show(inline, await shop(fullBag()));
    expect(more(element, 'dancong-100').getAttribute('aria-disabled')).to.equal('true');
    more(element, 'dancong-100').click();
    expect(room?.store.state.cart.wanted).to.deep.equal({});
  });

  it('takes a typed quantity', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    field(element, 'gaiwan').value = '4';
    field(element, 'gaiwan').dispatchEvent(new Event('change'));
    await until(() => cart.lines[1]?.quantity === 4);
  });

  const refusals: readonly (readonly [Partial<CartIssue>, string])[] = [
    [{ code: 'INSUFFICIENT_STOCK', available: 2, requested: 3 }, 'Only 2 left, so we changed 3 to 2.'],
    [
      { code: 'PRICE_CHANGED', before: dollars(2400), after: dollars(2600) },
      'Now $26.00, was $24.00. Check before you pay.',
    ],
    [{ code: 'OFFER_ENDED', after: dollars(3200) }, 'The deal ended. Back at $32.00.'],
    [{ code: 'LIMIT_EXCEEDED', available: 5 }, 'Up to 5 per person.'],
    [{ code: 'REGION_UNAVAILABLE' }, 'Not delivered to your address.'],
    [{ code: 'SOLD_OUT_DATE' }, 'These nights were just taken. Choose others.'],
    [{ code: 'PAYMENT_DECLINED' }, 'Your bank declined this card. Nothing was charged.'],
    [{ code: 'UNKNOWN' }, 'That did not work. Try again.'],
  ];

  for (const [issue, words] of refusals) {
    it(`says ${issue.code} right under its line`, async () => {
      const cart = fullBag();
      const element = await show(inline, await shop(cart));
      cart.tell({ lineId: 'gaiwan', severity: 'warn', code: 'UNKNOWN', ...issue });
      await until(() => text(inRow(element, 'gaiwan', '.notice')) === words);
      const notice = inRow(element, 'gaiwan', '.notice');
      expect(field(element, 'gaiwan').getAttribute('aria-describedby')).to.equal(notice.id);
      const isDanger = ['REGION_UNAVAILABLE', 'SOLD_OUT_DATE', 'PAYMENT_DECLINED'].includes(issue.code ?? '');
      expect(notice.getAttribute('role'), 'only a danger interrupts').to.equal(isDanger ? 'alert' : null);
      expect(said(element)).to.equal(isDanger ? '' : `Chaozhou gaiwan: ${words}`);
      await expectAccessible(element);
    });
  }

  it('names what has been taken out', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    cart.lines = cart.lines.slice(0, 1);
    cart.tell({ code: 'OUT_OF_STOCK', lineId: 'gaiwan', severity: 'warn' });
    await until(
      () => text(find(element, '.top')) === 'Chaozhou gaiwan: Sold out while in your bag. Removed from the total.',
    );
    expect(rows(element)).to.deep.equal(['dancong-100']);
  });

  it('does not go on before a higher price is accepted', async () => {
    const [cart, checkout] = [fullBag(), new FakeCheckout()];
    const element = await show(inline, await shop(cart, checkout));
    cart.tell({
      code: 'PRICE_CHANGED',
      lineId: 'gaiwan',
      severity: 'block',
      before: dollars(2400),
      after: dollars(2600),
    });
    await until(() => find(element, '.accept'));
    expect(checkOut(element).getAttribute('aria-disabled')).to.equal('true');
    checkOut(element).click();
    expect(focused()).to.equal(find(element, '.accept'));
    expect(checkout.asked).to.be.empty;
    find(element, '.accept').click();
    await until(() => !checkOut(element).hasAttribute('aria-disabled'));
    checkOut(element).click();
    await until(() => checkout.asked.length === 1);
  });

  it('turns the minus into a bin at one, removes, and moves the focus on', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    expect(fewer(element, 'gaiwan').getAttribute('aria-label')).to.equal('Remove Chaozhou gaiwan');
    fewer(element, 'gaiwan').focus();
    fewer(element, 'gaiwan').click();
    await until(() => !rows(element).includes('gaiwan'));
    expect(focused()).to.equal(row(element, 'dancong-100'));
    expect(said(element)).to.equal('Chaozhou gaiwan removed');
    await until(() => cart.lines.length === 1);
  });

  it('puts back what was removed', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    holdTime();
    fewer(element, 'gaiwan').click();
    await until(() => find(element, '.undo'));
    expect(text(find(element, '.toast'))).to.equal('Chaozhou gaiwan removed Undo');
    await until(() => cart.lines.length === 1);
    find(element, '.undo').click();
    await until(() => rows(element).includes('gaiwan') && cart.lines.length === 2);
    expect(find(element, '.toast')).to.equal(null);
    expect(cart.commands.map((command) => command.kind === 'set' && command.quantity)).to.deep.equal([0, 1]);
    await until(() => focused() === row(element, 'gaiwan'));
  });

  it('offers the last thing back too, and the focus goes to the heading', async () => {
    const cart = new FakeCart([line('gaiwan', 1, 3800, { title: 'Gaiwan' })]);
    const element = await show(html`<vitrine-cart presentation="panel"></vitrine-cart>`, await shop(cart));
    await room?.request('cart:open', {});
    await until(() => row(element, 'gaiwan'));
    const time = holdTime();
    fewer(element, 'gaiwan').click();
    await until(() => find(element, '.undo') && rows(element).length === 0);
    expect(focused()?.tagName).to.equal('H2');
    expect(text(find(element, '.blank'))).to.contain('Your bag is empty');
    // A pointer on the offer stops its clock.
    find(element, '.toast').dispatchEvent(new PointerEvent('pointerenter'));
    time.release();
    await expectAccessible(element);
    find(element, '.undo').click();
    await until(() => rows(element).includes('gaiwan'));
  });

  it('shows what is on its way into the bag', async () => {
    const cart = new FakeCart();
    const store = await shop(cart);
    const element = await show(inline, store);
    const open = gate(cart);
    void store.request('cart:add', { variantId: 'dancong-100', expectedUnit: dollars(2400) });
    await until(() => rows(element).includes('dancong-100'));
    expect(text(inRow(element, 'dancong-100', '.what'))).to.contain('Phoenix Dancong, Mi Lan Xiang $24.00 100 g');
    open();
    await until(() => row(element, 'dancong-100').className === '');
  });

  it('applies a coupon, says why not, and takes it off again', async () => {
    const cart = fullBag();
    cart.coupons = [];
    cart.discount = 0;
    const element = await show(inline, await shop(cart));
    find(element, '.coupon.add').click();
    await until(() => focused()?.matches('.entry input'));
    const enter = (code: string): void => {
      (find(element, '.entry input') as HTMLInputElement).value = code;
      (find(element, '.entry') as HTMLFormElement).requestSubmit();
    };
    cart.refuse = () => {
      throw new VitrineError('COUPON_EXPIRED', 'text of the back end');
    };
    enter('OLD');
    await until(() => text(find(element, '#coupon-refusal')) === 'This code has expired.');
    expect(find(element, '.entry input').getAttribute('aria-invalid')).to.equal('true');
    await expectAccessible(element);
    cart.refuse = null;
    enter(' SPRING10 ');
    await until(() => text(find(element, '.coupon')).startsWith('SPRING10'));
    expect(text(find(element, '.saved'))).to.equal('−$3.80');
    find(element, '.coupon .round').click();
    await until(() => find(element, '.coupon.add'));
  });

  it('keeps a code that the shop does not take where it can be mended', async () => {
    const cart = fullBag();
    cart.coupons = [];
    const element = await show(inline, await shop(cart));
    find(element, '.coupon.add').click();
    await until(() => focused()?.matches('.entry input'));
    const input = find(element, '.entry input') as HTMLInputElement;
    // No error: the answer is the bag as it was, with an issue.
    cart.refuse = () => [{ code: 'COUPON_INVALID', severity: 'warn' }];
    input.value = 'NOPE';
    find(element, '.entry button').click();
    await until(() => text(find(element, '.entry + .notice')) === 'This code is not known.');
    expect(element.renderRoot.querySelectorAll('.notice'), 'said once').to.have.length(1);
    expect(input.value).to.equal('NOPE');
    await until(() => focused() === input, 'The focus is not in the field.');
    expect(input.getAttribute('aria-describedby')).to.equal('coupon-refusal');
    expect(text(find(element, '[role="status"]'))).to.equal('This code is not known.');
    await expectAccessible(element);
    cart.refuse = null;
    input.value = 'SPRING10';
    find(element, '.entry button').click();
    await until(() => text(find(element, '.coupon')).startsWith('SPRING10'));
    expect(element.renderRoot.querySelectorAll('.notice')).to.have.length(0);
  });

  it('gives a name two lines at twice the text size', async () => {
    const title = 'Phoenix Dancong, honey orchid, picked on 4 April';
    const element = await show(inline, await shop(new FakeCart([line('a', 1, 2400, { title })])));
    element.style.inlineSize = '390px';
    const lines = (): number => {
      const name = inRow(element, 'a', '.title');
      return Math.round(name.getBoundingClientRect().height / parseFloat(getComputedStyle(name).lineHeight));
    };
    await until(() => lines() === 1);
    element.style.setProperty('--vitrine-text-scale', '2');
    await until(() => lines() === 2);
    expect(element.scrollWidth).to.be.at.most(390);
  });

  it('begins the checkout with the total that was seen', async () => {
    const checkout = new FakeCheckout(undefined, ['redirect', 'embed']);
    const element = await show(inline, await shop(fullBag(), checkout));
    const open = gate(checkout);
    checkOut(element).click();
    checkOut(element).click();
    await until(() => checkOut(element).getAttribute('aria-busy') === 'true');
    open();
    await until(() => !checkOut(element).hasAttribute('aria-busy'));
    expect(checkout.asked).to.deep.equal(['begin embed 8820']);
  });

  it('says how long delivery takes once the shop has told it for that price', async () => {
    const delivery = { label: 'Delivery, 3 to 5 days', price: dollars(600) };
    const checkout = new FakeCheckout({ ...embedded, delivery });
    const teas = await shop(fullBag(), checkout);
    const element = await show(inline, teas);
    const total = (): string => text(find(element, '[part="total"]'));
    expect(total()).to.contain('Delivery $6.00');
    await teas.request('checkout:begin', { mode: 'embed' });
    await until(() => total().includes('Delivery, 3 to 5 days $6.00'), total());
    await teas.request('checkout:cancel', {});
    await element.updateComplete;
    expect(total(), 'back at the bag').to.contain('Delivery, 3 to 5 days $6.00');
    checkout.session = {
      ...checkout.session,
      handoff: { ...embedded, delivery: { ...delivery, price: dollars(900) } },
    };
    await teas.request('checkout:begin', { mode: 'embed' });
    await until(() => total().includes('Delivery $6.00'), 'It tells of another delivery.');
  });

  it('leaves the ground of a picture that cannot be had', async () => {
    const broken = line('dancong-100', 1, 2400);
    const element = await show(inline, await shop(new FakeCart([{ ...broken, image: 'data:image/png,none' }])));
    const image = inRow(element, 'dancong-100', 'img');
    image.setAttribute('loading', 'eager');
    await until(() => getComputedStyle(image).visibility === 'hidden', 'The browser draws a broken picture.');
    const { backgroundColor, width } = getComputedStyle(inRow(element, 'dancong-100', '.picture'));
    expect(width).to.equal('76px');
    expect(backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('waits for the shop when the bag was just changed', async () => {
    const [cart, checkout] = [fullBag(), new FakeCheckout()];
    const element = await show(inline, await shop(cart, checkout));
    const open = gate(cart);
    more(element, 'gaiwan').click();
    await until(() => row(element, 'gaiwan').className === 'pending');
    checkOut(element).click();
    await until(() => checkOut(element).getAttribute('aria-busy') === 'true');
    expect(checkout.asked).to.be.empty;
    open();
    await until(() => checkout.asked.length === 1);
    expect(checkout.asked).to.deep.equal(['begin embed 12620']);
  });

  it('does not go on over what the shop changed meanwhile', async () => {
    const [cart, checkout] = [fullBag(), new FakeCheckout()];
    const element = await show(inline, await shop(cart, checkout));
    const open = gate(cart);
    more(element, 'gaiwan').click();
    cart.refuse = () => [
      { code: 'INSUFFICIENT_STOCK', lineId: 'gaiwan', severity: 'warn', available: 1, requested: 2 },
    ];
    await until(() => row(element, 'gaiwan').className === 'pending');
    checkOut(element).click();
    open();
    await until(() => text(inRow(element, 'gaiwan', '.notice')) === 'Only 1 left, so we changed 2 to 1.');
    await until(() => !checkOut(element).hasAttribute('aria-busy'));
    expect(checkout.asked).to.be.empty;
  });

  it('says why the checkout could not begin', async () => {
    const checkout = new FakeCheckout();
    checkout.beginError = new VitrineError('PRICE_CHANGED', 'text of the back end', {
      params: { before: 8820, after: 9020 },
    });
    const element = await show(inline, await shop(fullBag(), checkout));
    checkOut(element).click();
    await until(() => text(find(element, '.footer .notice')) === 'Now $90.20, was $88.20. Check before you pay.');
  });

  it('offers the express way only where there is one', async () => {
    const plain = await show(inline, await shop(fullBag()));
    expect(find(plain, '[part="express"]')).to.equal(null);
    unmountAll();
    const checkout = new FakeCheckout(undefined, ['embed', 'express']);
    const element = await show(inline, await shop(fullBag(), checkout));
    find(element, '[part="express"]').click();
    await until(() => checkout.asked.length === 1);
    expect(checkout.asked[0]).to.equal('begin express 8820');
  });

  it('says truly where one pays', async () => {
    const embedded = await show(inline, await shop(fullBag()));
    expect(text(find(embedded, '.note'))).to.equal('You pay in the shop’s checkout and the show keeps playing');
    unmountAll();
    const elsewhere = await show(inline, await shop(fullBag(), new FakeCheckout(undefined, ['redirect'])));
    expect(text(find(elsewhere, '.note'))).to.contain('in the shop’s checkout');
    unmountAll();
    const none = await show(inline, await openShop({ cart: fullBag() }));
    expect(checkOut(none)).to.equal(null);
    expect(find(none, '.note')).to.equal(null);
  });

  it('keeps the bag when the viewer is offline, and says so', async () => {
    const cart = fullBag();
    const element = await show(inline, await shop(cart));
    cart.refuse = () => {
      throw new VitrineError('OFFLINE', 'text of the back end');
    };
    more(element, 'gaiwan').click();
    await until(() => text(find(element, '.top .notice')) === 'You are offline. Your bag is safe on this device.');
    expect(field(element, 'gaiwan').value).to.equal('2');
    await expectAccessible(element);
  });

  it('is a drawer while the bag is open, closes by Escape, and has then been read', async () => {
    const cart = fullBag();
    const store = await shop(cart);
    const element = await show(html`<vitrine-cart presentation="drawer"></vitrine-cart>`, store);
    expect(find(element, 'vitrine-sheet').hasAttribute('open')).to.be.false;
    await store.request('cart:open', {});
    await until(() => focused()?.tagName === 'H2');
    cart.tell({ code: 'LIMIT_EXCEEDED', lineId: 'gaiwan', severity: 'warn', available: 1 });
    await until(() => inRow(element, 'gaiwan', '.notice'));
    await expectAccessible(element);
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await until(() => !store.store.state.cart.open && store.store.state.cart.issues.length === 0);
  });

  it('says that it is empty, that it is loading, that it failed', async () => {
    const empty = await show(html`<vitrine-cart presentation="panel"></vitrine-cart>`, await shop(new FakeCart()));
    await room?.request('cart:open', {});
    await until(() => text(find(empty, '.blank')).startsWith('Your bag is empty'));
    await expectAccessible(empty);
    (find(empty, '.blank button') as HTMLElement).click();
    await until(() => room?.store.state.cart.open === false);
    unmountAll();
    const never = new Promise<never>(() => undefined);
    const loading = await provide<VitrineCart>(
      await testRoom({ cart: { load: () => never, apply: () => never } }),
      inline,
    );
    await until(() => find(loading, '[aria-busy="true"]'));
    await expectAccessible(loading);
    unmountAll();
    let tries = 0;
    const broken = await testRoom({
      cart: {
        load: async () => {
          if (tries++ === 0) throw new VitrineError('SERVER_ERROR', 'text of the back end');
          return fullBag().cart;
        },
        apply: () => never,
      },
    });
    const failed = await show(inline, broken);
    await until(() => text(find(failed, '.notice')) === 'Your bag could not be loaded.');
    await expectAccessible(failed);
    find(failed, '.blank .button').click();
    await until(() => rows(failed).length === 2);
  });

  it('takes the shop’s words for words', async () => {
    const evil = '<img src=x onerror="window.hacked=1">';
    const cart = new FakeCart([line('a', 1, 100, { title: evil, subtitle: evil })]);
    cart.coupons = [evil];
    const element = await show(inline, await shop(cart));
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(text(inRow(element, 'a', '.title'))).to.equal(evil);
  });

  it('reads from right to left in Arabic', async () => {
    registerLanguage('ar', async () => ({ default: { cart: arabic } }));
    document.documentElement.lang = 'ar';
    document.documentElement.dir = 'rtl';
    const element = await show(inline, await shop(fullBag()));
    await until(() => text(find(element, '[slot="heading"]')).startsWith('الحقيبة'));
    const [picture, what] = ['.picture', '.what'].map(
      (selector) => inRow(element, 'gaiwan', selector).getBoundingClientRect().left,
    );
    expect(picture).to.be.greaterThan(what ?? 0);
    await expectAccessible(element);
  });

  it('says for how long the bag is held', async () => {
    holdTime();
    const cart = fullBag();
    cart.expiresAt = Date.now() + 272_500;
    const element = await show(inline, await shop(cart));
    expect(text(find(element, '[role="timer"]'))).to.match(/^Held for 04:3[12]$/);
  });
});
