// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import { expectSame, unmountAll, until } from '../shared/testing/index.js';
import { chatElement, fieldOf, find, frames, press, rowsOf, textsOf, write } from './testing/chat-element.js';
import { anna, chatRoom, guest, type ChatRoom } from './testing/chat-room.js';

describe('the composer of vitrine-chat', () => {
  const open: ChatRoom[] = [];
  const room = async (...options: Parameters<typeof chatRoom>): Promise<ChatRoom> => {
    const made = await chatRoom(...options);
    open.push(made);
    return made;
  };
  const ready = async (talk: ChatRoom, ...more: [variant?: 'panel' | 'overlay']): ReturnType<typeof chatElement> => {
    const chat = await chatElement(talk, ...more);
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'), 'Nothing can be written.');
    return chat;
  };

  afterEach(() => {
    unmountAll();
    for (const { room } of open.splice(0)) room.close();
    sessionStorage.clear();
    localStorage.clear();
  });

  it('sends by Enter, shows the message at once and only once, and keeps its row when it is confirmed', async () => {
    let confirm = (): void => undefined;
    const confirmed = new Promise<void>((resolve) => (confirm = resolve));
    const talk = await room({
      send: async ({ cid, text }) => {
        await confirmed;
        talk.say('Anna', text, { id: 'm-own', cid, author: { id: 'anna', name: 'Anna', role: 'viewer' } });
        return { id: 'm-own' };
      },
    });
    talk.say('Jun', 'hello');
    const chat = await ready(talk);
    write(chat, 'is this the 2026 harvest?');
    press(fieldOf(chat), 'Enter');
    await until(() => rowsOf(chat).length === 2);
    const row = rowsOf(chat)[1];
    expect(row?.classList.contains('pending')).to.equal(true);
    expect(row?.querySelector('.name')?.textContent).to.equal('Anna');
    expect(fieldOf(chat).value).to.equal('');
    const { top } = row?.getBoundingClientRect() ?? {};
    await until(() => row?.getAnimations().length === 0);
    const settled = row?.getBoundingClientRect().top;
    confirm();
    await until(() => !row?.classList.contains('pending'));
    expect(top).to.be.a('number');
    expect(rowsOf(chat)).to.have.length(2);
    expectSame(rowsOf(chat)[1], row);
    expect(row?.getBoundingClientRect().top).to.equal(settled);
    await frames();
    expect(textsOf(chat)).to.deep.equal(['hello', 'is this the 2026 harvest?']);
  });

  it('never sends while an input method composes a word', async () => {
    const talk = await room();
    const chat = await ready(talk);
    const field = fieldOf(chat);
    write(chat, '你好');
    expect(press(field, 'Enter', { isComposing: true })).to.equal(true);
    // Safari: the composition has ended already, only the key code says whose key it was.
    expect(press(field, 'Enter', { keyCode: 229 } as KeyboardEventInit)).to.equal(true);
    await frames();
    expect(talk.drafts).to.deep.equal([]);
    expect(field.value).to.equal('你好');
    expect(press(field, 'Enter')).to.equal(false);
    await until(() => talk.drafts.length === 1);
    expect(talk.drafts[0]?.text).to.equal('你好');
  });

  it('sends by its button, which is accent only while there is something to send', async () => {
    const talk = await room();
    const chat = await ready(talk);
    const button = find(chat, '.send');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    await until(() => chat.shadowRoot?.activeElement === fieldOf(chat), 'The field never got focus.');
    write(chat, '  ');
    await chat.updateComplete;
    expect(button.classList.contains('ready')).to.equal(false);
    write(chat, 'hello');
    await chat.updateComplete;
    expect(button.classList.contains('ready')).to.equal(true);
    button.click();
    await until(() => talk.drafts.length === 1);
  });

  it('asks the page first, which may send in its own way', async () => {
    const talk = await room();
    const chat = await ready(talk);
    const details: unknown[] = [];
    chat.addEventListener('vitrine-chat-send', (event) => {
      details.push((event as CustomEvent).detail);
      event.preventDefault();
    });
    write(chat, 'mine');
    press(fieldOf(chat), 'Enter');
    await until(() => fieldOf(chat).value === '');
    expect(details).to.deep.equal([{ text: 'mine' }]);
    expect(talk.drafts).to.deep.equal([]);
  });

  it('keeps all of a text that is too long, says by how much, and does not send it', async () => {
    const talk = await room({ settings: { maximumLength: 50 } });
    const chat = await ready(talk);
    const pasted = 'x'.repeat(10_000);
    write(chat, pasted);
    press(fieldOf(chat), 'Enter');
    await until(() => find(chat, '.notice').textContent === 'Too long by 9,950 characters.');
    expect(fieldOf(chat).value).to.have.length(10_000);
    expect(fieldOf(chat).getAttribute('aria-invalid')).to.equal('true');
    expect(find(chat, '[part=counter] [aria-hidden]').textContent).to.equal('-9,950');
    expect(talk.drafts).to.deep.equal([]);
    write(chat, 'x'.repeat(50));
    await until(() => find(chat, '.notice').textContent === '');
    press(fieldOf(chat), 'Enter');
    await until(() => talk.drafts.length === 1);
  });

  it('counts what a reader would call a character, and only near the limit', async () => {
    const talk = await room({ settings: { maximumLength: 20 } });
    const chat = await ready(talk);
    write(chat, 'short');
    await chat.updateComplete;
    expectSame(chat.shadowRoot?.querySelector('[part=counter]'), null);
    write(chat, '👨‍👩‍👧‍👦'.repeat(18));
    await until(() => chat.shadowRoot?.querySelector('[part=counter] [aria-hidden]')?.textContent === '2');
    expect(find(chat, '[part=counter] .visually-hidden').textContent).to.equal('2 characters left');
    press(fieldOf(chat), 'Enter');
    await until(() => talk.drafts.length === 1);
  });

  it('counts slow mode down and keeps what is written meanwhile', async () => {
    const talk = await room({ settings: { slowMode: 30_000 } });
    const chat = await ready(talk);
    write(chat, 'one');
    press(fieldOf(chat), 'Enter');
    await until(() => /Write again in \d+ s/.test(fieldOf(chat).placeholder));
    write(chat, 'two');
    press(fieldOf(chat), 'Enter');
    await until(() => find(chat, '.notice').textContent?.startsWith('Slow mode is on.'));
    expect(fieldOf(chat).value).to.equal('two');
    expect(talk.drafts).to.have.length(1);
    const first = Number(find(chat, '.send').textContent);
    await until(() => Number(find(chat, '.send').textContent) < first, 'The countdown stands still.');
  });

  it('keeps the draft over a reload of the page', async () => {
    const talk = await room({ id: 'draft' });
    const chat = await ready(talk);
    write(chat, 'half a thou');
    await until(() => sessionStorage.getItem('vitrine:draft:draft') === 'half a thou');
    unmountAll();
    talk.room.close();
    const again = await ready(await room({ id: 'draft' }));
    await until(() => fieldOf(again).value === 'half a thou', 'The draft never came back.');
    press(fieldOf(again), 'Enter');
    await until(() => fieldOf(again).value === '');
    expect(sessionStorage.getItem('vitrine:draft:draft')).to.equal(null);
  });

  it('asks a guest for a name at the first message, then sends that very message', async () => {
    const talk = await room({
      viewer: guest,
      rename: async (name) => {
        if (name === 'Lin Yue') throw new VitrineError('NAME_RESERVED', 'Taken.');
        return { ...anna, name, isGuest: true };
      },
    });
    const chat = await ready(talk);
    fieldOf(chat).focus();
    write(chat, 'where is it from?');
    press(fieldOf(chat), 'Enter');
    await until(() => chat.shadowRoot?.querySelector('input'));
    const name = find<HTMLInputElement>(chat, 'input');
    await until(() => chat.shadowRoot?.activeElement === name);
    expect(talk.drafts).to.deep.equal([]);
    write(chat, 'Lin Yue', name);
    press(name, 'Enter', { isComposing: true });
    press(name, 'Enter');
    await until(() => find(chat, '.notice').textContent === 'This name is taken. Choose another one.');
    write(chat, 'Anna', name);
    press(name, 'Enter');
    await until(() => talk.drafts.length === 1);
    expect(talk.drafts[0]?.text).to.equal('where is it from?');
    await until(() => chat.shadowRoot?.activeElement === fieldOf(chat));
    expect(fieldOf(chat).value).to.equal('');
  });

  it('goes back from the question for a name with what was written', async () => {
    const talk = await room({
      viewer: guest,
      rename: async (name) => ({ ...anna, name }),
    });
    const chat = await ready(talk);
    write(chat, 'hello');
    press(fieldOf(chat), 'Enter');
    await until(() => chat.shadowRoot?.querySelector('input'));
    press(find(chat, 'input'), 'Escape');
    await until(() => chat.shadowRoot?.querySelector('textarea'));
    expect(fieldOf(chat).value).to.equal('hello');
    expect(talk.drafts).to.deep.equal([]);
  });

  it('lets members sign in where they would write, then gives them the field', async () => {
    const talk = await room({
      settings: { mode: 'members' },
      viewer: { ...anna, isGuest: true },
      require: async () => anna,
    });
    const chat = await chatElement(talk);
    await until(() => chat.shadowRoot?.querySelector('button.closed'));
    const button = find(chat, 'button.closed');
    expect(button.textContent?.trim()).to.equal('Sign in to chat');
    const asked: unknown[] = [];
    chat.addEventListener('vitrine-identity-require', (event) => asked.push((event as CustomEvent).detail));
    button.focus();
    button.click();
    await until(() => chat.shadowRoot?.querySelector('textarea'));
    await until(() => chat.shadowRoot?.activeElement === fieldOf(chat), 'The field never got focus.');
    expect(asked).to.deep.equal([{ reason: 'chat' }]);
  });

  it('says nothing when the viewer closes the login, and why when it fails', async () => {
    let thrown: unknown = new DOMException('closed', 'AbortError');
    const talk = await room({
      settings: { mode: 'members' },
      viewer: { ...anna, isGuest: true },
      require: () => Promise.reject(thrown),
    });
    const chat = await chatElement(talk);
    await until(() => chat.shadowRoot?.querySelector('button.closed'));
    find(chat, 'button.closed').click();
    await until(() => find(chat, 'button.closed').getAttribute('aria-busy') === null);
    expect(find(chat, '.notice').textContent).to.equal('');
    thrown = new VitrineError('NETWORK', 'gone');
    find(chat, 'button.closed').click();
    await until(() => find(chat, '.notice').textContent !== '');
  });

  it('says that a chat is read-only, without anything to press', async () => {
    const talk = await room({ send: null });
    const chat = await chatElement(talk);
    await until(() => find(chat, '[part=composer]').textContent?.includes('Chat is read-only'));
    expectSame(chat.shadowRoot?.querySelector('textarea, .send, button.closed'), null);
  });

  it('offers ready sentences while nobody has said anything, and sends the one that is pressed', async () => {
    const talk = await room();
    const chat = await ready(talk);
    await until(() => chat.shadowRoot?.querySelectorAll('.quick').length === 2);
    for (const chip of chat.shadowRoot?.querySelectorAll<HTMLElement>('.quick') ?? []) {
      expect(chip.getBoundingClientRect().height).to.be.at.least(44);
    }
    write(chat, 'a draft');
    find(chat, '.quick').click();
    await until(() => textsOf(chat)[0] === 'Hello');
    expectSame(chat.shadowRoot?.querySelector('.quick'), null);
    expect(fieldOf(chat).value).to.equal('a draft');
  });

  it('leaves the field by Escape, keeps its keys from the page, and tells when the viewer is typing', async () => {
    const talk = await room();
    const chat = await ready(talk);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    fieldOf(chat).focus();
    await until(() => chat.hasAttribute('typing'));
    if (CSS.supports('selector(:state(typing))')) await until(() => chat.matches(':state(typing)'));
    press(fieldOf(chat), 'm');
    press(fieldOf(chat), 'Escape');
    await until(() => !chat.hasAttribute('typing'));
    document.removeEventListener('keydown', listen);
    expectSame(chat.shadowRoot?.activeElement, null);
    expect(heard).to.deep.equal([]);
  });

  it('answers a message from its row', async () => {
    const talk = await room();
    const id = talk.say('Jun', 'how many infusions?');
    const chat = await ready(talk);
    await until(() => rowsOf(chat).length === 1);
    rowsOf(chat)[0]?.click();
    await until(() => chat.shadowRoot?.querySelector('[data-do=reply]'));
    find(chat, '[data-do=reply]').click();
    await until(() => chat.shadowRoot?.activeElement === fieldOf(chat));
    expect(find(chat, '.replying').textContent?.trim()).to.equal('Reply to Jun');
    write(chat, 'eight at least');
    press(fieldOf(chat), 'Enter');
    await until(() => talk.drafts.length === 1);
    expect(talk.drafts[0]).to.include({ text: 'eight at least', replyTo: id });
    await until(() => chat.shadowRoot?.querySelector('.replying') === null);
  });

  it('writes over what comes meanwhile without losing a key', async () => {
    const talk = await room();
    const chat = await ready(talk);
    const field = fieldOf(chat);
    field.focus();
    for (let index = 0; index < 30; index++) {
      talk.say('Jun', `noise ${index}`);
      write(chat, `${field.value}${index % 10}`);
      await frames(1);
    }
    expect(field.value).to.equal('012345678901234567890123456789');
    expectSame(fieldOf(chat), field);
    expectSame(chat.shadowRoot?.activeElement, field);
  });

  it('says in the empty field what the page has set, and what slow mode says above that', async () => {
    const talk = await room({ settings: { slowMode: 30_000 } });
    const chat = await ready(talk);
    expect(fieldOf(chat).placeholder).to.equal('Say something');
    chat.placeholder = 'Reply as Lingnan Tea House';
    await until(() => fieldOf(chat).placeholder === 'Reply as Lingnan Tea House');
    expect(fieldOf(chat).getAttribute('aria-label')).to.equal('Reply as Lingnan Tea House');
    write(chat, 'one');
    press(fieldOf(chat), 'Enter');
    await until(() => fieldOf(chat).placeholder.startsWith('Write again in'));
  });

  for (const variant of ['panel', 'overlay'] as const) {
    it(`shows whole lines only, and takes focus by a press beside them, as ${variant}`, async () => {
      const talk = await room();
      const chat = await ready(talk, variant);
      const field = fieldOf(chat);
      for (const text of ['x', 'word '.repeat(60)]) {
        write(chat, text);
        await chat.updateComplete;
        expect(field.clientHeight % parseFloat(getComputedStyle(field).lineHeight)).to.equal(0);
        expect(find(chat, '.field').offsetHeight).to.equal(field.offsetHeight + 24);
      }
      find(chat, '.field').click();
      expectSame(chat.shadowRoot?.activeElement, field);
    });
  }

  it('takes an emoji button of the page in place of its own', async () => {
    const talk = await room();
    const chat = await chatElement(talk, 'panel', html`<button slot="emoji">own</button>`);
    await until(() => chat.shadowRoot?.querySelector('slot[name=emoji]'));
    const slot = find<HTMLSlotElement>(chat, 'slot[name=emoji]');
    expect(slot.assignedElements().map(({ textContent }) => textContent)).to.deep.equal(['own']);
  });
});
