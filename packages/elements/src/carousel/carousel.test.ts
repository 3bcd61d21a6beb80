// SPDX-License-Identifier: MIT
import type { Room, StreamInfo } from '@vitrine/core';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { focused } from '../shared/focused.js';
import {
  expectAccessible,
  feed,
  holdTime,
  mount,
  provide,
  testRoom,
  unmountAll,
  until,
} from '../shared/testing/index.js';
import { drawing, fakeCatalog, FakeCart, many, openShop, product, teahouse } from '../shared/testing/shop.fixture.js';
import arabic from './carousel.strings.ar.js';
import './index.js';
import type { VitrineCarousel } from './carousel.js';

const rail = html`<vitrine-carousel></vitrine-carousel>`;
const list = html`<vitrine-carousel variant="list"></vitrine-carousel>`;
const rows = html`<vitrine-carousel variant="rows"></vitrine-carousel>`;

const cards = (element: VitrineCarousel): HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('article'),
];
const card = (element: VitrineCarousel, id: string): HTMLElement =>
  element.renderRoot.querySelector(`[data-product="${id}"]`) as HTMLElement;
const inCard = (element: VitrineCarousel, id: string, selector: string): HTMLElement =>
  card(element, id).querySelector(selector) as HTMLElement;
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const said = (element: VitrineCarousel): string => text(element.renderRoot.querySelector('[role="status"]'));
const track = (element: VitrineCarousel): HTMLElement => element.renderRoot.querySelector('.track') as HTMLElement;

function isInView(element: VitrineCarousel, id: string): boolean {
  const [box, view] = [card(element, id).getBoundingClientRect(), track(element).getBoundingClientRect()];
  return box.left >= view.left - 8 && box.right <= view.right + 8;
}

