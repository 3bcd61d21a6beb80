// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import { desksOf, panelsOf, registerInteraction, type InteractionKind, type VitrineInteractions } from './index.js';
import { began, now, testBoard, type TestBoard } from './testing/board.js';

const poll: InteractionKind = {
  name: 'poll',
  rule: 'count',
  place: 'dock',
  icon: html`` as unknown as InteractionKind['icon'],
  fits: ({ data }) => typeof data === 'string',
  label: () => 'Poll',
  count: () => 0,
  element: async () => undefined,
  viewer: ({ data }) => html`<p class="poll">${data}</p>`,
  desk: async () => () => html`<p>Launch a poll</p>`,
};
const settings = { most: 1, options: ['a', 'b'] };

const actions = { openPanel: () => undefined, closePanel: () => undefined };

describe('<vitrine-interactions>', () => {
  let board: TestBoard;
  let element: VitrineInteractions;

  async function show(kind: string | null = null): Promise<void> {
    board = await testBoard();
    element = await mount(html`<vitrine-interactions .kind=${kind} .room=${board.room}></vitrine-interactions>`);
  }
  afterEach(() => {
    unmountAll();
    board.room.close();
  });
  const inside = (selector: string): Element | null => element.renderRoot.querySelector(selector);

  it('shows a kind by its element, which it fetches', async () => {
    await show('question');
    board.open();
    await until(() => inside('vitrine-question')?.shadowRoot?.querySelector('textarea'), 'It is not shown.');
    board.close();
    await until(() => inside('vitrine-question')?.shadowRoot?.querySelector('.shut'), 'It is not closed.');
  });

  it('shows the newest of a kind, one that is open before those that are closed', async () => {
    await show('question');
    board.open('one');
    board.open('two');
    await until(() => inside('vitrine-question'));
    const shown = (): unknown => (inside('vitrine-question') as { interaction?: unknown } | null)?.interaction;
    await until(() => shown() === 'two');
    board.close('two');
    await until(() => shown() === 'one');
  });

  it('takes no place for a kind that nobody knows, nor for one whose data it cannot read', async () => {
    registerInteraction('poll', async () => ({ kind: poll }));
    await show();
    board.open('x', { kind: 'séance' });
    board.open('y', { kind: 'poll', settings, data: { not: 'a text' } });
    await until(() => panelsOf(board.room, 'en', () => undefined, actions).length === 0);
    await element.updateComplete;
    expect(inside('*') === null).to.equal(true);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('shows a kind of the page’s own as a card while it runs, and one at a time', async () => {
    registerInteraction('poll', async () => ({ kind: poll }));
    await show();
    board.open('p1', { kind: 'poll', settings, data: 'Which tea next?', at: now + 5000 });
    board.open('p2', { kind: 'poll', settings, data: 'And then?', at: now + 6000 });
    await element.updateComplete;
    expect(inside('.poll') === null).to.equal(true);
    board.go(now + 6000);
    await until(() => inside('.poll')?.textContent === 'Which tea next?', 'It is not shown.');
    board.close('p1');
    await until(() => inside('.poll')?.textContent === 'And then?', 'The second waits for ever.');
    board.close('p2');
    await until(() => getComputedStyle(element).display === 'none', 'It stays.');
  });

  it('gives a room a panel for each kind that stands beside the chat, with the number that waits', async () => {
    board = await testBoard();
    const panels = () => panelsOf(board.room, 'en', () => undefined, actions);
    expect(panels()).to.deep.equal([]);
    board.open();
    board.ask('a', 'Does it keep?');
    board.ask('b', 'Is it organic?');
    board.settle('b', 'answered', began + 1000);
    await until(() => panels().length === 1, 'There is no panel.');
    expect(panels()[0]).to.deep.include({ id: 'question', label: 'Q&A', count: 1 });
  });

  it('gives a host a desk for each kind, and a viewer none', async () => {
    const host = await testBoard('host');
    board = await testBoard();
    const ids = (one: TestBoard) => desksOf(one.room, 'en', () => undefined).map(({ id }) => id);
    await until(() => ids(host).includes('question'), 'There is no desk.');
    expect(ids(board)).to.deep.equal([]);
    host.room.close();
  });

  it('shows nothing where the back end has no interactions', async () => {
    const room = await testRoom();
    expect(panelsOf(room, 'en', () => undefined, actions)).to.deep.equal([]);
    board = await testBoard();
    room.close();
  });
});
