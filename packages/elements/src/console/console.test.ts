// SPDX-License-Identifier: MIT
import { VitrineError, type PresencePort } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import { registerLanguage } from '../shared/localize.js';
import { expectAccessible, holdTime, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import { find, host, HostDesk, openDesk, wordsOf, type OpenDesk } from './console.fixture.js';
import type { VitrineConsole } from './console.js';
import arabic from './console.strings.ar.js';
import chinese from './console.strings.zh-CN.js';
import './index.js';
import type { PreviewPlayer } from './preview-player.js';

registerLanguage('zh-CN', async () => ({ default: { console: chinese } }));
registerLanguage('ar', async () => ({ default: { console: arabic } }));

const boxOf = (element: VitrineConsole, selector: string): DOMRect =>
  (find(element, selector) as HTMLElement).getBoundingClientRect();

describe('vitrine-console', () => {
  let open: OpenDesk | null = null;
  const start = async (...parameters: Parameters<typeof openDesk>): Promise<OpenDesk> =>
    (open = await openDesk(...parameters));

  afterEach(() => {
    unmountAll();
    open?.room.close();
    open = null;
    document.documentElement.dir = '';
    document.documentElement.removeAttribute('lang');
  });

  it('shows the show: its title, its time and how many watch', async () => {
    holdTime();
    const { element } = await start();
    expect(wordsOf(find(element, '[part=title]'))).to.equal('First picking: Dancong');
    await until(() => wordsOf(find(element, '[part=viewers]')) === '12,431 12,431 viewers');
    expect(wordsOf(find(element, '[part=live-pill]'))).to.match(/42:1\d/);
  });

  it('counts nobody before somebody is known', async () => {
    const desk = new HostDesk();
    const presence: PresencePort = { subscribe: (sink) => sink.next([{ viewers: 0 }]) };
    const { element, room } = await start(desk, 1280, { ...desk.ports, presence });
    await until(() => room.store.state.presence.viewers === 0);
    await element.updateComplete;
    expect(find(element, '[part=title]') === null, 'no bar').to.equal(false);
    expect(find(element, '[part=viewers]')).to.equal(null);
  });

  it('has words for the host in an empty chat, not those for viewers', async () => {
    const { element } = await start();
    const chat = find(element, 'vitrine-chat') as HTMLElement;
    await until(() => chat.shadowRoot?.querySelector('slot[name=empty]'), 'Somebody has written.');
    const [words] = chat.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=empty]')?.assignedElements() ?? [];
    expect(wordsOf(words ?? null)).to.equal('Nobody has written yet. What viewers say appears here.');
    expect(chat.shadowRoot?.querySelector('[part=quick]')?.checkVisibility(), 'a sentence for viewers').to.equal(false);
  });

  it('is red only while frames are arriving', async () => {
    const { element } = await start();
    expect(wordsOf(find(element, '[part=live-pill]'))).to.contain('No picture');
    expect(find(element, '.pill.live')).to.equal(null);
  });

  it('says how long after the host viewers see it', async () => {
    const { element, room } = await start();
    room.playhead.publish({ programTime: room.liveEdge() - 5200, source: 'frame', rate: 0 });
    element.requestUpdate();
    await element.updateComplete;
    expect(wordsOf(find(element, '[part=delay]'))).to.match(/^Viewers see this [56] seconds after you$/);
  });

  it('tells a viewer that the page is for the host', async () => {
    const { element } = await start(new HostDesk({ id: 'v', role: 'viewer', isGuest: true }));
    await until(() => find(element, '[part=notice]'));
    expect(wordsOf(find(element, '[part=notice]')))
      .to.contain('This page is for the host')
      .and.to.contain('host link');
    expect(find(element, '.columns')).to.equal(null);
    await expectAccessible(element);
  });

  it('says that a link is no longer valid', async () => {
    const room = await testRoom(
      {},
      {
        adapter: {
          name: 'gone',
          connect: async ({ setStatus }) => {
            setStatus('closed', new VitrineError('TOKEN_EXPIRED', 'Too late.'));
            return {};
          },
        },
      },
    );
    const element = await mount<VitrineConsole>(html`<vitrine-console .room=${room}></vitrine-console>`);
    await until(() => find(element, '[part=notice]'));
    expect(wordsOf(find(element, '[part=notice]'))).to.contain('Your host link is no longer valid');
    room.close();
  });

  it('says that it connects while there is no room', async () => {
    const element = await mount<VitrineConsole>(html`<vitrine-console></vitrine-console>`);
    expect(wordsOf(find(element, '[role=status]'))).to.equal('Connecting to the show…');
  });

  it('turns slow mode and read-only on, once the room has them', async () => {
    const { element, desk } = await start();
    const [slow, closed] = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[role=switch]') ?? [])];
    expect(wordsOf(slow ?? null)).to.equal('Slow mode, 10 s');
    slow?.click();
    await until(() => desk.settings.slowMode === 10_000);
    await until(() => slow?.getAttribute('aria-checked') === 'true' && !slow.hasAttribute('aria-busy'));
    closed?.click();
    await until(() => closed?.getAttribute('aria-checked') === 'true' && !closed.hasAttribute('aria-busy'));
    closed?.click();
    await until(() => desk.settings.mode === 'open');
    expect(desk.asked.map(({ what }) => what)).to.deep.equal([
      'configure {"slowMode":10000}',
      'configure {"mode":"read-only"}',
      'configure {"mode":"open"}',
    ]);
  });

  it('turns a switch back that was refused', async () => {
    const desk = new HostDesk();
    desk.refusal = new VitrineError('OFFLINE', 'Away.');
    const { element } = await start(desk);
    find(element, '[role=switch]')?.click();
    await until(() => find(element, '.refusal'));
    expect(wordsOf(find(element, '.refusal'))).to.equal('You are offline. Try again when you are back.');
    await until(() => find(element, '[role=switch]')?.getAttribute('aria-checked') === 'false');
  });

  it('offers no rules that the back end cannot change', async () => {
    const desk = new HostDesk();
    const { configure: _none, ...chat } = desk.ports.chat ?? { subscribe: desk.chat.subscribe };
    const { element } = await start(desk, 1280, { ...desk.ports, chat });
    expect(find(element, 'vitrine-chat')).not.to.equal(null);
    expect(find(element, '[role=switch]')).to.equal(null);
  });

  it('says so where the back end takes no pins', async () => {
    const desk = new HostDesk();
    const { element } = await start(desk, 1280, { ...desk.ports, catalog: desk.catalog.port });
    expect(find(element, '[part=act]')).to.equal(null);
    expect(wordsOf(find(element, '.hint'))).to.equal('This show’s back end takes no pins from the console.');
  });

  describe('removes the open chat message by Delete', () => {
    /** A host removes what was said. */
    const remove = async (): Promise<OpenDesk & { inChat(selector: string): HTMLElement | null | undefined }> => {
      const { element, desk, room } = await start();
      desk.chat.push({
        kind: 'message',
        message: { id: 'm1', author: { id: 'a', name: 'Priya', role: 'viewer' }, text: 'hello', sentAt: Date.now() },
      });
      const chat = find(element, 'vitrine-chat');
      const inChat = (selector: string): HTMLElement | null | undefined => chat?.shadowRoot?.querySelector(selector);
      await until(() => inChat('.row'));
      inChat('.row')?.click();
      await until(() => inChat('[data-do=remove]'));
      holdTime();
      inChat('.row')?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, composed: true, cancelable: true }),
      );
      await until(() => wordsOf(inChat('.text') ?? null) === 'Message removed');
      expect(desk.asked).to.deep.equal([]);
      return { element, desk, room, inChat };
    };

    it('and can take it back', async () => {
      const { element, desk, inChat } = await remove();
      expect(find<HTMLElement & { undo?: number }>(element, 'vitrine-chat')?.undo).to.equal(6);
      inChat('[data-do=undo]')?.click();
      await until(() => wordsOf(inChat('.text') ?? null) === 'hello');
      unmountAll();
      expect(desk.asked).to.deep.equal([]);
    });

    it('and has meant it when the console is closed', async () => {
      const { desk } = await remove();
      unmountAll();
      await until(() => desk.asked.length > 0);
      expect(desk.asked).to.deep.equal([{ what: 'retract m1' }]);
    });
  });

  for (const [role, brand, placeholder] of [
    ['host', 'Lingnan Tea House', 'Reply as Lingnan Tea House'],
    ['host', undefined, 'Reply as Lin Yue'],
    ['moderator', 'Lingnan Tea House', 'Reply as Ida'],
  ] as const) {
    it(`says as whom a ${role} writes ${brand ? 'for a brand' : 'alone'}`, async () => {
      const desk = new HostDesk({ ...host, role, name: role === 'host' ? 'Lin Yue' : 'Ida' });
      const info = {
        phase: 'live',
        title: 'Tea',
        host: { name: 'Lin Yue', ...(brand && { brand }) },
        sources: [],
      } as const;
      const { element } = await start(desk, 1280, {
        ...desk.ports,
        stream: { subscribe: (sink) => sink.next([info]) },
      });
      const field = (): HTMLTextAreaElement | null | undefined =>
        find(element, 'vitrine-chat')?.shadowRoot?.querySelector('textarea');
      await until(() => field()?.placeholder === placeholder);
    });
  }

  it('goes through the columns by F6, and back', async () => {
    const { element } = await start();
    const press = (shiftKey = false): void => {
      const target = element.shadowRoot?.activeElement ?? find(element, '.frame');
      target?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'F6', shiftKey, bubbles: true, composed: true, cancelable: true }),
      );
    };
    const column = (): string | null | undefined => element.shadowRoot?.activeElement?.getAttribute('data-column');
    for (const name of ['show', 'products', 'chat', 'show']) {
      press();
      await until(() => column() === name, `F6 did not reach ${name}.`);
    }
    press(true);
    await until(() => column() === 'chat');
  });

  it('stands in three columns, in a strip over two, or one at a time', async () => {
    const { element } = await start();
    const box = element.parentElement as HTMLElement;
    const sizes = (): readonly [DOMRect, DOMRect, DOMRect] => [
      boxOf(element, '[data-column=show]'),
      boxOf(element, '[data-column=products]'),
      boxOf(element, '[data-column=chat]'),
    ];
    let [show, products, chat] = sizes();
    expect(show.width).to.equal(304);
    expect(chat.width).to.equal(392);
    expect(products.left - show.right).to.equal(16);
    expect(show.top).to.equal(chat.top);
    expect(boxOf(element, '.health').bottom).to.equal(chat.bottom);
    box.style.inlineSize = '1000px';
    [show, products, chat] = sizes();
    expect(show.width).to.equal(960);
    expect(products.top).to.be.greaterThan(show.bottom);
    expect(chat.top).to.equal(products.top);
    box.style.inlineSize = '390px';
    [show, products, chat] = sizes();
    expect(products.width).to.equal(390);
    expect(show.width + chat.width).to.equal(0);
    element.shadowRoot?.querySelectorAll<HTMLElement>('.tabs button')[2]?.click();
    await element.updateComplete;
    [show, products, chat] = sizes();
    expect(chat.width).to.equal(390);
    expect(products.width).to.equal(0);
  });

  for (const width of [840, 1024, 1199]) {
    it(`is a strip of at most 120 px at ${width} px, with nothing over the small picture`, async () => {
      const { element, desk, room } = await start(new HostDesk(), width);
      desk.catalog.feed.push({ kind: 'pin', productId: 'dancong', at: room.liveEdge() - 20_000 });
      await until(() => find(element, '.on-camera'));
      const player = find<HTMLElement & PreviewPlayer>(element, 'vitrine-player');
      if (player) Object.defineProperties(player, { hasPicture: { value: true }, latency: { value: 5200 } });
      room.playhead.publish({ programTime: room.liveEdge() - 5200, source: 'frame', rate: 0 });
      element.requestUpdate();
      await until(() => find(element, '.sound'));
      await until(() => boxOf(element, '[data-column=show]').height <= 120);
      const picture = boxOf(element, '.picture');
      for (const part of ['.sound', '.on-camera', '[part=delay]'])
        expect(boxOf(element, part).left, part).to.be.at.least(picture.right);
    });
  }

  for (const [lang, title] of [
    ['en', 'Run of show'],
    ['ar', 'ترتيب العرض'],
    ['zh-CN', '讲解顺序'],
  ] as const) {
    it(`has buttons of one width in ${lang}`, async () => {
      document.documentElement.lang = lang;
      const { element, desk } = await start();
      desk.catalog.pin('dancong');
      await until(() => find(element, '.row.on') && wordsOf(find(element, '.rundown h2')).startsWith(title));
      const widths = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.act') ?? [])].map(
        (act) => act.offsetWidth,
      );
      expect(new Set(widths).size, widths.join()).to.equal(1);
    });
  }

  for (const width of [1440, 1200, 1000, 840, 560, 390, 320]) {
    for (const scale of [1, 2]) {
      it(`overflows nowhere at ${width} px, text × ${scale}`, async () => {
        const { element, desk } = await start(new HostDesk(), width);
        element.style.setProperty('--vitrine-text-scale', String(scale));
        desk.catalog.pin('dancong');
        await until(() => find(element, '.row.on'));
        for (const part of element.shadowRoot?.querySelectorAll<HTMLElement>(
          '.bar, .column.current, .card, .rows, .row, .act, .tabs, .rules',
        ) ?? []) {
          expect(part.scrollWidth, part.className).to.be.at.most(part.clientWidth + 1);
        }
      });
    }
  }

  for (const width of [1280, 1000, 390]) {
    it(`has no fault that axe finds at ${width} px`, async () => {
      const { element, desk } = await start(new HostDesk(), width);
      desk.catalog.pin('dancong');
      await until(() => find(element, '.row.on'));
      await expectAccessible(element);
    });
  }

  it('is mirrored where one writes from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const { element } = await start();
    expect(boxOf(element, '[data-column=show]').left).to.be.greaterThan(boxOf(element, '[data-column=chat]').left);
    await expectAccessible(element);
  });

  it('survives being moved, and its chat and pins with it', async () => {
    const { element, desk } = await start();
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await element.updateComplete;
    find(element, '[data-id=gaiwan] button')?.click();
    await until(() => desk.asked.length === 1);
    box.remove();
  });

  it('serves moderators as well', async () => {
    const { element } = await start(new HostDesk({ ...host, role: 'moderator' }));
    await until(() => find(element, '.columns'));
  });
});
