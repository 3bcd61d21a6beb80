// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { expectSame, unmountAll, until } from '../shared/testing/index.js';
import type { VitrineChat } from './chat.js';
import { chatElement, find, frames, newChat, press, rowsOf, textsOf } from './testing/chat-element.js';
import { anna, chatRoom, moderator, type ChatRoom } from './testing/chat-room.js';

describe('the keyboard in vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;

  const start = async (viewer = anna, content = html``): Promise<void> => {
    talk = await chatRoom({ viewer });
    talk.flood(20);
    chat = await chatElement(talk, 'panel', content);
    await until(() => rowsOf(chat).length === 20 && chat.shadowRoot?.querySelector('textarea:enabled'));
  };
  const active = (): Element | null => chat.shadowRoot?.activeElement ?? null;
  const key = (name: string): boolean => press(active() ?? chat, name);

  afterEach(() => {
    unmountAll();
    talk.room.close();
  });

  it('walks the rows, which stay where they are meanwhile', async () => {
    await start();
    find(chat, '.list').focus();
    key('ArrowUp');
    expectSame(active(), rowsOf(chat)[19]);
    key('ArrowUp');
    expectSame(active(), rowsOf(chat)[18]);
    const texts = textsOf(chat);
    talk.say('Jun', 'meanwhile');
    await until(() => chat.shadowRoot?.querySelector('[part=jump]')?.textContent?.trim() === '1 new');
    expect(textsOf(chat)).to.deep.equal(texts);
    key('Home');
    expectSame(active(), rowsOf(chat)[0]);
    key('ArrowUp');
    expectSame(active(), rowsOf(chat)[0]);
    key('End');
    expectSame(active(), find(chat, '.list'));
    await until(() => textsOf(chat).at(-1) === 'meanwhile');
  });

  it('comes to the first of all the rows there are for who reads', async () => {
    talk = await chatRoom();
    talk.flood(120);
    chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 50);
    find(chat, '.list').focus();
    key('Home');
    await until(() => rowsOf(chat).length === 100 && active() === rowsOf(chat)[0]);
  });

  it('loses neither a key nor a press that comes before its desk', async () => {
    talk = await chatRoom();
    talk.flood(20);
    for (const act of [
      () => rowsOf(chat)[19]?.click(),
      () => press(find(chat, '.list'), 'Home'),
      () => press(find(chat, '.list'), 'ArrowUp'),
    ]) {
      chat = await newChat(talk);
      await until(() => rowsOf(chat).length === 20);
      act();
      await until(() => active()?.matches('.row') || chat.activeMessage !== null, 'It was lost.');
      if (chat.activeMessage) expect(chat.activeMessage.id).to.equal('m20');
      chat.parentElement?.remove();
    }
  });

  it('goes on following when it walks down past the newest row', async () => {
    await start();
    find(chat, '.list').focus();
    key('ArrowUp');
    talk.say('Jun', 'meanwhile');
    await until(() => chat.shadowRoot?.querySelector('[part=jump]'));
    key('ArrowDown');
    await until(() => textsOf(chat).at(-1) === 'meanwhile');
    expectSame(active(), find(chat, '.list'));
  });

  it('lets a moderator remove a row', async () => {
    await start(moderator);
    find(chat, '.list').focus();
    key('ArrowUp');
    key('Enter');
    await until(() => active()?.getAttribute('data-do') === 'reply');
    const remove = find(chat, '[data-do=remove]');
    remove.focus();
    remove.click();
    await until(() => textsOf(chat)[19] === 'Message removed');
    expect(talk.retracted).to.deep.equal([{ kind: 'message', id: 'm20' }]);
    await until(() => active() === rowsOf(chat)[19]);
    key('Escape');
    await until(() => rowsOf(chat).length === 19);
  });

  it('removes the row that is open by Delete', async () => {
    await start(moderator);
    find(chat, '.list').focus();
    key('ArrowUp');
    key('Delete');
    expect(talk.retracted).to.deep.equal([]);
    key('Enter');
    await until(() => active()?.getAttribute('data-do') === 'reply');
    key('Delete');
    await until(() => talk.retracted.length === 1);
    expect(talk.retracted).to.deep.equal([{ kind: 'message', id: 'm20' }]);
  });

  it('lets the page hear of a removal first', async () => {
    await start(moderator);
    chat.addEventListener('vitrine-chat-retract', (event) => event.preventDefault());
    rowsOf(chat)[3]?.click();
    await until(() => chat.shadowRoot?.querySelector('[data-do=remove]'));
    find(chat, '[data-do=remove]').click();
    await frames();
    expect(talk.retracted).to.deep.equal([]);
  });

  it('offers viewers no removal', async () => {
    await start();
    rowsOf(chat)[3]?.click();
    await until(() => chat.shadowRoot?.querySelector('[data-do=reply]'));
    expectSame(chat.shadowRoot?.querySelector('[data-do=remove]'), null);
  });

  it('closes the actions by Escape, back to their row', async () => {
    await start();
    find(chat, '.list').focus();
    key('ArrowUp');
    key('Enter');
    await until(() => active()?.getAttribute('data-do') === 'reply');
    key('Escape');
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    expectSame(active(), rowsOf(chat)[19]);
  });

  it('shows the actions of the page in the row that is open, and which message that is', async () => {
    await start(anna, html`<button slot="row-actions">Translate</button>`);
    rowsOf(chat)[5]?.click();
    await until(() => chat.shadowRoot?.querySelector('slot[name=row-actions]'));
    expect(find<HTMLSlotElement>(chat, 'slot[name=row-actions]').assignedElements()).to.have.length(1);
    expect(chat.activeMessage?.id).to.equal('m6');
    rowsOf(chat)[5]?.click();
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    expect(chat.activeMessage).to.equal(null);
  });

  it('goes on by itself once the reader has turned to something else', async () => {
    await start();
    rowsOf(chat)[19]?.focus();
    rowsOf(chat)[19]?.click();
    talk.say('Jun', 'meanwhile');
    await until(() => chat.shadowRoot?.querySelector('[part=jump]'));
    find(chat, 'textarea').focus();
    await until(() => textsOf(chat).at(-1) === 'meanwhile');
  });

  it('moves focus on the arrival of nothing', async () => {
    await start();
    const before = document.activeElement;
    talk.say('Anna', 'to you', { replyTo: { id: 'm1', name: 'Anna' } });
    await until(() => rowsOf(chat).length === 21);
    expectSame(document.activeElement, before);
  });
});
