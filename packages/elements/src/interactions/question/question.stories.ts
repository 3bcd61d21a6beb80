// SPDX-License-Identifier: MIT
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { panel } from '../../shared/testing/stage.fixture.js';
import { began, now, testBoard, type TestBoard } from '../testing/board.js';
import './desk/index.js';
import './index.js';

const meta: Meta = { title: 'Interactions/Question', component: 'vitrine-question', tags: ['autodocs'] };
export default meta;

type Story = StoryObj;

const story = (
  happens: (board: TestBoard) => void,
  role: 'reader' | 'viewer' | 'host' = 'viewer',
  render: (board: TestBoard) => unknown = (board) =>
    panel(html`<vitrine-question .room=${board.room}></vitrine-question>`),
): Story => ({
  loaders: [
    async () => {
      const board = await testBoard(role);
      board.room.bus.answer('player:seek', () => undefined, { signal: board.room.signal });
      happens(board);
      return { board };
    },
  ],
  render: (_args, { loaded }) => html`${render(loaded['board'] as TestBoard)}`,
});

function busy(board: TestBoard): void {
  board.open();
  board.ask('a', 'How many infusions does 5 g give in a gaiwan?', { votes: 18, author: { id: 'o', name: 'Omar N.' } });
  board.ask('b', 'Can the tin be sent as a gift with a note?', { votes: 11, author: { id: 'h', name: 'Hana' } });
  board.ask('c', 'هل الشاي عضوي؟', { votes: 4, author: { id: 's', name: 'سارة' } });
  board.ask('d', 'Is it roasted over charcoal or in an oven?', { votes: 24, author: { id: 'c', name: 'Clara' } });
  board.ask('mine', 'When does my order leave?', { isOwn: true, isPrivate: true });
  board.own('b', true);
  board.settle('d', 'answered', began + 2_300_000);
}

export const Busy = story(busy);
export const Empty = story((board) => board.open());
export const Loading = story(() => undefined);
export const Failed = story((board) => board.fail());
export const Closed = story((board) => {
  busy(board);
  board.close();
});
export const ToRead = story(busy, 'reader');
export const LongWords = story((board) => {
  board.open();
  board.ask('a', 'https://example.org/'.repeat(14), {
    author: { id: 'l', name: 'Averyveryverylongnamewithoutanyspace' },
  });
  board.ask('b', '<img src=x onerror="alert(1)">', { votes: 12_431, author: { id: 'm', name: '<b>Mallory</b>' } });
});

const desk = (board: TestBoard): unknown =>
  panel(html`<vitrine-question-desk .room=${board.room}></vitrine-question-desk>`);

export const Desk = story(busy, 'host', desk);
export const DeskBefore = story(() => undefined, 'host', desk);
export const DeskDone = story(
  (board) => {
    board.open();
    board.ask('a', 'Does it keep?');
    board.settle('a', 'answered', now);
  },
  'host',
  desk,
);
