// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import {
  money,
  VitrineError,
  type CatalogEvent,
  type ErrorCode,
  type PinEvent,
  type Product,
  type Reach,
  type Room,
  type StreamInfo,
} from '@vitrine/core';
import { expectAccessible, feed, mount, testRoom, unmountAll, until, type Feed } from '../shared/testing/index.js';
import './index.js';
import type { VitrineCatchUp } from './catch-up.js';
import type { VitrineCatchUpChip } from './chip.js';

const began = 1_000_000;
const minute = 60_000;

const tea = (id: string, title: string): Product => ({
  id,
  kind: 'goods',
  title,
  images: [],
  options: [],
  variants: [
    {
      id: `${id}-1`,
      values: {},
      price: { amount: money(2400, 'EUR') },
      availability: { state: 'in', asOf: 0 },
    },
  ],
});

const live: StreamInfo = {
  phase: 'live',
  title: 'First picking',
  host: { name: 'Lin Yue' },
  sources: [],
  startedAt: began,
};

const pin = (productId: string, minutes: number): PinEvent => ({
  kind: 'pin',
  productId,
  at: began + minutes * minute,
});

/** What was shown before the viewer came, at minute 30. */
const past: readonly PinEvent[] = [
  // In another show.
  { kind: 'pin', productId: 'c', at: began - minute },
  pin('a', 2),
  pin('b', 12.25),
  pin('a', 20),
  pin('c', 28),
];

interface Set {
  readonly room: Room;
  readonly catalog: Feed<CatalogEvent>;
  readonly stream: Feed<StreamInfo>;
  /** What was asked for: of the back end, and of the room. */
  readonly asked: string[];
  readonly desk: { failure: ErrorCode | null; reach: Reach | null; gate: Promise<void>; past: readonly PinEvent[] };
}

