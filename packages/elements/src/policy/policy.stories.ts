// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { RoomPolicy } from '@vitrine/core/moderation';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { testRoom } from '../shared/testing/index.js';
import './index.js';

interface Args {
  readonly words: readonly string[];
  readonly answer: 'done' | 'bad word' | 'somebody else was faster' | 'read only';
}

async function open({ words, answer }: Args): Promise<Room> {
  let now: RoomPolicy = { words, links: 'staff', hold: 'guests', unreviewed: 'allow', revision: 1 };
  return testRoom({
    moderation: {
      held: async () => [],
      decide: async () => true,
      restrict: async () => undefined,
      policy: async () => now,
      ...(answer !== 'read only' && {
        async setPolicy(policy: RoomPolicy) {
          if (answer === 'bad word') throw new VitrineError('BAD_INPUT', 'No letter.', { field: 'words.0' });
          const { revision = 0 } = now;
          if (answer === 'somebody else was faster' && revision === 1) {
            now = { ...now, words: [...words, 'theirs'], revision: 2 };
            throw new VitrineError('CONFLICT', 'Too late.');
          }
          return (now = { ...policy, revision: revision + 1 });
        },
      }),
    },
  });
}

const meta: Meta<Args> = {
  title: 'Elements/Policy',
  component: 'vitrine-policy',
  args: { words: ['scam', 'cheap*', '*casino*'], answer: 'done' },
  argTypes: {
    answer: { control: 'inline-radio', options: ['done', 'bad word', 'somebody else was faster', 'read only'] },
  },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: (_args, { loaded }): TemplateResult =>
    html`<div style="block-size:640px;max-inline-size:376px;border:1px solid #8884">
      <vitrine-policy .room=${loaded['room'] as Room}></vitrine-policy>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Rules: Story = {};

export const NoWords: Story = { args: { words: [] } };

export const BadWord: Story = { args: { answer: 'bad word' } };

export const SomebodyElseWasFaster: Story = { args: { answer: 'somebody else was faster' } };

export const ReadOnly: Story = { args: { answer: 'read only' } };

export const TwoThousandWords: Story = {
  args: { words: Array.from({ length: 2000 }, (_, index) => `word${index}*`) },
};
