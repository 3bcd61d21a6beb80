// SPDX-License-Identifier: MIT
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../chat/index.js';
import { chatRoom, type ChatRoom } from '../chat/testing/chat-room.js';
import { keepDanmaku, offerDanmaku } from '../shared/danmaku-choice.js';
import './index.js';
import { mutedFeature } from '@vitrine/core/muted';
import type {} from '@vitrine/core/own-words';

interface Args {
  readonly variant: 'panel' | 'overlay';
  readonly scale: number;
  readonly direction: 'ltr' | 'rtl';
  readonly motion: 'auto' | 'off';
}

const lines = [
  ['Priya', 'that colour is unreal'],
  ['Tom H', 'is this the 2026 harvest?'],
  ['Jun', 'how many infusions does it give?'],
  ['Sofia', 'ordered last week, smells of honey and orchid'],
] as const;

let stories = 0;

/** A room that has all there is to set. */
async function open(): Promise<ChatRoom> {
  const talk = await chatRoom({ id: `settings-${++stories}` });
  const { bus, signal } = talk.room;
  for (const [name, text] of lines) talk.say(name, text);
  talk.room.use(mutedFeature);
  for (const [id, name] of [
    ['a', 'Mallory'],
    ['b', 'Averyveryverylongnamewithoutanyspace'],
  ] as const)
    await talk.room.request('muted:add', { id, name });
  bus.answer('own-words:export', () => ({ messages: [], questions: [] }), talk.room);
  bus.answer('own-words:delete', () => undefined, talk.room);
  offerDanmaku(talk.room, signal);
  keepDanmaku({ isOn: true });
  return talk;
}

const panel = 'inline-size:376px;block-size:700px;margin:16px auto;border-radius:16px;overflow:hidden';
const video =
  'container:vitrine / size;box-sizing:border-box;inline-size:390px;block-size:844px;margin:auto;padding:136px 12px 34px;' +
  'background:linear-gradient(#0c0c0e00 40%,#0c0c0eb3 84%),linear-gradient(#d9c6a4,#7c8f6f 50%,#3a2417)';

function show(args: Args, { loaded }: { loaded: Record<string, unknown> }): TemplateResult {
  const { variant, scale, direction, motion } = args;
  const { room } = loaded['talk'] as ChatRoom;
  const look = variant === 'panel' ? panel : video;
  const still = motion === 'off' ? 0 : 1;
  return html`<div style="${look};--vitrine-text-scale:${scale};--vitrine-motion:${still}" dir=${direction}>
    <vitrine-chat .room=${room} variant=${variant}></vitrine-chat>
  </div>`;
}

/** Opens them as a viewer does. */
async function openSettings({ canvasElement }: { readonly canvasElement: HTMLElement }): Promise<void> {
  const door = (): HTMLElement | null | undefined =>
    canvasElement.querySelector('vitrine-chat')?.shadowRoot?.querySelector<HTMLElement>('.door');
  while (!door()) await new Promise((resolve) => requestAnimationFrame(resolve));
  door()?.click();
}

const meta: Meta<Args> = {
  title: 'Elements/Chat settings',
  component: 'vitrine-chat-settings',
  args: { variant: 'panel', scale: 1, direction: 'ltr', motion: 'auto' },
  argTypes: {
    variant: { control: 'inline-radio', options: ['panel', 'overlay'] },
    direction: { control: 'inline-radio', options: ['ltr', 'rtl'] },
    motion: { control: 'inline-radio', options: ['auto', 'off'] },
  },
  loaders: [async () => ({ talk: await open() })],
  render: show,
  play: openSettings,
};
export default meta;

type Story = StoryObj<Args>;

export const InAPanel: Story = {};

export const OverVideo: Story = { args: { variant: 'overlay' } };

export const FromRightToLeft: Story = { args: { direction: 'rtl' } };

export const LargeText: Story = { args: { variant: 'overlay', scale: 2 } };

export const WithoutMotion: Story = { args: { motion: 'off' } };
