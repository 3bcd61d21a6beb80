// SPDX-License-Identifier: MIT
import type { ChatAuthor } from '@vitrine/core';
import type {} from '@vitrine/core/muted';
import { expect } from 'chai';
import { expectAccessible, expectSame, unmountAll, until } from '../shared/testing/index.js';
import type { VitrineChat } from './chat.js';
import { chatElement, find, frames, press, rowsOf, scrollUp, textsOf } from './testing/chat-element.js';
import { anna, chatRoom, moderator, type ChatRoom } from './testing/chat-room.js';

const placeholder = 'Muted for you. Nobody is told.';
const host: ChatAuthor = { id: 'Jun', name: 'Jun', role: 'host' };

describe('muting in vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;
  let id = 0;

  const start = async (viewer = anna, room = `muting-${++id}`): Promise<void> => {
    talk = await chatRoom({ id: room, viewer });
    talk.say('Jun', 'one');
    talk.say('Tom H', 'two');
    talk.say('Jun', 'three');
    talk.say('Priya', 'four');
    chat = await chatElement(talk);
    await until(() => rowsOf(chat).length > 0);
  };
  /** By the pointer: a click without a press says that it came by a key. */
  const point = (target: Element | undefined): void =>
    void target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  const act = async (index: number, name: string): Promise<void> => {
    if (!rowsOf(chat)[index]?.querySelector('.actions')) point(rowsOf(chat)[index]);
    await until(() => rowsOf(chat)[index]?.querySelector(`[data-do=${name}]`));
    point(find(chat, `[data-do=${name}]`));
  };
  const mute = async (index = 2): Promise<void> => {
    await act(index, 'mute');
    await until(() => textsOf(chat).includes(placeholder));
  };
  const active = (): Element | null => chat.shadowRoot?.activeElement ?? null;
  const spoken = (): string => find(chat, '[role=status][aria-live]').textContent ?? '';

  afterEach(() => {
    unmountAll();
    talk.room.close();
    localStorage.clear();
  });

  it('hides all rows of a person at once, and says so in the one that was pressed', async () => {
    await start();
    await mute();
    expect(textsOf(chat)).to.deep.equal(['two', placeholder, 'four']);
    expect(find(chat, '.actions').textContent?.trim()).to.equal('Undo');
    expect(talk.room.store.state.muted?.people).to.deep.equal([{ id: 'Jun', name: 'Jun' }]);
    await until(() => spoken() === placeholder);
    await expectAccessible(chat);
  });

  it('gives all of them back', async () => {
    await start();
    await mute();
    await act(1, 'undo');
    await until(() => textsOf(chat).join() === 'one,two,three,four');
    expect(talk.room.store.state.muted?.people).to.deep.equal([]);
    expectSame(chat.shadowRoot?.querySelector('.actions'), null);
  });

  it('goes by the keyboard, with the focus at the way back', async () => {
    await start();
    find(chat, '.list').focus();
    press(find(chat, '.list'), 'Home');
    await until(() => active() === rowsOf(chat)[0]);
    press(active() ?? chat, 'Enter');
    await until(() => active()?.getAttribute('data-do') === 'reply');
    const button = find(chat, '[data-do=mute]');
    button.focus();
    button.click();
    await until(() => active()?.getAttribute('data-do') === 'undo');
    expect(textsOf(chat)).to.deep.equal([placeholder, 'two', 'four']);
    find(chat, '[data-do=undo]').click();
    await until(() => textsOf(chat).join() === 'one,two,three,four');
    expectSame(active(), rowsOf(chat)[0]);
  });

  it('hides what comes after, reads it to nobody, and does not mark it for the viewer', async () => {
    await start();
    chat.announce = true;
    await mute();
    talk.say('Jun', 'look here, @Anna');
    talk.say('Tom H', 'and here, @Anna');
    await until(() => textsOf(chat).at(-1) === 'and here, @Anna');
    expect(textsOf(chat)).to.deep.equal(['two', placeholder, 'four', 'and here, @Anna']);
    await until(() => spoken().includes('and here'));
    expect(spoken()).not.to.include('look here');
    expect(chat.shadowRoot?.querySelectorAll('.for-viewer')).to.have.length(1);
  });

  it('does not count what is hidden among what is new', async () => {
    await start();
    talk.flood(30);
    await until(() => rowsOf(chat).length === 34);
    await talk.room.request('muted:add', { id: 'Jun', name: 'Jun' });
    await until(() => rowsOf(chat).length === 32);
    await scrollUp(chat, 200);
    talk.say('Jun', 'five');
    talk.say('Tom H', 'six');
    await until(() => find(chat, '[part=jump]').textContent?.trim() === '1 new');
    talk.say('Jun', 'seven');
    await frames();
    expect(find(chat, '[part=jump]').textContent?.trim()).to.equal('1 new');
  });

  it('hides rows where the reader stands, who stays there', async () => {
    await start();
    talk.flood(30);
    await until(() => rowsOf(chat).length === 34);
    await scrollUp(chat, 200);
    await talk.room.request('muted:add', { id: 'Viewer 3', name: 'Viewer 3' });
    await until(() => !textsOf(chat).includes('message 3'));
    talk.say('Tom H', 'meanwhile');
    await until(() => find(chat, '[part=jump]').textContent?.trim() === '1 new');
    expect(textsOf(chat)).to.have.length(33);
  });

  it('is kept over a reload of the page, and taken back elsewhere', async () => {
    await start();
    await mute();
    const { id: room } = talk.room;
    unmountAll();
    talk.room.close();
    await start(anna, room);
    await until(() => textsOf(chat).join() === 'two,four');
    await talk.room.request('muted:remove', { id: 'Jun' });
    await until(() => textsOf(chat).join() === 'one,two,three,four');
  });

  it('hears those who have come to run the show', async () => {
    await start();
    await mute();
    talk.say('Jun', 'welcome', { author: host });
    await until(() => textsOf(chat).at(-1) === 'welcome');
  });

  it('hides nothing from those who keep order, whomever they muted before', async () => {
    await start(moderator);
    await talk.room.request('muted:add', { id: 'Jun', name: 'Jun' });
    await frames();
    expect(textsOf(chat)).to.deep.equal(['one', 'two', 'three', 'four']);
  });

  it('asks no back end', async () => {
    await start();
    const asked: string[] = [];
    talk.room.bus.tap((name) => asked.push(name), { signal: talk.room.signal });
    await mute();
    expect(asked).to.deep.equal([]);
    expect(talk.drafts).to.deep.equal([]);
    expect(talk.retracted).to.deep.equal([]);
  });
});
