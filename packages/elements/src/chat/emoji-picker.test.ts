// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, expectSame, unmountAll, until } from '../shared/testing/index.js';
import type { VitrineChat } from './chat.js';
import type { VitrineEmojiPicker } from './emoji-picker.js';
import { chatElement, fieldOf, find, press, write } from './testing/chat-element.js';
import { chatRoom, type ChatRoom } from './testing/chat-room.js';

describe('the emoji of vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;

  const picker = (): VitrineEmojiPicker | null => chat.shadowRoot?.querySelector('vitrine-emoji-picker') ?? null;
  const buttons = (): HTMLElement[] => [...(picker()?.shadowRoot?.querySelectorAll('button') ?? [])];
  const active = (): Element | null => picker()?.shadowRoot?.activeElement ?? null;
  const open = async (): Promise<void> => {
    find(chat, '.emoji').click();
    await until(() => active() !== null, 'The emoji never opened.');
  };

  beforeEach(async () => {
    talk = await chatRoom();
    chat = await chatElement(talk);
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
  });
  afterEach(() => {
    unmountAll();
    talk.room.close();
    sessionStorage.clear();
  });

  it('are loaded when they are opened, and put in where the caret is', async () => {
    expectSame(picker(), null);
    write(chat, 'so good');
    fieldOf(chat).setSelectionRange(2, 2);
    await open();
    expect(find(chat, '.emoji').getAttribute('aria-expanded')).to.equal('true');
    expect(buttons().length).to.be.within(36, 48);
    const first = buttons()[0];
    first?.click();
    expect(fieldOf(chat).value).to.equal(`so${first?.textContent} good`);
    buttons()[1]?.click();
    expect(fieldOf(chat).value).to.equal(`so${first?.textContent}${buttons()[1]?.textContent} good`);
    await chat.updateComplete;
    expect(find(chat, '.send').classList.contains('ready')).to.equal(true);
  });

  it('lie above the product that a room puts before the bar', async () => {
    const pin = html`<div slot="before-composer" style="position: relative; z-index: 4; block-size: 88px">pin</div>`;
    // Alone on the page: below another one it may stand outside of the window.
    unmountAll();
    chat = await chatElement(talk, 'overlay', pin);
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
    await open();
    const box = picker()?.getBoundingClientRect();
    const { bottom = 0, left = 0 } = box ?? {};
    expect(chat.querySelector('div')?.getBoundingClientRect().bottom).to.be.greaterThan(bottom - 8);
    expectSame(document.elementFromPoint(left + 20, bottom - 20), chat);
  });

  it('are walked by arrows as one tab stop', async () => {
    await open();
    expectSame(active(), buttons()[0]);
    press(buttons()[0] as HTMLElement, 'ArrowRight');
    await picker()?.updateComplete;
    expectSame(active(), buttons()[1]);
    expect(
      buttons()
        .map(({ tabIndex }) => tabIndex)
        .indexOf(0),
    ).to.equal(1);
    press(buttons()[1] as HTMLElement, 'ArrowDown');
    const below = active()?.getBoundingClientRect();
    const above = buttons()[1]?.getBoundingClientRect();
    expect(below?.left).to.be.closeTo(above?.left ?? 0, 1);
    expect(below?.top).to.be.greaterThan(above?.top ?? 0);
    press(active() as HTMLElement, 'ArrowUp');
    expectSame(active(), buttons()[1]);
    press(active() as HTMLElement, 'End');
    expectSame(active(), buttons().at(-1));
  });

  it('close by Escape, back to their button', async () => {
    await open();
    press(active() as HTMLElement, 'Escape');
    await until(() => picker() === null);
    expectSame(chat.shadowRoot?.activeElement, find(chat, '.emoji'));
  });

  it('close by a press elsewhere and by their own button', async () => {
    await open();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await until(() => picker() === null);
    await open();
    const button = find(chat, '.emoji');
    button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    button.click();
    await until(() => picker() === null);
  });

  it('close when focus goes on to something else', async () => {
    await open();
    fieldOf(chat).focus();
    await until(() => picker() === null);
  });

  it('are accessible and large enough to press', async () => {
    await open();
    for (const button of buttons()) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
    await expectAccessible(chat);
  });
});
