// SPDX-License-Identifier: MIT
import { VitrineError, type ErrorCode } from '@vitrine/core';
import { expect } from 'chai';
import { expectSame, unmountAll, until } from '../shared/testing/index.js';
import { chatElement, fieldOf, find, press, rowsOf, textsOf, write } from './testing/chat-element.js';
import { anna, chatRoom, type ChatRoom, type ChatRoomOptions } from './testing/chat-room.js';
import type { VitrineChat } from './chat.js';

describe('a message that the back end has not confirmed', () => {
  let talk: ChatRoom;
  let refusals: ErrorCode[];

  const start = async (options: ChatRoomOptions = {}): Promise<VitrineChat> => {
    talk = await chatRoom({
      send: async ({ cid, text }) => {
        const code = refusals.shift();
        if (code) throw new VitrineError(code, 'No.');
        talk.say('Anna', text, { id: `own-${cid}`, cid, author: { id: 'anna', name: 'Anna', role: 'viewer' } });
        return { id: `own-${cid}` };
      },
      ...options,
    });
    const chat = await chatElement(talk);
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
    return chat;
  };
  const send = (chat: VitrineChat, text: string): void => {
    write(chat, text);
    press(fieldOf(chat), 'Enter');
  };

  beforeEach(() => {
    refusals = [];
  });
  afterEach(() => {
    unmountAll();
    talk.room.close();
    sessionStorage.clear();
    localStorage.clear();
  });

  it('shows that it is on its way only when that takes longer than a second', async () => {
    const chat = await start({ send: () => new Promise(() => undefined) });
    send(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('.pending .spinner'));
    const spinner = find(chat, '.pending .spinner');
    for (const animation of spinner.getAnimations()) animation.currentTime = 999;
    expect(getComputedStyle(spinner).visibility).to.equal('hidden');
    for (const animation of spinner.getAnimations()) animation.currentTime = 1001;
    expect(getComputedStyle(spinner).visibility).to.equal('visible');
  });

  it('waits for the connection and says so', async () => {
    const chat = await start();
    refusals = ['OFFLINE'];
    send(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('.fate'));
    expect(find(chat, '.fate').textContent?.trim()).to.equal('Will be sent when you are back online');
    expectSame(chat.shadowRoot?.querySelector('[data-do=retry]'), null);
    talk.setStatus('reconnecting');
    await until(() => chat.shadowRoot?.querySelector('[part=status]')?.textContent === 'Reconnecting…');
    talk.setStatus('connected');
    await until(() => chat.shadowRoot?.querySelector('.fate') === null);
    expect(textsOf(chat)).to.deep.equal(['hello']);
  });

  const reasons: readonly (readonly [ErrorCode, string])[] = [
    ['MESSAGE_REFUSED', 'This message was not accepted here.'],
    ['MUTED', 'You cannot write in this chat now.'],
    ['SLOW_MODE', 'Slow mode is on. Wait a moment, then send again.'],
    ['FORBIDDEN', 'Not sent. Try again.'],
  ];
  for (const [code, reason] of reasons) {
    it(`says why it was refused, by its code (${code}), never in the back end's words`, async () => {
      const chat = await start();
      refusals = [code];
      send(chat, 'hello');
      await until(() => chat.shadowRoot?.querySelector('.failed'));
      expect(find(chat, '.failed').textContent?.trim()).to.equal(reason);
    });
  }

  it('is sent again when its writer says so', async () => {
    const chat = await start();
    refusals = ['MESSAGE_REFUSED'];
    send(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('[data-do=retry]'));
    const row = rowsOf(chat)[0];
    expect(find(chat, '[data-do=retry]').textContent).to.equal('Try again');
    find(chat, '[data-do=retry]').click();
    await until(() => row && !row.classList.contains('pending'));
    expect(rowsOf(chat)).to.have.length(1);
    expectSame(rowsOf(chat)[0], row);
    expect(talk.drafts.map(({ cid }) => cid)).to.have.length(2);
    expect(new Set(talk.drafts.map(({ cid }) => cid)).size).to.equal(1);
  });

  it('goes when its writer gives it up', async () => {
    const chat = await start();
    refusals = ['MESSAGE_REFUSED'];
    send(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('[data-do=discard]'));
    find(chat, '[data-do=discard]').click();
    await until(() => rowsOf(chat).length === 0);
  });

  it('runs the login first when that was the reason', async () => {
    let logins = 0;
    const chat = await start({
      require: async () => {
        logins++;
        return anna;
      },
    });
    refusals = ['AUTH_REQUIRED'];
    send(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('.failed')?.textContent?.trim() === 'Sign in to send this.');
    find(chat, '[data-do=retry]').click();
    await until(() => chat.shadowRoot?.querySelector('.failed') === null && rowsOf(chat).length === 1);
    expect(logins).to.equal(1);
  });

  it('asks before it is sent when it has waited long', async () => {
    const id = 'stale-room';
    const old = { cid: 'c1', text: 'from before', since: Date.now() - 300_000 };
    localStorage.setItem(`vitrine:${id}:outbox`, JSON.stringify([old]));
    const chat = await start({ id });
    await until(() => chat.shadowRoot?.querySelector('.fate'));
    expect(find(chat, '.fate').textContent?.trim()).to.equal('You wrote this some minutes ago. Send it now?');
    expect(talk.drafts).to.deep.equal([]);
    expect(find(chat, '[data-do=retry]').textContent).to.equal('Send');
    find(chat, '[data-do=retry]').click();
    await until(() => rowsOf(chat)[0] && !rowsOf(chat)[0]?.classList.contains('pending'));
    expect(talk.drafts[0]?.text).to.equal('from before');
  });

  it('has buttons large enough to press', async () => {
    const chat = await start();
    refusals = ['MESSAGE_REFUSED'];
    send(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('.act'));
    const least = matchMedia('(pointer: fine)').matches ? 36 : 44;
    for (const button of chat.shadowRoot?.querySelectorAll('.act') ?? []) {
      expect(button.getBoundingClientRect().height).to.be.at.least(least);
    }
  });
});
