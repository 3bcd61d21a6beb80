// SPDX-License-Identifier: MIT
import { openRoom, type Product } from '@vitrine/core';
import { demoAdapter, pausedClock, type DemoAdapter, type DemoOptions } from '@vitrine/adapters/demo';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import './index.js';

interface Args {
  readonly role: 'host' | 'moderator' | 'viewer';
  readonly width: string;
  readonly options?: Partial<DemoOptions>;
  /** What happens once the room is there. */
  readonly happens?: (adapter: DemoAdapter) => Promise<void>;
}

const beginning = Date.UTC(2026, 10, 20, 20, 38);

function show({ role, width, options = {}, happens }: Args): TemplateResult {
  const adapter = demoAdapter({
    clock: pausedClock(beginning),
    seed: 7,
    mediaUrl: '/media',
    viewer: { role, name: role === 'viewer' ? 'Amélie' : 'Lin Yue' },
    ...options,
  });
  const room = openRoom({ id: 'story', adapter, currency: 'EUR' });
  if (happens) room.bus.on('room:connected', () => void happens(adapter), { signal: room.signal });
  const desk = document.createElement('div');
  desk.style.setProperty('block-size', '900px');
  desk.style.setProperty('inline-size', width);
  const board = document.createElement('vitrine-console');
  board.room = room;
  desk.append(board);
  return html`${desk}`;
}

const meta: Meta<Args> = {
  title: 'Elements/Console',
  component: 'vitrine-console',
  args: { role: 'host', width: '100%' },
  argTypes: { role: { control: 'inline-radio', options: ['host', 'moderator', 'viewer'] } },
  render: show,
};
export default meta;

type Story = StoryObj<Args>;

export const Desk: Story = {};

export const Tablet: Story = { args: { width: '1000px' } };

export const Phone: Story = { args: { width: '390px' } };

export const ForTheHostOnly: Story = { args: { role: 'viewer' } };

export const SlowMode: Story = { args: { options: { chat: { slowMode: 30_000 } } } };

export const ViewersAreBehind: Story = {
  args: {
    options: { latency: 6000 },
    happens: ({ driver }) => driver.pin('gaiwan'),
  },
};

export const Interrupted: Story = { args: { happens: ({ driver }) => driver.setPhase('interrupted') } };

export const Offline: Story = { args: { happens: ({ driver }) => driver.dropConnection() } };

export const NoProducts: Story = { args: { happens: ({ driver }) => driver.setProducts([]) } };

const long =
  'Silk shirt in nineteen momme washable mulberry silk, celadon, with mother-of-pearl buttons and a second pair of cuffs';
const many = Array.from({ length: 40 }, (_, index): Product => ({
  id: `p${index}`,
  number: index + 1,
  kind: 'goods',
  title: index % 3 ? `Product ${index + 1}` : long,
  images: [],
  options: [],
  variants: [
    {
      id: `v${index}`,
      values: {},
      price: { amount: { minor: 123_456_00, currency: 'EUR' } },
      availability: { state: index % 5 ? 'in' : 'out', quantity: index % 5 ? index * 100 : 0, asOf: beginning },
    },
  ],
}));

export const LongNames: Story = { args: { happens: ({ driver }) => driver.setProducts(many) } };
