// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import type { OwnWords } from '@vitrine/core/own-words';
import { expect } from 'chai';
import { html } from 'lit';
import type { VitrineChat } from '../chat/chat.js';
import { chatElement, find, frames, press, rowsOf, textsOf } from '../chat/testing/chat-element.js';
import { chatRoom, type ChatRoom, type ChatRoomOptions } from '../chat/testing/chat-room.js';
import { offerDanmaku, readDanmaku } from '../shared/danmaku-choice.js';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, expectSame, mount, unmountAll, until } from '../shared/testing/index.js';
import arabic from './chat-settings.strings.ar.js';
import chinese from './chat-settings.strings.zh-CN.js';
import type { VitrineChatSettings } from './index.js';
import './index.js';
import { readChatChoice } from './kept.js';

registerLanguage('zh-CN', async () => ({ default: { 'chat-settings': chinese } }));
registerLanguage('ar', async () => ({ default: { 'chat-settings': arabic } }));

describe('vitrine-chat-settings', () => {
  const rooms: Room[] = [];
  const start = async (options: ChatRoomOptions = {}): Promise<ChatRoom> => {
    const talk = await chatRoom(options);
    rooms.push(talk.room);
    return talk;
  };

  afterEach(() => {
    unmountAll();
    for (const room of rooms.splice(0)) room.close();
    localStorage.clear();
    sessionStorage.clear();
    document.documentElement.removeAttribute('dir');
    document.documentElement.removeAttribute('lang');
    document.documentElement.style.removeProperty('--vitrine-text-scale');
  });

  const panelOf = (chat: VitrineChat): VitrineChatSettings | null =>
    chat.shadowRoot?.querySelector('vitrine-chat-settings') ?? null;
  const inside = <E extends HTMLElement>(panel: VitrineChatSettings | null, selector: string): E => {
    const found = panel?.shadowRoot?.querySelector<E>(selector);
    if (!found) throw new Error(`Nothing in the settings is "${selector}".`);
    return found;
  };
  /** A chat whose settings are open. */
  const open = async (
    talk: ChatRoom,
    variant: 'panel' | 'overlay' = 'panel',
  ): Promise<{ chat: VitrineChat; panel: VitrineChatSettings }> => {
    const chat = await chatElement(talk, variant);
    return { chat, panel: await show(chat) };
  };
  const show = async (chat: VitrineChat): Promise<VitrineChatSettings> => {
    find(chat, '.door').click();
    await until(() => panelOf(chat)?.shadowRoot?.activeElement, 'The settings never took the focus.');
    return panelOf(chat) as VitrineChatSettings;
  };
  const radio = (panel: VitrineChatSettings, name: string, index: number): HTMLInputElement => {
    const found = panel.shadowRoot?.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)[index];
    if (!found) throw new Error(`There is no choice ${index} of ${name}.`);
    return found;
  };
  const labelsOf = (panel: VitrineChatSettings): string[] =>
    [...(panel.shadowRoot?.querySelectorAll('.toggle') ?? [])].map((one) => one.textContent.trim());
  const isOn = (panel: VitrineChatSettings, id: string): boolean =>
    inside(panel, `#${id}`).getAttribute('aria-checked') === 'true';

  it('opens from a button of the chat as a dialog, takes the focus, and gives it back', async () => {
    const { chat, panel } = await open(await start());
    const button = find(chat, '.door');
    expect(button.getAttribute('aria-haspopup')).to.equal('dialog');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect([panel.getAttribute('role'), panel.getAttribute('aria-label')]).to.deep.equal(['dialog', 'Chat settings']);
    expectSame(panel.shadowRoot?.activeElement, inside(panel, 'h2'));
    press(inside(panel, 'h2'), 'Escape');
    await until(() => panelOf(chat) === null);
    expectSame(chat.shadowRoot?.activeElement, button);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    const again = await show(chat);
    inside(again, '[part=close]').click();
    await until(() => panelOf(chat) === null);
    expectSame(chat.shadowRoot?.activeElement, button);
  });

  it('keeps its Escape to itself', async () => {
    const { panel } = await open(await start());
    let heard = 0;
    document.addEventListener('keydown', () => heard++, { once: true });
    press(inside(panel, 'h2'), 'Escape');
    expect(heard).to.equal(0);
  });

  it('closes when the viewer goes elsewhere', async () => {
    const { chat } = await open(await start());
    find(chat, 'textarea').focus();
    await until(() => panelOf(chat) === null);
    await show(chat);
    find(chat, '.list').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await until(() => panelOf(chat) === null);
    await show(chat);
    find(chat, '.door').click();
    await until(() => panelOf(chat) === null);
  });

  it('sets the size of what is said and written, and of nothing else, and keeps it', async () => {
    const talk = await start();
    talk.say('Jun', 'hello');
    const chat = await chatElement(talk, 'panel', html`<button slot="actions">bag</button>`);
    await until(() => rowsOf(chat).length === 1);
    const sizeOf = (element: Element | null): number => parseFloat(getComputedStyle(element as Element).fontSize);
    const text = (): number => sizeOf(rowsOf(chat)[0]!.querySelector('.text'));
    const usual = text();
    const panel = await show(chat);
    radio(panel, 'size', 3).click();
    await until(() => text() === usual * 1.5);
    expect(sizeOf(find(chat, 'textarea'))).to.be.closeTo(21, 0.01);
    expect(sizeOf(find(chat, 'slot[name=actions]'))).to.be.closeTo(14, 0.01);
    expect(readChatChoice().size).to.equal('larger');
    const other = await chatElement(talk);
    await until(() => other.style.getPropertyValue('--vitrine-chat-text-scale') === '1.5');
    radio(panel, 'size', 1).click();
    await until(() => text() === usual);
    expect(chat.style.getPropertyValue('--vitrine-chat-text-scale')).to.equal('');
  });

  it('multiplies the size of the page', async () => {
    document.documentElement.style.setProperty('--vitrine-text-scale', '2');
    const talk = await start();
    talk.say('Jun', 'hello');
    const { chat, panel } = await open(talk);
    radio(panel, 'size', 2).click();
    await until(() => getComputedStyle(rowsOf(chat)[0]!.querySelector('.text')!).fontSize === '35px');
  });

  it('lets the rows stand still, counts what comes, and goes on', async () => {
    const talk = await start();
    talk.say('Jun', 'before');
    const { chat, panel } = await open(talk);
    await until(() => rowsOf(chat).length === 1);
    inside(panel, '#pause').click();
    await until(() => isOn(panel, 'pause'));
    talk.say('Jun', 'one');
    talk.say('Jun', 'two');
    await until(() => chat.shadowRoot?.querySelector('[part=jump]')?.textContent?.trim() === '2 new');
    // Nothing but the viewer's wish ends it: neither a scroll to the end nor the focus that leaves the rows.
    find(chat, '.list').dispatchEvent(new Event('scroll'));
    await frames();
    expect(textsOf(chat)).to.deep.equal(['before']);
    inside(panel, '#pause').click();
    await until(() => rowsOf(chat).length === 3);
    expect(isOn(panel, 'pause')).to.equal(false);
    expectSame(chat.shadowRoot?.activeElement, panel);
    inside(panel, '#pause').click();
    talk.say('Jun', 'three');
    await until(() => chat.shadowRoot?.querySelector('[part=jump]'));
    find(chat, '[part=jump]').click();
    await until(() => rowsOf(chat).length === 4 && !isOn(panel, 'pause'));
  });

  it('has its button beside the rows over a picture, and above those of a panel', async () => {
    const talk = await start();
    talk.flood(40);
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction;
      const chat = await chatElement(talk, 'overlay');
      const button = find(chat, '.door').getBoundingClientRect();
      const list = find(chat, '.list').getBoundingClientRect();
      expect(direction === 'ltr' ? button.left - list.right : list.left - button.right).to.be.at.least(-1);
      unmountAll();
    }
    const panel = await chatElement(talk, 'panel');
    const end = find(panel, '.door').getBoundingClientRect().bottom - find(panel, '.list').getBoundingClientRect().top;
    const [, gone] =
      /^linear-gradient\(rgba\(0, 0, 0, 0\) ([\d.]+)px/.exec(getComputedStyle(find(panel, '.list')).maskImage) ?? [];
    expect(Number(gone)).to.be.at.least(end - 8);
  });

  it('hides the rows that lie over the picture, and leaves a way back', async () => {
    const talk = await start();
    talk.say('Jun', 'hello');
    const { chat, panel } = await open(talk, 'overlay');
    inside(panel, '#hide').click();
    await until(() => find(chat, '.list').getClientRects().length === 0);
    press(inside(panel, '#hide'), 'Escape');
    await until(() => panelOf(chat) === null);
    const { width, height } = find(chat, '.door').getBoundingClientRect();
    expect([width, height]).to.deep.equal([44, 44]);
    const again = await show(chat);
    expect(isOn(again, 'hide')).to.equal(true);
    inside(again, '#hide').click();
    await until(() => find(chat, '.list').getClientRects().length > 0);
    const { panel: beside } = await open(await start(), 'panel');
    expect(labelsOf(beside)).to.deep.equal(['Pause the chat', 'Announce chat']);
  });

  it('reads the chat out where that is wanted, and keeps it', async () => {
    const { chat, panel } = await open(await start());
    inside(panel, '#announce').click();
    await until(() => isOn(panel, 'announce'));
    expect(chat.announce).to.equal(true);
    const { chat: next } = await open(await start());
    expect(next.announce).to.equal(true);
  });

  it('offers that what is said flies, where the room has a place for it', async () => {
    const talk = await start();
    const { panel } = await open(talk);
    expect(labelsOf(panel)).to.not.include('Messages fly over the video');
    const place = new AbortController();
    offerDanmaku(talk.room, place.signal);
    await until(() => panel.shadowRoot?.querySelector('#fly'));
    expect(panel.shadowRoot?.querySelector('[name=share]') === null).to.equal(true);
    inside(panel, '#fly').click();
    await until(() => panel.shadowRoot?.querySelector('[name=opacity]'));
    radio(panel, 'share', 1).click();
    radio(panel, 'opacity', 0).click();
    expect(readDanmaku()).to.deep.equal({ isOn: true, share: 50, opacity: 50 });
    place.abort();
    await until(() => panel.shadowRoot?.querySelector('#fly') === null);
  });

  it('says that nothing flies where motion is not wanted', async () => {
    const talk = await start();
    const { chat, panel } = await open(talk);
    const place = new AbortController();
    offerDanmaku(talk.room, place.signal);
    await until(() => panel.shadowRoot?.querySelector('#fly'));
    expect(inside(panel, '#fly').hasAttribute('aria-describedby')).to.equal(false);
    chat.parentElement?.style.setProperty('--vitrine-motion', '0');
    panel.requestUpdate();
    await panel.updateComplete;
    const note = inside(panel, '#fly').getAttribute('aria-describedby') ?? '';
    expect(inside(panel, `#${note}`).textContent).to.equal('Your device asks for less motion, so nothing flies.');
    place.abort();
  });

  it('lists whom the viewer has muted, and lets them hear of each again', async () => {
    const talk = await start();
    const { panel } = await open(talk);
    await until(() => panel.shadowRoot?.querySelector('#muted'));
    for (const [id, name] of [
      ['a', 'Mallory'],
      ['b', 'Trent'],
    ] as const)
      await talk.room.request('muted:add', { id, name });
    await until(() => panel.shadowRoot?.querySelectorAll('[part=person]').length === 2);
    const button = inside(panel, '[part=unmute]');
    expect(button.getAttribute('aria-label')).to.equal('Unmute Mallory');
    button.focus();
    button.click();
    await until(() => panel.shadowRoot?.querySelectorAll('[part=person]').length === 1);
    expect(talk.room.store.state.muted?.people.map(({ id }) => id)).to.deep.equal(['b']);
    inside(panel, '[part=unmute]').click();
    await until(() => panel.shadowRoot?.querySelector('[part=person]') === null);
    await until(() => panel.shadowRoot?.activeElement?.id === 'muted');
    expect(panel.shadowRoot?.textContent).to.include('You have muted nobody.');
  });

  describe('for what the viewer wrote', () => {
    const withOwn = async (
      answers: { readonly save?: () => OwnWords; readonly remove?: () => Promise<void> | void } = {},
    ): Promise<{ chat: VitrineChat; panel: VitrineChatSettings; talk: ChatRoom }> => {
      const talk = await start();
      const { bus } = talk.room;
      const { save, remove } = answers;
      if (save) bus.answer('own-words:export', save, talk.room);
      if (remove) bus.answer('own-words:delete', remove, talk.room);
      return { talk, ...(await open(talk)) };
    };
    const noticeOf = (panel: VitrineChatSettings): string => inside(panel, '[part=notice]').textContent.trim();

    it('asks the back end, wherever the chat stands', async () => {
      const deleted: string[] = [];
      const talk = await start({
        ports: {
          ownWords: {
            export: async () => ({ messages: [], questions: [] }),
            delete: async ({ commandId }) => void deleted.push(commandId),
          },
        },
      });
      const { panel } = await open(talk);
      await until(() => panel.shadowRoot?.querySelector('[part=delete]'));
      inside(panel, '[part=delete]').click();
      await until(() => panel.shadowRoot?.querySelector('[part=confirm]'));
      inside(panel, '[part=confirm]').click();
      await until(() => deleted.length === 1);
    });

    it('offers nothing where nobody answers', async () => {
      const { panel } = await withOwn();
      expect(panel.shadowRoot?.querySelector('[part=download], [part=delete]') === null).to.equal(true);
    });

    it('saves a file of it', async () => {
      const own: OwnWords = { messages: [{ id: 'm1', text: 'hello', sentAt: 5, state: 'shown' }], questions: [] };
      const { panel } = await withOwn({ save: () => own });
      const blobs: Blob[] = [];
      const saved: string[] = [];
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      URL.createObjectURL = (blob: Blob) => {
        blobs.push(blob);
        return createObjectURL.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        saved.push(this.download);
      };
      try {
        inside(panel, '[part=download]').click();
        await until(() => noticeOf(panel) === 'Your messages were saved as a file.');
      } finally {
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = click;
      }
      expect(saved).to.have.length(1);
      expect(saved[0]).to.match(/^chat-.*\.json$/);
      expect(JSON.parse((await blobs[0]?.text()) ?? '')).to.deep.equal(own);
    });

    it('deletes it once the viewer is sure', async () => {
      let deleted = 0;
      const { panel } = await withOwn({ remove: () => void deleted++ });
      inside(panel, '[part=delete]').click();
      await until(() => panel.shadowRoot?.activeElement?.getAttribute('part') === 'keep');
      inside(panel, '[part=keep]').click();
      await until(() => panel.shadowRoot?.activeElement?.getAttribute('part') === 'delete');
      expect(deleted).to.equal(0);
      inside(panel, '[part=delete]').click();
      await until(() => panel.shadowRoot?.querySelector('[part=confirm]'));
      inside(panel, '[part=confirm]').click();
      await until(() => noticeOf(panel) === 'Your messages were deleted.');
      expect(deleted).to.equal(1);
      expect(panel.shadowRoot?.activeElement?.getAttribute('part')).to.equal('delete');
    });

    it('says when that did not work, and does not do it twice at once', async () => {
      let tries = 0;
      let fail = (): void => undefined;
      const remove = (): Promise<void> => {
        tries++;
        return new Promise((_, reject) => (fail = () => reject(new Error('no'))));
      };
      const { panel } = await withOwn({ remove });
      inside(panel, '[part=delete]').click();
      await until(() => panel.shadowRoot?.querySelector('[part=confirm]'));
      inside(panel, '[part=confirm]').click();
      await until(() => panel.shadowRoot?.querySelector('[part=delete][aria-disabled=true]'));
      inside(panel, '[part=delete]').click();
      await panel.updateComplete;
      expect(panel.shadowRoot?.querySelector('[part=confirm]') === null).to.equal(true);
      fail();
      await until(() => noticeOf(panel) === 'That did not work. Try again.');
      expect(tries).to.equal(1);
    });

    it('lets the page take it over', async () => {
      let deleted = 0;
      const { chat, panel } = await withOwn({ remove: () => void deleted++ });
      chat.addEventListener('vitrine-own-words-delete', (event) => event.preventDefault());
      inside(panel, '[part=delete]').click();
      await until(() => panel.shadowRoot?.querySelector('[part=confirm]'));
      inside(panel, '[part=confirm]').click();
      await until(() => panel.shadowRoot?.querySelector('[part=delete]:not([aria-disabled])'));
      expect(deleted).to.equal(0);
      expect(noticeOf(panel)).to.equal('');
    });
  });

  for (const variant of ['panel', 'overlay'] as const) {
    for (const [language, direction, heading] of [
      ['en', 'ltr', 'Chat settings'],
      ['zh-CN', 'ltr', '聊天设置'],
      ['ar', 'rtl', 'إعدادات الدردشة'],
    ] as const) {
      it(`is accessible and stays in its box: ${variant}, ${language}`, async () => {
        document.documentElement.dir = direction;
        document.documentElement.lang = language;
        const talk = await start();
        talk.room.bus.answer('own-words:delete', () => undefined, talk.room);
        const place = new AbortController();
        offerDanmaku(talk.room, place.signal);
        const { chat, panel } = await open(talk, variant);
        await until(() => inside(panel, 'h2').textContent === heading);
        inside(panel, '#fly').click();
        await until(() => panel.shadowRoot?.querySelector('[name=opacity]'));
        expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
        const box = chat.getBoundingClientRect();
        const { left, right } = panel.getBoundingClientRect();
        expect(left >= box.left && right <= box.right).to.equal(true);
        for (const one of panel.shadowRoot?.querySelectorAll('button, label') ?? [])
          expect(one.getBoundingClientRect().height).to.be.at.least(44);
        await expectAccessible(chat);
        inside(panel, '[part=delete]').click();
        await until(() => panel.shadowRoot?.querySelector('[part=confirm]'));
        await expectAccessible(chat);
        place.abort();
      });
    }
  }

  it('fits into 320 px at 200 % text', async () => {
    document.documentElement.style.setProperty('--vitrine-text-scale', '2');
    const talk = await start();
    talk.room.bus.answer('own-words:delete', () => undefined, talk.room);
    const { chat, panel } = await open(talk, 'overlay');
    chat.parentElement!.style.inlineSize = '296px';
    await frames(2);
    expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
    expect(panel.getBoundingClientRect().width).to.be.at.most(320);
  });

  it('shows by itself what the room has', async () => {
    const talk = await start();
    talk.room.bus.answer('own-words:delete', () => undefined, talk.room);
    const panel = await mount<VitrineChatSettings>(
      html`<vitrine-chat-settings .room=${talk.room}></vitrine-chat-settings>`,
    );
    await until(() => panel.shadowRoot?.querySelector('[part=delete]'));
    expect(panel.shadowRoot?.querySelector('.toggle, [part=close]') === null).to.equal(true);
  });

  it('lasts as long as the page where the browser refuses to keep it', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
    try {
      const { chat, panel } = await open(await start());
      radio(panel, 'size', 2).click();
      await until(() => chat.style.getPropertyValue('--vitrine-chat-text-scale') === '1.25');
      const next = await chatElement(await start());
      await until(() => next.style.getPropertyValue('--vitrine-chat-text-scale') === '1.25');
      Storage.prototype.setItem = setItem;
      radio(panel, 'size', 1).click();
      await until(() => chat.style.getPropertyValue('--vitrine-chat-text-scale') === '');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
