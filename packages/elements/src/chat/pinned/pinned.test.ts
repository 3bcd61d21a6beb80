// SPDX-License-Identifier: MIT
import { VitrineError, type ChatNotice, type ChatPort } from '@vitrine/core';
import { expect } from 'chai';
import { expectAccessible, expectSame, unmountAll, until } from '../../shared/testing/index.js';
import type { VitrineChat } from '../chat.js';
import { chatElement, find, frames, gapBelow, press, rowsOf } from '../testing/chat-element.js';
import { anna, chatRoom, moderator, type ChatRoom } from '../testing/chat-room.js';

const lin = { id: 'lin', name: 'Lin Yue', role: 'host' } as const;
const long =
  'Free delivery to every country of the list until eight this evening, also for what was ordered before. '.repeat(2);

describe('what stands at the top of vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;
  let refusal: VitrineError | null = null;
  const asked: unknown[] = [];

  const put = (notice: ChatNotice | null): void => talk.push({ kind: 'notice', notice });
  const line = (): HTMLElement | null => chat.shadowRoot?.querySelector<HTMLElement>('.pinned') ?? null;
  const words = (): string => line()?.querySelector('.said')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const spoken = (): string => find(chat, '[role=status][aria-live]').textContent;
  const buttons = (): HTMLButtonElement[] => [...(line()?.querySelectorAll('button') ?? [])];

  async function open(variant: 'panel' | 'overlay' = 'panel', viewer = anna, rows = 30): Promise<void> {
    asked.length = 0;
    refusal = null;
    const pin: ChatPort['pin'] = async (target) => {
      asked.push(target);
      if (refusal) throw refusal;
      put(null);
    };
    talk = await chatRoom({ viewer, ...(viewer === moderator && { chat: { pin } }) });
    talk.flood(rows);
    chat = await chatElement(talk, variant);
    await until(() => rowsOf(chat).length > 0);
  }
  const shown = (): Promise<void> => until(() => line(), 'Nothing stands there.');

  afterEach(() => {
    unmountAll();
    talk.room.close();
  });

  for (const variant of ['panel', 'overlay'] as const) {
    it(`comes and goes without moving a row, in a ${variant}, with few rows and with many`, async () => {
      for (const count of [2, 30]) {
        await open(variant, anna, count);
        await frames();
        const tops = (): string =>
          [find(chat, '.list'), ...rowsOf(chat)].map((row) => Math.round(row.getBoundingClientRect().top)).join();
        const before = tops();
        expect(gapBelow(chat)).to.be.lessThan(1);
        put({ author: lin, text: long });
        await shown();
        await frames();
        expect(tops()).to.equal(before);
        put(null);
        await until(() => !line());
        await frames();
        expect(tops()).to.equal(before);
        unmountAll();
        talk.room.close();
      }
    });

    it(`tells who says it and what, in a ${variant}, as text, and can be read by everybody`, async () => {
      await open(variant);
      put({ id: 'm1', author: lin, text: '<b>Free</b> delivery' });
      await shown();
      expect(words()).to.equal('Lin Yue Host <b>Free</b> delivery');
      expect(line()?.getAttribute('aria-label')).to.equal('Pinned');
      // (While it comes in it is half transparent.)
      await until(() => line()?.getAnimations().length === 0);
      await expectAccessible(chat);
      for (const button of buttons()) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });
  }

  it('leaves the reader where they are, and covers nothing that can be scrolled to', async () => {
    await open();
    const list = find(chat, '.list');
    await frames(2);
    list.scrollTop = -200;
    await until(() => chat.shadowRoot?.querySelector('[part=jump]'));
    const top = rowsOf(chat)[10]?.getBoundingClientRect().top;
    put({ author: lin, text: long });
    await shown();
    await frames();
    expect(list.scrollTop).to.equal(-200);
    expect(rowsOf(chat)[10]?.getBoundingClientRect().top).to.equal(top);
    list.scrollTop = -list.scrollHeight;
    await frames();
    const end = line()?.getBoundingClientRect().bottom ?? 0;
    expect(rowsOf(chat)[0]?.getBoundingClientRect().top).to.be.at.least(end);
  });

  for (const variant of ['panel', 'overlay'] as const) {
    it(`has buttons that nothing covers, in a ${variant}`, async () => {
      await open(variant);
      put({ author: lin, text: long });
      await shown();
      await until(() => chat.shadowRoot?.querySelector('.door'));
      await frames();
      for (const button of buttons()) {
        const { left, top, width, height } = button.getBoundingClientRect();
        const hit = chat.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
        expect(button.contains(hit ?? null), button.getAttribute('aria-label') ?? button.className).to.equal(true);
      }
    });
  }

  it('is read out once, politely', async () => {
    await open();
    const one = { author: lin, text: 'Free delivery' };
    put(one);
    await until(() => spoken() === 'Pinned. Lin Yue: Free delivery');
    put({ text: 'Until eight' });
    await until(() => spoken() === 'Pinned: Until eight');
    chat.requestUpdate();
    await frames();
    expect(spoken()).to.equal('Pinned: Until eight');
  });

  it('is two lines until the viewer wants all of it', async () => {
    await open();
    put({ author: lin, text: 'Free delivery' });
    await shown();
    await frames();
    expect(buttons()).to.have.length(1);
    const height = line()?.offsetHeight ?? 0;
    put({ author: lin, text: long });
    await until(() => buttons().length === 2, 'Nothing shows the rest of it.');
    expect(line()?.offsetHeight).to.equal(height);
    const more = buttons()[0] as HTMLButtonElement;
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    const said = line()?.querySelector('.said') as HTMLElement;
    expect(line()?.offsetHeight).to.be.greaterThan(height);
    expect(said.scrollHeight).to.be.at.most(said.clientHeight + 1);
    await expectAccessible(chat);
    more.focus();
    press(more, 'Escape');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    expect(line()?.offsetHeight).to.equal(height);
  });

  it('keeps the focus where another takes its place that is not long', async () => {
    await open();
    put({ author: lin, text: long });
    await until(() => buttons().length === 2);
    buttons()[0]?.focus();
    put({ author: lin, text: 'Free delivery' });
    await until(() => words() === 'Lin Yue Host Free delivery');
    await frames();
    expect(buttons()).to.have.length(1);
    expectSame(chat.shadowRoot?.activeElement, buttons()[0]);
  });

  it('is hidden by the viewer until another comes; the focus stays in the chat', async () => {
    await open();
    put({ author: lin, text: 'Free delivery' });
    await shown();
    buttons()[0]?.focus();
    buttons()[0]?.click();
    expectSame(line(), null);
    expect(chat.shadowRoot?.activeElement).to.equal(find(chat, '.list'));
    talk.say('Priya', 'oh');
    await frames();
    expectSame(line(), null);
    put({ author: lin, text: 'Free delivery' });
    await shown();
    expect(asked).to.deep.equal([]);
  });

  it('is unpinned by the staff, for everybody; a refusal is told', async () => {
    await open('panel', moderator);
    put({ author: lin, text: 'Free delivery' });
    await shown();
    refusal = new VitrineError('NETWORK', 'Gone.');
    const unpin = buttons()[0] as HTMLButtonElement;
    expect(unpin.getAttribute('aria-label')).to.equal('Unpin for everybody');
    unpin.click();
    await until(() => line()?.querySelector('[role=alert]'), 'Nobody is told.');
    refusal = null;
    unpin.click();
    await until(() => !line(), 'It stays.');
    expect(asked).to.deep.equal([null, null]);
  });

  it('goes with what is retracted', async () => {
    await open();
    put({ id: 'm1', author: lin, text: 'Free delivery' });
    await shown();
    talk.push({ kind: 'retract', target: { kind: 'message', id: 'm1' } });
    await until(() => !line(), 'It stays.');
  });
});
