// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { Room } from '@vitrine/core';
import { html, render } from 'lit';
import { roomContext, RoomProvider, RoomRequest } from './room-context.js';
import { roomSourceChanged } from './room-source.js';
import { mount, testRoom, unmountAll } from './testing/index.js';
import { VitrineElement } from './vitrine-element.js';

class RoomSeeker extends VitrineElement {
  get found(): Room | null {
    return this.rooms.current;
  }
}
customElements.define('test-room-seeker', RoomSeeker);

describe('the room around an element', () => {
  let inner: Room;
  let outer: Room;

  beforeEach(async () => {
    inner = await testRoom();
    outer = await testRoom();
  });

  afterEach(() => {
    unmountAll();
    inner.close();
    outer.close();
  });

  /** A provider that listens for as long as the test runs. */
  function around(element: Element, room: Room | null): RoomProvider {
    const provider = new RoomProvider(element);
    provider.room = room;
    provider.provide(new AbortController().signal);
    return provider;
  }

  const nested = async (): Promise<{ outside: Element; inside: Element; seeker: RoomSeeker }> => {
    const outside = await mount<HTMLElement>(html`<div><p><test-room-seeker></test-room-seeker></p></div>`);
    const inside = outside.querySelector('p') as Element;
    return { outside, inside, seeker: outside.querySelector('test-room-seeker') as RoomSeeker };
  };

  it('is found although its provider comes later, and is the nearest one', async () => {
    const { outside, inside, seeker } = await nested();
    expect(seeker.found).to.equal(null);
    around(outside, outer);
    document.dispatchEvent(new Event(roomSourceChanged));
    expect(seeker.found?.id).to.equal(outer.id);
    expect(seeker.found === outer).to.equal(true);
    around(inside, inner);
    document.dispatchEvent(new Event(roomSourceChanged));
    expect(seeker.found === inner).to.equal(true);
  });

  it('is followed when the provider has another, and no more by those who have left', async () => {
    const { outside, seeker } = await nested();
    const provider = around(outside, outer);
    document.dispatchEvent(new Event(roomSourceChanged));
    provider.room = inner;
    expect(seeker.found === inner).to.equal(true);
    provider.room = null;
    expect(seeker.found).to.equal(null);
    seeker.remove();
    provider.room = outer;
    expect(seeker.found).to.equal(null);
    outside.append(seeker);
    expect(seeker.found === outer).to.equal(true);
  });

  it('is given by any provider that speaks the protocol', async () => {
    const container = document.createElement('div');
    container.addEventListener('context-request', (event) => {
      const { context, callback } = event as RoomRequest;
      if (context !== Symbol.for('vitrine-room')) return;
      event.stopPropagation();
      callback(outer);
    });
    const seeker = await mount<RoomSeeker>(html`<test-room-seeker></test-room-seeker>`, container);
    expect(seeker.found === outer).to.equal(true);
  });

  it('is told to any consumer that speaks the protocol, once or whenever it changes', () => {
    const element = document.createElement('div');
    const provider = around(element, outer);
    render(html`<b></b>`, element);
    const [child] = element.children;
    const heard: (Room | null)[] = [];
    let stop: (() => void) | undefined;
    child?.dispatchEvent(
      new RoomRequest(child, (room, unsubscribe) => {
        heard.push(room);
        stop = unsubscribe;
      }),
    );
    const once = Object.assign(new Event('context-request', { bubbles: true }), {
      context: roomContext,
      contextTarget: child,
      callback: (room: Room | null) => heard.push(room),
    });
    child?.dispatchEvent(once);
    provider.room = inner;
    stop?.();
    provider.room = null;
    expect(heard.map((room) => room === outer)).to.deep.equal([true, true, false]);
  });

  it('is not asked of a provider for anything else', () => {
    const element = document.createElement('div');
    around(element, outer);
    const child = element.appendChild(document.createElement('b'));
    let isAnswered = false;
    child.dispatchEvent(
      Object.assign(new Event('context-request', { bubbles: true }), {
        context: Symbol('another'),
        callback: () => (isAnswered = true),
      }),
    );
    expect(isAnswered).to.equal(false);
  });
});
