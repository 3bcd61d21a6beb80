// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { languages } from '../locales/index.js';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, mount, unmountAll, until } from '../shared/testing/index.js';
import { layoutOf } from './layout.js';
import { live, onAir, product, type TestPlayer } from './room.fixture.js';
import './index.js';
import type { VitrineRoom } from './room.js';

const inside = (room: VitrineRoom, selector: string): HTMLElement | null => room.renderRoot.querySelector(selector);

/** Every element of a room as it is composed, its own and those of the elements in it. */
function* elementsOf(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsOf(element.shadowRoot);
  }
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function isSeen(element: Element): boolean {
  if (element.closest('svg') || getComputedStyle(element).clipPath !== 'none') return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** What cannot be read in full: text that leaves its box or the room, and is neither scrolled to nor cut on purpose. */
function clipped(room: VitrineRoom): string[] {
  const frame = inside(room, '.frame')!.getBoundingClientRect();
  const faults: string[] = [];
  for (const element of elementsOf(room.renderRoot)) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (!hasText || !isSeen(element)) continue;
    const name = `${element.localName}.${element.className} "${element.textContent?.trim().slice(0, 30)}"`;
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    // A line may be lower than the box of its font: what sticks out above and below is empty.
    const slack = parseFloat(getComputedStyle(element).fontSize) * 0.4;
    // What is scrolled or shortened may reach beyond.
    let isLoose = false;
    for (let box: Element | null = element; box && box !== room && !isLoose; box = parentOf(box)) {
      const style = getComputedStyle(box);
      const isScrolled = /auto|scroll/.test(style.overflow);
      const isClamped = style.textOverflow === 'ellipsis' || !/^(none)?$/.test(style.webkitLineClamp);
      isLoose = isClamped || isScrolled || style.maskImage !== 'none';
      if (isLoose || !/hidden|clip/.test(style.overflow)) continue;
      const edge = box.getBoundingClientRect();
      if (
        text.left < edge.left - 1 ||
        text.right > edge.right + 1 ||
        text.bottom > edge.bottom + slack ||
        text.top < edge.top - slack
      ) {
        faults.push(`${name} is cut by ${box.localName}.${box.className}`);
      }
    }
    if (!isLoose && (text.left < frame.left - 1 || text.right > frame.right + 1))
      faults.push(`${name} leaves the room`);
  }
  return faults;
}

const boxes: readonly [width: number, height: number | null, layout: string][] = [
  [100, 140, 'entry'],
  [120, 213, 'mini'],
  [184, 326, 'mini'],
  [240, 420, 'stage'],
  [320, 560, 'stage'],
  [390, 844, 'stage'],
  [390, null, 'stage'],
  [560, null, 'inline'],
  [720, null, 'inline'],
  [720, 420, 'landscape'],
  [844, 390, 'landscape'],
  [840, 760, 'theatre'],
  [1120, null, 'theatre'],
  [1440, 836, 'theatre'],
];

const settled = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

async function sized(room: VitrineRoom, width: number, height: number | null, layout: string): Promise<void> {
  room.style.width = `${width}px`;
  room.style.height = height === null ? '' : `${height}px`;
  await until(
    () =>
      inside(room, `.frame.${layout}`) && inside(room, '.frame')!.classList.contains('definite') === (height !== null),
    `${width} × ${height} is no ${layout} but ${inside(room, '.frame')?.className}.`,
  );
  await room.updateComplete;
  await settled();
}

/** There is a picture, and so the shop has come too. */
async function shown(room: VitrineRoom): Promise<void> {
  await until(() => room.connectedRoom?.store.state.catalog.pinned, 'Nothing is pinned.');
  (inside(room, 'vitrine-player') as TestPlayer).say({ phase: 'playing', hasPicture: true });
  await until(() => inside(room, 'vitrine-product'), 'The shop did not come.');
}

