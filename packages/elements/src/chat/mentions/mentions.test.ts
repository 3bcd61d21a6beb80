// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { expectAccessible, expectSame, unmountAll, until } from '../../shared/testing/index.js';
import type { VitrineChat } from '../chat.js';
import { chatElement, fieldOf, find, frames, press, rowsOf, write } from '../testing/chat-element.js';
import { chatRoom, type ChatRoom } from '../testing/chat-room.js';

// `role=combobox` on a text area is not in the list of ARIA in HTML, but browsers and screen readers know it: the pattern
// needs it, and a field of one line would not do for the chat.
const allowed = ['aria-allowed-role'];

describe('names to call in the composer of vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;
  let field: HTMLTextAreaElement;

  const start = async (variant: 'panel' | 'overlay' = 'panel'): Promise<void> => {
    talk = await chatRoom();
    talk.say('Jun', 'one');
    talk.say('Lin Yue', 'two', { author: { id: 'lin', name: 'Lin Yue', role: 'host' } });
    talk.say('Juno', 'three');
    talk.say('Tom H', 'four');
    chat = await chatElement(talk, variant);
    await until(() => rowsOf(chat).length === 4 && chat.shadowRoot?.querySelector('textarea:enabled'));
    field = fieldOf(chat);
    field.focus();
  };
  const options = (): HTMLElement[] => [...(chat.shadowRoot?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
  const names = (): string =>
    options()
      .map((option) => option.querySelector('bdi')?.textContent)
      .join();
  const chosen = (): string | undefined =>
    options()
      .find(({ id }) => id === field.getAttribute('aria-activedescendant'))
      ?.querySelector('bdi')?.textContent ?? undefined;
  const type = async (text: string, expected: string): Promise<void> => {
    write(chat, text);
    await until(() => names() === expected, `Not ${expected}, but ${names()}.`);
  };
  const isClosed = (): boolean => chat.shadowRoot?.querySelector('[role=listbox]') === null;

  afterEach(() => {
    unmountAll();
    talk.room.close();
    sessionStorage.clear();
    localStorage.clear();
  });

  it('are offered from the first "@", and fewer with each letter', async () => {
    await start();
    await type('@', 'Lin Yue,Tom H,Juno,Jun');
    expect(find(chat, '[role=option]').textContent).to.include('Host');
    await type('hello @ju', 'Juno,Jun');
    expect(chosen()).to.equal('Juno');
    await type('hello @jun', 'Juno,Jun');
    write(chat, 'hello @junx');
    await until(isClosed);
    expect(field.getAttribute('aria-expanded')).to.equal('false');
    expectSame(field.getAttribute('aria-activedescendant'), null);
  });

  it('are a list that the field points to', async () => {
    await start();
    await type('@', 'Lin Yue,Tom H,Juno,Jun');
    await until(() => field.getAttribute('aria-expanded') === 'true');
    expect(field.getAttribute('role')).to.equal('combobox');
    expect(field.getAttribute('aria-autocomplete')).to.equal('list');
    const list = find(chat, '[role=listbox]');
    expect(field.getAttribute('aria-controls')).to.equal(list.id);
    expect(list.getAttribute('aria-label')).to.equal('People to mention');
    expect(options()[0]?.getAttribute('aria-selected')).to.equal('true');
    expect(find(chat, '[role=status][aria-live]').textContent).to.equal('4 names');
    expectSame(chat.shadowRoot?.activeElement, field);
    await expectAccessible(chat, allowed);
  });

  it('are walked by arrows, around both ends, and taken by Enter, which does not send', async () => {
    await start();
    await type('see @', 'Lin Yue,Tom H,Juno,Jun');
    expect(press(field, 'ArrowUp')).to.equal(false);
    await until(() => chosen() === 'Jun');
    press(field, 'ArrowDown');
    press(field, 'ArrowDown');
    await until(() => chosen() === 'Tom H');
    expect(press(field, 'Enter')).to.equal(false);
    await until(() => field.value === 'see @Tom H ');
    await until(isClosed);
    expect(field.selectionStart).to.equal(field.value.length);
    await frames();
    expect(talk.drafts).to.deep.equal([]);
    expect(sessionStorage.getItem(`vitrine:${talk.room.id}:draft`)).to.equal('see @Tom H ');
    press(field, 'Enter');
    await until(() => talk.drafts.length === 1);
    expect(talk.drafts[0]?.text).to.equal('see @Tom H');
  });

  it('are taken by Tab, and left by Tab backwards', async () => {
    await start();
    await type('@to', 'Tom H');
    expect(press(field, 'Tab', { shiftKey: true })).to.equal(true);
    expect(press(field, 'Tab')).to.equal(false);
    await until(() => field.value === '@Tom H ');
  });

  it('are taken by a press, in the middle of a sentence too', async () => {
    await start();
    field.value = 'is it so, @ju is it';
    field.setSelectionRange(13, 13);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until(() => names() === 'Juno,Jun');
    const option = options()[1];
    expect(
      option?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true })),
    ).to.equal(false);
    option?.click();
    await until(() => field.value === 'is it so, @Jun is it');
    expect(field.selectionStart).to.equal('is it so, @Jun '.length);
    expectSame(chat.shadowRoot?.activeElement, field);
    await until(isClosed);
  });

  it('are put away by Escape, for this "@" alone, and the field is not left', async () => {
    await start();
    await type('@j', 'Juno,Jun');
    press(field, 'Escape');
    await until(isClosed);
    expectSame(chat.shadowRoot?.activeElement, field);
    write(chat, '@ju');
    await frames();
    expect(isClosed()).to.equal(true);
    await type('@ju @', 'Lin Yue,Tom H,Juno,Jun');
  });

  it('leave an input method all its keys', async () => {
    await start();
    await type('@j', 'Juno,Jun');
    for (const key of ['Enter', 'ArrowDown', 'Escape', 'Tab']) {
      expect(press(field, key, { isComposing: true })).to.equal(true);
      // Safari: the composition has ended already, only the key code says whose key it was.
      expect(press(field, key, { keyCode: 229 } as KeyboardEventInit)).to.equal(true);
    }
    await frames();
    expect(field.value).to.equal('@j');
    expect(talk.drafts).to.deep.equal([]);
  });

  it('go when the caret goes, or the focus', async () => {
    await start();
    await type('see @j', 'Juno,Jun');
    field.setSelectionRange(2, 2);
    field.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowLeft', bubbles: true }));
    await until(isClosed);
    await type('see @ju', 'Juno,Jun');
    field.blur();
    await until(isClosed);
  });

  it('go with what was sent by its button', async () => {
    await start();
    await type('@j', 'Juno,Jun');
    find(chat, '.send').click();
    await until(() => talk.drafts.length === 1);
    await until(isClosed);
  });

  it('have targets of 44 px above the field, inside the chat', async () => {
    for (const variant of ['panel', 'overlay'] as const) {
      await start(variant);
      await type('@', 'Lin Yue,Tom H,Juno,Jun');
      const list = find(chat, '[role=listbox]').getBoundingClientRect();
      const outside = chat.getBoundingClientRect();
      expect(list.bottom).to.be.at.most(find(chat, '.field').getBoundingClientRect().top);
      expect(list.left).to.be.at.least(outside.left);
      expect(list.right).to.be.at.most(outside.right);
      for (const option of options()) expect(option.offsetHeight).to.be.at.least(44);
      await expectAccessible(chat, allowed);
      unmountAll();
      talk.room.close();
    }
  });

  it('are not offered in place of a name that is asked for, nor in an address', async () => {
    await start();
    await type('@j', 'Juno,Jun');
    write(chat, 'tea@jun');
    await until(isClosed);
  });
});
