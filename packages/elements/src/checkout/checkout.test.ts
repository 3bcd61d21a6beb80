// SPDX-License-Identifier: MIT
import { VitrineError, type CheckoutSession, type Handoff, type Room } from '@vitrine/core';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { focused } from '../shared/focused.js';
import { expectAccessible, holdTime, provide, unmountAll, until } from '../shared/testing/index.js';
import { FakeCart, FakeCheckout, fullBag, openShop } from '../shared/testing/shop.fixture.js';
import { VitrineCheckout } from './checkout.js';
import arabic from './checkout.strings.ar.js';
import './index.js';

const inline = html`<vitrine-checkout></vitrine-checkout>`;
const panel = html`<vitrine-checkout presentation="panel"></vitrine-checkout>`;
const text = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const find = (element: VitrineCheckout, selector: string): HTMLElement =>
  element.renderRoot.querySelector(selector) as HTMLElement;
const pay = (element: VitrineCheckout): HTMLElement => find(element, '.footer .button');
const buttons = (element: VitrineCheckout): HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('.buttons .button'),
];
const inSheet = (element: VitrineCheckout, name: string): HTMLElement =>
  find(element, 'vitrine-sheet').shadowRoot?.querySelector(`[part="${name}"]`) as HTMLElement;

function gate(checkout: FakeCheckout): () => void {
  let open = (): void => undefined;
  checkout.gate = new Promise((resolve) => (open = resolve));
  return () => {
    checkout.gate = null;
    open();
  };
}

/** Stays on the page and remembers where it would have gone. */
class StayingCheckout extends VitrineCheckout {
  readonly left: string[] = [];
  protected override leave(url: string): void {
    this.left.push(url);
  }
}
customElements.define('test-staying-checkout', StayingCheckout);

