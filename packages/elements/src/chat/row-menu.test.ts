// SPDX-License-Identifier: MIT
import { VitrineError, type ChatAuthor, type RequestDetail, type RequestName, type Viewer } from '@vitrine/core';
import { moderationFeature, type ModerationPort } from '@vitrine/core/moderation';
import { expect } from 'chai';
import { html } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, expectSame, unmountAll, until } from '../shared/testing/index.js';
import type { VitrineChat } from './chat.js';
import arabic from './rows/row-menu.strings.ar.js';
import { openFade } from './rows/row-menu.styles.js';
import {
  chatElement,
  fieldOf,
  find,
  frames,
  newChat,
  press,
  rowsOf,
  scrollUp,
  textsOf,
  write,
} from './testing/chat-element.js';
import { chatRoom, guest, moderator, type ChatRoom, type ChatRoomOptions } from './testing/chat-room.js';

const host: ChatAuthor = { id: 'lin', name: 'Lin Yue', role: 'host' };

/** A back end where what staff does to people is written down. */
function moderation(refuse = false): { readonly port: ModerationPort; readonly restricted: unknown[] } {
  const restricted: unknown[] = [];
  return {
    restricted,
    port: {
      held: async () => [],
      decide: async () => true,
      restrict: async (person, restriction, options) => {
        if (refuse) throw new VitrineError('FORBIDDEN', 'No.');
        restricted.push([person, restriction, options.for]);
      },
    },
  };
}