describe('vitrine-carousel', () => {
  let room: Room | null = null;

  async function show(template: TemplateResult, shop: Room): Promise<VitrineCarousel> {
    room = shop;
    const element = await provide<VitrineCarousel>(shop, template);
    await element.updateComplete;
    return element;
  }

  afterEach(() => {
    unmountAll();
    room?.close();
    room = null;
    document.documentElement.removeAttribute('dir');
    document.documentElement.lang = 'en';
  });

  for (const [name, template] of [
    ['rail', rail],
    ['list', list],
    ['rows', rows],
  ] as const) {
    it(`shows the products of the show as a ${name}`, async () => {
      const shop = await openShop({ catalog: fakeCatalog(teahouse(), 'gaiwan'), cart: new FakeCart() });
      const element = await show(template, shop);
      expect(cards(element).map(({ dataset }) => dataset['product'])).to.have.members(teahouse().map(({ id }) => id));
      expect(text(inCard(element, 'teapot', '.price'))).to.equal('$128.00 $140.00 before $140.00');
      expect(text(inCard(element, 'dancong', '.price'))).to.equal('From $13.00');
      expect(text(inCard(element, 'gaiwan', '.number'))).to.equal('2');
      expect(element.renderRoot.querySelectorAll('[role="list"] > li')).to.have.length(8);
      await expectAccessible(element);
    });
  }

  it('marks what is on camera in words and for assistive technology', async () => {
    const catalog = fakeCatalog(teahouse(), 'gaiwan');
    const element = await show(rail, await openShop({ catalog }));
    expect(card(element, 'gaiwan').getAttribute('aria-current')).to.equal('true');
    expect(text(card(element, 'gaiwan'))).to.contain('Now showing');
    expect(said(element), 'what was there when the viewer came is no news').to.equal('');
    catalog.pin('cups');
    await until(() => card(element, 'cups').getAttribute('aria-current') === 'true');
    expect(element.renderRoot.querySelectorAll('[aria-current]')).to.have.length(1);
    await until(() => said(element) === 'Now showing: Pair of cups, $29.00');
  });

  const live: StreamInfo = { phase: 'live', title: 'First picking', host: { name: 'Lin Yue' }, sources: [] };
  /** In a live show, with the gaiwan on camera. */
  const shown = async (template: Parameters<typeof show>[0]) => {
    const stream = feed<StreamInfo>();
    stream.push(live);
    const shop = await openShop({
      catalog: fakeCatalog(teahouse(), 'gaiwan'),
      cart: new FakeCart(),
      stream: { subscribe: stream.subscribe },
    });
    return { stream, element: await show(template, shop) };
  };

  it('shows nothing as on camera any more once the show is over', async () => {
    for (const template of [rail, list]) {
      const { stream, element } = await shown(template);
      expect(card(element, 'gaiwan').getAttribute('aria-current')).to.equal('true');
      stream.push({ ...live, phase: 'ended' });
      await until(() => !card(element, 'gaiwan').hasAttribute('aria-current'));
      expect(text(track(element))).to.not.contain('Now showing');
      expect(cards(element)[0]?.dataset['product'], 'the order of the show').to.equal('chenpi');
      expect(element.renderRoot.querySelectorAll('.primary')).to.have.length(0);
      stream.push({ ...live, phase: 'replay' });
      await until(() => card(element, 'gaiwan').hasAttribute('aria-current'), 'A replay has a now.');
      unmountAll();
      room?.close();
    }
  });

  it('does not say that something is shown while the show stands still', async () => {
    for (const template of [rail, list]) {
      const { stream, element } = await shown(template);
      for (const phase of ['paused', 'interrupted'] as const) {
        stream.push({ ...live, phase });
        await until(() => !text(track(element)).includes('Now showing'), `It says so: ${phase}.`);
        expect(card(element, 'gaiwan').getAttribute('aria-current'), 'what it goes on with').to.equal('true');
        stream.push(live);
        await until(() => text(card(element, 'gaiwan')).includes('Now showing'), 'It does not say so again.');
      }
      unmountAll();
      room?.close();
    }
  });

  it('announces no flood of pins', async () => {
    holdTime();
    const catalog = fakeCatalog(teahouse(), 'gaiwan');
    const element = await show(rail, await openShop({ catalog }));
    for (const id of ['cups', 'cake', 'yingde']) {
      catalog.pin(id);
      await until(() => card(element, id).hasAttribute('aria-current'));
    }
    expect(said(element)).to.equal('Now showing: Pair of cups, $29.00');
  });

  it('is silent when something else tells of pins', async () => {
    const catalog = fakeCatalog(teahouse(), 'gaiwan');
    const element = await show(html`<vitrine-carousel quiet></vitrine-carousel>`, await openShop({ catalog }));
    catalog.pin('cups');
    await until(() => card(element, 'cups').hasAttribute('aria-current'));
    await element.updateComplete;
    expect(said(element)).to.equal('');
  });

  it('brings what is on camera into view, in either direction of writing', async () => {
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction;
      const catalog = fakeCatalog(many(15), 'p2');
      const element = await show(rail, await openShop({ catalog }));
      element.style.inlineSize = '600px';
      catalog.pin('p12');
      await until(() => card(element, 'p12').hasAttribute('aria-current'));
      await until(() => isInView(element, 'p12'), `The card never came into view (${direction}).`);
      unmountAll();
    }
  });

  it('lets what is on camera rest clear of the fading edges', async () => {
    for (const direction of ['ltr', 'rtl']) {
      // What still glides after a second would be taken for the viewer's hand.
      holdTime();
      document.documentElement.dir = direction;
      const catalog = fakeCatalog(many(15));
      const element = await show(rail, await openShop({ catalog }));
      element.style.inlineSize = '520px';
      await until(() => element.getBoundingClientRect().width === 520);
      const isClear = (id: string): boolean => {
        const [box, view] = [card(element, id).getBoundingClientRect(), track(element).getBoundingClientRect()];
        const edge = view.width * 0.06;
        return box.left >= view.left + edge && box.right <= view.right - edge;
      };
      // Where the first has come to rest, the second lies within the rail, but under its far edge.
      for (const id of ['p9', 'p11']) {
        catalog.pin(id);
        await until(() => card(element, id).hasAttribute('aria-current'));
        await until(() => isClear(id), `${id} lies under an edge (${direction}).`);
      }
      unmountAll();
    }
  });

  it('does not move under the viewer’s hand, and offers the way back', async () => {
    holdTime();
    const catalog = fakeCatalog(many(15), 'p1');
    const element = await show(rail, await openShop({ catalog }));
    element.style.inlineSize = '600px';
    track(element).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    catalog.pin('p12');
    await until(() => element.renderRoot.querySelector('[part="live"]'));
    expect(track(element).scrollLeft).to.equal(0);
    (element.renderRoot.querySelector('[part="live"]') as HTMLElement).click();
    await until(() => isInView(element, 'p12'));
    expect(focused()).to.equal(inCard(element, 'p12', '.name'));
    await until(() => !element.renderRoot.querySelector('[part="live"]'));
  });

  it('never scrolls the page', async () => {
    const catalog = fakeCatalog(many(15), 'p1');
    const shop = await openShop({ catalog });
    room = shop;
    const stage = await provide<HTMLElement>(shop, html`<div><div style="block-size:3000px"></div>${rail}</div>`);
    const element = stage.querySelector('vitrine-carousel') as VitrineCarousel;
    await until(() => cards(element).length > 0);
    catalog.pin('p12');
    await until(() => isInView(element, 'p12'));
    expect(document.scrollingElement?.scrollTop).to.equal(0);
  });

  it('turns by its arrows, which say when there is no more', async () => {
    const element = await show(rail, await openShop({ catalog: fakeCatalog(many(15)) }));
    element.style.inlineSize = '600px';
    const arrow = (name: string): HTMLElement => element.renderRoot.querySelector(`[part="${name}"]`) as HTMLElement;
    await until(() => arrow('next'));
    expect(arrow('previous').getAttribute('aria-disabled')).to.equal('true');
    arrow('next').click();
    await until(() => track(element).scrollLeft > 100);
    await until(() => !arrow('previous').hasAttribute('aria-disabled'));
    track(element).scrollTo({ left: 100_000, behavior: 'instant' });
    await until(() => arrow('next').getAttribute('aria-disabled') === 'true');
  });

  it('fades at an end only where there is more', async () => {
    const element = await show(rail, await openShop({ catalog: fakeCatalog(many(15)) }));
    element.style.inlineSize = '600px';
    const fades = (): string[] => ['less', 'more'].filter((name) => track(element).classList.contains(name));
    await until(() => fades().join() === 'more');
    track(element).scrollTo({ left: 300, behavior: 'instant' });
    await until(() => fades().join() === 'less,more');
    track(element).scrollTo({ left: 100_000, behavior: 'instant' });
    await until(() => fades().join() === 'less');
  });

  it('fills the card with the picture of a place, and lays that of a thing on its ground', async () => {
    const stay = product({ id: 'stay', title: 'Tea garden stay', kind: 'stay' });
    const element = await show(rail, await openShop({ catalog: fakeCatalog([stay, ...teahouse()]) }));
    const fits = (id: string): string[] =>
      [...card(element, id).querySelectorAll('img')].map((image) => getComputedStyle(image).objectFit);
    expect(fits('stay')).to.deep.equal(['cover']);
    expect(fits('gaiwan')).to.deep.equal(['cover', 'contain']);
  });

  it('begins all pictures and all names of a rail at one height, whatever is written', async () => {
    const short = product({ id: 'short', title: 'Tea', was: 3200 });
    const element = await show(
      rail,
      await openShop({ catalog: fakeCatalog([short, ...teahouse()], 'dancong'), cart: new FakeCart() }),
    );
    for (const [width, scale] of [
      [976, '1'],
      [600, '1'],
      [600, '1.25'],
    ] as const) {
      element.style.inlineSize = `${width}px`;
      element.style.setProperty('--vitrine-text-scale', scale);
      const spans = (): string[] =>
        cards(element).map((one) => {
          const [picture, name] = ['.picture', '.name'].map((part) => one.querySelector(part)?.getBoundingClientRect());
          return `${picture?.top} ${picture?.bottom} ${name?.top} ${name?.bottom}`;
        });
      await until(() => element.getBoundingClientRect().width === width);
      expect(new Set(spans().slice(0, 3)), `${width} wide, text ${scale}`).to.have.length(1);
    }
  });

  it('covers nothing of what is on camera by saying so', async () => {
    const element = await show(rail, await openShop({ catalog: fakeCatalog(teahouse(), 'gaiwan') }));
    for (const width of [976, 600]) {
      element.style.inlineSize = `${width}px`;
      await until(() => element.getBoundingClientRect().width === width);
      const [tag, number] = ['.tag', '.number'].map((part) => inCard(element, 'gaiwan', part).getBoundingClientRect());
      const art = inCard(element, 'gaiwan', '[part="picture"]');
      const top = art.getBoundingClientRect().top + parseFloat(getComputedStyle(art).paddingTop);
      expect(tag?.bottom, `${width} wide`).to.be.at.most(top);
      expect(tag?.right, `${width} wide`).to.be.below(number?.left ?? 0);
    }
  });

  describe('at twice the text size', () => {
    const large = async (template: TemplateResult, width: number): Promise<VitrineCarousel> => {
      const catalog = fakeCatalog(teahouse(), 'dancong');
      const element = await show(template, await openShop({ catalog, cart: new FakeCart() }));
      element.style.setProperty('--vitrine-text-scale', '2');
      element.style.inlineSize = `${width}px`;
      await until(() => element.getBoundingClientRect().width === width);
      return element;
    };
    const box = (element: VitrineCarousel, id: string, selector: string): DOMRect =>
      inCard(element, id, selector).getBoundingClientRect();

    it('sets the words of a rail beside the picture, all of them inside the card', async () => {
      for (const width of [976, 600]) {
        const element = await large(rail, width);
        for (const { id } of teahouse()) {
          // Out of sight a card has the height it is guessed to have.
          card(element, id).scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
          expect(box(element, id, '.text').left).to.be.at.least(box(element, id, '.picture').right);
          for (const selector of ['.name', '.price', '.number', '.add, .tag']) {
            const isInside = (): boolean => {
              const [outer, inner] = [card(element, id).getBoundingClientRect(), box(element, id, selector)];
              return inner.bottom <= outer.bottom && inner.right <= outer.right;
            };
            await until(isInside, `${selector} of ${id} is cut at ${width}.`);
          }
        }
        expect(box(element, 'dancong', '.tag').left, 'the number stays free').to.be.at.least(
          box(element, 'dancong', '.number').right,
        );
        const { width: wide, height: high } = box(element, 'dancong', '.number');
        expect([wide, high], 'a square, and no larger').to.deep.equal([28, 28]);
        // Heading, gap and cards, as the room keeps for them at the usual size: 248; a third line of words is allowed for.
        expect(element.getBoundingClientRect().height).to.be.at.most(248 + 64);
        unmountAll();
      }
    });

    it('makes no row wider than the list, and gives a name two lines', async () => {
      for (const [template, width] of [
        [rows, 294],
        [rows, 452],
        [list, 390],
        [list, 240],
      ] as const) {
        const element = await large(template, width);
        for (const one of cards(element)) expect(one.getBoundingClientRect().width).to.equal(width);
        const line = parseFloat(getComputedStyle(inCard(element, 'dancong', '.clamp')).lineHeight);
        expect(box(element, 'dancong', '.clamp').height / line).to.be.closeTo(2, 0.1);
        unmountAll();
      }
    });
  });

  it('cuts a name after one line where the text is not larger', async () => {
    const element = await show(list, await openShop({ catalog: fakeCatalog(teahouse()), cart: new FakeCart() }));
    element.style.inlineSize = '240px';
    await until(() => element.getBoundingClientRect().width === 240);
    expect(inCard(element, 'dancong', '.clamp').getBoundingClientRect().height).to.equal(20);
  });

  it('makes cards of rows in the middle of a page, 72 high with a picture of 56', async () => {
    for (const width of [294, 560]) {
      const element = await show(rows, await openShop({ catalog: fakeCatalog(teahouse()), cart: new FakeCart() }));
      element.style.inlineSize = `${width}px`;
      await until(() => element.getBoundingClientRect().width === width);
      expect(card(element, 'gaiwan').getBoundingClientRect().height).to.equal(72);
      expect(inCard(element, 'gaiwan', '.picture').getBoundingClientRect().width).to.equal(56);
      unmountAll();
    }
  });

  it('moves the focus by arrow keys, Home and End', async () => {
    const element = await show(rail, await openShop({ catalog: fakeCatalog(many(5)) }));
    const press = (key: string): void =>
      void focused()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    inCard(element, 'p1', '.name').focus();
    press('ArrowRight');
    expect(focused()).to.equal(inCard(element, 'p2', '.name'));
    press('End');
    expect(focused()).to.equal(inCard(element, 'p5', '.name'));
    press('ArrowLeft');
    expect(focused()).to.equal(inCard(element, 'p4', '.name'));
    press('Home');
    expect(focused()).to.equal(inCard(element, 'p1', '.name'));
    document.documentElement.dir = 'rtl';
    press('ArrowLeft');
    expect(focused(), 'onwards is to the left').to.equal(inCard(element, 'p2', '.name'));
  });

  it('opens a product by its card', async () => {
    const shop = await openShop({ catalog: fakeCatalog(teahouse()) });
    const element = await show(rail, shop);
    inCard(element, 'gaiwan', '.name').click();
    await until(() => shop.store.state.catalog.open === 'gaiwan');
  });

  it('puts a product in the bag, and opens the one that needs a choice', async () => {
    const cart = new FakeCart();
    const shop = await openShop({ catalog: fakeCatalog(teahouse()), cart });
    const element = await show(rail, shop);
    expect(inCard(element, 'gaiwan', '.add').getAttribute('aria-label')).to.equal(
      'Add Chaozhou porcelain gaiwan to the bag',
    );
    inCard(element, 'gaiwan', '.add').click();
    await until(() => said(element) === 'Added: Chaozhou porcelain gaiwan');
    expect(cart.commands).to.deep.equal([
      { kind: 'set', item: { variantId: 'gaiwan' }, quantity: 1, expectedUnit: { minor: 3800, currency: 'USD' } },
    ]);
    inCard(element, 'dancong', '.add').click();
    await until(() => shop.store.state.catalog.open === 'dancong');
    expect(cart.commands).to.have.length(1);
  });

  it('adds once, however often it is pressed meanwhile', async () => {
    const cart = new FakeCart();
    let open = (): void => undefined;
    cart.gate = new Promise((resolve) => (open = resolve));
    const element = await show(rail, await openShop({ catalog: fakeCatalog(teahouse()), cart }));
    for (let index = 0; index < 3; index++) inCard(element, 'gaiwan', '.add').click();
    await until(() => inCard(element, 'gaiwan', '.add').getAttribute('aria-busy') === 'true');
    open();
    await until(() => said(element).startsWith('Added'));
    expect(cart.commands).to.have.length(1);
  });

  it('opens the sheet when the shop refuses', async () => {
    const cart = new FakeCart();
    cart.refuse = () => [{ code: 'OUT_OF_STOCK', lineId: 'gaiwan', severity: 'warn' }];
    const shop = await openShop({ catalog: fakeCatalog(teahouse()), cart });
    const element = await show(rail, shop);
    inCard(element, 'gaiwan', '.add').click();
    await until(() => shop.store.state.catalog.open === 'gaiwan');
  });

  it('lets the page take an add over', async () => {
    const cart = new FakeCart();
    const element = await show(rail, await openShop({ catalog: fakeCatalog(teahouse()), cart }));
    element.addEventListener('vitrine-cart-add', (event) => event.preventDefault());
    inCard(element, 'gaiwan', '.add').click();
    await until(() => !inCard(element, 'gaiwan', '.add').hasAttribute('aria-busy'));
    expect(cart.commands).to.be.empty;
  });

  it('has no dead buttons: sold out, or a room without a bag', async () => {
    const element = await show(rail, await openShop({ catalog: fakeCatalog(teahouse()) }));
    expect(inCard(element, 'gaiwan', '.add')).to.equal(null);
    expect(text(inCard(element, 'cake', '.tag'))).to.equal('Sold out');
    expect(inCard(element, 'cake', '.add')).to.equal(null);
  });

  it('tells of low stock when the shop does', async () => {
    const element = await show(list, await openShop({ catalog: fakeCatalog(teahouse()) }));
    expect(text(inCard(element, 'yingde', '.about'))).to.equal('4 left');
    expect(text(inCard(element, 'cake', '.about'))).to.equal('Sold out');
    expect(text(inCard(element, 'dancong', '.about')), 'one size says nothing of the others').to.not.contain('left');
  });

  it('leaves the last facts of a product away whole where a row is too narrow', async () => {
    const facts = 'Bag of 100 g · Fuzhou · scented seven times';
    const catalog = fakeCatalog([
      product({ id: 'jasmine', title: 'Jasmine', subtitle: facts, rating: { value: 4.8, count: 10 } }),
    ]);
    const element = await show(list, await openShop({ catalog, cart: new FakeCart() }));
    const seen = (): string[] => {
      const about = inCard(element, 'jasmine', '.about');
      const end = about.getBoundingClientRect().bottom;
      return [...about.children].filter((fact) => fact.getBoundingClientRect().top < end - 1).map(text);
    };
    for (const [width, expected] of [
      [600, ['Bag of 100 g', '· Fuzhou', '· scented seven times', '· 4.8 ★']],
      [320, ['Bag of 100 g', '· Fuzhou']],
    ] as const) {
      element.style.inlineSize = `${width}px`;
      await until(() => element.getBoundingClientRect().width === width);
      expect(seen(), `${width} wide`).to.deep.equal(expected);
      expect(inCard(element, 'jasmine', '.about').getBoundingClientRect().height).to.equal(16);
    }
    expect(text(inCard(element, 'jasmine', '.about')), 'all of it is read out').to.equal(`${facts} · 4.8 ★`);
  });

  it('puts what is on camera first in a list, with the one accent button', async () => {
    const element = await show(
      list,
      await openShop({ catalog: fakeCatalog(teahouse(), 'gaiwan'), cart: new FakeCart() }),
    );
    expect(cards(element)[0]?.dataset['product']).to.equal('gaiwan');
    expect(element.renderRoot.querySelectorAll('.primary')).to.have.length(1);
    expect(text(element.renderRoot.querySelector('.primary'))).to.equal('Buy');
  });

  it('keeps the order of a list under the viewer’s hand', async () => {
    holdTime();
    const catalog = fakeCatalog(teahouse(), 'gaiwan');
    const element = await show(list, await openShop({ catalog }));
    track(element).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    catalog.pin('cups');
    await until(() => card(element, 'cups').hasAttribute('aria-current'));
    expect(cards(element)[0]?.dataset['product']).to.equal('gaiwan');
    (element.renderRoot.querySelector('[part="live"]') as HTMLElement).click();
    await until(() => cards(element)[0]?.dataset['product'] === 'cups');
  });

  it('shows so many at most', async () => {
    const element = await show(
      html`<vitrine-carousel variant="list" limit="3"></vitrine-carousel>`,
      await openShop({ catalog: fakeCatalog(teahouse(), 'cups') }),
    );
    expect(cards(element).map(({ dataset }) => dataset['product'])).to.deep.equal(['cups', 'chenpi', 'gaiwan']);
  });

  it('finds among many by name or number', async () => {
    const element = await show(
      list,
      await openShop({ catalog: fakeCatalog([...many(40), product({ id: 'x', number: 77, title: 'Café crème' })]) }),
    );
    const field = element.renderRoot.querySelector('input') as HTMLInputElement;
    const find = async (wanted: string): Promise<string[]> => {
      field.value = wanted;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      return cards(element).map(({ dataset }) => dataset['product'] ?? '');
    };
    expect(await find('12')).to.deep.equal(['p12']);
    expect(await find('#7')).to.deep.equal(['p7']);
    expect(await find('cafe CREME')).to.deep.equal(['x']);
    expect(said(element)).to.equal('1 product');
    expect(await find('row 4 40')).to.deep.equal(['p40']);
    expect(await find('nothing')).to.deep.equal([]);
    expect(text(element.renderRoot.querySelector('.blank'))).to.equal('No product matches.');
    await expectAccessible(element);
  });

  it('says that it is loading, that it is empty, that it failed', async () => {
    const waiting = await show(rail, await testRoom({ catalog: { subscribe: () => undefined } }));
    expect(waiting.renderRoot.querySelector('[aria-busy="true"] .skeleton')).to.not.equal(null);
    await expectAccessible(waiting);
    const empty = await show(rail, await openShop({ catalog: fakeCatalog([]) }));
    expect(text(empty.renderRoot.querySelector('.blank'))).to.contain('No products yet');
    await expectAccessible(empty);
    const { VitrineError } = await import('@vitrine/core');
    const broken = await testRoom({
      catalog: { subscribe: (sink) => sink.fail(new VitrineError('NETWORK', 'Gone.')) },
    });
    const failed = await show(rail, broken);
    expect(text(failed.renderRoot.querySelector('.notice'))).to.equal('The products could not be loaded.');
    await expectAccessible(failed);
    waiting.remove();
  });

  it('takes the words of a product for words', async () => {
    const title = '<img src=x onerror="window.hacked=1"> & "quotes"';
    const element = await show(
      rail,
      await openShop({ catalog: fakeCatalog([product({ id: 'x', title, subtitle: title })], 'x') }),
    );
    expect(text(inCard(element, 'x', '.name'))).to.equal(title);
    expect(element.renderRoot.querySelectorAll('img')).to.have.length(2);
  });

  it('writes prices exactly, in any currency', async () => {
    const prices = [
      product({ id: 'jpy', title: 'Y', price: 9800, currency: 'JPY' }),
      product({ id: 'kwd', title: 'K', price: 12_505, currency: 'KWD' }),
      product({ id: 'eur', title: 'E', price: 1999, currency: 'EUR' }),
    ];
    const element = await show(rail, await openShop({ catalog: fakeCatalog(prices) }));
    expect(['jpy', 'kwd', 'eur'].map((id) => text(inCard(element, id, '.price')))).to.deep.equal([
      '¥9,800',
      'KWD 12.505',
      '€19.99',
    ]);
  });

  it('is written from right to left in Arabic', async () => {
    registerLanguage('ar', async () => ({ default: { carousel: arabic } }));
    document.documentElement.lang = 'ar';
    document.documentElement.dir = 'rtl';
    const element = await show(
      rail,
      await openShop({ catalog: fakeCatalog(teahouse(), 'gaiwan'), cart: new FakeCart() }),
    );
    await until(() => text(element.renderRoot.querySelector('h2')).startsWith('في هذا العرض'));
    const [first, second] = cards(element).map((one) => one.getBoundingClientRect().left);
    expect(first).to.be.greaterThan(second ?? 0);
    await expectAccessible(element);
  });

  it('stays light with 500 products', async () => {
    const added: string[] = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...parameters: Parameters<typeof addEventListener>
    ) {
      if (this instanceof Element && this.closest('article')) added.push(String(parameters[0]));
      return addEventListener.apply(this, parameters);
    };
    try {
      holdTime();
      const catalog = fakeCatalog(many(500), 'p3');
      const element = await show(rail, await openShop({ catalog, cart: new FakeCart() }));
      expect(cards(element).length, 'at once only what can be seen soon').to.be.lessThan(80);
      await until(() => cards(element).length === 500);
      expect(track(element).querySelectorAll('*').length / 500).to.be.at.most(30);
      expect(added, 'no listener on any card').to.be.empty;
      const stops = [...track(element).querySelectorAll<HTMLElement>('button')].filter(({ tabIndex }) => tabIndex >= 0);
      expect(stops, 'Tab does not go through a thousand buttons').to.have.length(2);
      catalog.pin('p400');
      await until(() => isInView(element, 'p400'));
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
  });

  it('survives a move in the page', async () => {
    const catalog = fakeCatalog(teahouse(), 'gaiwan');
    const element = await show(rail, await openShop({ catalog }));
    const other = await mount<HTMLElement>(html`<div></div>`);
    element.room = room;
    other.append(element);
    catalog.pin('cups');
    await until(() => card(element, 'cups').hasAttribute('aria-current'));
  });

  it('loads no picture that core did not let through', async () => {
    const element = await show(
      rail,
      await openShop({
        catalog: fakeCatalog([
          product({ id: 'x', title: 'X', images: [{ url: 'javascript:alert(1)' }, { url: drawing('#fff', '#000') }] }),
        ]),
      }),
    );
    expect([...element.renderRoot.querySelectorAll('img')].every(({ src }) => src.startsWith('data:image/'))).to.be
      .true;
  });
});
