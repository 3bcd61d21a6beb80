// SPDX-License-Identifier: MIT
import { VitrineError, type Viewer } from '@vitrine/core';
import type { LikesPort, MessageLikes } from '@vitrine/core/likes';
import { feed } from '@vitrine/core/testing';
import { expect } from 'chai';
import { expectAccessible, expectSame, unmountAll, until } from '../../shared/testing/index.js';
import type { VitrineChat } from '../chat.js';
import { chatElement, find, frames, press, rowsOf, scrollUp } from '../testing/chat-element.js';
import { anna, chatRoom, type ChatRoom } from '../testing/chat-room.js';

describe('hearts in vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;
  let sent: string[];
  let told: ReturnType<typeof feed<MessageLikes>>;

  const start = async (port: Partial<LikesPort> = {}, variant: 'panel' | 'overlay' = 'panel'): Promise<void> => {
    sent = [];
    told = feed<MessageLikes>();
    const likes: LikesPort = {
      subscribe: told.subscribe,
      set: async (id, isLiked) => void sent.push(`${id} ${isLiked}`),
      ...port,
    };
    talk = await chatRoom({ ports: { likes } });
    talk.say('Jun', 'one', { id: 'm1' });
    talk.say('Anna', 'two', { id: 'm2', author: { id: 'anna', name: 'Anna', role: 'viewer' } });
    talk.say('Tom', 'three', { id: 'm3', likes: 4 });
    chat = await chatElement(talk, variant);
    await until(() => talk.room.store.state.likes?.status === 'ready');
  };
  const heart = (index: number): HTMLElement | null =>
    rowsOf(chat)[index]?.querySelector<HTMLElement>('.heart') ?? null;
  const shown = (index: number): string => heart(index)?.textContent?.trim() ?? '';
  const isPressed = (index: number): string | null | undefined => heart(index)?.getAttribute('aria-pressed');
  const point = (target: Element | null | undefined): void =>
    void target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));

  afterEach(() => {
    unmountAll();
    talk.room.close();
    localStorage.clear();
  });

  for (const variant of ['panel', 'overlay'] as const) {
    it(`shows how many like a message, told with it or since, and nothing where nobody does (${variant})`, async () => {
      await start({}, variant);
      await until(() => shown(2) === '4');
      expectSame(heart(0), null);
      told.push({ id: 'm1', count: 1 }, { id: 'm3', count: 1200 });
      await until(() => shown(0) === '1' && shown(2) === '1.2K');
      expect(heart(0)?.getAttribute('aria-label')).to.equal('Like, 1 like');
      expect(heart(2)?.getAttribute('aria-label')).to.equal('Like, 1.2K likes');
      told.push({ id: 'm1', count: 0 });
      await until(() => heart(0) === null);
      await expectAccessible(chat);
    });
  }

  it('is pressed by a pointer, which does not open the row, and pressed again', async () => {
    await start();
    await until(() => shown(2) === '4');
    point(heart(2));
    await until(() => isPressed(2) === 'true' && shown(2) === '5');
    point(heart(2));
    await until(() => isPressed(2) === 'false' && shown(2) === '4');
    expect(sent).to.deep.equal(['m3 true', 'm3 false']);
    expectSame(chat.shadowRoot?.querySelector('.actions'), null);
  });

  it('is offered in a row that is open, by the keyboard too, and not for one’s own words', async () => {
    await start();
    find(chat, '.list').focus();
    press(find(chat, '.list'), 'Home');
    await until(() => chat.shadowRoot?.activeElement === rowsOf(chat)[0]);
    press(chat.shadowRoot?.activeElement ?? chat, 'Enter');
    await until(() => heart(0));
    expect([heart(0)?.getAttribute('aria-label'), heart(0)?.hasAttribute('tabindex')]).to.deep.equal(['Like', false]);
    expect(heart(2)?.getAttribute('tabindex')).to.equal('-1');
    heart(0)?.focus();
    heart(0)?.click();
    await until(() => isPressed(0) === 'true');
    expect(shown(0)).to.equal('1');
    expectSame(chat.shadowRoot?.activeElement, heart(0));
    point(rowsOf(chat)[1]);
    await until(() => rowsOf(chat)[1]?.querySelector('.actions'));
    expectSame(heart(1), null);
    told.push({ id: 'm2', count: 2 });
    await frames();
    talk.say('Jun', 'four');
    find(chat, '.list').click();
    await expectAccessible(chat);
  });

  it('is a number alone where one’s own words are liked, and where nobody can like anything', async () => {
    await start();
    told.push({ id: 'm2', count: 2 });
    await until(() => heart(1));
    expect([heart(1)?.tagName, shown(1)]).to.deep.equal(['SPAN', '22 likes']);
    expect(heart(2)?.tagName).to.equal('BUTTON');
    unmountAll();
    talk.room.close();
    await start({ set: undefined } as unknown as Partial<LikesPort>);
    await until(() => heart(2));
    expect(heart(2)?.tagName).to.equal('SPAN');
  });

  it('takes back what is refused, and says so', async () => {
    let code = 'MUTED' as 'MUTED' | 'NETWORK';
    await start({
      set: async () => {
        throw new VitrineError(code, 'the back end’s own words');
      },
    });
    await until(() => heart(2));
    const notice = (): string => find(chat, '#notice').textContent?.trim() ?? '';
    point(heart(2));
    await until(() => notice() === 'You cannot write in this chat now.');
    expect([isPressed(2), shown(2)]).to.deep.equal(['false', '4']);
    code = 'NETWORK';
    point(heart(2));
    await until(() => notice() === 'That did not work. Try again.');
    expect([isPressed(2), shown(2)]).to.deep.equal(['false', '4']);
  });

  it('can be taken over by the page', async () => {
    await start();
    await until(() => heart(2));
    const details: unknown[] = [];
    chat.addEventListener('vitrine-chat-like', (event) => {
      event.preventDefault();
      details.push((event as CustomEvent).detail);
    });
    point(heart(2));
    await until(() => details.length === 1);
    expect([details, sent]).to.deep.equal([[{ id: 'm3', isLiked: true }], []]);
  });

  it('moves nothing under who reads further up, but what they press themselves', async () => {
    await start();
    talk.flood(100);
    await until(() => rowsOf(chat).length > 20);
    await scrollUp(chat, 300);
    await frames();
    const box = find(chat, '.list').getBoundingClientRect();
    const inSight = (): HTMLElement[] =>
      rowsOf(chat).filter(
        (row) => row.getBoundingClientRect().top > box.top && row.getBoundingClientRect().bottom < box.bottom,
      );
    const [row] = inSight();
    const top = row?.getBoundingClientRect().top;
    const messages = talk.room.store.state.chat.rows;
    told.push(...messages.map(({ id }) => ({ id, count: 12_345 })));
    await frames();
    expect(row?.getBoundingClientRect().top).to.equal(top);
    expectSame(row?.querySelector('.heart'), null);
    find(chat, '[part=jump]').click();
    await until(() => rowsOf(chat).at(-1)?.querySelector('.heart'));
  });

  it('comes to another person as they like things', async () => {
    const mei: Viewer = { ...anna, id: 'mei' };
    sent = [];
    talk = await chatRoom({
      ports: {
        likes: { subscribe: feed<MessageLikes>().subscribe, set: async () => undefined, own: async () => ['m1'] },
        identity: { current: async () => mei },
      },
    });
    talk.say('Jun', 'one', { id: 'm1', likes: 3 });
    chat = await chatElement(talk);
    await until(() => isPressed(0) === 'true');
    expect(shown(0)).to.equal('3');
  });
});
