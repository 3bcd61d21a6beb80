// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { VitrineError, type StreamInfo } from '@vitrine/core';
import { expectAccessible, holdTime, mount, unmountAll, until } from '../shared/testing/index.js';
import { live, onAir, testShow, type TestPlayer, type TestShow } from './room.fixture.js';
import './index.js';
import type { VitrineRoom } from './room.js';

const inside = (room: VitrineRoom, selector: string): HTMLElement | null => room.renderRoot.querySelector(selector);
const pill = (room: VitrineRoom): string => inside(room, '[part=live-pill]')?.textContent?.trim() ?? '';
const status = (room: VitrineRoom): string => inside(room, '[part=status]')?.textContent ?? '';
const words = (room: VitrineRoom): string => inside(room, '.room')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const player = (room: VitrineRoom): TestPlayer => inside(room, 'vitrine-player') as TestPlayer;

async function stage(show: TestShow, width = 390, height = 844): Promise<VitrineRoom> {
  const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter} closable></vitrine-room>`);
  room.style.width = `${width}px`;
  room.style.height = `${height}px`;
  await until(() => room.connectedRoom?.store.state.stream.status !== 'loading', 'The room did not open.');
  await until(() => inside(room, `.frame.definite.${width < 560 ? 'stage' : 'theatre'}`), 'It has no size.');
  player(room).say({ phase: 'playing', hasPicture: true });
  await room.updateComplete;
  return room;
}

async function turnedTo(show: TestShow, room: VitrineRoom, change: Partial<StreamInfo>): Promise<void> {
  show.stream.push({ ...live, ...change });
  await until(
    () => room.connectedRoom?.store.state.stream.info?.phase === (change.phase ?? 'live'),
    'It did not turn.',
  );
  await room.updateComplete;
}

describe('states of a room', () => {
  afterEach(unmountAll);

  it('says LIVE while frames arrive, and never else', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => pill(room).startsWith('LIVE'), 'It is not live.');
    const time = holdTime();
    player(room).say({ phase: 'stalled', hasPicture: false });
    await time.passUntil(() => !inside(room, '.pill.live'), 'It says LIVE while it stalls.');
    time.release();
    player(room).say({ phase: 'playing', hasPicture: true });
    for (const phase of ['upcoming', 'paused', 'interrupted', 'ended', 'replay'] as const) {
      await turnedTo(show, room, { phase });
      expect(inside(room, '.pill.live') === null, phase).to.equal(true);
    }
    await turnedTo(show, room, {});
    await until(() => inside(room, '.pill.live'), 'It did not come back.');
  });

  it('does not say LIVE to who has gone back, and still how many watch', async () => {
    const room = await stage(onAir());
    await until(() => inside(room, '.pill.live [part=viewers]'), 'It is not live.');
    player(room).say({ isBehind: true });
    await until(() => pill(room).startsWith('Behind live'), 'It still says that it is live.');
    expect(inside(room, '.pill.live') === null).to.equal(true);
    expect(inside(room, '.pill [part=viewers]') !== null).to.equal(true);
    player(room).say({ isBehind: false });
    await until(() => pill(room).startsWith('LIVE'), 'It is not live again.');
  });

  it('lets hearts rise over a show alone, not over one that has ended or not begun', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => inside(room, 'vitrine-reaction-lane'), 'Nothing rises.');
    for (const phase of ['upcoming', 'ended'] as const) {
      await turnedTo(show, room, { phase });
      expect(inside(room, 'vitrine-reaction-lane') === null, phase).to.equal(true);
    }
    await turnedTo(show, room, {});
    await until(() => inside(room, 'vitrine-reaction-lane'), 'Nothing rises again.');
  });

  it('leaves the upper half of a phone to the host until the show begins, and says its title once', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'upcoming', startsAt: Date.now() + 90_000_000 });
    await until(() => inside(room, '.countdown'), 'There is no countdown.');
    await until(() => !inside(room, '.pin'), 'A product is on camera.');
    const { top, height } = inside(room, '.frame')!.getBoundingClientRect();
    expect(inside(room, '.state .big')!.getBoundingClientRect().top - top).to.be.at.least(height * 0.45);
    const foot = (): number => inside(room, '.state')!.getBoundingClientRect().bottom;
    const list = inside(room, 'vitrine-chat')!.shadowRoot!.querySelector('.list')!;
    await until(() => list.getBoundingClientRect().top >= foot(), 'The chat lies over it.');
    expect(inside(room, '.host')!.checkVisibility()).to.equal(false);
    room.style.width = '1280px';
    await until(() => inside(room, '.frame.theatre'), 'It is no theatre.');
    expect(inside(room, '.host')!.checkVisibility()).to.equal(false);
  });

  it('counts down to the start by the back end’s clock, and offers the calendar', async () => {
    // Before the room is made, which keeps the clock that it finds.
    const time = holdTime();
    const show = onAir();
    const room = await stage(show);
    // The back end's clock is an hour ahead of this device's.
    const now = Date.now();
    show.connections[0]!.roundTrip({ sent: now, received: now, remote: now + 3_600_000 });
    await turnedTo(show, room, { phase: 'upcoming', startsAt: now + 3_600_000 + 90_061_500 });
    await until(() => inside(room, '.countdown'), 'There is no countdown.');
    const cells = [...room.renderRoot.querySelectorAll('.cell b')].map((cell) => cell.textContent);
    expect(cells.slice(0, 3)).to.deep.equal(['01', '01', '01']);
    expect(pill(room)).to.equal('Starts soon');
    expect(words(room)).to.include('your time').and.include('Add to calendar');
    const before = cells[3];
    await time.pass(2000);
    await until(
      () => room.renderRoot.querySelectorAll('.cell b')[3]?.textContent !== before,
      'The clock stands still.',
    );
    time.release();
    await expectAccessible(room, ['color-contrast']);
    await turnedTo(show, room, {});
    await until(() => status(room) === 'The show is live', `It says "${status(room)}".`);
  });

  it('reminds of a show to come, beside the calendar, where the back end can', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'upcoming', startsAt: Date.now() + 90_000_000 });
    const press = (): HTMLElement | null | undefined =>
      inside(room, 'vitrine-reminder')?.shadowRoot?.querySelector<HTMLElement>('[part=button]:not([aria-busy])');
    await until(press, 'There is none that can be pressed.');
    const told: boolean[] = [];
    room.addEventListener('vitrine-reminder-changed', (event) => told.push((event as CustomEvent).detail.isSet));
    press()!.click();
    await until(() => press()?.getAttribute('aria-pressed') === 'true', 'It was not set.');
    expect(show.asked).to.deep.equal([`remind of ${room.connectedRoom!.id}`]);
    expect(told).to.deep.equal([true]);
    expect(words(room)).to.include('Add to calendar');
    await expectAccessible(room, ['color-contrast']);
    await turnedTo(show, room, {});
    await until(() => !inside(room, 'vitrine-reminder'), 'It stays.');
  });

  it('reminds of a show also where nobody knows yet when it begins', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'upcoming' });
    await until(
      () => inside(room, 'vitrine-reminder')?.shadowRoot?.querySelector('[part=button]:not([aria-busy])'),
      'There is none that can be pressed.',
    );
    expect(words(room)).not.to.include('Add to calendar');
  });

  it('says that a show could not be handed to the calendar, until it can', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'upcoming', startsAt: Date.now() + 90_000_000 });
    await until(() => inside(room, '.state .button'), 'There is no calendar.');
    const said = (): string => inside(room, '.state.upcoming > [role=status]')!.textContent!;
    const { createObjectURL } = URL;
    URL.createObjectURL = () => {
      throw new Error('Not here.');
    };
    try {
      inside(room, '.state .button')!.click();
      await until(() => said() === 'That did not work. Try again.', `It says "${said()}".`);
    } finally {
      URL.createObjectURL = createObjectURL;
    }
    const { click } = HTMLAnchorElement.prototype;
    let isHanded = false;
    HTMLAnchorElement.prototype.click = () => void (isHanded = true);
    try {
      inside(room, '.state .button')!.click();
      await until(() => isHanded && said() === '', 'It says so still.');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('plays the trailer of a show to come, and takes it away when the show begins', async () => {
    const show = onAir();
    const room = await stage(show);
    const trailer = 'https://video.example/trailer.m3u8';
    await turnedTo(show, room, { phase: 'upcoming', startsAt: Date.now() + 90_000_000, trailer });
    await until(() => inside(room, 'vitrine-trailer')?.shadowRoot?.querySelector('.film'), 'It does not play.');
    const button = inside(room, 'vitrine-trailer')!.shadowRoot!.querySelector('button')!;
    const { x, y, width, height } = button.getBoundingClientRect();
    const hit = room.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2);
    expect(hit?.localName, 'what lies over its button').to.equal('vitrine-trailer');
    await expectAccessible(room, ['color-contrast']);
    await turnedTo(show, room, { trailer });
    await until(() => !inside(room, 'vitrine-trailer'), 'It goes on behind the show.');
  });

  it('has the calendar alone where the back end reminds nobody', async () => {
    const show = onAir(['reminders']);
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'upcoming', startsAt: Date.now() + 90_000_000 });
    await until(() => inside(room, 'vitrine-reminder:defined'), 'It was not fetched.');
    await until(() => !inside(room, 'vitrine-reminder')!.checkVisibility(), 'There is a button that does nothing.');
    expect(inside(room, '.state .button')!.textContent).to.include('Add to calendar');
  });

  it('says for how long an interrupted show is expected back, and that it is back', async () => {
    const show = onAir();
    const room = await stage(show);
    const now = room.connectedRoom!.clock.now();
    await turnedTo(show, room, { phase: 'interrupted', graceUntil: now + 14.5 * 60_000 });
    await until(() => words(room).includes('Back within 15 minutes'), `It says: ${words(room)}`);
    expect(words(room)).to.include('Lin Yue').and.include('Chat stays open');
    expect(status(room)).to.equal('The show is paused');
    expect(inside(room, '.pin') !== null, 'the pinned card').to.equal(true);
    expect(inside(room, 'vitrine-chat')!.checkVisibility()).to.equal(true);
    await expectAccessible(room, ['color-contrast']);
    await turnedTo(show, room, { phase: 'interrupted', graceUntil: now - 1 });
    await until(() => words(room).includes('We will tell you when it is back'), 'The grace has no end.');
    await turnedTo(show, room, {});
    await until(() => status(room) === 'The show is back', `It says "${status(room)}".`);
  });

  it('says when the host takes a break', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'paused' });
    await until(() => words(room).includes('A short break'), `It says: ${words(room)}`);
    expect(pill(room)).to.equal('Paused');
  });

  it('waits two seconds before it says that it looks for the show', async () => {
    const time = holdTime();
    const show = onAir();
    const room = await stage(show);
    player(room).say({ phase: 'recovering', hasPicture: false, retryAt: Date.now() + 60_000 });
    await room.updateComplete;
    await time.pass(1900);
    expect(pill(room)).not.to.include('Reconnecting');
    await time.pass(1200);
    await until(() => words(room).includes('Finding the show again'), 'It says nothing.');
    expect(pill(room)).to.equal('Reconnecting');
    expect(words(room)).to.match(/Trying once more in 5\d s/);
    await expectAccessible(room, ['color-contrast']);
    inside(room, '.state button')!.click();
    expect(player(room).retries).to.equal(1);
  });

  it('keeps the products when the video will not play, and says how to go on', async () => {
    const show = onAir();
    const room = await stage(show);
    player(room).say({ phase: 'failed', hasPicture: false });
    await until(() => words(room).includes('The video will not play here'), 'It says nothing.');
    const list = inside(room, '.list vitrine-carousel')!;
    await until(() => list.shadowRoot!.textContent?.includes('Chaozhou porcelain gaiwan'), 'The products are gone.');
    expect((inside(room, 'a.way') as HTMLAnchorElement).target).to.equal('_blank');
    inside(room, 'button.way')!.click();
    expect(player(room).retries).to.equal(1);
    await expectAccessible(room, ['color-contrast']);
  });

  it('keeps the products when the show is over', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'ended' });
    await until(() => words(room).includes('The show has ended'), `It says: ${words(room)}`);
    expect(pill(room)).to.equal('Ended');
    expect(status(room)).to.equal('The show has ended');
    await until(
      () => inside(room, '.list vitrine-carousel')?.shadowRoot?.textContent?.includes('gaiwan'),
      'The products are gone.',
    );
    await expectAccessible(room, ['color-contrast']);
  });

  it('says that a recording is one', async () => {
    const show = onAir();
    const room = await stage(show);
    await turnedTo(show, room, { phase: 'replay' });
    expect(pill(room)).to.equal('Replay');
    expect(inside(room, '.list') === null).to.equal(true);
  });

  it('keeps a strip for the place in a recording, below all that lies over the picture', async () => {
    const show = onAir();
    const room = await stage(show);
    expect(player(room).getAttribute('controls')).to.equal('none');
    await turnedTo(show, room, { phase: 'replay' });
    expect(player(room).getAttribute('controls')).to.equal('slim');
    const below = (part: string): number =>
      inside(room, '.frame')!.getBoundingClientRect().bottom - inside(room, part)!.getBoundingClientRect().bottom;
    await until(() => below('.side') >= 44, 'There is no place for it.');
    for (const part of ['.tap', '.scrim.bottom']) expect(below(part), part).to.equal(44);
  });

  it('has the strip of a live show for who has left it, and who has tapped the rest away', async () => {
    const room = await stage(onAir());
    const strip = async (change: Partial<TestPlayer>): Promise<boolean> => {
      player(room).say(change);
      await room.updateComplete;
      return player(room).getAttribute('controls') === 'slim';
    };
    expect(await strip({}), 'live').to.equal(false);
    expect(await strip({ isBehind: true }), 'behind').to.equal(true);
    expect(await strip({ isBehind: false }), 'back').to.equal(false);
    expect(await strip({ phase: 'paused' }), 'paused').to.equal(true);
    expect(await strip({ phase: 'playing' }), 'going on').to.equal(false);
    inside(room, '.tap')!.dispatchEvent(new PointerEvent('pointerup', { button: 0 }));
    await until(() => player(room).getAttribute('controls') === 'slim', 'A tap does not bring it.');
    for (const one of [player(room), inside(room, '.frame')!])
      one.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    await room.updateComplete;
    expect(inside(room, '.frame.bare') === null, 'who uses the strip keeps it').to.equal(false);
    inside(room, '.head button')!.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    await until(() => !inside(room, '.frame.bare'), 'What has the focus is out of sight.');
  });

  it('has the strip of a live show for who comes by keys and cannot tap', async () => {
    const room = await stage(onAir());
    inside(room, '.skip')!.focus();
    await until(() => player(room).getAttribute('controls') === 'slim', 'No way leads to pause.');
    expect(inside(room, '.frame.bare') === null).to.equal(true);
  });

  it('is products and chat where the back end has no stream', async () => {
    const room = await stage(onAir(['stream']));
    await until(() => inside(room, '.list vitrine-carousel'), 'There is no list.');
    expect(inside(room, '[part=live-pill]') === null).to.equal(true);
    await expectAccessible(room, ['color-contrast']);
  });

  it('works without chat: pinned card, hearts and bag remain', async () => {
    const show = onAir(['chat']);
    const room = await stage(show);
    await until(() => inside(room, '.dock .pin') && inside(room, '.dock .bag'), 'They are gone.');
    expect(inside(room, 'vitrine-chat')!.checkVisibility()).to.equal(false);
  });

  it('puts in the bag where nothing can be paid here, and says so on the button', async () => {
    const show = onAir(['checkout']);
    const room = await stage(show);
    await until(() => inside(room, '.pin .button'), 'There is no pinned card.');
    expect(inside(room, '.pin .button')!.textContent?.trim()).to.equal('Add');
    inside(room, '.pin .button')!.click();
    await until(() => show.asked.includes('set'), 'Nothing was added.');
  });

  it('buys what is on camera in one tap, or opens the choice it needs', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => inside(room, '.pin .button'), 'There is no pinned card.');
    inside(room, '.pin .button')!.click();
    await until(() => show.asked.includes('begin dancong-1'), 'Nothing was bought.');
    await room.connectedRoom!.request('checkout:cancel', {});
    show.catalog.push({ kind: 'pin', productId: 'jacket', at: 0 });
    await until(() => inside(room, '.pin:not(.leaving)')?.textContent?.includes('jacket'), 'The pin did not change.');
    inside(room, '.pin:not(.leaving) .button')!.click();
    await until(() => room.connectedRoom!.store.state.catalog.open === 'jacket', 'The sheet did not open.');
  });

  it('has no controls of the player under a veil, where nobody can use them', async () => {
    const show = onAir();
    const room = await stage(show, 1280, 800);
    const controls = document.createElement('div');
    controls.setAttribute('part', 'controls');
    player(room).attachShadow({ mode: 'open' }).append(controls);
    const isThere = (): boolean => getComputedStyle(controls).display !== 'none';
    expect(isThere()).to.equal(true);
    for (const phase of ['paused', 'interrupted', 'ended', 'upcoming'] as const) {
      await turnedTo(show, room, { phase });
      await until(() => inside(room, '.veil') && !isThere(), `They are there: ${phase}.`);
      await turnedTo(show, room, {});
      await until(isThere, 'They did not come back.');
    }
  });

  it('says the title of a show that is over, and that its goods are not', async () => {
    const show = onAir();
    const room = await stage(show, 1280, 800);
    await turnedTo(show, room, { phase: 'ended' });
    await until(() => inside(room, '.state .big')?.textContent === live.title, 'It has no title.');
    expect(inside(room, '.state')!.textContent).to.include('The show has ended').and.include('still here');
  });

  it('says of what is on camera that it is shown, and not while the show stands still', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => inside(room, '.pin .now'), 'It does not say so.');
    for (const phase of ['paused', 'interrupted'] as const) {
      await turnedTo(show, room, { phase });
      await until(() => !inside(room, '.pin .now'), `It says so: ${phase}.`);
      expect(inside(room, '.pin .name') !== null, 'the product stays').to.equal(true);
      await turnedTo(show, room, {});
      await until(() => inside(room, '.pin .now'), 'It does not say so again.');
    }
  });

  it('lets a page take the purchase over', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => inside(room, '.pin .button'), 'There is no pinned card.');
    const detail = new Promise((resolve) => {
      room.addEventListener('vitrine-checkout-begin', (event) => {
        event.preventDefault();
        resolve((event as CustomEvent).detail);
      });
    });
    inside(room, '.pin .button')!.click();
    expect(await detail).to.have.nested.property('buyNow.variantId', 'dancong-1');
    expect(show.asked).not.to.include('begin dancong-1');
  });

  it('keeps what is sold out in sight without a button that buys', async () => {
    const show = onAir();
    show.catalog.push({ kind: 'pin', productId: 'cake', at: 0 });
    const room = await stage(show);
    await until(() => inside(room, '.pin.gone'), 'It is not marked.');
    expect(inside(room, '.pin.gone')!.textContent).to.include('Sold out');
    expect(inside(room, '.pin.gone .primary') === null).to.equal(true);
  });

  it('swaps the pinned card: the old one is gone once it has faded', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => inside(room, '.pin'), 'There is no pinned card.');
    // It may be over before the next frame of a slow machine.
    const leaving: string[] = [];
    const watch = new MutationObserver(() => {
      const card = inside(room, '.pin.leaving');
      if (card) leaving.push(card.textContent ?? '');
    });
    watch.observe(room.renderRoot, { subtree: true, childList: true, attributes: true });
    show.catalog.push({ kind: 'pin', productId: 'gaiwan', at: 0 });
    await until(() => leaving.length > 0, 'The old card does not leave.');
    expect(leaving[0]).to.include('Dancong');
    await until(() => !inside(room, '.pin.leaving'), 'The old card stays.');
    watch.disconnect();
    expect(room.renderRoot.querySelectorAll('.pin')).to.have.length(1);
  });

  it('tells readers what is on camera, once, and not more often than every ten seconds', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => inside(room, '.pin'), 'There is no pinned card.');
    expect(status(room), 'what was there before').to.equal('');
    holdTime();
    show.catalog.push({ kind: 'pin', productId: 'gaiwan', at: 0 });
    await until(() => status(room).includes('Now showing: Chaozhou'), `It says "${status(room)}".`);
    show.catalog.push({ kind: 'pin', productId: 'cake', at: 0 });
    await until(() => inside(room, '.pin.gone'), 'The pin did not change.');
    expect(status(room)).to.include('Chaozhou');
  });

  it('shows a number of viewers that changes every five seconds at most', async () => {
    const time = holdTime();
    const show = onAir();
    const room = await stage(show);
    const shown = (): string => inside(room, '[part=viewers] .count')?.textContent ?? '';
    await until(() => shown() === '12.4K', `It shows ${shown()}.`);
    show.audience.push({ viewers: 15_000 });
    await until(() => room.connectedRoom!.store.state.presence.viewers === 15_000, 'Nobody came.');
    await room.updateComplete;
    await time.pass(4900);
    expect(shown()).to.equal('12.4K');
    await time.pass(100);
    await until(() => shown() === '15K', `It shows ${shown()}.`);
  });

  it('shows no number of viewers before one is known, and no 0 to one who watches', async () => {
    const show = onAir();
    const room = await stage(show);
    await until(() => pill(room).startsWith('LIVE'), 'It is not live.');
    await until(() => inside(room, '[part=viewers]'), 'It shows nobody.');
    const other = testShow();
    other.stream.push(live);
    other.audience.push({ viewers: 0 });
    const first = await stage(other);
    await until(() => pill(first).startsWith('LIVE'), 'It is not live.');
    expect(first.connectedRoom!.store.state.presence.viewers).to.equal(0);
    expect(pill(first)).to.equal('LIVE');
    other.audience.push({ viewers: 3 });
    await until(() => pill(first).includes('3'), 'It shows nobody.');
  });

  it('says that the connection is lost only when it stays so, and when it is back', async () => {
    const show = onAir();
    const room = await stage(show);
    await room.updateComplete;
    const [context] = show.connections;
    const time = holdTime();
    context!.setStatus('reconnecting', new VitrineError('NETWORK', 'Gone.'));
    await room.updateComplete;
    expect(inside(room, '.fact') === null, 'a chip at once').to.equal(true);
    await time.passUntil(() => inside(room, '.fact'), 'It says nothing.');
    expect(status(room)).to.equal('Connection lost. Trying again.');
    context!.setStatus('connected');
    await until(() => status(room) === 'Connected again', `It says "${status(room)}".`);
  });

  it('has all that in a theatre, too', async () => {
    const show = onAir();
    const room = await stage(show, 1120, 700);
    for (const change of [
      { phase: 'ended' },
      { phase: 'interrupted' },
      { phase: 'upcoming', startsAt: Date.now() + 60_000 },
    ] as const) {
      await turnedTo(show, room, change);
      await until(() => inside(room, '.veil .state'), `Nothing is said of ${change.phase}.`);
      expect(inside(room, '.rail') !== null, change.phase).to.equal(true);
      await expectAccessible(room, ['color-contrast']);
    }
    await turnedTo(show, room, {});
    player(room).say({ phase: 'failed', hasPicture: false });
    await until(() => words(room).includes('The video will not play here'), 'It says nothing.');
    await expectAccessible(room, ['color-contrast']);
  });
});
