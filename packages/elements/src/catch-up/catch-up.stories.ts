// SPDX-License-Identifier: MIT
import { VitrineError, type PinEvent, type Reach, type Room, type StreamPhase } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { fakeCatalog, now, teahouse } from '../shared/testing/shop.fixture.js';
import { mediaPicture, panel } from '../shared/testing/stage.fixture.js';
import { testRoom } from '../shared/testing/test-room.js';
import './index.js';

const minute = 60_000;
const began = now - 42 * minute;
const products = teahouse(mediaPicture);

/** Minutes into the show at which its products were shown. */
const shownAt = [3, 7.5, 12.1, 21, 33, 38.3];
const past: readonly PinEvent[] = [
  ...shownAt.map((at, index) => ({
    kind: 'pin' as const,
    productId: products[index]?.id ?? '',
    at: began + at * minute,
  })),
  { kind: 'pin', productId: products[2]?.id ?? '', at: began + 36 * minute },
];

interface Args {
  /** Which of the two elements. */
  readonly variant: 'list' | 'chip';
  readonly phase: StreamPhase;
  readonly answer: 'told' | 'nothing' | 'failed' | 'never';
  /** From which minute on the player can show the show; null: it cannot tell. */
  readonly from: number | null;
  readonly isBehind: boolean;
}

async function open({ phase, answer, from, isBehind }: Args): Promise<Room> {
  const catalog = fakeCatalog(products);
  const pinned = answer === 'told' ? (products[5]?.id ?? null) : null;
  catalog.feed.push({ kind: 'pins', pinned, at: began + 38.3 * minute });
  const room = await testRoom({
    catalog: catalog.port,
    stream: {
      subscribe: ({ next }) =>
        next([{ phase, title: 'First picking', host: { name: 'Lin Yue' }, sources: [], startedAt: began }]),
    },
    history: {
      async between() {
        if (answer === 'never') await new Promise(() => undefined);
        if (answer === 'failed') throw new VitrineError('OFFLINE', 'There is no connection.');
        return answer === 'told' ? past : [];
      },
    },
  });
  const reach: Reach | null = from === null ? null : { from: began + from * minute, to: now, isBehind };
  room.bus.answer('player:reach', () => reach, { signal: room.signal });
  room.bus.answer('player:seek', () => undefined, { signal: room.signal });
  room.playhead.publish({ programTime: began + 41 * minute, source: 'frame', rate: 1 });
  return room;
}

const meta: Meta<Args> = {
  title: 'Elements/Catch up',
  component: 'vitrine-catch-up',
  args: { variant: 'list', phase: 'live', answer: 'told', from: 10, isBehind: false },
  argTypes: { answer: { control: 'inline-radio', options: ['told', 'nothing', 'failed', 'never'] } },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: ({ variant }, { loaded }): TemplateResult => {
    const room = loaded['room'] as Room;
    return variant === 'list'
      ? panel(html`<vitrine-catch-up .room=${room}></vitrine-catch-up>`)
      : html`<div style="position:relative;block-size:120px;background:#3a2417">
          <vitrine-catch-up-chip offer .room=${room} style="inset-block:40px auto"></vitrine-catch-up-chip>
        </div>`;
  },
};
export default meta;

type Story = StoryObj<Args>;

export const SoFar: Story = {};

export const Behind: Story = { args: { isBehind: true } };

export const WithoutAPlayer: Story = { args: { from: null } };

export const Nothing: Story = { args: { answer: 'nothing' } };

export const Loading: Story = { args: { answer: 'never' } };

export const Failed: Story = { args: { answer: 'failed' } };

export const Chapters: Story = { args: { phase: 'replay', from: 0 } };

export const Chip: Story = { args: { variant: 'chip' } };

export const ChipBehind: Story = { args: { variant: 'chip', isBehind: true } };
