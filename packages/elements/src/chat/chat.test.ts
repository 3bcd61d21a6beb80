// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, expectSame, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import { VitrineChat } from './chat.js';
import arabic from './chat.strings.ar.js';
import chinese from './chat.strings.zh-CN.js';
import arabicAtDesk from './desk.strings.ar.js';
import chineseAtDesk from './desk.strings.zh-CN.js';
import { chatElement, fieldOf, find, frames, press, rowsOf, scrollUp, write } from './testing/chat-element.js';
import { anna, chatRoom, guest, type ChatRoom, type ChatRoomOptions } from './testing/chat-room.js';

registerLanguage('zh-CN', async () => ({ default: { chat: chinese, desk: chineseAtDesk } }));
registerLanguage('ar', async () => ({ default: { chat: arabic, desk: arabicAtDesk } }));

const scripts = [
  ['ผู้ชม', 'สีสวยมากเลยค่ะ ชงได้กี่น้ำคะ'],
  ['दर्शक', 'क्या यह २०२६ की फ़सल है? ख़ुशबू कैसी है'],
  ['سارة', 'اللون رائع جدًا'],
  ['נועה', 'כמה זמן משרים את העלים?'],
  ['小鹿', '汤色好漂亮，是今年的春茶吗？'],
  ['Sofia', '👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇳 👍🏽 ❤️‍🔥'],
] as const;