describe('layouts of a room', () => {
  before(() => {
    for (const [tag, load] of Object.entries(languages)) registerLanguage(tag, load);
  });
  afterEach(unmountAll);

  it('are chosen by the box', () => {
    expect(layoutOf(119, 200)).to.equal('entry');
    expect(layoutOf(120, 213)).to.equal('mini');
    expect(layoutOf(240, 400)).to.equal('stage');
    expect(layoutOf(560, null)).to.equal('inline');
    expect(layoutOf(560, 639)).to.equal('stage');
    expect(layoutOf(720, 639)).to.equal('inline');
    expect(layoutOf(720, 640)).to.equal('stage');
    expect(layoutOf(768, 1024)).to.equal('stage');
    expect(layoutOf(844, 390)).to.equal('landscape');
    expect(layoutOf(840, null)).to.equal('theatre');
    expect(layoutOf(1440, 836)).to.equal('theatre');
  });

  it('break no word of a tab at twice the text size', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter}></vitrine-room>`);
    room.style.setProperty('--vitrine-text-scale', '2');
    await shown(room);
    await sized(room, 1376, 764, 'theatre');
    const tabs = [...room.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    expect(tabs.length).to.be.greaterThan(1);
    for (const tab of tabs) {
      const word = document.createRange();
      const text = [...tab.childNodes].find((node) => node instanceof Text && node.data.trim() !== '')!;
      word.selectNodeContents(text);
      expect(word.getClientRects().length, tab.textContent ?? '').to.equal(1);
    }
    const { scrollWidth, clientWidth } = inside(room, '[role=tablist]')!;
    expect(scrollWidth).to.be.at.most(clientWidth);
  });

  it('keep the chat of a stage below the pill, and the field at one line, at twice the text size', async () => {
    const show = onAir();
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}></vitrine-room>`);
    room.style.setProperty('--vitrine-text-scale', '2');
    await sized(room, 390, 788, 'stage');
    await shown(room);
    const chat = inside(room, 'vitrine-chat')!;
    await until(() => chat.shadowRoot?.querySelector('textarea')?.placeholder, 'There is no field.');
    const field = chat.shadowRoot!.querySelector('textarea')!;
    expect(field.offsetHeight).to.equal(40);
    const list = chat.shadowRoot!.querySelector('.list')!;
    expect(list.getBoundingClientRect().top).to.be.greaterThan(
      inside(room, '.frame')!.getBoundingClientRect().top + 290,
    );
    // Whatever stands above the composer: the rows give way.
    inside(room, '.before')!.style.minBlockSize = '400px';
    await settled();
    expect(list.getBoundingClientRect().top).to.be.at.least(inside(room, '.pill')!.getBoundingClientRect().bottom);
  });

  it('have the pill of a theatre beside the capsule where there is room for both, below it where there is not', async () => {
    const show = onAir();
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}></vitrine-room>`);
    await sized(room, 912, 680, 'theatre');
    await shown(room);
    const edges = (): readonly DOMRect[] =>
      ['.host', '.pill', '.buttons'].map((one) => inside(room, `.head ${one}`)!.getBoundingClientRect());
    let [host, pill, buttons] = edges();
    expect(pill!.left).to.be.at.least(host!.right);
    expect(pill!.right).to.be.at.most(buttons!.left);
    expect(pill!.top + pill!.height / 2).to.be.closeTo(host!.top + host!.height / 2, 3);
    show.stream.push({ ...live, title: 'First picking of the year: Dancong from the mountain' });
    await until(() => inside(room, '[part=title]')!.textContent?.includes('year'), 'No other title.');
    [host, pill, buttons] = edges();
    expect(pill!.top).to.be.at.least(host!.bottom);
    expect(host!.right).to.be.at.most(buttons!.left);
  });

  it('keep the height of a card in an article, and the pill as far from one edge as from the other', async () => {
    const show = onAir();
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}></vitrine-room>`);
    await sized(room, 720, null, 'inline');
    await shown(room);
    expect(room.offsetHeight).to.equal(398);
    const scene = inside(room, '.scene')!.getBoundingClientRect();
    const pill = inside(room, '.pill')!.getBoundingClientRect();
    expect([pill.left - scene.left, pill.top - scene.top]).to.deep.equal([14, 14]);
    show.catalog.push({ kind: 'products', products: [product('dancong', 'A name of many words '.repeat(40))] });
    await until(() => room.connectedRoom?.store.state.catalog.products.length === 1, 'No other products.');
    await settled();
    expect(room.offsetHeight).to.equal(398);
  });

  it('have room for a name of two words on the card of a phone on its side', async () => {
    const show = onAir();
    show.catalog.push({ kind: 'products', products: [product('dancong', 'Phoenix Dancong')] });
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}></vitrine-room>`);
    await sized(room, 844, 390, 'landscape');
    await shown(room);
    await until(() => inside(room, '.pin .name')?.textContent === 'Phoenix Dancong', 'It is not on camera.');
    const name = inside(room, '.pin .name')!;
    expect(name.scrollHeight).to.equal(name.clientHeight);
  });

  it('draw what stands beside words as large as they are', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter}></vitrine-room>`);
    await sized(room, 390, 844, 'stage');
    await shown(room);
    await until(() => inside(room, '.viewers'), 'Nobody watches.');
    for (const scale of [1, 2]) {
      room.style.setProperty('--vitrine-text-scale', String(scale));
      await settled();
      const { width, height } = inside(room, '.viewers .icon')!.getBoundingClientRect();
      expect([width, height]).to.deep.equal([14 * scale, 14 * scale]);
    }
  });

  it('give long names two lines at twice the text size, and one else', async () => {
    const show = onAir();
    const title = 'First picking of the year: Dancong from the Phoenix mountain';
    show.stream.push({ ...live, title });
    show.catalog.push({ kind: 'products', products: [product('dancong', title)] });
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}></vitrine-room>`);
    await sized(room, 390, 844, 'stage');
    await shown(room);
    for (const scale of [1, 2]) {
      room.style.setProperty('--vitrine-text-scale', String(scale));
      await settled();
      for (const selector of ['[part=title] > *', '.pin .name']) {
        const name = inside(room, selector)!;
        const { height } = name.getBoundingClientRect();
        expect(Math.round(height / parseFloat(getComputedStyle(name).lineHeight)), `${selector} at ${scale}`).to.equal(
          scale,
        );
      }
    }
  });

  it('keep the number of hearts clear of the buttons beside an upright picture where nothing moves', async () => {
    for (const [width, height, layout] of [
      [1376, 764, 'theatre'],
      [844, 390, 'landscape'],
    ] as const) {
      const show = onAir();
      show.stream.push({ ...live, sources: live.sources.filter(({ orientation }) => orientation === 'portrait') });
      const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter} motion="off"></vitrine-room>`);
      await sized(room, width, height, layout);
      await shown(room);
      const count = (): Element | null | undefined =>
        inside(room, 'vitrine-reaction-lane')?.shadowRoot?.querySelector('.count');
      await until(count, 'There is no number.');
      await until(() => inside(room, '.corner.end .bag'), 'There is no bag.');
      await settled();
      const number = count()!.getBoundingClientRect();
      const buttons = inside(room, '.corner.end')!.getBoundingClientRect();
      expect(number.bottom <= buttons.top, `${layout}: ${number.bottom} is below ${buttons.top}`).to.equal(true);
      expect(number.top > buttons.top - 120, 'not far above them').to.equal(true);
    }
  });

  it('show the first letter of the host where the picture cannot be had', async () => {
    const show = onAir();
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}></vitrine-room>`);
    await sized(room, 390, 844, 'stage');
    await until(() => inside(room, '.avatar img'), 'There is no host.');
    const letter = inside(room, '.avatar bdi')!;
    expect(getComputedStyle(letter).visibility).to.equal('hidden');
    show.stream.push({ ...live, host: { ...live.host, avatar: 'data:image/png,none' } });
    await until(() => getComputedStyle(letter).visibility === 'visible', 'It shows no letter.');
    expect(letter.textContent).to.equal('L');
    expect(getComputedStyle(inside(room, '.avatar img')!).visibility).to.equal('hidden');
    show.stream.push(live);
    await until(() => getComputedStyle(inside(room, '.avatar img')!).visibility === 'visible', 'No picture again.');
  });

  for (const [lang, dir] of [
    ['en', 'ltr'],
    ['zh-CN', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    for (const scale of ['1', '2']) {
      it(`have room for all they say (${lang}, text × ${scale})`, async () => {
        const show = onAir([], 2);
        const box = document.createElement('div');
        box.lang = lang;
        box.dir = dir;
        box.style.setProperty('--vitrine-text-scale', scale);
        const room = await mount<VitrineRoom>(
          html`<vitrine-room .adapter=${show.adapter} closable></vitrine-room>`,
          box,
        );
        await shown(room);
        const skip = { en: 'Skip', 'zh-CN': '跳过', ar: 'تخط' }[lang];
        await until(() => inside(room, '.skip')?.textContent?.includes(skip), 'The language did not come.');
        for (const [width, height, layout] of boxes) {
          await sized(room, width, height, layout);
          const at = `${width} × ${height}`;
          const frame = inside(room, '.frame')!;
          expect(frame.getBoundingClientRect().width, at).to.be.closeTo(width, 1);
          expect(inside(room, '.room')!.scrollWidth, `${at} scrolls sideways`).to.be.at.most(frame.clientWidth);
          expect(clipped(room), at).to.deep.equal([]);
        }
      }).timeout(30_000);
    }
  }

  for (const [width, height, layout] of boxes) {
    it(`are accessible: ${layout} at ${width} × ${height ?? 'auto'}`, async () => {
      const room = await mount<VitrineRoom>(
        html`<vitrine-room .adapter=${onAir([], 2).adapter} closable></vitrine-room>`,
      );
      await shown(room);
      await sized(room, width, height, layout);
      // Text over a moving picture is measured over white by the design's own check.
      await expectAccessible(room, ['color-contrast']);
    });
  }

  it('have a target of 44 px for every control of a stage', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter} closable></vitrine-room>`);
    await shown(room);
    await sized(room, 390, 844, 'stage');
    // At rest: what moves is measured a hair smaller or larger.
    for (const motion of (room.renderRoot as ShadowRoot).getAnimations()) {
      if (Number.isFinite(motion.effect?.getComputedTiming().endTime)) motion.finish();
    }
    const buttons = [...room.renderRoot.querySelectorAll<HTMLElement>('button')].filter(isSeen);
    expect(buttons.length).to.be.greaterThan(3);
    for (const button of buttons) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.textContent ?? '').to.be.at.least(44);
    }
  });

  it('take their height from the page where it gives one, and have one of their own where it does not', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter}></vitrine-room>`);
    await sized(room, 390, 500, 'stage');
    expect(inside(room, '.room')!.offsetHeight).to.equal(500);
    await sized(room, 390, null, 'stage');
    expect(inside(room, '.room')!.offsetHeight).to.be.closeTo(Math.min((390 * 16) / 9, window.innerHeight), 2);
  });

  it('show the mini player large on demand, in the same place of the document, and small again', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter}></vitrine-room>`);
    await until(() => room.connectedRoom?.store.state.catalog.pinned, 'Nothing is pinned.');
    await sized(room, 720, null, 'inline');
    const player = inside(room, 'vitrine-player');
    const before = room.offsetHeight;
    inside(room, '.joiner')!.focus();
    inside(room, '.joiner')!.click();
    await until(() => inside(room, '.frame.stage:popover-open'), 'It did not open.');
    expect(inside(room, '.frame')!.getAttribute('role')).to.equal('dialog');
    expect(inside(room, 'vitrine-player') === player, 'another player').to.equal(true);
    expect(room.offsetHeight).to.equal(before);
    inside(room, '.close')!.click();
    await until(() => inside(room, '.frame.inline'), 'It did not close.');
    expect(inside(room, '.frame:popover-open') === null, 'still open').to.equal(true);
    await until(() => room.shadowRoot!.activeElement?.matches('.joiner'), 'The focus did not come back.');
  });

  it('make space for a product over the page where the room is a card in an article, and lead back to it', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter}></vitrine-room>`);
    await shown(room);
    await sized(room, 720, null, 'inline');
    const product = room.connectedRoom?.store.state.catalog.products[0];
    void room.connectedRoom?.request('product:open', { productId: product!.id });
    await until(() => inside(room, '.frame:popover-open.stage'), 'It opened in the card.');
    void room.connectedRoom?.request('product:close', {});
    await until(() => inside(room, '.frame.inline:not(:popover-open)'), 'It did not go back.');
  });

  it('show the products of a theatre once where nobody chats', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir(['chat']).adapter}></vitrine-room>`);
    room.style.width = '1280px';
    room.style.height = '800px';
    await until(() => inside(room, '.frame.theatre.definite') && room.connectedRoom?.store.state.catalog.pinned);
    await shown(room);
    expect(room.renderRoot.querySelectorAll('vitrine-carousel')).to.have.length(1);
    expect(inside(room, '.list vitrine-carousel') !== null, 'in the panel').to.equal(true);
    expect(inside(room, '[role=tablist]') === null, 'a choice of one').to.equal(true);
  });

  it('leave of all that lies over the picture only the pill beside an open sheet', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${onAir().adapter} closable></vitrine-room>`);
    await shown(room);
    await sized(room, 390, 844, 'stage');
    const seen = (): string[] =>
      ['.host', '.buttons', '.pill'].filter((one) => inside(room, `.head ${one}`)?.checkVisibility());
    expect(seen()).to.deep.equal(['.host', '.buttons', '.pill']);
    void room.connectedRoom?.request('cart:open', {});
    await until(() => inside(room, '.frame.covered'), 'Nothing lies over it.');
    expect(seen()).to.deep.equal(['.pill']);
  });

  it('cut a title that is too long at its own end, whatever the direction of the page', async () => {
    const box = document.createElement('div');
    box.dir = 'rtl';
    const room = await mount<VitrineRoom>(
      html`<vitrine-room lang="ar" .adapter=${onAir().adapter}></vitrine-room>`,
      box,
    );
    await shown(room);
    await sized(room, 240, 420, 'stage');
    const title = inside(room, '[part=title] bdi') as HTMLElement;
    expect(title.scrollHeight, 'it is too long here').to.be.greaterThan(title.clientHeight);
    expect(getComputedStyle(title).direction).to.equal('ltr');
    expect(getComputedStyle(title).webkitLineClamp).to.equal('1');
    // Arabic letters reach below their line, where they are to be seen.
    expect(getComputedStyle(title).getPropertyValue('overflow-clip-margin')).not.to.equal('0px');
    const host = getComputedStyle(inside(room, '.who .ellipsis')!);
    expect([host.overflowX, host.overflowY]).to.deep.equal(['clip', 'visible']);
  });
});