describe('vitrine-catch-up', () => {
  const rooms: Room[] = [];
  afterEach(() => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
  });

  const set = async (change: Partial<Set['desk']> = {}, phase: StreamInfo['phase'] = 'live'): Promise<Set> => {
    const catalog = feed<CatalogEvent>();
    const stream = feed<StreamInfo>();
    const asked: string[] = [];
    const desk: Set['desk'] = {
      failure: null,
      gate: Promise.resolve(),
      past,
      reach: { from: began + minute, to: began + 30 * minute, isBehind: false },
      ...change,
    };
    const between = async (_from: number, to: number): Promise<readonly PinEvent[]> => {
      asked.push('history');
      await desk.gate;
      if (desk.failure) throw new VitrineError(desk.failure, '');
      return desk.past.filter(({ at }) => at <= to);
    };
    const room = await testRoom({
      catalog: { subscribe: catalog.subscribe },
      stream: { subscribe: stream.subscribe },
      history: { between },
    });
    rooms.push(room);
    room.bus.answer('player:reach', () => desk.reach, { signal: room.signal });
    room.bus.answer('player:seek', ({ to }) => void asked.push(to === 'live' ? to : `seek ${(to - began) / minute}`), {
      signal: room.signal,
    });
    room.playhead.publish({ programTime: began + 30 * minute, source: 'frame', rate: 1 });
    stream.push({ ...live, phase });
    catalog.push(
      { kind: 'products', products: [tea('a', 'Dancong'), tea('b', 'Gaiwan'), tea('c', 'Tea cake')] },
      { kind: 'pins', pinned: desk.past.length > 0 ? 'c' : null, at: began + 28 * minute },
    );
    return { room, catalog, stream, asked, desk };
  };

  const list = async ({ room }: Set, lang = 'en'): Promise<VitrineCatchUp> =>
    await mount<VitrineCatchUp>(
      html`<vitrine-catch-up .room=${room} lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}></vitrine-catch-up>`,
    );
  const chip = async ({ room }: Set, isBrief = false, around?: HTMLElement): Promise<VitrineCatchUpChip> =>
    await mount<VitrineCatchUpChip>(
      html`<vitrine-catch-up-chip offer ?brief=${isBrief} .room=${room}></vitrine-catch-up-chip>`,
      around,
    );
  // What is not shown loses the focus when the page is drawn.
  const drawn = (): Promise<unknown> =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const find = (element: VitrineCatchUp | VitrineCatchUpChip, selector: string): HTMLElement | null =>
    element.renderRoot.querySelector<HTMLElement>(selector);
  const textOf = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const rows = (element: VitrineCatchUp): HTMLElement[] => [
    ...element.renderRoot.querySelectorAll<HTMLElement>('[part=entry]'),
  ];
  const untilRows = (element: VitrineCatchUp, count: number): Promise<void> =>
    until(() => rows(element).length === count && find(element, '[aria-busy]') === null, 'It is not listed.');
  const press = (element: VitrineCatchUp, row: number): void =>
    rows(element)[row]?.querySelector<HTMLElement>('[part=watch]')?.click();

  it('lists each product once with its moment and price, in the order of the show, and counts what was missed', async () => {
    const element = await list(await set());
    await untilRows(element, 3);
    expect(rows(element).map((row) => textOf(row.querySelector('.when')))).to.deep.equal([
      '02:00 into the show Missed',
      '12:15 into the show Missed',
      '28:00 into the show',
    ]);
    expect(rows(element).map((row) => textOf(row.querySelector('.name')))).to.deep.equal([
      'Dancong',
      'Gaiwan',
      'Tea cake',
    ]);
    expect(textOf(rows(element)[0]?.querySelector('[part=price]') ?? null)).to.equal('€24.00');
    expect(textOf(find(element, '[part=count]'))).to.equal('3 products so far · 2 missed');
    expect(rows(element).map((row) => row.getAttribute('aria-current'))).to.deep.equal([null, null, 'true']);
    await expectAccessible(element);
  });

  it('shows a moment that the player still has, and a later one of the same product', async () => {
    const stage = await set();
    const element = await list(stage);
    await untilRows(element, 3);
    await until(() => find(element, '[part=watch][aria-label="Watch Dancong"]'), 'It cannot be watched.');
    press(element, 0);
    await until(() => stage.asked.includes('seek 2'), 'It is not shown.');
    const later = find(element, '[part=moment]');
    expect(textOf(later)).to.equal('Again at 20:00');
    later?.click();
    await until(() => stage.asked.includes('seek 20'), 'It is not shown.');
    expect(stage.room.store.state.catalog.open).to.equal(null);
  });

  it('leads to the next moment of a product whose first has gone', async () => {
    const stage = await set({ reach: { from: began + 10 * minute, to: began + 30 * minute, isBehind: false } });
    const element = await list(stage);
    await untilRows(element, 3);
    await until(
      () => textOf(rows(element)[0]?.querySelector('.when') ?? null).startsWith('20:00'),
      'It leads nowhere.',
    );
    expect(find(element, '[part=moment]') === null).to.equal(true);
    press(element, 0);
    await until(() => stage.asked.includes('seek 20'), 'It is not shown.');
  });

  it('opens the product whose moments have gone, and says so', async () => {
    const stage = await set({ reach: { from: began + 13 * minute, to: began + 30 * minute, isBehind: false } });
    const element = await list(stage);
    await untilRows(element, 3);
    const gone = (): HTMLElement | null => rows(element)[1]?.querySelector('.gone') ?? null;
    await until(() => textOf(gone()) === 'Not in the video any more', 'It does not say so.');
    expect(textOf(rows(element)[1]?.querySelector('.deed') ?? null)).to.equal('View');
    press(element, 1);
    await until(() => stage.room.store.state.catalog.open === 'b', 'It is not opened.');
    // Gone since it was drawn.
    stage.desk.reach = { from: began + 29 * minute, to: began + 31 * minute, isBehind: false };
    press(element, 2);
    await until(() => stage.room.store.state.catalog.open === 'c', 'It is not opened.');
    expect(stage.asked.filter((one) => one.startsWith('seek'))).to.deep.equal([]);
  });

  it('claims nothing of the video where no player tells what it can show', async () => {
    const stage = await set({ reach: null });
    const element = await list(stage);
    await untilRows(element, 3);
    expect(find(element, '.gone') === null).to.equal(true);
    press(element, 1);
    await until(() => stage.room.store.state.catalog.open === 'b', 'It is not opened.');
  });

  it('leads back to what is live while the viewer is behind, and keeps the focus', async () => {
    const stage = await set({ reach: { from: began, to: began + 30 * minute, isBehind: true } });
    const element = await list(stage);
    await until(() => find(element, '[part=live]'), 'There is no way back.');
    await untilRows(element, 3);
    await expectAccessible(element);
    stage.desk.reach = { from: began, to: began + 30 * minute, isBehind: false };
    find(element, '[part=live]')?.focus();
    find(element, '[part=live]')?.click();
    await until(() => find(element, '[part=live]') === null, 'It stays.');
    expect(stage.asked).to.include('live');
    expect(element.shadowRoot?.activeElement === find(element, '[part=count]')).to.equal(true);
  });

  it('has missed nothing of what this viewer has seen on camera since', async () => {
    const stage = await set();
    const element = await list(stage);
    await untilRows(element, 3);
    stage.room.playhead.publish({ programTime: began + 13 * minute, source: 'frame', rate: 1 });
    await until(() => textOf(find(element, '[part=count]')).endsWith('1 missed'), 'It still counts.');
    // What was shown before the viewer went back is still listed.
    expect(rows(element).length).to.equal(3);
  });

  it('waits for what was shown before', async () => {
    let go = (): void => undefined;
    const stage = await set({ past: [], gate: new Promise((resolve) => (go = resolve)) });
    const element = await list(stage);
    await until(() => find(element, '.skeleton'), 'It does not wait.');
    await expectAccessible(element);
    go();
    await until(() => textOf(find(element, '.blank')) === 'Nothing has been shown yet', 'It says nothing.');
    await expectAccessible(element);
  });

  it('says when that cannot be had, lists what is known, and asks again', async () => {
    const stage = await set({ failure: 'SERVER_ERROR' });
    const element = await list(stage);
    await until(() => find(element, '[part=notice]'), 'It says nothing.');
    expect(rows(element).length).to.equal(1);
    await expectAccessible(element);
    stage.desk.failure = null;
    find(element, '[part=notice] button')?.click();
    await untilRows(element, 3);
    expect(find(element, '[part=notice]') === null).to.equal(true);
  });

  it('keeps the focus when it asks again', async () => {
    for (const phase of ['live', 'replay'] as const) {
      const stage = await set({ failure: 'SERVER_ERROR' }, phase);
      const element = await list(stage);
      await until(() => find(element, '[part=notice]'), 'It says nothing.');
      stage.desk.failure = null;
      find(element, '[part=notice] button')?.focus();
      find(element, '[part=notice] button')?.click();
      await untilRows(element, 3);
      expect(find(element, '[part=notice]') === null).to.equal(true);
      await drawn();
      expect(document.activeElement === element, phase).to.equal(true);
    }
  });

  it('is the list of chapters of a recording', async () => {
    const stage = await set({}, 'replay');
    const element = await list(stage);
    await untilRows(element, 3);
    expect(find(element, '[part=count]') === null && find(element, '.tag') === null).to.equal(true);
    await expectAccessible(element);
  });

  describe('as a chip', () => {
    it('names the chapters of a recording', async () => {
      const element = await chip(await set({}, 'replay'));
      await until(() => textOf(find(element, '[part=chip]')) === 'Chapters', 'It is a sign without a word.');
      expect(find(element, '.main')?.hasAttribute('aria-label')).to.equal(false);
    });

    const words = (element: VitrineCatchUpChip): string => textOf(find(element, '[part=chip]'));

    it('offers what was missed, until it is dismissed, and stays as a way in', async () => {
      const stage = await set();
      const element = await chip(stage);
      await until(() => words(element) === 'Catch me up', `It says "${words(element)}".`);
      await expectAccessible(element, ['color-contrast']);
      find(element, '.dismiss')?.focus();
      find(element, '.dismiss')?.click();
      await until(() => words(element) === '', 'It stays.');
      const way = find(element, '.main');
      expect(way?.getAttribute('aria-label')).to.equal('So\u00a0far');
      expect(element.shadowRoot?.activeElement === way).to.equal(true);
      // Another one of the same show does not ask once more.
      const other = await chip(stage);
      await other.updateComplete;
      expect(words(other)).to.equal('');
    });

    it('tells when it is pressed', async () => {
      const element = await chip(await set());
      await until(() => words(element) === 'Catch me up', 'It offers nothing.');
      let opened = 0;
      element.addEventListener('vitrine-catch-up-open', () => opened++);
      find(element, '.main')?.click();
      await until(() => words(element) === '', 'It stays.');
      expect(opened).to.equal(1);
    });

    it('offers nothing where nothing was missed', async () => {
      // Only what is on camera now was shown, twice.
      const stage = await set({ past: [pin('c', 20), pin('c', 28)] });
      const element = await chip(stage);
      const { store } = stage.room;
      await until(() => store.state.catalog.shown.some(({ at }) => at === began + 20 * minute), 'It is not told.');
      await element.updateComplete;
      expect(words(element)).to.equal('');
    });

    it('gives the focus to what is around it where it goes as a whole', async () => {
      const around = document.createElement('section');
      around.tabIndex = -1;
      const stage = await set();
      const element = await chip(stage, true, around);
      await until(() => words(element) === 'Catch me up', 'It offers nothing.');
      find(element, '.dismiss')?.focus();
      find(element, '.dismiss')?.click();
      await until(() => getComputedStyle(element).display === 'none', 'It stays.');
      await drawn();
      expect(document.activeElement === around).to.equal(true);
      stage.desk.reach = { from: began, to: began + 30 * minute, isBehind: true };
      await until(() => words(element) === 'Back to live', 'There is no way back.');
      stage.desk.reach = { from: began, to: began + 30 * minute, isBehind: false };
      find(element, '.main')?.focus();
      find(element, '.main')?.click();
      await until(() => getComputedStyle(element).display === 'none', 'It stays.');
      await drawn();
      expect(document.activeElement === around).to.equal(true);
    });

    it('stays while it has the focus when what it said is over', async () => {
      const stage = await set({ past: [], reach: { from: began, to: began + 30 * minute, isBehind: true } });
      const element = await chip(stage, true);
      await until(() => words(element) === 'Back to live', 'There is no way back.');
      find(element, '.main')?.focus();
      stage.desk.reach = { from: began, to: began + 30 * minute, isBehind: false };
      await until(() => words(element) === '', 'It still leads back.');
      await drawn();
      expect(document.activeElement === element).to.equal(true);
      expect(find(element, '.main')?.getAttribute('aria-label')).to.equal('So\u00a0far');
      find(element, '.main')?.blur();
      await until(() => getComputedStyle(element).display === 'none', 'It stays.');
    });

    it('keeps the focus where nothing around it takes that', async () => {
      const element = await chip(await set(), true);
      await until(() => words(element) === 'Catch me up', 'It offers nothing.');
      find(element, '.dismiss')?.focus();
      find(element, '.dismiss')?.click();
      await until(() => words(element) === '', 'It stays.');
      await drawn();
      expect(element.shadowRoot?.activeElement === find(element, '.main')).to.equal(true);
    });

    it('leads back to what is live, and is nothing beside a tab else', async () => {
      const stage = await set({ past: [] });
      const element = await chip(stage, true);
      await until(() => getComputedStyle(element).display === 'none', 'It is there.');
      stage.desk.reach = { from: began, to: began + 30 * minute, isBehind: true };
      await until(() => words(element) === 'Back to live', 'There is no way back.');
      stage.desk.reach = { from: began, to: began + 30 * minute, isBehind: false };
      find(element, '.main')?.click();
      await until(() => getComputedStyle(element).display === 'none', 'It stays.');
      expect(stage.asked).to.include('live');
    });
  });

  it('speaks Arabic, from right to left', async () => {
    const { registerLanguage } = await import('../shared/localize.js');
    const arabic = (await import('./catch-up.strings.ar.js')).default;
    registerLanguage('ar', async () => ({ default: { 'catch-up': arabic } }));
    const element = await list(await set(), 'ar');
    await until(() => textOf(find(element, '[part=count]')).includes('حتى الآن'), 'It speaks another language.');
    await untilRows(element, 3);
    await expectAccessible(element);
  });
});
