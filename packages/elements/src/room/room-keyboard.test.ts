// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, mount, unmountAll, until } from '../shared/testing/index.js';
import { onAir, type TestPlayer, type TestShow } from './room.fixture.js';
import './index.js';
import type { VitrineRoom } from './room.js';

const inside = (room: VitrineRoom, selector: string): HTMLElement | null => room.renderRoot.querySelector(selector);

async function open(show: TestShow, width: number, height: number, layout: string): Promise<VitrineRoom> {
  const room = await mount<VitrineRoom>(html`<vitrine-room .adapter=${show.adapter} closable></vitrine-room>`);
  room.style.width = `${width}px`;
  room.style.height = `${height}px`;
  await until(
    () => inside(room, `.frame.definite.${layout}`) && room.connectedRoom?.store.state.catalog.pinned,
    'It did not open.',
  );
  (inside(room, 'vitrine-player') as TestPlayer).say({ phase: 'playing', hasPicture: true });
  await room.updateComplete;
  return room;
}

const stage = (show: TestShow): Promise<VitrineRoom> => open(show, 390, 844, 'stage');

function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

describe('keyboard and layers of a room', () => {
  afterEach(unmountAll);

  it('begins with a way past it, then the way out, then the sound', async () => {
    const room = await stage(onAir());
    const order = [...room.renderRoot.querySelectorAll<HTMLElement>('button, vitrine-chat')].filter((one) =>
      one.checkVisibility(),
    );
    expect(order.slice(0, 3).map((one) => one.textContent?.trim() || one.getAttribute('aria-label'))).to.deep.equal([
      'Skip the live show',
      'Close',
      'Unmute',
    ]);
    order[0]!.click();
    expect(room.shadowRoot!.activeElement?.className).to.equal('end');
  });

  it('mutes by M while the focus is inside, but not while somebody writes', async () => {
    const room = await stage(onAir());
    const player = inside(room, 'vitrine-player') as TestPlayer;
    press(inside(room, '.close')!, 'm');
    expect(player.muted).to.equal(false);
    press(inside(room, '.close')!, 'M', { ctrlKey: true });
    expect(player.muted).to.equal(false);
    const chat = inside(room, 'vitrine-chat')!;
    await until(() => chat.shadowRoot?.querySelector('textarea'), 'There is no composer.');
    press(chat.shadowRoot!.querySelector('textarea')!, 'm');
    expect(player.muted).to.equal(false);
    press(document.body, 'm');
    expect(player.muted).to.equal(false);
  });

  it('takes the whole room to full screen, not the video alone', async () => {
    const room = await stage(onAir());
    let calls = 0;
    room.requestFullscreen = async () => void calls++;
    press(inside(room, '.close')!, 'f');
    expect(calls).to.equal(1);
    const event = new CustomEvent('vitrine-player-fullscreen', { bubbles: true, composed: true, cancelable: true });
    inside(room, 'vitrine-player')!.dispatchEvent(event);
    expect(calls).to.equal(2);
    expect(event.defaultPrevented).to.equal(true);
  });

  it('leaves full screen to the player where only videos have it', async () => {
    const room = await stage(onAir());
    Object.defineProperty(room, 'requestFullscreen', { value: undefined });
    const event = new CustomEvent('vitrine-player-fullscreen', { bubbles: true, composed: true, cancelable: true });
    inside(room, 'vitrine-player')!.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  it('lets nothing behind a sheet be reached, and closes one layer at a time', async () => {
    const show = onAir([], 2);
    const room = await stage(show);
    const own = room.connectedRoom!;
    const { state } = own.store;
    expect(state.catalog.open).to.equal(null);
    inside(room, '.bag')!.click();
    await until(() => inside(room, '.tray[open]'), 'The tray did not open.');
    expect(inside(room, '.scene')!.inert).to.equal(true);
    expect(inside(room, '.side')!.inert).to.equal(true);
    await expectAccessible(room, ['color-contrast']);
    await own.request('product:open', { productId: 'gaiwan' });
    await own.request('cart:open', {});
    await until(() => inside(room, 'vitrine-product')!.inert && inside(room, '.tray')!.inert, 'They can be reached.');
    expect(inside(room, 'vitrine-cart')!.inert).to.equal(false);
    const top = (): EventTarget => inside(room, '.frame')!;
    expect(press(top(), 'Escape').defaultPrevented).to.equal(true);
    await until(() => !own.store.state.cart.open, 'The bag is open still.');
    expect(own.store.state.catalog.open).to.equal('gaiwan');
    await until(() => !inside(room, 'vitrine-product')!.inert, 'The product cannot be reached.');
    press(top(), 'Escape');
    await until(() => own.store.state.catalog.open === null, 'The product is open still.');
    await until(() => inside(room, '.tray[open]:not([inert])'), 'The tray has gone, too.');
    press(top(), 'Escape');
    await until(() => !inside(room, '.tray[open]'), 'The tray is open still.');
    await until(() => !inside(room, '.scene')!.inert, 'The room cannot be reached.');
    // With nothing to close the key is the page's.
    expect(press(top(), 'Escape').defaultPrevented).to.equal(false);
  });

  it('reaches the bag from the stage in two taps', async () => {
    const room = await stage(onAir([], 2));
    await until(() => inside(room, '.bag .badge')?.textContent === '2', 'The bag is empty.');
    inside(room, '.bag')!.click();
    await until(() => inside(room, '.tray[open] .bagfoot .primary'), 'There is no way to the bag.');
    inside(room, '.tray .bagfoot .primary')!.click();
    await until(() => room.connectedRoom!.store.state.cart.open, 'The bag did not open.');
    await expectAccessible(room, ['color-contrast']);
  });

  it('catches the focus when what opened a layer has gone', async () => {
    const room = await stage(onAir([], 2));
    await until(() => inside(room, '.bag .badge'), 'The bag is empty.');
    const { bus, store } = room.connectedRoom!;
    inside(room, '.bag')!.click();
    await until(() => inside(room, '.tray[open] .bagfoot .primary'), 'There is no way to the bag.');
    inside(room, '.tray .bagfoot .primary')!.focus();
    await bus.request('cart:open', {});
    await bus.request('cart:set', { variantId: 'gaiwan-1', quantity: 0 });
    await until(() => !inside(room, '.tray .bagfoot'), 'The way to the bag is there still.');
    await bus.request('cart:close', {});
    await until(() => document.activeElement === room, 'The focus fell out of the room.');
    press(inside(room, '.frame')!, 'Escape');
    await until(() => !inside(room, '.tray[open]') && store.state.catalog.open === null, 'The tray stays.');
  });

  it('leads back to the show once paying has begun', async () => {
    const room = await stage(onAir([], 2));
    inside(room, '.bag')!.click();
    await until(() => inside(room, '.tray[open]'), 'The tray did not open.');
    await room.connectedRoom!.request('checkout:begin', { mode: 'embed' });
    await until(() => !inside(room, '.tray[open]'), 'The tray waits under the checkout.');
    expect(inside(room, '.scene')!.inert).to.equal(true);
  });

  it('shows a product in the place of the panel in a theatre, with nothing shut off but that', async () => {
    const room = await open(onAir(), 1120, 700, 'theatre');
    await room.connectedRoom!.request('product:open', { productId: 'gaiwan' });
    await until(() => inside(room, '.side')!.inert, 'Chat can be reached under the product.');
    expect(inside(room, '.scene')!.inert).to.equal(false);
    expect(inside(room, '.rail')!.inert).to.equal(false);
    await expectAccessible(room, ['color-contrast']);
    press(inside(room, '.frame')!, 'Escape');
    await until(() => !inside(room, '.side')!.inert, 'The chat did not come back.');
  });

  it('turns between chat and products by arrows', async () => {
    const room = await open(onAir(), 1120, 700, 'theatre');
    const [chat, products] = room.renderRoot.querySelectorAll<HTMLElement>('[role=tab]');
    expect(chat!.getAttribute('aria-selected')).to.equal('true');
    chat!.focus();
    press(chat!, 'ArrowRight');
    await until(() => products!.getAttribute('aria-selected') === 'true', 'It did not turn.');
    expect(room.shadowRoot!.activeElement?.id).to.equal('tab-products');
    expect(inside(room, '#panel-chat')!.checkVisibility()).to.equal(false);
    await expectAccessible(room, ['color-contrast']);
  });

  it('clears the picture by a tap, and brings everything back by the next, or by the keyboard', async () => {
    const room = await stage(onAir());
    const tap = (): boolean =>
      inside(room, '.tap')!.dispatchEvent(new PointerEvent('pointerup', { button: 0, bubbles: true }));
    tap();
    await until(() => inside(room, '.frame.bare'), 'It is not bare.');
    expect(getComputedStyle(inside(room, '.close')!).opacity).to.equal('1');
    // (It may still be rising.)
    await until(() => getComputedStyle(inside(room, '.pin')!).opacity === '1', 'The product on camera has gone, too.');
    tap();
    await until(() => !inside(room, '.frame.bare'), 'It stays bare.');
    tap();
    await until(() => inside(room, '.frame.bare'), 'It is not bare.');
    inside(room, '.close')!.focus();
    await until(() => !inside(room, '.frame.bare'), 'The keyboard finds nothing.');
  });

  it('sends a heart by two taps, and leaves the chrome alone', async () => {
    const show = onAir();
    const room = await stage(show);
    const tap = (): boolean =>
      inside(room, '.tap')!.dispatchEvent(new PointerEvent('pointerup', { button: 0, bubbles: true }));
    tap();
    tap();
    await until(() => show.asked.includes('react 1'), 'No heart was sent.');
    expect(inside(room, '.frame.bare') === null).to.equal(true);
  });

  it('closes when the page lets it', async () => {
    const room = await stage(onAir());
    room.addEventListener('vitrine-room-close', (event) => event.preventDefault(), { once: true });
    inside(room, '.close')!.click();
    expect(room.hidden).to.equal(false);
    inside(room, '.close')!.click();
    expect(room.hidden).to.equal(true);
    room.hidden = false;
    room.closable = false;
    await room.updateComplete;
    expect(inside(room, '.close') === null).to.equal(true);
  });

  it('takes what the page puts into its slots in place of its own', async () => {
    const show = onAir();
    const room = await mount<VitrineRoom>(
      html`<vitrine-room .adapter=${show.adapter}>
        <p slot="chat">Our own chat</p>
        <ul slot="products"><li>Our own list</li></ul>
        <button slot="actions">Ask us</button>
        <p slot="interactions">A poll</p>
      </vitrine-room>`,
    );
    room.style.width = '390px';
    room.style.height = '844px';
    (inside(room, 'vitrine-player') as TestPlayer).say({ phase: 'playing', hasPicture: true });
    await until(() => inside(room, '.frame.definite.stage .pin'), 'It did not open.');
    expect(inside(room, 'vitrine-chat') === null, 'a chat that nobody sees').to.equal(true);
    for (const slot of ['chat', 'actions', 'interactions']) {
      expect(room.querySelector(`[slot=${slot}]`)!.getClientRects().length, slot).to.be.greaterThan(0);
    }
    inside(room, '.bag')!.click();
    await until(() => room.querySelector('[slot=products]')!.getClientRects().length > 0, 'The list is not shown.');
  });
});
