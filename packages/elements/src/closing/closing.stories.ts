// SPDX-License-Identifier: MIT
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { closingRoom } from './closing.fixture.js';
import './index.js';

interface Args {
  readonly minutes: number;
}

const meta: Meta<Args> = {
  title: 'Elements/Closing',
  component: 'vitrine-closing',
  args: { minutes: 5 },
  argTypes: { minutes: { control: { type: 'range', min: 0, max: 12, step: 1 } } },
  render: ({ minutes }) =>
    html`<div style="padding: 16px; background: #3a2417">
      ${until(closingRoom(minutes).then(({ room }) => html`<vitrine-closing .room=${room}></vitrine-closing>`))}
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

export const InFiveMinutes: Story = {};

export const InOneMinute: Story = { args: { minutes: 1 } };
