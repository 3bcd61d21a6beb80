// SPDX-License-Identifier: MIT
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { film } from './film.fixture.js';
import './index.js';

interface Args {
  readonly motion: 'auto' | 'off';
}

const ground = 'position:relative;block-size:480px;inline-size:320px;background:#3a2417';

const meta: Meta<Args> = {
  title: 'Elements/Trailer',
  component: 'vitrine-trailer',
  args: { motion: 'auto' },
  argTypes: { motion: { control: 'inline-radio', options: ['auto', 'off'] } },
  render: ({ motion }): TemplateResult =>
    html`<div style=${ground}><vitrine-trailer src=${film()} motion=${motion}></vitrine-trailer></div>`,
};
export default meta;

type Story = StoryObj<Args>;

export const Playing: Story = {};

export const WaitsToBeAsked: Story = { args: { motion: 'off' } };
