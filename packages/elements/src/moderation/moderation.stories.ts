// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { WaitingMessage } from '@vitrine/core/moderation';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { testRoom } from '../shared/testing/index.js';
import './index.js';

interface Args {
  readonly waiting: readonly string[];
  /** By how many each was reported; 0, or none: it was held. */
  readonly reports?: readonly number[];
  /** What the back end does about a decision. */
  readonly answer: 'done' | 'too late' | 'refused';
}

async function open({ waiting, answer, reports = [] }: Args): Promise<Room> {
  let held = waiting.map((text, index): WaitingMessage => ({
    id: `m${index}`,
    author: { id: `p${index % 4}`, name: ['Priya', 'Jun', 'سارة', '小鹿'][index % 4] ?? '', role: 'viewer' },
    text,
    sentAt: Date.now() - (waiting.length - index) * 20_000,
    isGuest: index % 3 === 1,
    ...(reports[index] && { why: 'reported', reports: reports[index], reasons: ['it is an advertisement', 'spam'] }),
  }));
  const done = (id: string): boolean => {
    if (answer === 'refused') throw new VitrineError('FORBIDDEN', 'Not you.');
    held = held.filter((message) => message.id !== id);
    return answer === 'done';
  };
  return testRoom({
    moderation: {
      held: async () => held,
      decide: async (id) => done(id),
      restrict: async (person) => void done(person),
    },
  });
}

const meta: Meta<Args> = {
  title: 'Elements/Moderation',
  component: 'vitrine-moderation',
  args: {
    waiting: [
      'how many infusions does it give?',
      'this is cheaper elsewhere, write to me',
      'هل تشحنون إلى الأردن؟',
      '会有2019年的茶饼吗？',
    ],
    answer: 'done',
  },
  argTypes: { answer: { control: 'inline-radio', options: ['done', 'too late', 'refused'] } },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: (_args, { loaded }): TemplateResult =>
    html`<div style="block-size:520px;max-inline-size:376px;border:1px solid #8884">
      <vitrine-moderation .room=${loaded['room'] as Room}></vitrine-moderation>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Waiting: Story = {};

const said = [
  'how many infusions does it give?',
  'this is cheaper elsewhere, write to me',
  'هل تشحنون إلى الأردن؟',
  '会有2019年的茶饼吗？',
];
export const ManyWait: Story = { args: { waiting: Array.from({ length: 24 }, (_, index) => said[index % 4] ?? '') } };

/** The second one was said, and viewers report it. */
export const Reported: Story = { args: { reports: [0, 3] } };

export const NothingWaits: Story = { args: { waiting: [] } };

export const TooLate: Story = { args: { answer: 'too late' } };

export const Refused: Story = { args: { answer: 'refused' } };
