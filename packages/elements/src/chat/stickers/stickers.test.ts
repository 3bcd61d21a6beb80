// SPDX-License-Identifier: MIT
import { VitrineError, type Sticker } from '@vitrine/core';
import { expect } from 'chai';
import { expectAccessible, expectSame, unmountAll, until } from '../../shared/testing/index.js';
import type { VitrineChat } from '../chat.js';
import type { VitrineEmojiPicker } from '../emoji-picker.js';
import { chatElement, fieldOf, find, frames, newChat, press, rowsOf, textsOf, write } from '../testing/chat-element.js';
import { chatRoom, guest, type ChatRoom, type ChatRoomOptions } from '../testing/chat-room.js';
import { stickers } from '../testing/stickers.fixture.js';

const [heart, star, broken, refused] = stickers;

describe('the stickers of vitrine-chat', () => {
  let talk: ChatRoom;
  let chat: VitrineChat;

  const picker = (): VitrineEmojiPicker | null => chat.shadowRoot?.querySelector('vitrine-emoji-picker') ?? null;
  const all = <E extends HTMLElement>(selector: string): E[] => [
    ...(picker()?.shadowRoot?.querySelectorAll<E>(selector) ?? []),
  ];
  const offered = (): HTMLElement[] => all('button.sticker');
  const active = (): Element | null => picker()?.shadowRoot?.activeElement ?? null;
  const start = async (options: ChatRoomOptions = {}, variant: 'panel' | 'overlay' = 'panel'): Promise<void> => {
    talk = await chatRoom({ stickers, ...options });
    chat = await chatElement(talk, variant);
    await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
  };
  const open = async (): Promise<void> => {
    find(chat, '.emoji').click();
    await until(() => active() !== null, 'The emoji never opened.');
  };
  const choose = async (index: number): Promise<void> => {
    await open();
    await until(() => offered()[index], 'There are no stickers.');
    offered()[index]?.click();
  };
  const author = { id: 'hana', name: 'Hana', role: 'viewer' } as const;
  const say = (sticker: Sticker): string => talk.say('Hana', sticker.label, { author, sticker });
  const picture = (row: HTMLElement | undefined): HTMLImageElement | null =>
    row?.querySelector<HTMLImageElement>('.text img') ?? null;

  afterEach(() => {
    unmountAll();
    talk.room.close();
    sessionStorage.clear();
    localStorage.clear();
  });

  describe('to choose from', () => {
    it('stand below the emoji, each with its label, in words where it is no picture', async () => {
      await start();
      await open();
      await until(() => offered().length === 4);
      const names = offered().map((button) => button.querySelector('img')?.alt ?? button.textContent?.trim());
      expect(names).to.deep.equal(stickers.map(({ label }) => label));
      expectSame(offered()[3]?.querySelector('img'), null);
      for (const button of offered()) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
      await expectAccessible(chat);
    });

    it('are not spoken of where the back end has none', async () => {
      talk = await chatRoom();
      chat = await chatElement(talk);
      await until(() => chat.shadowRoot?.querySelector('textarea:enabled'));
      await open();
      expect(all('.stickers, .title')).to.deep.equal([]);
    });

    it('are sent at once, beside what is being written, and give focus back', async () => {
      await start();
      write(chat, 'not sent');
      await choose(0);
      await until(() => talk.drafts.length === 1 && picker() === null);
      const [draft] = talk.drafts;
      expect(draft).to.include({ text: '', sticker: 'heart' });
      expect(fieldOf(chat).value).to.equal('not sent');
      expectSame(chat.shadowRoot?.activeElement, find(chat, '.emoji'));
      await until(() => rowsOf(chat).length === 1 && !rowsOf(chat)[0]?.classList.contains('pending'));
      expect(picture(rowsOf(chat)[0])?.alt).to.equal('Love it');
    });

    it('answer the message that is answered', async () => {
      await start();
      const id = talk.say('Hana', 'which one?');
      await until(() => rowsOf(chat).length === 1);
      rowsOf(chat)[0]?.click();
      await until(() => chat.shadowRoot?.querySelector('[data-do=reply]'));
      find(chat, '[data-do=reply]').click();
      await until(() => chat.shadowRoot?.querySelector('.replying'));
      await choose(1);
      await until(() => talk.drafts.length === 1);
      expect(talk.drafts[0]).to.include({ sticker: 'star', replyTo: id });
      await until(() => !chat.shadowRoot?.querySelector('.replying'));
    });

    it('ask a guest for a name first, and are sent then', async () => {
      await start({ viewer: guest, rename: async (name) => ({ ...guest, name }) });
      await choose(1);
      await until(() => chat.shadowRoot?.activeElement?.id === 'name', 'Nobody asked for a name.');
      write(chat, 'Noor', find<HTMLInputElement>(chat, '#name'));
      press(find(chat, '#name'), 'Enter');
      await until(() => talk.drafts.length === 1);
      expect(talk.drafts[0]).to.include({ text: '', sticker: 'star' });
    });

    it('are reached from the emoji by arrows, and go back to them', async () => {
      await start();
      await open();
      await until(() => offered().length === 4);
      press(active() as HTMLElement, 'End');
      expectSame(active(), offered()[3]);
      press(active() as HTMLElement, 'ArrowUp');
      expectSame(active(), offered()[0]);
      press(active() as HTMLElement, 'ArrowUp');
      expect(active()?.classList.contains('sticker')).to.equal(false);
      press(active() as HTMLElement, 'ArrowDown');
      expect(active()?.classList.contains('sticker')).to.equal(true);
      await picker()?.updateComplete;
      expect(all('[tabindex="0"]')).to.have.lengthOf(1);
      expectSame(all('[tabindex="0"]')[0], active());
      press(active() as HTMLElement, 'Escape');
      await until(() => picker() === null);
      expectSame(chat.shadowRoot?.activeElement, find(chat, '.emoji'));
    });

    it('say that they are on their way, and that there are none', async () => {
      let give: (list: readonly Sticker[]) => void = () => undefined;
      await start({ chat: { stickers: () => new Promise((resolve) => (give = resolve)) } });
      await open();
      expect(all('.stickers')[0]?.getAttribute('aria-busy')).to.equal('true');
      expect(all('.stickers p')[0]?.textContent).to.equal('Loading stickers…');
      give([]);
      await until(() => all('.stickers p')[0]?.textContent === 'There are no stickers here now.');
      await expectAccessible(chat);
    });

    it('say that they cannot be had, and are asked for once more, where focus then is', async () => {
      let isUp = false;
      const port = async (): Promise<readonly Sticker[]> => {
        if (isUp) return [heart];
        throw new VitrineError('NETWORK', 'No.');
      };
      await start({ chat: { stickers: port } });
      await open();
      await until(() => all('.again').length === 1);
      expect(all('.stickers p')[0]?.textContent).to.equal('The stickers cannot be reached.');
      await expectAccessible(chat);
      isUp = true;
      all('.again')[0]?.click();
      await until(() => offered().length === 1);
      expectSame(active(), offered()[0]);
    });

    it('are asked for anew each time, and stay meanwhile and where they cannot be had', async () => {
      const lists: (readonly Sticker[])[] = [[heart], [heart, star]];
      const port = async (): Promise<readonly Sticker[]> => {
        const next = lists.shift();
        if (next) return next;
        throw new VitrineError('NETWORK', 'No.');
      };
      await start({ chat: { stickers: port } });
      for (const [before, after] of [
        [0, 1],
        [1, 2],
        [2, 2],
      ] as const) {
        await open();
        if (before > 0) expect(offered().length).to.be.at.least(before);
        await until(() => offered().length === after);
        await frames(2);
        expect(offered()).to.have.lengthOf(after);
        press(active() as HTMLElement, 'Escape');
        await until(() => picker() === null);
      }
    });
  });

  for (const variant of ['panel', 'overlay'] as const) {
    describe(`in rows of the chat as ${variant}`, () => {
      it('are pictures of 96 px that take their place before they are there', async () => {
        await start({}, variant);
        say(heart);
        await until(() => picture(rowsOf(chat)[0])?.complete);
        const image = picture(rowsOf(chat)[0]) as HTMLImageElement;
        const { width, height } = image.getBoundingClientRect();
        expect([width, height]).to.deep.equal([96, 96]);
        expect([image.alt, image.loading, image.referrerPolicy]).to.deep.equal(['Love it', 'lazy', 'no-referrer']);
        const label = image.nextElementSibling as HTMLElement;
        expect(getComputedStyle(label).visibility).to.equal('hidden');
        await expectAccessible(chat);
      });

      it('are their label where the picture is broken, and nothing moves', async () => {
        await start({}, variant);
        say(heart);
        say(broken);
        await until(() => rowsOf(chat)[1]?.querySelector('[data-broken]'));
        const [good, bad] = rowsOf(chat);
        const label = bad?.querySelector<HTMLElement>('.text span');
        expect(label?.textContent).to.equal('Freshly picked');
        expect(getComputedStyle(label as HTMLElement).visibility).to.equal('visible');
        expect(getComputedStyle(picture(bad) as HTMLElement).visibility).to.equal('hidden');
        expect(bad?.offsetHeight).to.equal(good?.offsetHeight);
      });

      it('are words where their address is refused', async () => {
        await start({}, variant);
        say(refused);
        await until(() => rowsOf(chat).length === 1);
        expectSame(picture(rowsOf(chat)[0]), null);
        expect(textsOf(chat)).to.deep.equal(['Tea time']);
        expect(rowsOf(chat)[0]?.offsetHeight).to.be.below(96);
      });
    });
  }

  it('are pictures from the first moment on, before the desk is there', async () => {
    talk = await chatRoom();
    say(heart);
    chat = await newChat(talk);
    await until(() => rowsOf(chat).length === 1);
    const { offsetHeight } = rowsOf(chat)[0] as HTMLElement;
    expect(picture(rowsOf(chat)[0])?.alt).to.equal('Love it');
    await until(() => chat.shadowRoot?.querySelector('.door'));
    expect(rowsOf(chat)[0]?.offsetHeight).to.equal(offsetHeight);
  });

  it('stand in the own row while they are on their way, and say why they were refused', async () => {
    let refuse: (error: VitrineError) => void = () => undefined;
    await start({ send: () => new Promise((_, reject) => (refuse = reject)) });
    await choose(0);
    await until(() => chat.shadowRoot?.querySelector('.row.pending'));
    const row = rowsOf(chat)[0];
    expect(picture(row)?.alt).to.equal('Love it');
    refuse(new VitrineError('MESSAGE_REFUSED', 'No.', { field: 'sticker' }));
    await until(() => chat.shadowRoot?.querySelector('.failed'));
    expect(find(chat, '.failed').textContent?.trim()).to.equal('This message was not accepted here.');
    expectSame(rowsOf(chat)[0], row);
  });

  it('are read out as stickers, by their label', async () => {
    await start();
    chat.announce = true;
    const mine = talk.say('Anna', 'which one?', { author: { id: 'anna', name: 'Anna', role: 'viewer' } });
    talk.say('Hana', heart.label, { author, sticker: heart, replyTo: { id: mine, name: 'Anna' } });
    const region = find(chat, '.visually-hidden[aria-live=polite]');
    await until(() => region.textContent === 'Hana: sticker, Love it');
  });
});
