// SPDX-License-Identifier: MIT
import { composeAdapters, type Adapter } from '@vitrine/core';
import type { InteractionEvent } from '@vitrine/core/interactions';
import { expect } from 'chai';
import { expectAccessible, unmountAll, until } from '../shared/testing/index.js';
import { feed } from '../shared/testing/test-room.js';
import { onAir, playingRoom } from './room.fixture.js';
import './index.js';

/** A show where questions can be asked, in a box. */
async function open(width: number, height: number) {
  const events = feed<InteractionEvent>();
  const questions: Adapter = {
    name: 'questions',
    connect: async () => ({
      interactions: { subscribe: events.subscribe, answer: async () => undefined },
    }),
  };
  events.push(
    { kind: 'all' },
    {
      kind: 'open',
      interaction: {
        id: 'qa',
        kind: 'question',
        rule: 'count',
        settings: { most: 0, entries: { graphemes: 280 } },
        at: 0,
      },
    },
    { kind: 'entry', id: 'qa', entry: { id: 'a', text: 'Does it keep?', author: { id: 'p', name: 'Priya' } }, at: 0 },
  );
  return await playingRoom(composeAdapters(onAir().adapter, questions), width, height);
}

describe('panels of a room', () => {
  afterEach(unmountAll);

  const question = (panel: HTMLElement | null): Element | null | undefined =>
    panel?.querySelector('vitrine-interactions')?.shadowRoot?.querySelector('vitrine-question');

  it('stand beside chat and products in a theatre, and keep the chat as it is', async () => {
    const { inside } = await open(1280, 800);
    await until(() => inside('#tab-question'), 'There is no tab.');
    expect(inside('#tab-question')?.textContent.replace(/\s+/g, ' ').trim()).to.equal('Q&A 1');
    const chat = inside('vitrine-chat');
    inside('#tab-question')?.click();
    await until(() => question(inside('#panel-question'))?.shadowRoot?.querySelector('.row'), 'It is not shown.');
    expect(inside('#panel-chat')?.hidden).to.equal(true);
    expect(chat?.isConnected).to.equal(true);
    await expectAccessible(inside('.tabs') as HTMLElement);
  });

  it('are reached by the arrows, round and round', async () => {
    const { inside, element } = await open(1280, 800);
    await until(() => inside('#tab-question'), 'There is no tab.');
    const selected = (): string | undefined => inside('[role=tab][aria-selected=true]')?.id;
    const press = async (key: string): Promise<void> => {
      inside('.tabs')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await element.updateComplete;
    };
    await press('ArrowRight');
    expect(selected()).to.equal('tab-products');
    await press('ArrowRight');
    expect(selected()).to.equal('tab-question');
    await press('ArrowRight');
    expect(selected()).to.equal('tab-chat');
    await press('ArrowLeft');
    expect(selected()).to.equal('tab-question');
    await press('Home');
    expect(selected()).to.equal('tab-chat');
    await press('End');
    expect(selected()).to.equal('tab-question');
  });

  it('lie over the picture on a phone, and go with Escape', async () => {
    const { inside } = await open(390, 780);
    await until(() => inside('.bar [aria-label="Q&A"]'), 'There is no button.');
    inside('.bar [aria-label="Q&A"]')?.click();
    const sheet = (): HTMLElement | null => inside('vitrine-sheet[open]');
    await until(() => question(sheet())?.shadowRoot?.querySelector('.row'), 'It is not shown.');
    expect(inside('.scene')?.hasAttribute('inert')).to.equal(true);
    sheet()?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    );
    await until(() => sheet() === null, 'It stays.');
  });
});
