// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { VitrineError, type Adapter } from '@vitrine/core';
import { holdTime, mount, unmountAll, until } from '../shared/testing/index.js';
import { registerAdapter } from '../shared/adapters.js';
import { live, onAir, product, testShow, type TestPlayer, type TestShow } from './room.fixture.js';
import './index.js';
import '../carousel/index.js';
import type { VitrineRoom } from './room.js';

const inside = (room: VitrineRoom, selector: string): HTMLElement | null => room.renderRoot.querySelector(selector);
const words = (room: VitrineRoom): string => inside(room, '.room')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';

async function roomWith(show: TestShow, more: TemplateResult = html``): Promise<VitrineRoom> {
  const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter}>${more}</vitrine-room>`);
  await until(() => room.connectedRoom?.store.state.connection.status === 'connected', 'The room did not connect.');
  return room;
}

/** There is a picture, and so the shop comes too. */
const play = (room: VitrineRoom): void =>
  (inside(room, 'vitrine-player') as TestPlayer).say({ phase: 'playing', hasPicture: true });

/** Silences the one line that a failure writes, and gives what was written. */
function heard(): { readonly lines: string[]; stop(): void } {
  const { error } = console;
  const lines: string[] = [];
  console.error = (line: unknown) => void lines.push(String(line));
  return { lines, stop: () => (console.error = error) };
}

describe('vitrine-room', () => {
  let log: ReturnType<typeof heard>;
  beforeEach(() => (log = heard()));
  afterEach(() => {
    unmountAll();
    log.stop();
  });

  it('gives its room to the elements inside it', async () => {
    const show = onAir();
    const room = await roomWith(show, html`<div><vitrine-carousel></vitrine-carousel></div>`);
    const carousel = room.querySelector('vitrine-carousel')!;
    await until(() => carousel.shadowRoot?.textContent?.includes('Phoenix Dancong'), 'The carousel shows nothing.');
  });

  it('gives its room to elements that were upgraded before it', async () => {
    const holder = await mount<HTMLElement>(html`<vitrine-late></vitrine-late>`);
    const carousel = document.createElement('vitrine-carousel');
    holder.append(carousel);
    await carousel.updateComplete;
    // The same class under a tag that is defined only now: an element upgraded around one that looks for a room.
    class LateRoom extends (customElements.get('vitrine-room') as typeof VitrineRoom) {}
    customElements.define('vitrine-late', LateRoom);
    (holder as VitrineRoom).adapter = onAir().adapter;
    await until(() => carousel.shadowRoot?.textContent?.includes('Phoenix Dancong'), 'The carousel found no room.');
  });

  it('is found by its id from anywhere on the page, whichever comes first', async () => {
    const container = await mount<HTMLElement>(html`<div><vitrine-carousel room="show"></vitrine-carousel></div>`);
    const room = document.createElement('vitrine-room');
    room.id = 'show';
    room.layout = 'none';
    room.adapter = onAir().adapter;
    container.append(room);
    const carousel = container.querySelector('vitrine-carousel')!;
    await until(() => carousel.shadowRoot?.textContent?.includes('Phoenix Dancong'), 'The carousel found no room.');
    expect(inside(room, 'vitrine-player') === null).to.equal(true);
    expect(inside(room, '[role=status]') !== null).to.equal(true);
  });

  it('says that a part names a room that is not there', async () => {
    const time = holdTime();
    const named = await mount<HTMLElement>(html`<vitrine-chat room="nowhere"></vitrine-chat>`);
    await time.pass(3000);
    await until(() => log.lines.some((line) => line.includes('MISCONFIGURED (room)')), 'Nothing was said.');
    expect(log.lines.join()).to.include('nowhere');
    named.remove();
  });

  it('keeps two rooms of a page apart', async () => {
    const [first, second] = [onAir(), testShow()];
    second.stream.push({ ...live, title: 'Another show' });
    second.catalog.push({ kind: 'products', products: [product('cup', 'A cup')] });
    const box = await mount<HTMLElement>(
      html`<div><vitrine-room room="a" .adapter=${first.adapter}></vitrine-room><vitrine-room room="a" .adapter=${second.adapter}></vitrine-room></div>`,
    );
    const [one, two] = box.querySelectorAll('vitrine-room');
    await until(() => words(two!).includes('Another show'), 'The second room shows nothing.');
    expect(words(one!)).to.include('First picking');
    expect(words(two!)).not.to.include('First picking');
  });

  it('takes an open room of the page’s own, and leaves it open', async () => {
    const show = onAir();
    const first = await roomWith(show);
    const own = first.connectedRoom!;
    const second = await mount<VitrineRoom>(html`<vitrine-room .room=${own}></vitrine-room>`);
    await until(() => words(second).includes('First picking'), 'The room shows nothing.');
    second.remove();
    await until(() => second.connectedRoom === null, 'The element kept the room.');
    expect(own.signal.aborted).to.equal(false);
  });

  it('opens anew when its attributes change', async () => {
    const show = onAir();
    const room = await roomWith(show);
    const first = room.connectedRoom!;
    room.currency = 'JPY';
    await until(
      () => room.connectedRoom !== first && room.connectedRoom?.store.state.connection.status === 'connected',
      'It did not reopen.',
    );
    expect(first.signal.aborted).to.equal(true);
    expect(show.connections.at(-1)?.currency).to.equal('JPY');
  });

  it('stays open when it is moved in the document, and closes when it has left', async () => {
    const show = onAir();
    const room = await roomWith(show);
    const own = room.connectedRoom!;
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(room);
    await new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(room.connectedRoom === own).to.equal(true);
    expect(own.signal.aborted).to.equal(false);
    elsewhere.remove();
    await until(() => own.signal.aborted, 'The room stayed open.');
    expect(room.connectedRoom === null).to.equal(true);
  });

  it('keeps the same player whatever the layout', async () => {
    const room = await roomWith(onAir());
    const player = inside(room, 'vitrine-player');
    for (const width of ['390px', '1120px', '720px', '184px', '390px']) {
      room.style.width = width;
      await until(() => inside(room, '.frame')?.clientWidth === parseInt(width, 10), `It is not ${width} wide.`);
      await room.updateComplete;
      expect(inside(room, 'vitrine-player') === player, width).to.equal(true);
    }
  });

  it('tells every fact on itself, and lets none of them bubble', async () => {
    const show = onAir();
    const bubbled: string[] = [];
    const told: unknown[] = [];
    const onBody = (event: Event): void => void bubbled.push(event.type);
    document.body.addEventListener('vitrine-chat-received', onBody);
    const room = await roomWith(show);
    room.addEventListener('vitrine-chat-received', (event) => told.push((event as CustomEvent).detail));
    show.chat.push({
      kind: 'message',
      message: { id: 'new', author: { id: 'a', name: 'Ida', role: 'viewer' }, text: 'hello', sentAt: 1 },
    });
    await until(() => told.length > 0, 'Nothing was told.');
    document.body.removeEventListener('vitrine-chat-received', onBody);
    expect(told[0]).to.have.nested.property('messages[0].text', 'hello');
    expect(bubbled).to.deep.equal([]);
  });

  it('uses an adapter by its name, even one that is registered later', async () => {
    const show = onAir();
    const room = await mount<VitrineRoom>(
      html`<vitrine-room room="tea" adapter="later" server="https://live.example" data-media-url="/media"></vitrine-room>`,
    );
    let options: unknown;
    registerAdapter('later', async (given) => {
      options = given;
      return show.adapter;
    });
    await until(() => room.connectedRoom?.store.state.connection.status === 'connected', 'It did not connect.');
    expect(options).to.deep.equal({ server: 'https://live.example', data: { mediaUrl: '/media' } });
    expect(room.connectedRoom?.id).to.equal('tea');
  });

  it('asks the page for a token, anew when the back end says so', async () => {
    const show = onAir();
    const asked: unknown[] = [];
    const room = await mount<VitrineRoom>(
      html`<vitrine-room
        .adapter=${show.adapter}
        .getToken=${async (options?: object) => (asked.push(options ?? null), 'signed')}
      ></vitrine-room>`,
    );
    await until(() => show.connections.length === 1, 'It did not connect.');
    expect(await show.connections[0]!.getToken({ refresh: true })).to.equal('signed');
    expect(asked).to.deep.equal([{ refresh: true }]);
    room.getToken = null;
    room.token = 'fixed';
    expect(await show.connections[0]!.getToken()).to.equal('fixed');
  });

  const failures: readonly [ConstructorParameters<typeof VitrineError>[0], RegExp][] = [
    ['ROOM_NOT_FOUND', /This show is not here/],
    ['TOKEN_EXPIRED', /session has run out/],
    ['FORBIDDEN', /session has run out/],
    ['VERSION_MISMATCH', /not set up/],
    ['UNKNOWN', /could not be opened/],
  ];
  for (const [code, sentence] of failures) {
    it(`says in words that the room cannot be had (${code}), and tries again`, async () => {
      const show = onAir();
      let isBroken = true;
      const adapter: Adapter = {
        name: 'broken',
        connect: (context) =>
          isBroken ? Promise.reject(new VitrineError(code, 'Server says <b>no</b>.')) : show.adapter.connect(context),
      };
      const room = await mount<VitrineRoom>(
        html`<vitrine-room .adapter=${adapter}><a href="/dancong">Phoenix Dancong</a></vitrine-room>`,
      );
      await until(() => sentence.test(words(room)), `It says: ${words(room)}`);
      expect(words(room)).not.to.include('Server says');
      const told = (): number => log.lines.filter((line) => line.includes(code)).length;
      await until(told, 'The developer is not told.');
      expect(told()).to.equal(1);
      expect(inside(room, '.side')!.checkVisibility(), 'chat and bag').to.equal(false);
      // What the page brought itself is there meanwhile.
      expect(room.querySelector('a')!.getClientRects().length).to.be.greaterThan(0);
      isBroken = false;
      inside(room, '.refusal button')!.click();
      await until(() => words(room).includes('First picking'), 'It did not come back.');
      expect(inside(room, '.refusal') === null).to.equal(true);
    });
  }

  it('says that the show cannot be reached, when the network fails from the start', async () => {
    const adapter: Adapter = {
      name: 'far',
      connect: () => Promise.reject(new VitrineError('NETWORK', 'No route.')),
    };
    const time = holdTime();
    const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${adapter}></vitrine-room>`);
    await until(() => room.connectedRoom?.store.state.connection.status === 'reconnecting', 'It does not try again.');
    await time.passUntil(() => /cannot be reached/.test(words(room)), 'It says nothing.');
    expect(inside(room, '.refusal button') !== null).to.equal(true);
  });

  it('says that it is not set up, without adapter and server, and recovers when one is set', async () => {
    const room = await mount<VitrineRoom>(html`<vitrine-room></vitrine-room>`);
    await until(() => /not set up/.test(words(room)), 'It says nothing.');
    expect(log.lines).to.have.length(1);
    expect(log.lines[0]).to.match(/^\[vitrine\] MISCONFIGURED \(adapter\): .+ Set server=/);
    room.adapter = onAir().adapter;
    await until(() => words(room).includes('First picking'), 'It did not recover.');
  });

  it('shows a back end’s text as text', async () => {
    const show = testShow();
    const evil = '<img src=x onerror="globalThis.hacked = true"><b>bold</b>';
    show.stream.push({ ...live, title: evil, host: { name: evil, brand: evil } });
    show.catalog.push({ kind: 'products', products: [product('evil', evil)] }, { kind: 'pins', pinned: 'evil', at: 0 });
    const room = await roomWith(show);
    room.style.width = '390px';
    play(room);
    await until(() => inside(room, '.pin'), 'There is no pinned card.');
    expect(inside(room, 'h2')?.textContent).to.equal(evil);
    expect(inside(room, '.pin .name')?.textContent).to.equal(evil);
    expect(inside(room, 'h2 b, h2 img, .pin .name img') === null).to.equal(true);
    expect(globalThis).not.to.have.property('hacked');
  });

  it('changes nothing outside itself', async () => {
    const head = document.head.innerHTML;
    const sheets = document.adoptedStyleSheets.length;
    const attributes = [...document.body.attributes, ...document.documentElement.attributes].map(
      ({ name, value }) => name + value,
    );
    const room = await roomWith(onAir());
    await room.updateComplete;
    expect(document.head.innerHTML).to.equal(head);
    expect(document.adoptedStyleSheets).to.have.length(sheets);
    const now = [...document.body.attributes, ...document.documentElement.attributes].map(
      ({ name, value }) => name + value,
    );
    expect(now).to.deep.equal(attributes);
    expect(document.activeElement?.localName).to.equal('body');
  });

  it('leaves nothing behind after a hundred mounts', async () => {
    const show = onAir();
    for (let turn = 0; turn < 100; turn++) {
      const room = document.createElement('vitrine-room');
      room.adapter = show.adapter;
      document.body.append(room);
      await room.updateComplete;
      room.remove();
    }
    expect(show.connections.length).to.be.greaterThan(90);
    await until(() => show.connections.every(({ signal }) => signal.aborted), 'A room stayed open.');
  });

  it('is told apart by parts and by states', async () => {
    const show = onAir();
    const room = await roomWith(show);
    room.style.width = '390px';
    await until(() => inside(room, '.frame.stage'), 'It is no stage.');
    const player = inside(room, 'vitrine-player') as TestPlayer;
    expect(inside(room, '[part=live-pill]')?.textContent).not.to.include('LIVE');
    play(room);
    await until(() => inside(room, '.pin'), 'There is no pinned card.');
    await until(() => inside(room, '[part=live-pill]')?.textContent?.includes('LIVE'), 'It is not live.');
    expect(inside(room, '.pill.live') !== null).to.equal(true);
    for (const part of ['stage', 'scrim', 'host', 'title', 'viewers', 'status', 'pin']) {
      expect(inside(room, `[part=${part}]`) !== null, part).to.equal(true);
    }
    const time = holdTime();
    player.say({ hasPicture: false, phase: 'loading' });
    await time.passUntil(
      () => !inside(room, '.pill.live'),
      'It says LIVE though there has been no picture for a while.',
    );
    expect(inside(room, '[part=live-pill]')?.textContent, 'the show was joined long ago').to.include('Reconnecting');
  });
});
