// SPDX-License-Identifier: MIT
import type { Audience, Room } from '@vitrine/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { feed, testRoom } from '../shared/testing/index.js';
import './index.js';

interface Args {
  readonly variant: 'panel' | 'overlay';
  readonly showCount: boolean;
  readonly motion: 'auto' | 'off';
  /** Hearts that others give each second. */
  readonly others: number;
}

async function open({ others }: Args): Promise<Room> {
  const audience = feed<Audience>();
  const room = await testRoom({ presence: { subscribe: audience.subscribe, react: async () => undefined } });
  let hearts = 1234;
  audience.push({ viewers: 12_431, hearts });
  if (others > 0) {
    const timer = setInterval(() => audience.push({ viewers: 12_431, hearts: (hearts += others) }), 1000);
    room.signal.addEventListener('abort', () => clearInterval(timer));
  }
  return room;
}

const ground =
  'display:flex;flex-direction:column;align-items:flex-end;justify-content:flex-end;gap:12px;box-sizing:border-box;' +
  'inline-size:390px;block-size:600px;margin:auto;padding:12px;background:linear-gradient(#d9c6a4,#7c8f6f 50%,#3a2417)';

function show({ variant, showCount, motion }: Args, { loaded }: { loaded: Record<string, unknown> }): TemplateResult {
  const room = loaded['room'] as Room;
  return html`<div style=${ground}>
    <vitrine-reaction-lane .room=${room} motion=${motion}></vitrine-reaction-lane>
    <vitrine-reactions .room=${room} variant=${variant} ?show-count=${showCount}></vitrine-reactions>
  </div>`;
}

const meta: Meta<Args> = {
  title: 'Elements/Reactions',
  component: 'vitrine-reactions',
  args: { variant: 'overlay', showCount: false, motion: 'auto', others: 0 },
  argTypes: {
    variant: { control: 'inline-radio', options: ['panel', 'overlay'] },
    motion: { control: 'inline-radio', options: ['auto', 'off'] },
  },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: show,
};
export default meta;

type Story = StoryObj<Args>;

export const Heart: Story = {};

export const InAPanel: Story = { args: { variant: 'panel' } };

export const Counted: Story = { args: { showCount: true } };

export const ManyGive: Story = { args: { others: 40 } };

export const WithoutMotion: Story = { args: { motion: 'off', others: 40 } };
