// SPDX-License-Identifier: MIT
// What people, shops and back ends write, in every element that shows it: it is read and never run, and no part of it
// becomes a part of the page.
import { safeUrl, type ChatMessage, type Product, type Room, type Sticker } from '@vitrine/core';
import type { Translation } from '@vitrine/core/translate';
import { expect } from 'chai';
import { html } from 'lit';
import { hostile, hostileClasses } from '../../core/src/testing/hostile.fixture.js';
import './room/room.fixture.js';
import './carousel/index.js';
import './cart/index.js';
import './chat/index.js';
import './console/index.js';
import './interactions/question/desk/index.js';
import './interactions/question/index.js';
import './moderation/index.js';
import './product/index.js';
import './room/index.js';
import { chatElement, frames, rowsOf } from './chat/testing/chat-element.js';
import { english } from './chat/rows/row-menu.strings.js';
import { Translations } from './chat/rows/translations.js';
import { chatRoom } from './chat/testing/chat-room.js';
import { HostDesk, openDesk } from './console/console.fixture.js';
import { testBoard } from './interactions/testing/board.js';
import { live, product as tin, testShow, type TestPlayer } from './room/room.fixture.js';
import { expectSameParts, layBait, partsOf, type Parts } from './shared/testing/inert.js';
import { mount, testRoom, unmountAll, until } from './shared/testing/index.js';
import { fakeCatalog, FakeCart, line, openShop, product } from './shared/testing/shop.fixture.js';

const longestName = 64;
const named = (text: string): string => text.slice(0, longestName);
/** A picture's address; what would only be asked of this page's own server is left out, lest it be. */
const addresses = hostile.filter((text) => !/^https?:/.test(safeUrl(text, 'image') ?? ''));
const avatarOf = (index: number): string => addresses[index % addresses.length] ?? '';
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