describe('vitrine-chat', () => {
  const rooms: Room[] = [];
  const start = async (options: ChatRoomOptions = {}): Promise<ChatRoom> => {
    const talk = await chatRoom(options);
    rooms.push(talk.room);
    return talk;
  };

  afterEach(() => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
    sessionStorage.clear();
    localStorage.clear();
    document.documentElement.removeAttribute('lang');
    document.documentElement.removeAttribute('dir');
    document.documentElement.style.removeProperty('--vitrine-text-scale');
  });

  it('shows nothing without a room, and finds it when it comes', async () => {
    const chat = await mount<VitrineChat>(html`<vitrine-chat></vitrine-chat>`);
    expectSame(chat.shadowRoot?.querySelector('.list'), null);
    const { room } = await start();
    chat.room = room;
    await until(() => chat.shadowRoot?.querySelector('.list'));
  });

  it('shows rows to come only when they take longer than 300 ms', async () => {
    const talk = await start({ isSilent: true });
    const chat = await chatElement(talk);
    const [skeleton] = chat.shadowRoot?.querySelectorAll('.skeleton') ?? [];
    if (!skeleton) throw new Error('There are no rows to come.');
    expect(find(chat, '.list').getAttribute('aria-busy')).to.equal('true');
    const [animation] = skeleton.getAnimations();
    animation?.pause();
    if (animation) animation.currentTime = 100;
    expect(getComputedStyle(skeleton).visibility).to.equal('hidden');
    if (animation) animation.currentTime = 302;
    expect(getComputedStyle(skeleton).visibility).to.equal('visible');
    talk.say('Jun', 'hello');
    await until(() => rowsOf(chat).length === 1);
    expectSame(chat.shadowRoot?.querySelector('.skeleton'), null);
    expect(find(chat, '.list').getAttribute('aria-busy')).to.equal('false');
  });

  it('says that a show has no chat, and keeps the buttons beside it', async () => {
    const room = await testRoom();
    rooms.push(room);
    const chat = await chatElement({ room }, 'overlay', html`<button slot="actions">bag</button>`);
    await until(() => find(chat, '.message').textContent === 'Chat is not part of this show');
    expectSame(chat.shadowRoot?.querySelector('textarea'), null);
    expect(find<HTMLSlotElement>(chat, 'slot[name=actions]').assignedElements()).to.have.length(1);
    expect(find(chat, '.bar').hidden).to.equal(false);
  });

  it('says that the chat has failed and what the viewer can do', async () => {
    let fail = (_error: VitrineError): void => undefined;
    const room = await testRoom({
      chat: {
        subscribe: (sink) => {
          fail = sink.fail;
        },
      },
    });
    rooms.push(room);
    const chat = await chatElement({ room });
    fail(new VitrineError('SERVER_ERROR', 'gone'));
    await until(() => chat.shadowRoot?.querySelector('.message strong'));
    expect(find(chat, '.message').textContent).to.include('Reload the page');
    expect(find(chat, '.bar').hidden).to.equal(true);
  });

  it('says quietly that it reconnects, without moving a row', async () => {
    const talk = await start();
    talk.flood(12);
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 12);
    await until(() => rowsOf(chat).every((row) => row.getAnimations().length === 0));
    const tops = (): number[] => rowsOf(chat).map((row) => row.getBoundingClientRect().top);
    const before = tops();
    talk.setStatus('reconnecting');
    await until(() => chat.shadowRoot?.querySelector('[part=status]'));
    expect(tops()).to.deep.equal(before);
    talk.setStatus('connected');
    await until(() => chat.shadowRoot?.querySelector('[part=status]') === null);
  });

  it('lets a page say what an empty chat says', async () => {
    const talk = await start();
    const chat = await chatElement(talk, 'panel', html`<p slot="empty">Be the first</p>`);
    await until(() => chat.shadowRoot?.querySelector('slot[name=empty]'));
    expect(find<HTMLSlotElement>(chat, 'slot[name=empty]').assignedElements()[0]?.textContent).to.equal('Be the first');
  });

  it('greets the host by name', async () => {
    const info = { phase: 'live', title: 'Tea', host: { name: 'Lin Yue' }, sources: [] } as const;
    const talk = await start({ ports: { stream: { subscribe: (sink) => sink.next([info]) } } });
    const chat = await chatElement(talk);
    await until(() => chat.shadowRoot?.querySelector('.greet')?.textContent?.trim() === 'Say hello to Lin Yue');
  });

  describe('is accessible', () => {
    const talkative = async (options: ChatRoomOptions = {}): Promise<ChatRoom> => {
      const talk = await start(options);
      talk.say('Jun', 'how many infusions does it give?');
      talk.say('Lin Yue', 'eight, at least', { author: { id: 'h', name: 'Lin Yue', role: 'host' } });
      talk.say('Ida', 'see the guide', {
        author: { id: 'i', name: 'Ida', role: 'moderator' },
        replyTo: { id: 'm1', name: 'Jun' },
      });
      talk.say('Amélie', 'the gaiwan set', { kind: 'order' });
      return talk;
    };
    const settled = async (chat: VitrineChat, selector: string): Promise<void> => {
      await until(() => chat.shadowRoot?.querySelector(selector), `There is no "${selector}".`);
      await until(() => chat.shadowRoot?.getAnimations().every(({ playState }) => playState !== 'running') ?? true);
    };
    const refused = { send: () => Promise.reject(new VitrineError('MESSAGE_REFUSED', 'No.')) };
    const say = (chat: VitrineChat, text: string): void => {
      write(chat, text);
      press(fieldOf(chat), 'Enter');
    };
    const states: Record<string, (variant: 'panel' | 'overlay') => Promise<VitrineChat>> = {
      'while people talk': async (variant) => {
        const chat = await chatElement(await talkative(), variant);
        await settled(chat, '.row:nth-of-type(4)');
        return chat;
      },
      'while it loads': async (variant) => chatElement(await start({ isSilent: true }), variant),
      'when it is empty': async (variant) => {
        const chat = await chatElement(await start(), variant);
        await settled(chat, '.quick');
        return chat;
      },
      'when it is read-only': async (variant) => {
        const chat = await chatElement(await talkative({ send: null }), variant);
        await settled(chat, '.closed');
        return chat;
      },
      'when it asks for a login': async (variant) => {
        const chat = await chatElement(
          await talkative({ settings: { mode: 'members' }, viewer: { ...anna, isGuest: true } }),
          variant,
        );
        await settled(chat, 'button.closed');
        return chat;
      },
      'when it asks for a name': async (variant) => {
        const chat = await chatElement(await talkative({ viewer: guest, rename: async () => anna }), variant);
        await settled(chat, 'textarea:enabled');
        say(chat, 'hello');
        await settled(chat, 'input');
        return chat;
      },
      'with a refused message': async (variant) => {
        const chat = await chatElement(await talkative(refused), variant);
        await settled(chat, 'textarea:enabled');
        say(chat, 'hello');
        await settled(chat, '.failed');
        return chat;
      },
      'with a text that is too long': async (variant) => {
        const chat = await chatElement(await talkative(), variant);
        await settled(chat, 'textarea:enabled');
        say(chat, 'x'.repeat(300));
        await settled(chat, '.left.over');
        return chat;
      },
      'with an open row': async (variant) => {
        const chat = await chatElement(await talkative(), variant);
        await settled(chat, 'textarea:enabled');
        rowsOf(chat)[0]?.click();
        await settled(chat, '.actions');
        return chat;
      },
      'while the reader reads above': async (variant) => {
        const talk = await talkative();
        talk.flood(40);
        const chat = await chatElement(talk, variant);
        await settled(chat, '.row:nth-of-type(20)');
        await scrollUp(chat, 200);
        return chat;
      },
      'when there is none': async (variant) => {
        const room = await testRoom();
        rooms.push(room);
        return chatElement({ room }, variant);
      },
    };
    for (const [name, show] of Object.entries(states)) {
      for (const variant of ['panel', 'overlay'] as const) {
        it(`${name}, as ${variant}`, async () => {
          await expectAccessible(await show(variant));
        });
      }
    }

    it('in the dark', async () => {
      const chat = await chatElement(await talkative());
      chat.parentElement?.style.setProperty('--vitrine-color-scheme', 'dark');
      await settled(chat, '.row:nth-of-type(4)');
      expect(getComputedStyle(chat).colorScheme).to.equal('dark');
      await expectAccessible(chat);
    });
  });

  for (const [lang, dir, say, host] of [
    ['ar', 'rtl', 'اكتب تعليقًا', 'المضيف'],
    ['zh-CN', 'ltr', '说点什么…', '主播'],
  ] as const) {
    it(`speaks ${lang} and is written ${dir}`, async () => {
      document.documentElement.lang = lang;
      document.documentElement.dir = dir;
      const talk = await start();
      talk.say('Lin', 'yes', { author: { id: 'h', name: 'Lin', role: 'host' } });
      const chat = await chatElement(talk);
      await until(() => fieldOf(chat).placeholder === say);
      expect(rowsOf(chat)[0]?.querySelector('.tag')?.textContent).to.equal(host);
      const avatar = find(chat, '.avatar').getBoundingClientRect();
      const text = find(chat, '.text').getBoundingClientRect();
      expect(avatar.left > text.left).to.equal(dir === 'rtl');
      const field = find(chat, '.field').getBoundingClientRect();
      expect(field.left > find(chat, '.send').getBoundingClientRect().left).to.equal(dir === 'rtl');
      await expectAccessible(chat);
    });
  }

  it('keeps the words of every script as they were written, each in its own direction', async () => {
    const talk = await start();
    for (const [name, text] of scripts) talk.say(name, text);
    for (const variant of ['panel', 'overlay'] as const) {
      const chat = await chatElement(talk, variant);
      await until(() => rowsOf(chat).length === scripts.length);
      const seen = rowsOf(chat).map((row) => [
        row.querySelector('bdi.name')?.textContent,
        row.querySelector('bdi.text')?.textContent,
      ]);
      expect(seen).to.deep.equal(scripts.map((line) => [...line]));
      // Letters of neighbouring boxes would join without a real space between them.
      if (variant === 'overlay') {
        for (const row of rowsOf(chat)) expect(row.querySelector('bdi.name')?.nextSibling?.textContent).to.match(/^\s/);
      }
    }
  });

  for (const scale of ['1', '2']) {
    for (const width of [184, 240, 320, 376]) {
      it(`fits into ${width} px with text at ${scale} times its size`, async () => {
        document.documentElement.style.setProperty('--vitrine-text-scale', scale);
        const talk = await start({ viewer: guest, rename: async () => anna });
        talk.say('Averyveryverylongnamewithoutanyspaceinit', 'w'.repeat(120));
        talk.say('Lin Yue', 'yes', { author: { id: 'h', name: 'Lin Yue', role: 'moderator' } });
        for (const variant of ['panel', 'overlay'] as const) {
          const chat = await chatElement(talk, variant);
          chat.parentElement?.style.setProperty('inline-size', `${width}px`);
          await until(() => rowsOf(chat).length === 2 && chat.shadowRoot?.querySelector('textarea:enabled'));
          const list = find(chat, '.list');
          expect(list.scrollWidth, variant).to.be.at.most(list.clientWidth);
          for (const row of rowsOf(chat)) expect(row.scrollWidth, variant).to.be.at.most(row.clientWidth);
          const box = chat.getBoundingClientRect();
          const inside = [...(chat.shadowRoot?.querySelectorAll('.bar *:not(.visually-hidden)') ?? [])];
          for (const part of inside)
            expect(part.getBoundingClientRect().right, `${part.localName}.${part.className}`).to.be.at.most(
              box.right + 0.5,
            );
        }
      });
    }
  }

  it('gives the pointer 44 px over video', async () => {
    const talk = await start();
    const chat = await chatElement(talk, 'overlay');
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
    write(chat, 'hello');
    await until(() => chat.shadowRoot?.querySelector('.glass .send'));
    for (const control of chat.shadowRoot?.querySelectorAll('.bar :is(button, .field)') ?? []) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.className).to.be.at.least(44);
    }
  });

  it('lets the video be pressed where no row is', async () => {
    const talk = await start();
    talk.say('Jun', 'short');
    const chat = await chatElement(talk, 'overlay');
    await until(() => rowsOf(chat).length === 1);
    const list = find(chat, '.list').getBoundingClientRect();
    const row = rowsOf(chat)[0]?.getBoundingClientRect();
    expect(document.elementFromPoint(list.left + 10, list.top + 10) === chat).to.equal(false);
    expectSame(document.elementFromPoint((row?.left ?? 0) + 4, (row?.top ?? 0) + 8), chat);
  });

  it('lifts its bar over the keyboard of a phone in a room fixed to the viewport, and only there', async () => {
    const view = Object.assign(new EventTarget(), { offsetTop: 0, height: window.innerHeight - 300, scale: 1 });
    const original = Object.getOwnPropertyDescriptor(window, 'visualViewport');
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: view });
    try {
      const talk = await start();
      const chat = await chatElement(talk, 'overlay');
      await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
      const bar = find(chat, '.bar');
      fieldOf(chat).focus();
      await until(() => chat.hasAttribute('typing'));
      expect(getComputedStyle(bar).marginBlockEnd).to.equal('0px');
      fieldOf(chat).blur();

      const box = chat.parentElement as HTMLElement;
      box.style.cssText += '; position: fixed; inset: 0; inline-size: auto; block-size: auto';
      fieldOf(chat).focus();
      await until(() => getComputedStyle(bar).marginBlockEnd === '300px');
      view.height = window.innerHeight;
      view.dispatchEvent(new Event('resize'));
      await until(() => getComputedStyle(bar).marginBlockEnd === '0px');
      view.height = window.innerHeight - 300;
      view.dispatchEvent(new Event('resize'));
      fieldOf(chat).blur();
      await until(() => getComputedStyle(bar).marginBlockEnd === '0px');
    } finally {
      if (original) Object.defineProperty(window, 'visualViewport', original);
    }
  });

  it('survives being moved in the document', async () => {
    const talk = await start();
    talk.say('Jun', 'one');
    const chat = await chatElement(talk);
    await until(() => rowsOf(chat).length === 1);
    write(chat, 'half a thou');
    const elsewhere = document.createElement('div');
    chat.parentElement?.after(elsewhere);
    elsewhere.append(chat);
    talk.say('Jun', 'two');
    await until(() => rowsOf(chat).length === 2);
    expect(fieldOf(chat).value).to.equal('half a thou');
    elsewhere.remove();
  });

  it('leaves nothing behind after a hundred mounts', async () => {
    const talk = await start();
    talk.flood(5);
    let asked = 0;
    const original = VitrineChat.prototype.requestUpdate;
    const listening = { added: 0, removed: 0 };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    for (let index = 0; index < 100; index++) {
      const chat = await chatElement(talk);
      fieldOf(chat).focus();
      chat.parentElement?.remove();
    }
    try {
      VitrineChat.prototype.requestUpdate = function (...parameters) {
        asked++;

        original.apply(this, parameters);
      };
      EventTarget.prototype.addEventListener = function (...parameters: Parameters<typeof addEventListener>) {
        listening.added++;
        addEventListener.apply(this, parameters);
      };
      talk.say('Jun', 'is anybody there?');
      talk.setStatus('reconnecting');
      document.dispatchEvent(new Event('vitrine-room-source'));
      document.documentElement.lang = 'en-GB';
      await frames(20);
    } finally {
      VitrineChat.prototype.requestUpdate = original;
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    }
    expect(asked).to.equal(0);
    expect(listening.added).to.equal(0);
  });
});
