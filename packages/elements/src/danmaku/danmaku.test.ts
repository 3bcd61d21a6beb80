// SPDX-License-Identifier: MIT
import type { ChatEvent, ChatMessage, Room } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import { keepDanmaku, isDanmakuOffered } from '../shared/danmaku-choice.js';
import { expectAccessible, feed, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import type { VitrineDanmaku } from './index.js';
import './index.js';

interface Talk {
  readonly room: Room;
  push(...events: ChatEvent[]): void;
  say(text: string, more?: Partial<ChatMessage>): void;
}

describe('vitrine-danmaku', () => {
  const rooms: Room[] = [];
  let count = 0;

  const start = async (): Promise<Talk> => {
    const events = feed<ChatEvent>();
    const room = await testRoom({
      chat: { subscribe: events.subscribe },
      identity: { current: async () => ({ id: 'anna', name: 'Anna', role: 'viewer', isGuest: false }) },
    });
    rooms.push(room);
    const push = (...more: ChatEvent[]): void => events.push(...more);
    push({ kind: 'settings', settings: { mode: 'open', slowMode: 0, maximumLength: 200 } });
    await until(() => room.store.state.chat.status === 'ready');
    const say: Talk['say'] = (text, more = {}) => {
      const author = { id: 'jun', name: 'Jun', role: 'viewer' } as const;
      push({ kind: 'message', message: { id: `m${++count}`, author, text, sentAt: count, ...more } });
    };
    return { room, push, say };
  };

  /** Over a picture of a phone's size. */
  const over = async (
    { room }: Talk,
    { motion = 'auto', isFlying = true, direction = 'ltr', height = 300 } = {},
  ): Promise<VitrineDanmaku> => {
    const box = document.createElement('div');
    box.dir = direction;
    box.style.cssText = `position: relative; inline-size: 390px; block-size: ${height}px; background: #333`;
    const element = await mount<VitrineDanmaku>(
      html`<vitrine-danmaku .room=${room} motion=${motion} lang="en"></vitrine-danmaku>`,
      box,
    );
    if (isFlying) await until(() => isOn(element), 'Nothing would fly.');
    return element;
  };
  const isOn = (element: VitrineDanmaku): boolean => {
    // (Browsers before custom states, and Chrome before 125.)
    try {
      return element.matches(':state(flying)');
    } catch {
      return element.matches(':--flying');
    }
  };
  const rowsOf = ({ shadowRoot }: Element): HTMLElement[] => [
    ...(shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []),
  ];
  const textsOf = (element: Element): string[] => rowsOf(element).map((row) => row.textContent);
  const flying = ({ shadowRoot }: Element): Animation[] => shadowRoot?.getAnimations() ?? [];
  const frames = async (number = 10): Promise<void> => {
    for (let index = 0; index < number; index++) await new Promise((resolve) => requestAnimationFrame(resolve));
  };

  beforeEach(() => keepDanmaku({ isOn: true, share: 100, opacity: 100 }));

  afterEach(() => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
    localStorage.clear();
  });

  it('lets nobody fly whom the viewer has muted, and lands what flies of them', async () => {
    const talk = await start();
    const element = await over(talk);
    talk.say('from Jun');
    await until(() => textsOf(element).includes('from Jun'));
    await talk.room.request('muted:add', { id: 'jun', name: 'Jun' });
    await until(() => rowsOf(element).length === 0);
    talk.say('again from Jun');
    talk.say('from Hana', { author: { id: 'hana', name: 'Hana', role: 'viewer' } });
    await until(() => rowsOf(element).length > 0);
    expect(textsOf(element)).to.deep.equal(['from Hana']);
  });

  it('lets what is said now fly, and nothing of what was said before', async () => {
    const talk = await start();
    talk.say('before');
    await until(() => talk.room.store.state.chat.rows.length === 1);
    const element = await over(talk);
    talk.say('now');
    await until(() => rowsOf(element).length === 1);
    expect(textsOf(element)).to.deep.equal(['now']);
  });

  it('shows text as text', async () => {
    const talk = await start();
    const element = await over(talk);
    talk.say('<img src=x onerror="alert(1)">');
    await until(() => rowsOf(element).length === 1);
    expect(textsOf(element)).to.deep.equal(['<img src=x onerror="alert(1)">']);
    expect(rowsOf(element)[0]?.firstElementChild?.localName).to.equal('bdi');
  });

  for (const [direction, sign] of [
    ['ltr', 1],
    ['rtl', -1],
  ] as const) {
    it(`flies against the line of writing, by transform alone: ${direction}`, async () => {
      const talk = await start();
      const element = await over(talk, { direction });
      talk.say('a row');
      await until(() => flying(element).length === 1);
      const effect = flying(element)[0]?.effect as KeyframeEffect;
      const frame = effect.getKeyframes();
      const names = new Set(frame.flatMap((one) => Object.keys(one)));
      for (const known of ['offset', 'computedOffset', 'easing', 'composite']) names.delete(known);
      expect([...names]).to.deep.equal(['transform']);
      const across = frame.map((one) => parseFloat(String(one['transform']).replace('translate(', '')));
      expect(across[0]).to.equal(sign * 390);
      expect(across[1]).to.equal(sign * -(rowsOf(element)[0]?.offsetWidth ?? 0));
    });
  }

  it('marks the host and the viewer, and lets them fly first', async () => {
    const talk = await start();
    const element = await over(talk, { height: 66 });
    const host = { id: 'lin', name: 'Lin Yue', role: 'host' } as const;
    const anna = { id: 'anna', name: 'Anna', role: 'viewer' } as const;
    const message = (id: string, text: string, author: ChatMessage['author']): ChatEvent => ({
      kind: 'message',
      message: { id, author, text, sentAt: 0 },
    });
    const others = ['a', 'b', 'c', 'd'].map((id) => message(id, id, { id, name: id, role: 'viewer' }));
    talk.push(...others, message('h', 'hello', host), message('o', 'mine', anna));
    await until(() => rowsOf(element).length > 0);
    expect(rowsOf(element).map(({ className }) => className)).to.deep.equal(['row own', 'row staff']);
    expect(textsOf(element)).to.deep.equal(['mine', 'Host hello']);
  });

  it('leaves out what finds no lane, and never has more nodes than its pool', async () => {
    const talk = await start();
    const element = await over(talk, { height: 3000 });
    const messages = Array.from({ length: 200 }, (_, index): ChatEvent => {
      const id = `f${index}`;
      return { kind: 'message', message: { id, author: { id, name: id, role: 'host' }, text: id, sentAt: 0 } };
    });
    talk.push(...messages);
    await until(() => rowsOf(element).length > 0);
    expect(rowsOf(element)).to.have.length(48);
    const nodes = rowsOf(element);
    talk.push({ kind: 'retract', target: { kind: 'all' } });
    await until(() => rowsOf(element).length === 0);
    talk.say('once more');
    await until(() => rowsOf(element).length === 1);
    expect(nodes.includes(rowsOf(element)[0]!)).to.equal(true);
  });

  it('keeps rows of one lane apart while they fly', async () => {
    const talk = await start();
    const element = await over(talk, { height: 32 });
    for (let index = 0; index < 12; index++) {
      talk.say(`row ${index} ${'long '.repeat(index % 4)}`);
      await frames(6);
    }
    const boxes = rowsOf(element).map((row) => row.getBoundingClientRect());
    expect(boxes.length).to.be.greaterThan(0);
    boxes.sort((one, other) => one.left - other.left);
    for (const [index, box] of boxes.entries()) expect(box.left).to.be.at.least(boxes[index - 1]?.right ?? -Infinity);
  });

  it('lets go of a row that has come to its end', async () => {
    const talk = await start();
    const element = await over(talk);
    talk.say('a row');
    await until(() => flying(element).length === 1);
    flying(element)[0]?.finish();
    await until(() => rowsOf(element).length === 0);
  });

  it('takes what is retracted away at once, also while it flies', async () => {
    const talk = await start();
    const element = await over(talk);
    talk.say('stays');
    talk.say('goes', { id: 'gone' });
    talk.say('goes too', { author: { id: 'mallory', name: 'Mallory', role: 'viewer' } });
    await until(() => rowsOf(element).length === 3);
    talk.push({ kind: 'retract', target: { kind: 'message', id: 'gone' } });
    await until(() => talk.room.store.state.chat.rows.length === 2);
    expect(textsOf(element)).to.deep.equal(['stays', 'goes too']);
    talk.push({ kind: 'retract', target: { kind: 'author', id: 'mallory' } });
    await until(() => talk.room.store.state.chat.rows.length === 1);
    expect(textsOf(element)).to.deep.equal(['stays']);
    talk.push({ kind: 'retract', target: { kind: 'all' } });
    await until(() => talk.room.store.state.chat.rows.length === 0);
    expect(rowsOf(element)).to.have.length(0);
    expect(flying(element)).to.have.length(0);
  });

  it('is empty at another moment of a recording', async () => {
    const talk = await start();
    const element = await over(talk);
    talk.say('of that moment');
    await until(() => rowsOf(element).length === 1);
    talk.room.bus.emit('chat:moved', {});
    expect(rowsOf(element)).to.have.length(0);
  });

  it('uses the share of the height that the viewer chose, and their opacity', async () => {
    const talk = await start();
    keepDanmaku({ share: 25, opacity: 50 });
    const element = await over(talk, { height: 264 });
    for (let index = 0; index < 12; index++) talk.say(`row ${index}`);
    await until(() => rowsOf(element).length > 0);
    const top = element.getBoundingClientRect().top;
    const ends = rowsOf(element).map((row) => row.getBoundingClientRect().bottom - top);
    expect(Math.max(...ends)).to.be.at.most(66);
    const sky = element.shadowRoot?.querySelector('.sky') as HTMLElement;
    expect(getComputedStyle(sky).opacity).to.equal('0.5');
    keepDanmaku({ share: 100, opacity: 100 });
    await until(() => getComputedStyle(sky).opacity === '1');
    for (let index = 0; index < 12; index++) talk.say(`more ${index}`);
    await until(() => rowsOf(element).some((row) => row.getBoundingClientRect().bottom - top > 132));
  });

  describe('has nothing mounted and nothing running', () => {
    const expectNothing = async (element: VitrineDanmaku, talk: Talk): Promise<void> => {
      await until(() => !isOn(element) && rowsOf(element).length === 0);
      talk.say('to nobody');
      await frames();
      expect(rowsOf(element)).to.have.length(0);
      expect(flying(element)).to.have.length(0);
    };
    const withRow = async (): Promise<readonly [VitrineDanmaku, Talk]> => {
      const talk = await start();
      const element = await over(talk);
      talk.say('a row');
      await until(() => rowsOf(element).length === 1);
      return [element, talk];
    };

    it('while the viewer has not switched it on', async () => {
      const [element, talk] = await withRow();
      keepDanmaku({ isOn: false });
      await expectNothing(element, talk);
    });

    it('while it is off the screen', async () => {
      const [element, talk] = await withRow();
      element.parentElement!.style.marginBlockStart = '-5000px';
      await expectNothing(element, talk);
      element.parentElement!.style.marginBlockStart = '0';
      await until(() => isOn(element));
    });

    it('while the picture stands', async () => {
      const [element, talk] = await withRow();
      element.paused = true;
      await expectNothing(element, talk);
      element.paused = false;
      await until(() => isOn(element));
    });

    it('while the page is hidden', async () => {
      const [element, talk] = await withRow();
      let isHidden = true;
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        await expectNothing(element, talk);
        isHidden = false;
        document.dispatchEvent(new Event('visibilitychange'));
        await until(() => isOn(element));
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
    });

    it('where motion is not wanted', async () => {
      const [element, talk] = await withRow();
      element.motion = 'off';
      await expectNothing(element, talk);
    });

    it('once it has left the page', async () => {
      const [element, talk] = await withRow();
      const parent = element.parentElement as HTMLElement;
      element.remove();
      expect(rowsOf(element)).to.have.length(0);
      talk.say('to nobody');
      await frames();
      expect(rowsOf(element)).to.have.length(0);
      parent.append(element);
      await until(() => isOn(element));
    });
  });

  it('tells that a room has a place for it, for as long as it has', async () => {
    const talk = await start();
    keepDanmaku({ isOn: false });
    expect(isDanmakuOffered(talk.room)).to.equal(false);
    const element = await over(talk, { isFlying: false });
    await until(() => isDanmakuOffered(talk.room));
    element.remove();
    expect(isDanmakuOffered(talk.room)).to.equal(false);
  });

  it('is nothing to the pointer and to screen readers', async () => {
    const talk = await start();
    const element = await over(talk);
    talk.say('a row');
    await until(() => rowsOf(element).length === 1);
    expect(element.getAttribute('aria-hidden')).to.equal('true');
    expect(getComputedStyle(element).pointerEvents).to.equal('none');
    await expectAccessible(element);
  });
});
