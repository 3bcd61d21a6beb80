// SPDX-License-Identifier: MIT
// A show that its host runs: a back end that writes down what it is asked and answers when a test lets it.
import type {
  ChatEvent,
  ChatNotice,
  ChatSettings,
  Ports,
  ProgramTime,
  RetractTarget,
  Room,
  Viewer,
  VitrineError,
} from '@vitrine/core';
import { html } from 'lit';
import { feed, mount, testRoom } from '../shared/testing/index.js';
import { fakeCatalog, fakeStream, teahouse } from '../shared/testing/shop.fixture.js';
import type { VitrineConsole } from './console.js';

export const host: Viewer = { id: 'host', name: 'Lin Yue', role: 'host', isGuest: false };
const lin = { id: 'host', name: 'Lin Yue', role: 'host' } as const;
const open: ChatSettings = { mode: 'open', slowMode: 0, maximumLength: 200 };

export class HostDesk {
  readonly asked: { readonly what: string; readonly at?: ProgramTime | undefined }[] = [];
  readonly catalog = fakeCatalog(teahouse());
  readonly chat = feed<ChatEvent>();
  /** While it is set, answers wait for it. */
  gate: Promise<void> | null = null;
  refusal: VitrineError | null = null;
  settings = open;
  /** What was put at the top of the chat, and for how long. */
  readonly put: { readonly notice: ChatNotice | null; readonly until?: number | undefined }[] = [];
  readonly viewer: Viewer;

  constructor(viewer: Viewer = host) {
    this.viewer = viewer;
    this.chat.push({ kind: 'settings', settings: open });
  }

  get ports(): Partial<Ports> {
    const { catalog, chat } = this;
    return {
      stream: fakeStream(),
      presence: { subscribe: (sink) => sink.next([{ viewers: 12_431 }]) },
      identity: { current: async () => this.viewer },
      catalog: {
        ...catalog.port,
        pin: (id, { at }) =>
          this.#answer(`pin ${id}`, at, () => catalog.feed.push({ kind: 'pin', productId: id, at: at ?? Date.now() })),
        unpin: ({ at }) => this.#answer('unpin', at, () => catalog.feed.push({ kind: 'unpin', at: at ?? Date.now() })),
      },
      chat: {
        subscribe: chat.subscribe,
        send: async () => ({ id: 'm' }),
        retract: (target: RetractTarget) =>
          this.#answer(target.kind === 'all' ? 'retract all' : `retract ${target.id}`, undefined, () =>
            chat.push({ kind: 'retract', target }),
          ),
        configure: (change) =>
          this.#answer(`configure ${JSON.stringify(change)}`, undefined, () => {
            this.settings = { ...this.settings, ...change };
            chat.push({ kind: 'settings', settings: this.settings });
          }),
        pin: (target, { until }) =>
          this.#answer('announce', undefined, () => {
            const notice =
              target && 'text' in target ? { author: lin, text: target.text, ...(until && { until }) } : null;
            this.put.push({ notice, until });
            chat.push({ kind: 'notice', notice });
          }),
      },
    };
  }

  async #answer(what: string, at: ProgramTime | undefined, then: () => void): Promise<void> {
    this.asked.push(at === undefined ? { what } : { what, at });
    await this.gate;
    if (this.refusal) throw this.refusal;
    then();
  }
}

export interface OpenDesk {
  readonly desk: HostDesk;
  readonly room: Room;
  readonly element: VitrineConsole;
}

/** A console of a certain width on a desk's room. */
export async function openDesk(
  desk = new HostDesk(),
  width = 1280,
  ports: Partial<Ports> = desk.ports,
): Promise<OpenDesk> {
  const room = await testRoom(ports);
  const box = document.createElement('div');
  box.style.inlineSize = `${width}px`;
  box.style.blockSize = '800px';
  const element = await mount<VitrineConsole>(html`<vitrine-console .room=${room}></vitrine-console>`, box);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.updateComplete;
  return { desk, room, element };
}

const inside = (element: VitrineConsole): ShadowRoot => element.shadowRoot as ShadowRoot;

export const find = <E extends HTMLElement = HTMLElement>(element: VitrineConsole, selector: string): E | null =>
  inside(element).querySelector<E>(selector);

/** The row of a product. */
export const rowOf = (element: VitrineConsole, id: string): HTMLElement =>
  find(element, `[data-id="${id}"]`) as HTMLElement;

export const actOf = (element: VitrineConsole, id: string): HTMLButtonElement =>
  rowOf(element, id).querySelector('button') as HTMLButtonElement;

/** The words of a thing as they are read, without the space of the markup. */
export const wordsOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
