// SPDX-License-Identifier: MIT
import { VitrineError, type ErrorCode, type Room } from '@vitrine/core';
import type { ReminderOutcome } from '@vitrine/core/reminders';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { testRoom } from '../shared/testing/index.js';
import './index.js';

interface Args {
  readonly isSet: boolean;
  /** What the back end answers. */
  readonly answer: ReminderOutcome['kind'] | 'offline';
  readonly code: ErrorCode;
}

async function open({ isSet, answer, code }: Args): Promise<Room> {
  return testRoom({
    reminders: {
      current: async () => isSet,
      async set() {
        if (answer === 'offline') throw new VitrineError('OFFLINE', 'There is no connection.');
        return answer === 'set' ? { kind: 'set' } : { kind: answer, code };
      },
      clear: async () => undefined,
    },
  });
}

const ground =
  'display:grid;place-items:end start;box-sizing:border-box;block-size:320px;padding:16px;background:#3a2417';

const meta: Meta<Args> = {
  title: 'Elements/Reminder',
  component: 'vitrine-reminder',
  args: { isSet: false, answer: 'set', code: 'AUTH_REQUIRED' },
  argTypes: { answer: { control: 'inline-radio', options: ['set', 'refused', 'unsupported', 'offline'] } },
  loaders: [async ({ args }) => ({ room: await open(args) })],
  render: (_args, { loaded }): TemplateResult =>
    html`<div style=${ground}><vitrine-reminder .room=${loaded['room'] as Room}></vitrine-reminder></div>`,
};
export default meta;

type Story = StoryObj<Args>;

export const RemindMe: Story = {};

export const Already: Story = { args: { isSet: true } };

export const Refused: Story = { args: { answer: 'refused' } };

export const Offline: Story = { args: { answer: 'offline' } };
