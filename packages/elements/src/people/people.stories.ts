// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { RestrictedPerson, Restriction } from '@vitrine/core/moderation';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { testRoom } from '../shared/testing/index.js';
import './index.js';

interface Args {
  readonly names: readonly string[];
  readonly answer: 'done' | 'refused' | 'unreachable';
}

const kinds: readonly Restriction[] = ['muted', 'shadowed', 'banned'];

async function open({ names, answer }: Args): Promise<Room> {
  const now = Date.now();
  let people = names.map((name, index): RestrictedPerson => ({
    id: `p${index}`,
    ...(name && { name }),
    restriction: kinds[index % 3] ?? 'muted',
    since: now - index * 900_000,
    ...(index % 3 === 0 && { until: now + 600_000 }),
  }));
  return testRoom({
    moderation: {
      held: async () => [],
      decide: async () => true,
      async restrict(id, restriction, { for: lasting }) {
        if (answer === 'refused') throw new VitrineError('FORBIDDEN', 'Not you.');
        const before = people.find((one) => one.id === id);
        people = people.filter((one) => one !== before);
        if (before && restriction !== 'none') {
          const { until: _over, ...rest } = before;
          const until = lasting === undefined ? {} : { until: Date.now() + lasting };
          people = [{ ...rest, restriction, since: Date.now(), ...until }, ...people];
        }
      },
      async people() {
        if (answer === 'unreachable') throw new VitrineError('NETWORK', 'Gone.');
        return people;
      },
    },
  });
}

const meta: Meta<Args> = {
  title: 'Elements/People',
  component: 'vitrine-people',
  args: { names: ['Priya', 'Jun', 'سارة', '小鹿', ''], answer: 'done' },
  argTypes: { answer: { control: 'inline-radio', options: ['done', 'refused', 'unreachable'] } },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: (_args, { loaded }): TemplateResult =>
    html`<div style="block-size:520px;max-inline-size:376px;border:1px solid #8884">
      <vitrine-people .room=${loaded['room'] as Room}></vitrine-people>
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Restricted: Story = {};

export const Nobody: Story = { args: { names: [] } };

export const Refused: Story = { args: { answer: 'refused' } };

export const Unreachable: Story = { args: { answer: 'unreachable' } };