describe('vitrine-checkout', () => {
  let room: Room | null = null;

  async function show(
    template: TemplateResult,
    checkout: FakeCheckout,
    cart: FakeCart = fullBag(),
  ): Promise<VitrineCheckout> {
    room = await openShop({ cart, checkout });
    const element = await provide<VitrineCheckout>(room, template);
    await until(() => room?.store.state.cart.status === 'ready');
    await element.updateComplete;
    return element;
  }

  /** The element with a session that has begun. */
  async function begun(checkout = new FakeCheckout(), template = panel): Promise<VitrineCheckout> {
    const element = await show(template, checkout);
    await room?.request('checkout:begin', {});
    await until(() => find(element, '.methods, .outcome'));
    return element;
  }

  const phase = (): string | undefined => room?.store.state.checkout.phase;

  afterEach(() => {
    unmountAll();
    room?.close();
    room = null;
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  it('begins with its button, by itself in a page', async () => {
    const checkout = new FakeCheckout(undefined, ['redirect', 'embed']);
    const element = await show(inline, checkout);
    expect(text(find(element, '.button'))).to.equal('Check out · $88.20');
    await expectAccessible(element);
    const open = gate(checkout);
    find(element, '.button').click();
    find(element, '.button').click();
    await until(() => find(element, '.button').getAttribute('aria-busy') === 'true');
    open();
    await until(() => find(element, '.methods'));
    expect(checkout.asked).to.deep.equal(['begin embed 8820']);
  });

  it('has nothing to pay for an empty bag, and no button without a till', async () => {
    const checkout = new FakeCheckout();
    const element = await show(inline, checkout, new FakeCart());
    expect(find(element, '.button').getAttribute('aria-disabled')).to.equal('true');
    find(element, '.button').click();
    expect(checkout.asked).to.be.empty;
    unmountAll();
    room = await openShop({ cart: fullBag() });
    const none = await provide<VitrineCheckout>(room, inline);
    expect(none.renderRoot.querySelector('button')).to.equal(null);
  });

  it('lets the page take the checkout over before anything opens', async () => {
    const checkout = new FakeCheckout();
    const element = await show(inline, checkout);
    let detail: unknown;
    element.addEventListener('vitrine-checkout-begin', (event) => {
      event.preventDefault();
      ({ detail } = event as CustomEvent);
    });
    find(element, '.button').click();
    await until(() => detail);
    expect(detail).to.deep.equal({ mode: 'embed', expectedTotal: { minor: 8820, currency: 'USD' } });
    expect(checkout.asked).to.be.empty;
  });

  it('says why it could not begin', async () => {
    const checkout = new FakeCheckout();
    checkout.beginError = new VitrineError('INSUFFICIENT_STOCK', 'text of the back end', { params: { available: 1 } });
    const element = await show(inline, checkout);
    find(element, '.button').click();
    await until(() => text(find(element, '.notice')) === 'Only 1 left.');
  });

  it('shows address, delivery, ways to pay and the total', async () => {
    const element = await begun();
    expect(text(find(element, '.cards'))).to.equal(
      'Amélie Laurent 12 Rue des Tanneurs, 69005 Lyon Tracked, 3 to 5 days Arrives Thu 26 to Sat 28 Nov $6.00',
    );
    expect(element.renderRoot.querySelectorAll('.method')).to.have.length(3);
    expect(text(find(element, '.footer .pair'))).to.equal('Total, 3 items $88.20');
    expect(text(pay(element))).to.equal('Pay $88.20');
    expect(element.renderRoot.querySelectorAll('.primary')).to.have.length(1);
    for (const row of element.renderRoot.querySelectorAll('.method'))
      expect(row.getBoundingClientRect().height).to.be.at.least(64);
    await expectAccessible(element);
  });

  it('pays once by the method that is picked, however often it is pressed', async () => {
    const checkout = new FakeCheckout();
    const element = await begun(checkout);
    (element.renderRoot.querySelectorAll<HTMLInputElement>('.method input')[1] as HTMLInputElement).click();
    const open = gate(checkout);
    pay(element).click();
    pay(element).click();
    await until(() => pay(element).getAttribute('aria-busy') === 'true');
    pay(element).click();
    await expectAccessible(element);
    open();
    await until(() => text(find(element, 'h3')) === 'Thank you for your order');
    expect(checkout.asked).to.deep.equal(['begin embed', 'confirm wallet']);
    expect(focused()).to.equal(find(element, 'h3'));
    expect([...element.renderRoot.querySelectorAll('.line')].map(text)).to.deep.equal([
      'Order LN-20412',
      '$88.20 paid',
    ]);
    expect(buttons(element).map(text)).to.deep.equal(['Continue watching']);
    expect(text(inSheet(element, 'heading'))).to.equal('Order placed');
    await expectAccessible(element);
  });

  it('goes on with the show afterwards', async () => {
    const element = await begun();
    await room?.request('cart:open', {});
    pay(element).click();
    await until(() => phase() === 'paid' && buttons(element).length === 1);
    buttons(element)[0]?.click();
    await until(() => phase() === 'idle' && room?.store.state.cart.open === false);
  });

  it('says that the bank declined, that nothing was charged, and takes another way', async () => {
    const time = holdTime();
    const checkout = new FakeCheckout(undefined, ['embed'], { expiresAt: Date.now() + 272_500 });
    checkout.outcome = { status: 'open', error: 'PAYMENT_DECLINED' };
    const element = await begun(checkout);
    pay(element).click();
    await until(() => find(element, '.refused'));
    expect(text(find(element, '[role="alert"]'))).to.match(
      /^Your bank declined this card ?Nothing was charged\. Try another way to pay; your bag and its price are held for 04:3[12]\.$/,
    );
    expect(focused()).to.equal(find(element, '.refused'));
    expect(element.renderRoot.querySelectorAll('[role="timer"]'), 'for how long is said once').to.have.length(1);
    expect(pay(element).hasAttribute('aria-busy')).to.be.false;
    time.release();
    await expectAccessible(element);
    checkout.outcome = { status: 'paid' };
    pay(element).click();
    await until(() => phase() === 'paid');
    expect(checkout.asked.filter((asked) => asked === 'confirm card')).to.have.length(2);
  });

  it('never offers to pay again while nobody knows', async () => {
    const checkout = new FakeCheckout();
    checkout.outcome = { status: 'processing' };
    const element = await begun(checkout);
    pay(element).click();
    await until(() => text(find(element, 'h3')) === 'We are still waiting for your bank');
    expect(text(find(element, '.outcome'))).to.contain('You will not be charged twice');
    expect(element.renderRoot.querySelector('.methods')).to.equal(null);
    await expectAccessible(element);
    checkout.session = { ...checkout.session, status: 'paid' };
    buttons(element)[0]?.click();
    await until(() => text(find(element, 'h3')) === 'Thank you for your order');
  });

  it('tells for how long price and stock are held, by the back end’s clock', async () => {
    holdTime();
    const checkout = new FakeCheckout(undefined, ['embed'], { expiresAt: Date.now() + 3_600_000 + 272_500 });
    const element = await show(panel, checkout);
    const now = Date.now();
    room?.clock.add({ sent: now, received: now, remote: now + 3_600_000 });
    await room?.request('checkout:begin', {});
    await until(() => text(find(element, '[role="timer"]')).startsWith('Price and stock are held for 04:3'));
  });

  it('goes back to the bag and releases what is held', async () => {
    const checkout = new FakeCheckout();
    const element = await begun(checkout);
    await room?.request('cart:open', {});
    inSheet(element, 'back').click();
    await until(() => phase() === 'idle');
    expect(checkout.asked).to.contain('cancel');
    expect(room?.store.state.cart.open).to.be.true;
  });

  const outcomes: readonly (readonly [Partial<CheckoutSession>, string, string])[] = [
    [{ status: 'expired' }, 'The time to pay is over', 'your bag is as it was'],
    [{ status: 'canceled' }, 'The payment was cancelled', 'Nothing was charged'],
    [
      { status: 'failed', error: 'PAYMENT_DECLINED' },
      'The payment did not go through',
      'Your bank declined this card. Nothing was charged.',
    ],
    [{ status: 'failed', error: 'UNKNOWN' }, 'The payment did not go through', 'That did not work. Try again.'],
  ];
  for (const [outcome, title, words] of outcomes) {
    it(`says what became of it: ${outcome.status}${outcome.error ? ` by ${outcome.error}` : ''}`, async () => {
      const checkout = new FakeCheckout();
      checkout.outcome = outcome;
      const element = await begun(checkout);
      pay(element).click();
      await until(() => text(find(element, 'h3')) === title);
      expect(text(find(element, '.outcome'))).to.contain(words);
      await expectAccessible(element);
      buttons(element)[0]?.click();
      await until(() => phase() === 'idle');
    });
  }

  const redirect: Handoff = { kind: 'redirect', url: 'https://pay.example/session/1' };

  it('leaves for the payment page once, and only for one that is safe', async () => {
    const staying = html`<test-staying-checkout presentation="panel"></test-staying-checkout>`;
    const element = (await begun(new FakeCheckout(redirect, ['redirect']), staying)) as StayingCheckout;
    expect(element.left).to.deep.equal(['https://pay.example/session/1']);
    expect(text(find(element, '.outcome'))).to.contain('You pay on pay.example and come back to the show.');
    expect((find(element, 'a') as HTMLAnchorElement).href).to.equal('https://pay.example/session/1');
    await expectAccessible(element);
    unmountAll();
    for (const url of ['javascript:alert(1)', 'http://pay.example/', 'https://user:pass@pay.example/']) {
      const unsafe = (await begun(
        new FakeCheckout({ kind: 'redirect', url }, ['redirect']),
        staying,
      )) as StayingCheckout;
      expect(unsafe.left).to.be.empty;
      expect(unsafe.renderRoot.querySelector('a')).to.equal(null);
      expect(text(find(unsafe, '.outcome'))).to.contain('cannot be opened safely');
      unmountAll();
    }
  });

  it('does not leave again for a session that was found after a return', async () => {
    const checkout = new FakeCheckout(redirect, ['redirect']);
    const element = (await begun(
      checkout,
      html`<test-staying-checkout presentation="panel"></test-staying-checkout>`,
    )) as StayingCheckout;
    await room?.request('checkout:refresh', {});
    await element.updateComplete;
    expect(element.left).to.have.length(1);
  });

  it('opens a pop-up by the viewer’s own press', async () => {
    const element = await begun(new FakeCheckout({ kind: 'popup', url: 'https://pay.example/x' }, ['popup']));
    const link = find(element, 'a') as HTMLAnchorElement;
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
  });

  it('shows what to scan as text, and as a link only if it is one', async () => {
    const app = await begun(new FakeCheckout({ kind: 'qr', payload: 'weixin://wxpay/bizpayurl?pr=abc' }, ['redirect']));
    expect(text(find(app, '.payload'))).to.equal('weixin://wxpay/bizpayurl?pr=abc');
    expect(app.renderRoot.querySelector('a')).to.equal(null);
    unmountAll();
    const web = await begun(new FakeCheckout({ kind: 'qr', payload: 'https://pay.example/q' }, ['redirect']));
    expect((find(web, '.payload a') as HTMLAnchorElement).href).to.equal('https://pay.example/q');
  });

  it('takes the shop’s words for words', async () => {
    const evil = '<img src=x onerror="window.hacked=1">';
    const handoff: Handoff = {
      kind: 'embed',
      methods: [{ id: 'x', kind: 'card', label: evil, note: evil }],
      address: { name: evil, lines: [evil] },
    };
    const element = await begun(new FakeCheckout(handoff));
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(text(find(element, '.method'))).to.equal(`${evil} ${evil}`);
  });

  it('reads from right to left in Arabic', async () => {
    registerLanguage('ar', async () => ({ default: { checkout: arabic } }));
    document.documentElement.lang = 'ar';
    document.documentElement.dir = 'rtl';
    const element = await begun();
    await until(() => text(find(element, 'legend')) === 'الدفع بواسطة');
    const [words, input] = ['.words', 'input'].map(
      (one) => find(element, `.method ${one}`).getBoundingClientRect().left,
    );
    expect(words).to.be.greaterThan(input ?? 0);
    await expectAccessible(element);
  });

  it('is a sheet only while there is something to do', async () => {
    const element = await show(html`<vitrine-checkout presentation="sheet"></vitrine-checkout>`, new FakeCheckout());
    const sheet = find(element, 'vitrine-sheet');
    expect(sheet.hasAttribute('open')).to.be.false;
    await room?.request('checkout:begin', {});
    await until(() => sheet.hasAttribute('open') && focused()?.tagName === 'H2');
  });
});