/** A turn of the page's work, without waiting for a frame. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
async function soon(condition: () => unknown, message: string): Promise<void> {
  for (let turns = 0; turns < 20; turns++) {
    if (condition()) return;
    await turn();
  }
  await until(condition, message);
}

const partsWith = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('.text') ?? [])].map(({ textContent }) => textContent);

describe('what people write', () => {
  let bait: ReturnType<typeof layBait>;
  const rooms: Room[] = [];
  const keep = <R extends { readonly room: Room }>(made: R): R => {
    rooms.push(made.room);
    return made;
  };

  before(() => {
    expect(new Set(hostile).size).to.be.at.least(200).and.to.equal(hostile.length);
    expect(addresses.length).to.be.at.least(50);
  });
  beforeEach(() => (bait = layBait()));
  afterEach(async () => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
    // What a picture or a frame does when it fails comes later.
    await frames(3);
    expect(bait.taken).to.deep.equal([]);
    bait.stop();
    expect(({} as Record<string, unknown>)['role']).to.equal(undefined);
  });

  for (const [variant, most] of [
    ['panel', 50],
    ['overlay', 25],
  ] as const) {
    it(`is words in the rows of the chat as ${variant}, as text, name, picture, answer and order`, async () => {
      const rowsWith = async (texts: readonly string[], from = 0): Promise<Element> => {
        const talk = keep(await chatRoom());
        const messages = texts.map((text, index): { kind: 'message'; message: ChatMessage } => ({
          kind: 'message',
          message: {
            id: text,
            cid: text,
            author: {
              id: `by ${text}`,
              name: text,
              role: (['viewer', 'host', 'moderator', 'constructor' as never] as const)[index % 4] ?? 'viewer',
              avatar: text === 'fine' ? pixel : avatarOf(from + index),
            },
            text,
            sentAt: 1,
            replyTo: { id: text, name: text },
            ...(index % 5 === 4 && { kind: 'order' }),
          },
        }));
        talk.push(...messages);
        const chat = await chatElement(talk, variant);
        await until(() => rowsOf(chat).length === texts.length, 'Not every row is there.');
        for (const [index, row] of rowsOf(chat).entries()) {
          const text = texts[index] ?? '';
          if (index % 5 === 4) {
            const words = [...row.querySelectorAll('bdi')].map(({ textContent }) => textContent);
            expect(words).to.deep.equal([named(text), text]);
            continue;
          }
          expect(row.querySelector('.text')?.textContent).to.equal(text);
          expect(row.querySelector('.name')?.textContent).to.equal(named(text));
          expect(row.querySelector('.context bdi')?.textContent).to.equal(text);
        }
        return chat;
      };
      const fine = Array.from({ length: 10 }, (_, index) => (index === 0 ? 'fine' : `fine ${index}`));
      const known = partsOf(await rowsWith(fine));
      // (None of the addresses is a picture's.)
      const parts: Parts = { ...known, elements: new Set([...known.elements, 'img']) };
      for (let from = 0; from < hostile.length; from += most) {
        expectSameParts(await rowsWith(hostile.slice(from, from + most), from), parts);
        unmountAll();
      }
    });
  }

  describe('as a translation', () => {
    const translated = async (texts: readonly string[]): Promise<Element> => {
      const message = async ({ id }: { readonly id: string }): Promise<Translation> => ({ text: id, from: id });
      const talk = keep(await chatRoom({ ports: { translate: { message } } }));
      const author = { id: 'jun', name: 'Jun', role: 'viewer' } as const;
      talk.push(
        ...texts.map((id) => ({ kind: 'message', message: { id, author, text: 'what is said', sentAt: 1 } }) as const),
      );
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === texts.length, 'Not every row is there.');
      for (const row of rowsOf(chat)) {
        row.click();
        await soon(() => row.querySelector('[data-do=translate]'), 'The row never opened.');
        row.querySelector<HTMLElement>('[data-do=translate]')?.click();
        await soon(() => row.querySelector('.translation'), 'The row never closed.');
      }
      await until(() => rowsOf(chat).every((row) => row.querySelector('.turn')), 'Not everything is translated.');
      // (One of them is a language, and says so where it has a name: NaN.)
      for (const row of rowsOf(chat))
        expect(row.querySelector('.translation span')?.textContent).to.match(/^Translated( from Min Nan Chinese)?$/);
      expect(partsWith(chat)).to.deep.equal(texts);
      return chat;
    };
    it('is words and no language in what takes the place of words, all of them', async () => {
      const { room } = keep(await chatRoom());
      const drawn = async (text: string): Promise<HTMLElement> => {
        const message: ChatMessage = {
          id: text,
          author: { id: 'jun', name: 'Jun', role: 'viewer' },
          text: '·',
          sentAt: 1,
        };
        const list = { shown: [{ message }], rows: [], isAway: false };
        const answer = async (): Promise<Translation> => ({ text });
        const link = {
          room: () => room,
          list,
          ask: answer,
          announce: () => undefined,
          refresh: () => undefined,
          lift: { hold: async () => undefined },
          words: () => english,
          retry: () => '',
        };
        const translations = new Translations({ locale: 'en' } as never, link as never);
        await translations.ask(message);
        return await mount(html`<div>${translations.template(message)}</div>`);
      };
      const parts = partsOf(await drawn('what is fine'));
      for (const text of hostile) {
        const element = await drawn(text);
        expect(element.querySelector('.text')?.textContent).to.equal(text);
        expectSameParts(element, parts);
        unmountAll();
      }
    });
    // (Some of each class the whole way: a row is opened for each, and all are laid out anew.)
    const some = Object.values(hostileClasses).flatMap((texts) => texts.slice(0, 3));
    it('is words, and no language, in rows', async () => {
      const parts = partsOf(await translated(['what is fine', 'fine, too']));
      for (let from = 0; from < some.length; from += 12) {
        unmountAll();
        expectSameParts(await translated(some.slice(from, from + 12)), parts);
      }
    });
  });

  it('is words on stickers, in rows and to choose from', async () => {
    const show = async (texts: readonly string[], from = 0): Promise<Element[]> => {
      const stickers = texts.map((text, index): Sticker => ({
        id: text,
        url: text === 'fine' ? pixel : avatarOf(from + index),
        label: text,
      }));
      const talk = keep(await chatRoom({ stickers }));
      for (const sticker of stickers) talk.say('Hana', sticker.label, { id: sticker.id, sticker });
      const chat = await chatElement(talk);
      await until(() => rowsOf(chat).length === texts.length, 'Not every row is there.');
      expect(partsWith(chat)).to.deep.equal(texts);
      await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
      chat.shadowRoot?.querySelector<HTMLElement>('.emoji')?.click();
      const offered = (): Element[] => [
        ...(chat.shadowRoot?.querySelector('vitrine-emoji-picker')?.shadowRoot?.querySelectorAll('.sticker') ?? []),
      ];
      // (Those without words are not offered.)
      const labels = texts.map((text) => text.trim().slice(0, 80)).filter((text) => text !== '');
      await until(() => offered().length === labels.length, 'Not every sticker is offered.');
      expect(offered().map(({ textContent }) => textContent?.trim())).to.deep.equal(labels.map((text) => text.trim()));
      return [chat];
    };
    // (One with a picture, one without.)
    const known = partsOf(...(await show(['fine', 'fine, too'])));
    for (let from = 0; from < hostile.length; from += 50) {
      unmountAll();
      for (const element of await show(hostile.slice(from, from + 50), from)) expectSameParts(element, known);
    }
  });

  for (const [what, role] of [
    ['questions', 'viewer'],
    ["the host's desk of questions", 'host'],
  ] as const) {
    it(`is words in ${what}, and counts for nothing`, async () => {
      const show = async (texts: readonly string[]): Promise<Element> => {
        const board = keep(await testBoard(role));
        const element = await mount<HTMLElement>(
          role === 'host'
            ? html`<vitrine-question-desk .room=${board.room}></vitrine-question-desk>`
            : html`<vitrine-question .room=${board.room}></vitrine-question>`,
        );
        board.open();
        for (const text of texts) board.ask(text, text, { author: { id: text, name: text } });
        await until(() => partsWith(element).length === texts.length, 'Not every question is there.');
        expect(partsWith(element)).to.have.members(texts);
        const names = [...(element.shadowRoot?.querySelectorAll('.by bdi') ?? [])].map(
          ({ textContent }) => textContent,
        );
        expect(names).to.have.members(texts.map(named));
        const counts = [...(element.shadowRoot?.querySelectorAll('.row .numbers') ?? [])];
        for (const { textContent } of counts) expect(textContent?.trim()).to.match(/^(?:0|0 votes|\d+:\d\d)?$/);
        return element;
      };
      const parts = partsOf(await show(['fine', 'fine, too']));
      expectSameParts(await show(hostile), parts);
    });
  }

  it('is words in the queue of a moderator', async () => {
    const show = async (texts: readonly string[]): Promise<Element> => {
      const held = texts.map((text): ChatMessage => ({
        id: text,
        author: { id: text, name: text, role: 'viewer', avatar: text },
        text,
        sentAt: 1,
        replyTo: { id: text, name: text },
      }));
      const room = await testRoom({
        moderation: { held: async () => held, decide: async () => true, restrict: async () => undefined },
      });
      rooms.push(room);
      const element = await mount<HTMLElement>(html`<vitrine-moderation .room=${room}></vitrine-moderation>`);
      await until(() => partsWith(element).length === texts.length, 'Not everything that waits is there.');
      expect(partsWith(element)).to.deep.equal(texts);
      return element;
    };
    const parts = partsOf(await show(['fine', 'fine, too']));
    expectSameParts(await show(hostile), parts);
  });

  /** A product of which everything that can be is called something: the texts, one after the other, or all the one. */
  const good = (id: string, texts: readonly string[], number: number): Product => {
    const [title = '', subtitle = title, description = title, name = title, value = title] = texts;
    const picture = title === 'fine' ? pixel : avatarOf(number);
    return product({
      id,
      number,
      title,
      subtitle,
      description,
      url: picture,
      images: [{ url: picture, alt: value }],
      details: [{ name, value }],
      options: [
        { id: title, name, display: 'swatches', values: [{ id: title, name: value, swatch: subtitle }] },
        { id: 'size', name: value, values: [{ id: title, name }] },
      ],
    });
  };
  const goods = (texts: readonly string[]): Product[] => texts.map((text, index) => good(text, [text], index + 1));
  /** So many of them at a time. */
  const groups = (size: number): string[][] =>
    Array.from({ length: Math.ceil(hostile.length / size) }, (_, index) =>
      hostile.slice(index * size, (index + 1) * size),
    );

  it('is words in the console of a host', async () => {
    class Desk extends HostDesk {
      override readonly catalog;
      constructor(texts: readonly string[]) {
        super();
        this.catalog = fakeCatalog(goods(texts));
      }
    }
    const show = async (texts: readonly string[]): Promise<Element> => {
      const desk = new Desk(texts);
      const { element } = keep(await openDesk(desk));
      const list = (): string[] =>
        [...(element.shadowRoot?.querySelectorAll('li[data-id] .name bdi') ?? [])].map(
          ({ textContent }) => textContent,
        );
      await until(() => list().length === texts.length, 'Not every product is there.');
      expect(list()).to.deep.equal(texts);
      // (It comes with what writes, a moment later.)
      await until(() => element.shadowRoot?.querySelector('form.announcement'), 'The field for announcements.');
      return element;
    };
    const known = partsOf(await show(['fine', 'fine, too']));
    unmountAll();
    expectSameParts(await show(hostile), known);
  });

  it('is words on the cards of the shop and in the bag', async () => {
    const show = async (pairs: readonly (readonly string[])[]): Promise<Element[]> => {
      const cart = new FakeCart(
        pairs.map(([title = '', subtitle = ''], index) =>
          line(title, 1, 100, { title, subtitle, image: avatarOf(index) }),
        ),
      );
      cart.coupons = pairs[0]?.slice(0, 1) ?? [];
      const all = pairs.map((pair, index) => good(pair[0] ?? '', pair, index + 1));
      const room = await openShop({ catalog: fakeCatalog(all), cart });
      rooms.push(room);
      const rail = await mount<HTMLElement>(html`<vitrine-carousel .room=${room}></vitrine-carousel>`);
      const bag = await mount<HTMLElement>(html`<vitrine-cart .room=${room}></vitrine-cart>`);
      const found = (element: Element, selector: string): Element[] => [
        ...(element.shadowRoot?.querySelectorAll(selector) ?? []),
      ];
      for (const [element, part, title] of [
        [rail, '[part~=card]', '.name'],
        [bag, '[part~=line]', '.title'],
      ] as const) {
        await until(() => found(element, part).length === pairs.length, 'Not everything is there.');
        for (const [index, row] of found(element, part).entries()) {
          expect(row.querySelector(title)?.textContent?.trim()).to.equal(pairs[index]?.[0]?.trim());
          if (element === bag) expect(row.textContent).to.include(pairs[index]?.[1] ?? '');
        }
      }
      return [rail, bag];
    };
    const parts = partsOf(
      ...(await show([
        ['fine', 'too'],
        ['fine, too', 'too'],
      ])),
    );
    for (const element of await show(groups(2))) expectSameParts(element, parts);
  });

  it('is words on a product’s own sheet, its options and its address among them', async () => {
    const five = groups(5);
    const all = [good('fine', ['fine'], 1), ...five.map((texts, index) => good(`p${index}`, texts, index + 2))];
    const room = await openShop({ catalog: fakeCatalog(all), cart: new FakeCart() });
    rooms.push(room);
    const sheet = await mount<HTMLElement>(html`<vitrine-product product="fine" .room=${room}></vitrine-product>`);
    const title = (): string | undefined => sheet.shadowRoot?.querySelector('h2')?.textContent?.trim();
    await until(() => title() === 'fine', 'There is no product.');
    const parts = partsOf(sheet);
    for (const [index, texts] of five.entries()) {
      sheet.setAttribute('product', `p${index}`);
      await soon(() => title() === texts[0]?.trim(), `The title is not ${JSON.stringify(texts[0])}.`);
      for (const text of texts) expect(sheet.shadowRoot?.textContent).to.include(text.trim());
      expectSameParts(sheet, parts);
    }
  });

  it('is words on the pinned card and in the head of the room', async () => {
    // (It is heavy to draw: nine at a time.)
    const nine = groups(9);
    const show = testShow();
    show.stream.push({ ...live, title: 'fine', host: { ...live.host, name: 'fine', brand: 'fine' } });
    show.catalog.push({
      kind: 'products',
      products: [['fine'], ...nine].map((texts, index) => tin(`p${index}`, texts.join(' '))),
    });
    show.catalog.push({ kind: 'pins', pinned: 'p0', at: 0 });
    const element = await mount<HTMLElement>(
      html`<vitrine-room .adapter=${show.adapter} style="inline-size: 390px; block-size: 800px"></vitrine-room>`,
    );
    const find = (selector: string): Element | null | undefined => element.shadowRoot?.querySelector(selector);
    await until(() => find('vitrine-player'), 'There is no player.');
    (find('vitrine-player') as TestPlayer).say({ phase: 'playing', hasPicture: true });
    const pinned = (): string | null | undefined => find('[part=pin] .name')?.textContent;
    await until(() => pinned() === 'fine', 'There is no pinned card.');
    const parts = partsOf(element);
    const { avatar: _fine, ...host } = live.host;
    for (const [index, texts] of nine.entries()) {
      const [title = '', name = '', brand = ''] = [0, 3, 6].map((from) => texts.slice(from, from + 3).join(' '));
      show.catalog.push({ kind: 'pin', productId: `p${index + 1}`, at: 0 });
      show.stream.push({ ...live, title, host: { ...host, name, brand, avatar: avatarOf(index) } });
      await soon(
        () => pinned() === texts.join(' ') && find('h2')?.textContent === title,
        `It says ${JSON.stringify([pinned(), find('h2')?.textContent])} for ${JSON.stringify(texts)}.`,
      );
      for (const text of [name, brand]) expect(find('[part=host]')?.textContent).to.include(text);
      expectSameParts(element, parts);
    }
  });

  it('comes from every class there is', () => {
    for (const [name, texts] of Object.entries(hostileClasses)) expect(texts.length, name).to.be.at.least(14);
  });
});
