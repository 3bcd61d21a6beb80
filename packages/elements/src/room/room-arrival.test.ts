// SPDX-License-Identifier: MIT
// What is on the screen stays where it is while the rest of the room arrives. In a file of its own: whatever comes
// later is not defined yet.
import type { Adapter } from '@vitrine/core';
import { expect } from 'chai';
import { html } from 'lit';
import { mount, unmountAll, until } from '../shared/testing/index.js';
import { onAir, type TestPlayer, type TestShow } from './room.fixture.js';
import './index.js';
import type { VitrineRoom } from './room.js';

const inside = (room: VitrineRoom, selector: string): HTMLElement | null => room.renderRoot.querySelector(selector);

/** A show whose back end answers when it is told to. */
function slow({ adapter }: TestShow): { readonly adapter: Adapter; answer(): void } {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  return {
    adapter: {
      name: 'slow',
      async connect(context) {
        await answered;
        return await adapter.connect(context);
      },
    },
    answer: () => answer(),
  };
}

/** Where all of it is that is there. */
function places(room: VitrineRoom): Map<string, string> {
  const chat = inside(room, 'vitrine-chat')?.shadowRoot;
  const found = [
    ...['.scene', '.side', '.tabs button', '.head .chip', '.pill', '.pins', '.rail', '.bag'].map(
      (selector) => [selector, inside(room, selector)] as const,
    ),
    ...['.bar', '[part=composer]', '.emoji', '[part=send]'].map(
      (selector) => [selector, chat?.querySelector(selector)] as const,
    ),
  ];
  return new Map(
    found.flatMap(([selector, element]) => {
      const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      // The pill's words may be others, and have nothing after them.
      const edges = selector === '.pill' ? [x, y] : [x, y, x + width, y + height];
      return width * height > 0 ? [[selector, edges.map(Math.round).join(' ')]] : [];
    }),
  );
}

function expectStill(before: Map<string, string>, after: Map<string, string>, when: string): void {
  for (const [selector, place] of before) expect(after.get(selector), `${selector} ${when}`).to.equal(place);
}

const settled = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

describe('a room that arrives bit by bit', () => {
  afterEach(unmountAll);

  for (const [layout, width, height] of [
    ['theatre', 1440, 836],
    ['theatre', 1024, 700],
    ['stage', 390, 844],
  ] as const) {
    it(`keeps everything in its place in a ${layout} of ${width} × ${height}`, async () => {
      const show = onAir();
      const backEnd = slow(show);
      const box = document.createElement('div');
      box.style.inlineSize = `${width}px`;
      box.style.blockSize = `${height}px`;
      const room = await mount<VitrineRoom>(
        html`<vitrine-room style="block-size: 100%" .adapter=${backEnd.adapter}></vitrine-room>`,
        box,
      );
      await until(() => inside(room, `.frame.definite.${layout}`), 'It has no size.');
      const chat = inside(room, 'vitrine-chat') as HTMLElement;
      await until(() => chat.shadowRoot?.querySelector('[part=composer]'), 'The chat did not come.');
      await settled();
      const first = places(room);

      backEnd.answer();
      await until(() => room.connectedRoom?.store.state.catalog.pinned, 'The back end did not answer.');
      await settled();
      const connected = places(room);
      expectStill(first, connected, 'when the back end has answered');

      (inside(room, 'vitrine-player') as TestPlayer).say({ phase: 'playing', hasPicture: true });
      await until(() => inside(room, 'vitrine-product'), 'The shop did not come.');
      await until(() => inside(room, layout === 'stage' ? '.pin' : 'vitrine-carousel:defined'), 'There are no goods.');
      await settled();
      const complete = places(room);
      expectStill(connected, complete, 'when the shop has come');
      if (layout !== 'stage') return;

      show.catalog.push({ kind: 'pins', pinned: null, at: 0 });
      await until(() => !inside(room, '.pin'), 'It is still on camera.');
      await settled();
      expectStill(complete, places(room), 'when nothing is on camera');
    });
  }
});
