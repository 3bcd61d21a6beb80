// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { expectAccessible, expectSame, holdTime, unmountAll, until, type HeldTime } from '../shared/testing/index.js';
import type { VitrineChat } from './chat.js';
import { chatElement, find, rowsOf, textsOf } from './testing/chat-element.js';
import { chatRoom, moderator, type ChatRoom } from './testing/chat-room.js';

describe('a removal in vitrine-chat that can be taken back', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;
  let time: HeldTime;

  const press = (target: Element | undefined, detail: number): boolean | undefined =>
    target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));

  /** A moderator removes a row, by the pointer or by the keyboard. */
  const removeRow = async (index: number, by: 'pointer' | 'key' = 'pointer'): Promise<void> => {
    const detail = by === 'key' ? 0 : 1;
    press(rowsOf(chat)[index], detail);
    await until(() => rowsOf(chat)[index]?.querySelector('[data-do=remove]'));
    press(find(chat, '[data-do=remove]'), detail);
    await until(() => textsOf(chat)[index] === 'Message removed');
  };

  /** A removal of which time stands: it can be taken back for six seconds. */
  const remove = async (by: 'pointer' | 'key' = 'pointer'): Promise<void> => {
    talk = await chatRoom({ viewer: moderator });
    talk.flood(6);
    chat = await chatElement(talk);
    chat.undo = 6;
    await until(() => rowsOf(chat).length === 6);
    time = holdTime();
    // Long after the rows that are there.
    await time.pass(3_600_000);
    await removeRow(3, by);
  };

  afterEach(() => {
    unmountAll();
    talk.room.close();
  });

  it('takes the words away at once and tells nobody yet', async () => {
    await remove();
    await time.pass(5900);
    expect(talk.retracted).to.deep.equal([]);
    time.release();
    expect(find(chat, '[data-do=undo]').textContent).to.equal('Undo');
    expectSame(chat.shadowRoot?.querySelector('[data-do=remove]'), null);
    await expectAccessible(chat);
  });

  it('gives the words back and removes nothing', async () => {
    await remove();
    find(chat, '[data-do=undo]').click();
    await until(() => textsOf(chat)[3] === 'message 3');
    expectSame(chat.shadowRoot?.querySelector('[data-do=undo]'), null);
    chat.remove();
    await time.pass(6000);
    expect(talk.retracted).to.deep.equal([]);
  });

  it('is told when its time has passed', async () => {
    await remove();
    await time.pass(6000);
    await until(() => talk.retracted.length === 1);
    expect(talk.retracted).to.deep.equal([{ kind: 'message', id: 'm4' }]);
    await until(() => rowsOf(chat).length === 5);
    expect(textsOf(chat)).not.to.include('message 3');
  });

  it('keeps focus in its row when its time has passed', async () => {
    await remove('key');
    await time.pass(6000);
    await until(() => talk.retracted.length === 1);
    await until(() => chat.shadowRoot?.querySelector('[data-do=undo]') === null);
    expectSame(chat.shadowRoot?.activeElement, rowsOf(chat)[3]);
    expect(textsOf(chat)[3]).to.equal('Message removed');
  });

  it('is told at once when the element goes', async () => {
    await remove();
    chat.remove();
    await until(() => talk.retracted.length === 1);
  });

  it('asks for nothing when somebody else has removed the message meanwhile', async () => {
    await remove();
    talk.push({ kind: 'retract', target: { kind: 'message', id: 'm4' } });
    await until(() => rowsOf(chat).length === 5);
    // What is removed later goes later: then the time of the first one is over as well.
    await removeRow(4);
    await time.pass(6000);
    await until(() => talk.retracted.length > 0);
    expect(talk.retracted).to.deep.equal([{ kind: 'message', id: 'm6' }]);
  });

  it('gives the words back when the page forbids it or the back end refuses it', async () => {
    await remove();
    chat.addEventListener('vitrine-chat-retract', (event) => event.preventDefault(), { once: true });
    await time.pass(6000);
    await until(() => textsOf(chat)[3] === 'message 3');
    expect(talk.retracted).to.deep.equal([]);
  });
});
