// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, mount, unmountAll, until } from '../../../shared/testing/index.js';
import { testBoard, type TestBoard } from '../../testing/board.js';
import './index.js';
import type { VitrineQuestionDesk } from './index.js';

describe('<vitrine-question-desk>', () => {
  let board: TestBoard;
  let element: VitrineQuestionDesk;

  async function show(role: 'viewer' | 'host' = 'host'): Promise<void> {
    board = await testBoard(role);
    element = await mount(html`<vitrine-question-desk .room=${board.room}></vitrine-question-desk>`);
  }
  async function queue(): Promise<void> {
    await show();
    board.open();
    board.ask('a', 'Less wanted', { votes: 2 });
    board.ask('b', 'Most wanted', { votes: 9 });
    board.ask('c', 'In private', { isPrivate: true });
    await until(() => all('.text').length === 3, 'They are not shown.');
  }
  afterEach(() => {
    unmountAll();
    board.room.close();
  });

  const find = <E extends HTMLElement>(selector: string): E => element.renderRoot.querySelector<E>(selector) as E;
  const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const all = (selector: string): string[] => [...element.renderRoot.querySelectorAll(selector)].map(text);
  const rowOf = (id: string): HTMLElement => find(`.row[data-id="${id}"]`);
  const focusedRow = (): string | undefined =>
    (element.renderRoot as ShadowRoot).activeElement?.closest<HTMLElement>('.row')?.dataset['id'];
  const key = (name: string): void =>
    void (element.renderRoot as ShadowRoot).activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );

  it('shows nothing to who does not run the show', async () => {
    await show('viewer');
    board.open();
    await element.updateComplete;
    expect(text(element.renderRoot as unknown as Element)).to.equal('');
  });

  it('opens questions, and closes them', async () => {
    await show();
    await until(() => find('.button'), 'There is no button.');
    expect(text(find('.none'))).to.equal('Viewers ask and vote here. You answer the most wanted first.');
    await expectAccessible(element);
    find('.button').click();
    await until(() => board.asked.length === 1);
    board.open();
    await until(() => text(find('.button')) === 'Close questions');
    expect(text(find('.none'))).to.equal('No questions wait');
    find('.button').click();
    await until(() => board.asked.length === 2);
    expect(board.asked).to.deep.equal(['launch question', 'close qa']);
    board.close();
    await until(() => text(find('.none')) === 'Closed. Viewers can read the list.');
  });

  it('lists what waits, the most wanted first, private ones marked', async () => {
    await queue();
    expect(all('.text')).to.deep.equal(['Most wanted', 'Less wanted', 'In private']);
    expect(text(find('.head .numbers'))).to.equal('3 wait');
    expect(text(rowOf('b').querySelector('.by'))).to.equal('Priya 9 votes');
    expect(text(rowOf('c').querySelector('.by'))).to.equal('Priya Private');
    await expectAccessible(element);
  });

  it('marks as answered at this moment, dismisses, and takes the last step back', async () => {
    await queue();
    rowOf('b').querySelector<HTMLElement>('[part=answer]')?.click();
    await until(() => board.asked.length === 1);
    expect(board.asked).to.deep.equal([{ do: 'settle', option: 'b', as: 'answered' }]);
    board.settle('b', 'answered');
    await until(() => all('.text').length === 2, 'It stays in the queue.');
    expect(text(find('.undo'))).to.equal('Marked as answered: Most wanted Undo');
    await expectAccessible(element);
    rowOf('a').querySelector<HTMLElement>('[part=dismiss]')?.click();
    await until(() => text(find('.undo')).startsWith('Dismissed: Less wanted'));
    find('.undo button').click();
    await until(() => board.asked.length === 3);
    expect(board.asked.slice(1)).to.deep.equal([
      { do: 'settle', option: 'a', as: 'dismissed' },
      { do: 'settle', option: 'a', as: 'open' },
    ]);
    await until(() => text(find('.undo')) === '');
  });

  it('is worked by the keyboard alone', async () => {
    await queue();
    expect(rowOf('b').tabIndex).to.equal(0);
    expect(rowOf('a').tabIndex).to.equal(-1);
    rowOf('b').focus();
    key('ArrowDown');
    expect(focusedRow()).to.equal('a');
    key('End');
    expect(focusedRow()).to.equal('c');
    key('Home');
    key('a');
    await until(() => board.asked.length === 1);
    board.settle('b', 'answered');
    await until(() => focusedRow() === 'a', 'The keyboard has lost its place.');
    key('Delete');
    await until(() => board.asked.length === 2);
    expect(board.asked).to.deep.equal([
      { do: 'settle', option: 'b', as: 'answered' },
      { do: 'settle', option: 'a', as: 'dismissed' },
    ]);
  });

  it('says that something was refused, and leaves the question where it is', async () => {
    await queue();
    board.refuse('FORBIDDEN');
    rowOf('b').querySelector<HTMLElement>('[part=answer]')?.click();
    await until(() => find('.refusal'), 'Nothing is said.');
    expect(all('.text')[0]).to.equal('Most wanted');
    expect(text(find('.undo'))).to.equal('');
  });
});
