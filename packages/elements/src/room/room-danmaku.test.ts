// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { keepDanmaku } from '../shared/danmaku-choice.js';
import { unmountAll, until } from '../shared/testing/index.js';
import type { TestPlayer } from './room.fixture.js';
import { onAir, playingRoom } from './room.fixture.js';
import './index.js';

describe('what is said, over the picture of a room', () => {
  beforeEach(() => keepDanmaku({ isOn: true, share: 100, opacity: 100 }));

  afterEach(() => {
    unmountAll();
    localStorage.clear();
  });

  const open = async (width: number, height: number, isOffered = true) => {
    const show = onAir();
    const { element, inside } = await playingRoom(show.adapter, width, height);
    element.toggleAttribute('danmaku', isOffered);
    await until(() => inside('vitrine-reaction-lane'), 'What comes after the first picture never came.');
    const rows = (): HTMLElement[] => [
      ...(inside('vitrine-danmaku')?.shadowRoot?.querySelectorAll<HTMLElement>('.row') ?? []),
    ];
    let count = 0;
    const say = (text: string): void => {
      const id = `d${++count}`;
      show.chat.push({
        kind: 'message',
        message: { id, author: { id: 'jun', name: 'Jun', role: 'viewer' }, text, sentAt: 0 },
      });
    };
    return { element, inside, rows, say };
  };

  it('is there where the page offers it, and only there', async () => {
    const { element, inside } = await open(390, 844, false);
    expect(inside('vitrine-danmaku') === null).to.equal(true);
    element.toggleAttribute('danmaku', true);
    element.requestUpdate();
    await until(() => inside('vitrine-danmaku'));
  });

  for (const [name, width, height] of [
    ['a phone', 390, 844],
    ['a phone on its side', 844, 390],
    ['a theatre', 1280, 800],
  ] as const) {
    it(`stays off head, captions and controls: ${name}`, async () => {
      const { inside, rows, say } = await open(width, height);
      await until(() => {
        say('words');
        return rows().length > 0;
      });
      const sky = inside('vitrine-danmaku')!.getBoundingClientRect();
      const scene = inside('.scene')!.getBoundingClientRect();
      expect(sky.left >= scene.left && sky.right <= scene.right).to.equal(true);
      for (const one of inside('.head')!.querySelectorAll('.host, .pill, .buttons > *'))
        expect(one.getBoundingClientRect().bottom).to.be.at.most(sky.top);
      // Captions begin 76 px above the end, over a phone's chat at 46 %; two lines of them at twice the size.
      const captions = width < 560 ? height * 0.46 : 76;
      expect(scene.bottom - sky.bottom).to.be.at.least(captions + 108);
    });
  }

  it('goes while the picture stands, and with all that is tapped away', async () => {
    const { inside, rows, say } = await open(390, 844);
    const player = inside('vitrine-player') as TestPlayer;
    const flies = async (): Promise<void> =>
      until(() => {
        say('words');
        return rows().length > 0;
      });
    await flies();
    player.say({ phase: 'paused' });
    await until(() => rows().length === 0);
    player.say({ phase: 'playing' });
    await flies();
    inside('.tap')?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0, isPrimary: true }));
    await until(() => inside('.bare'));
    await until(() => rows().length === 0);
  });
});
