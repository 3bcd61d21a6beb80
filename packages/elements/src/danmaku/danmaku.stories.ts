// SPDX-License-Identifier: MIT
import type { ChatAuthor, ChatEvent, Room } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { keepDanmaku, type DanmakuChoice } from '../shared/danmaku-choice.js';
import { feed, testRoom } from '../shared/testing/index.js';
import './index.js';

interface Args {
  readonly share: DanmakuChoice['share'];
  readonly opacity: DanmakuChoice['opacity'];
  readonly motion: 'auto' | 'off';
  /** How much is said, in rows a second. */
  readonly rate: number;
  readonly direction: 'ltr' | 'rtl';
  /** A picture on its side. */
  readonly isWide: boolean;
}

const lines = [
  'that colour is unreal',
  'is this the 2026 harvest?',
  'how many infusions does it give?',
  'ordered last week, smells of honey and orchid',
  '汤色好漂亮，是今年的春茶吗？',
  'اللون رائع جدًا، كم مرة يمكن نقعه؟',
  '👏👏👏',
  'yes',
];

const author = (index: number): ChatAuthor =>
  index % 12 === 5
    ? { id: 'lin', name: 'Lin Yue', role: 'host' }
    : index % 12 === 9
      ? { id: 'anna', name: 'Anna', role: 'viewer' }
      : { id: `v${index % 7}`, name: 'Jun', role: 'viewer' };

async function open({ rate, share, opacity }: Args): Promise<Room> {
  keepDanmaku({ isOn: true, share, opacity });
  const events = feed<ChatEvent>();
  const room = await testRoom({
    chat: { subscribe: events.subscribe },
    identity: { current: async () => ({ id: 'anna', name: 'Anna', role: 'viewer', isGuest: false }) },
  });
  events.push({ kind: 'settings', settings: { mode: 'open', slowMode: 0, maximumLength: 200 } });
  let count = 0;
  const timer = setInterval(() => {
    const text = lines[count % lines.length] ?? '';
    const message = { id: `${++count}`, author: author(count), text, sentAt: Date.now() };
    events.push({ kind: 'message', message });
  }, 1000 / rate);
  room.signal.addEventListener('abort', () => clearInterval(timer));
  return room;
}

function show(args: Args, { loaded }: { loaded: Record<string, unknown> }): TemplateResult {
  const { isWide, direction, motion } = args;
  const size = isWide ? 'inline-size:min(100%,960px);block-size:540px' : 'inline-size:390px;block-size:500px';
  const look = `${size};position:relative;margin:auto;background:linear-gradient(#d9c6a4,#7c8f6f 50%,#3a2417)`;
  return html`<div style=${look} dir=${direction}>
    <vitrine-danmaku .room=${loaded['room'] as Room} motion=${motion}></vitrine-danmaku>
  </div>`;
}

const meta: Meta<Args> = {
  title: 'Elements/Danmaku',
  component: 'vitrine-danmaku',
  args: { share: 50, opacity: 100, motion: 'auto', rate: 6, direction: 'ltr', isWide: false },
  argTypes: {
    share: { control: 'inline-radio', options: [25, 50, 100] },
    opacity: { control: 'inline-radio', options: [50, 75, 100] },
    motion: { control: 'inline-radio', options: ['auto', 'off'] },
    direction: { control: 'inline-radio', options: ['ltr', 'rtl'] },
  },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: show,
};
export default meta;

type Story = StoryObj<Args>;

export const OverAPhone: Story = {};

export const OverATheatre: Story = { args: { isWide: true } };

export const FromLeftToRight: Story = { args: { direction: 'rtl' } };

export const MoreThanFits: Story = { args: { rate: 24, share: 100 } };

export const WithoutMotion: Story = { args: { motion: 'off' } };