describe('the menu of a row in vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;

  const start = async (options: ChatRoomOptions = {}, variant: 'panel' | 'overlay' = 'panel'): Promise<void> => {
    talk = await chatRoom(options);
    talk.say('Jun', 'how many infusions?');
    talk.say('Lin Yue', 'eight at least', { author: host });
    talk.say('Tom H', 'picked when?');
    chat = await chatElement(talk, variant);
    await until(() => rowsOf(chat).length === 3);
  };
  const staff = async (port: ModerationPort, viewer: Viewer = moderator): Promise<void> => {
    await start({ viewer, ports: { moderation: port } });
    talk.room.use(moderationFeature);
    await until(() => talk.room.store.state.moderation?.status === 'ready');
  };
  /** Answers a request as its feature would; returns what was asked. */
  const answer = <N extends RequestName>(name: N, fail = false): RequestDetail<N>[] => {
    const asked: RequestDetail<N>[] = [];
    const take = (detail: RequestDetail<N>): never => {
      asked.push(detail);
      if (fail) throw new VitrineError('RATE_LIMITED', 'Later.');
      return undefined as never;
    };
    talk.room.bus.answer(name, take, { signal: talk.room.signal });
    return asked;
  };
  /** By the pointer: a click without a press says that it came by a key. */
  const point = (target: Element | undefined): void =>
    void target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
  const open = async (index: number): Promise<void> => {
    point(rowsOf(chat)[index]);
    await until(() => rowsOf(chat)[index]?.querySelector('.actions'), 'The row never opened.');
  };
  const labels = (): string[] =>
    [...(chat.shadowRoot?.querySelectorAll('.actions button') ?? [])].map(({ textContent }) => textContent ?? '');
  const act = (name: string): void => point(find(chat, `[data-do=${name}]`));
  const active = (): Element | null => chat.shadowRoot?.activeElement ?? null;

  afterEach(() => {
    unmountAll();
    talk.room.close();
    sessionStorage.clear();
    localStorage.clear();
  });

  it('offers viewers to answer, call, mute and report whoever wrote the row', async () => {
    await start();
    await open(0);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Mute Jun']);
    answer('chat:report');
    await open(2);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Mute Tom H', 'Report']);
    await expectAccessible(chat);
  });

  it('does not offer to mute the host, nor anything but an answer on one’s own rows', async () => {
    await start();
    answer('chat:report');
    talk.say('Anna', 'mine', { author: { id: 'anna', name: 'Anna', role: 'viewer' } });
    await until(() => rowsOf(chat).length === 4);
    await open(1);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Report']);
    await open(3);
    expect(labels()).to.deep.equal(['Reply']);
  });

  it('offers who cannot write what needs no words', async () => {
    await start({ send: null });
    await open(0);
    expect(labels()).to.deep.equal(['Mute Jun']);
  });

  it('loses no press that comes before the actions do', async () => {
    talk = await chatRoom();
    talk.say('Jun', 'how many infusions?');
    chat = await newChat(talk);
    await until(() => rowsOf(chat).length === 1);
    rowsOf(chat)[0]?.click();
    await until(() => chat.shadowRoot?.querySelector('[data-do=mention]'), 'The press was lost.');
    rowsOf(chat)[0]?.click();
    rowsOf(chat)[0]?.click();
    await frames(2);
    expect(labels()).to.have.length(3);
  });

  it('puts a name where the caret is, apart from what is before it', async () => {
    await start();
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
    write(chat, 'see, there');
    const field = fieldOf(chat);
    field.setSelectionRange(4, 4);
    await open(2);
    act('mention');
    await until(() => field.value === 'see, @Tom H  there');
    expectSame(active(), field);
    expect(field.selectionStart).to.equal('see, @Tom H '.length);
    field.setSelectionRange(0, 0);
    await open(0);
    act('mention');
    await until(() => field.value === '@Jun see, @Tom H  there');
    expect(sessionStorage.getItem(`vitrine:${talk.room.id}:draft`)).to.equal('@Jun see, @Tom H  there');
  });

  it('goes back from the question for a name before it calls somebody', async () => {
    await start({ viewer: guest, rename: async (name) => ({ ...guest, name }) });
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
    write(chat, 'hello');
    press(fieldOf(chat), 'Enter');
    await until(() => chat.shadowRoot?.querySelector('input'));
    await open(0);
    act('mention');
    await until(() => chat.shadowRoot?.querySelector('textarea')?.value === 'hello @Jun ');
  });

  it('reports a message once and says so', async () => {
    await start();
    const asked = answer('chat:report');
    await open(0);
    act('report');
    await until(() => find(chat, '.notice').textContent === 'Reported to the moderators.');
    expect(asked).to.deep.equal([{ id: 'm1' }]);
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    await open(0);
    expect(labels()).not.to.include('Report');
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
    write(chat, 'x');
    await until(() => find(chat, '.notice').textContent === '');
  });

  it('says when a report is refused, and offers it again', async () => {
    await start();
    answer('chat:report', true);
    await open(0);
    act('report');
    await until(() => find(chat, '.notice').textContent === 'That was refused. Try again.');
    expect(labels()).to.include('Report');
  });

  it('lets the page hear of it first, and leaves it to the page', async () => {
    await start();
    const asked = answer('chat:report');
    const heard: unknown[] = [];
    for (const name of ['vitrine-chat-report', 'vitrine-muted-add']) {
      chat.addEventListener(name, (event) => {
        event.preventDefault();
        heard.push((event as CustomEvent).detail);
      });
    }
    await open(0);
    act('report');
    await until(() => heard.length === 1);
    await open(2);
    act('mute');
    await until(() => heard.length === 2);
    await frames();
    expect(heard).to.deep.equal([{ id: 'm1' }, { id: 'Tom H', name: 'Tom H' }]);
    expect(asked).to.deep.equal([]);
    expect(textsOf(chat)).to.have.length(3);
    expect(find(chat, '.notice').textContent).to.equal('');
  });

  it('offers staff what keeps order, about viewers alone', async () => {
    const { port } = moderation();
    await staff(port);
    answer('chat:pin');
    answer('chat:report');
    await open(0);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Remove', 'Pin', 'Mute 10 min', 'Shadow', 'Ban']);
    await expectAccessible(chat);
    await open(1);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Remove', 'Pin']);
  });

  it('offers staff nothing that nobody answers', async () => {
    await start({ viewer: moderator });
    await open(0);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Remove']);
    talk.room.use(moderationFeature);
    await until(() => talk.room.store.state.moderation?.status === 'absent');
    await open(2);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Remove']);
  });

  it('takes the word from somebody for ten minutes, and shadows them', async () => {
    const { port, restricted } = moderation();
    await staff(port);
    await open(0);
    act('silence');
    await until(() => find(chat, '.notice').textContent === 'Jun cannot write for 10 minutes.');
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    await open(2);
    act('shadow');
    await until(() => find(chat, '.notice').textContent === 'Nobody else sees what Tom H writes.');
    expect(restricted).to.deep.equal([
      ['Jun', 'muted', 600_000],
      ['Tom H', 'shadowed', undefined],
    ]);
  });

  it('bans after one question, and not without it', async () => {
    const { port, restricted } = moderation();
    await staff(port);
    await open(0);
    act('ban');
    await until(() => chat.shadowRoot?.querySelector('.asks')?.textContent === 'Ban Jun? They cannot come in again.');
    await expectAccessible(chat);
    act('cancel');
    await until(() => labels().includes('Reply'));
    expect(restricted).to.deep.equal([]);
    act('ban');
    await until(() => chat.shadowRoot?.querySelector('[data-do=banish]'));
    act('banish');
    await until(() => find(chat, '.notice').textContent === 'Jun is banned.');
    expect(restricted).to.deep.equal([['Jun', 'banned', undefined]]);
  });

  it('asks by the keyboard with the focus where nothing happens, and asks anew next time', async () => {
    const { port } = moderation();
    await staff(port);
    find(chat, '.list').focus();
    press(find(chat, '.list'), 'Home');
    await until(() => active() === rowsOf(chat)[0]);
    press(active() ?? chat, 'Enter');
    await until(() => active()?.getAttribute('data-do') === 'reply');
    find(chat, '[data-do=ban]').focus();
    find(chat, '[data-do=ban]').click();
    await until(() => active()?.getAttribute('data-do') === 'cancel');
    press(active() ?? chat, 'Escape');
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    expectSame(active(), rowsOf(chat)[0]);
    press(active() ?? chat, 'Enter');
    await until(() => active()?.getAttribute('data-do') === 'reply');
  });

  it('says when the back end refuses', async () => {
    const { port } = moderation(true);
    await staff(port);
    await open(0);
    act('shadow');
    await until(() => find(chat, '.notice').textContent === 'That was refused. Try again.');
  });

  it('pins a message', async () => {
    await start({ viewer: moderator });
    const asked = answer('chat:pin');
    await open(1);
    act('pin');
    await until(() => find(chat, '.notice').textContent === 'Pinned for everybody.');
    expect(asked).to.deep.equal([{ id: 'm2' }]);
  });

  it('has targets of 44 px over video, each inside its row', async () => {
    const { port } = moderation();
    await start({ viewer: moderator, ports: { moderation: port } }, 'overlay');
    talk.room.use(moderationFeature);
    await until(() => talk.room.store.state.moderation?.status === 'ready');
    await open(0);
    const row = rowsOf(chat)[0]?.getBoundingClientRect();
    const buttons = [...(chat.shadowRoot?.querySelectorAll('.actions button') ?? [])];
    expect(buttons).to.have.length(6);
    for (const button of buttons) {
      const { width, height, left, right } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
      expect(left).to.be.at.least(row?.left ?? 0);
      expect(right).to.be.at.most(row?.right ?? 0);
    }
  });

  it('shows the whole of the row that is opened, and goes back to the newest when it is closed', async () => {
    const { port } = moderation();
    talk = await chatRoom({ viewer: moderator, ports: { moderation: port } });
    talk.room.use(moderationFeature);
    talk.flood(12);
    chat = await chatElement(talk, 'overlay');
    await until(() => rowsOf(chat).length === 12);
    await frames(2);
    const box = find(chat, '.list').getBoundingClientRect();
    // The highest row that is in view.
    const index = rowsOf(chat).findIndex((row) => row.getBoundingClientRect().top >= box.top);
    await open(index);
    const row = rowsOf(chat)[index];
    const isWhole = (): boolean => (row?.getBoundingClientRect().top ?? 0) >= box.top + openFade - 1;
    await until(isWhole, 'The row went out of sight, or where rows fade.');
    expect(row?.getBoundingClientRect().bottom).to.be.at.most(box.bottom + 1);
    point(row);
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    await until(() => find(chat, '.list').scrollTop === 0);
    talk.say('Jun', 'meanwhile');
    await until(() => textsOf(chat).at(-1) === 'meanwhile');
  });

  it('leaves a reader who has scrolled up where they are, while a row is open and after it', async () => {
    talk = await chatRoom();
    talk.flood(32);
    chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 32);
    await scrollUp(chat, 300);
    const { scrollTop } = find(chat, '.list');
    const { top, bottom } = find(chat, '.list').getBoundingClientRect();
    const index = rowsOf(chat).findIndex((row) => row.getBoundingClientRect().bottom > (top + bottom) / 2);
    await open(index);
    await frames(2);
    expect(find(chat, '.list').scrollTop).to.equal(scrollTop);
    point(rowsOf(chat)[index]);
    await until(() => chat.shadowRoot?.querySelector('.actions') === null);
    await frames(2);
    expect(find(chat, '.list').scrollTop).to.equal(scrollTop);
  });

  it('keeps the actions of the page beside its own', async () => {
    talk = await chatRoom();
    talk.say('Jun', 'how many infusions?');
    chat = await chatElement(talk, 'panel', html`<button slot="row-actions">Translate</button>`);
    await until(() => rowsOf(chat).length === 1);
    await open(0);
    expect(find<HTMLSlotElement>(chat, '.actions slot').assignedElements()).to.have.length(1);
  });

  it('speaks the language of the page, once that has come, in the row that is open', async () => {
    await start();
    let come = (): void => undefined;
    const coming = new Promise<void>((resolve) => (come = resolve));
    registerLanguage('ar', async () => {
      await coming;
      return { default: { chat: {}, desk: {}, 'row-menu': arabic } };
    });
    chat.parentElement?.setAttribute('lang', 'ar');
    chat.parentElement?.setAttribute('dir', 'rtl');
    await open(0);
    expect(labels()).to.deep.equal(['Reply', 'Mention', 'Mute Jun']);
    come();
    await until(() => labels().join() === 'رد,إشارة,كتم Jun');
    expect(getComputedStyle(find(chat, '.actions')).direction).to.equal('rtl');
    await expectAccessible(chat);
  });
});
