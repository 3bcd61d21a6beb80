// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, expectSame, mount, unmountAll, until } from '../../shared/testing/index.js';
import { began, now, testBoard, type TestBoard } from '../testing/board.js';
import './index.js';
import type { VitrineQuestion } from './index.js';

describe('<vitrine-question>', () => {
  let board: TestBoard;
  let element: VitrineQuestion;

  async function show(role: 'reader' | 'viewer' = 'viewer', lang = 'en'): Promise<void> {
    board = await testBoard(role);
    element = await mount<VitrineQuestion>(
      html`<vitrine-question lang=${lang} .room=${board.room}></vitrine-question>`,
    );
  }
  afterEach(() => {
    unmountAll();
    board.room.close();
  });

  const find = <E extends HTMLElement>(selector: string): E => element.renderRoot.querySelector<E>(selector) as E;
  const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const all = (selector: string): string[] => [...element.renderRoot.querySelectorAll(selector)].map(text);
  const rowOf = (id: string): HTMLElement => find(`.row[data-id="${id}"]`);
  const type = (words: string): void => {
    const field = find<HTMLTextAreaElement>('textarea');
    field.value = words;
    field.dispatchEvent(new Event('input'));
  };
  const press = (key: string, more = {}): void =>
    void find('textarea').dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );

  it('shows bones until it is known what there is, and nothing where the back end has no questions', async () => {
    await show();
    await until(() => find('.waiting'), 'There are no bones.');
    board.open();
    await until(() => find('.none'), 'It is not empty.');
    expect(text(find('.none'))).to.equal('No questions yetAsk the first one');
    await expectAccessible(element);
  });

  it('shows the most wanted first, and those that are answered last', async () => {
    await show();
    board.open();
    board.ask('a', 'Less wanted', { votes: 2 });
    board.ask('b', 'Most wanted', { votes: 9 });
    board.ask('c', 'Answered', { votes: 20 });
    board.settle('c', 'answered', began + 2_300_000);
    board.ask('d', 'Asked later', { votes: 2 });
    await until(() => all('.text').length === 4, 'They are not shown.');
    expect(all('.text')).to.deep.equal(['Most wanted', 'Less wanted', 'Asked later', 'Answered']);
    expect(all('.numbers').slice(0, 3)).to.deep.equal(['9', '2', '2']);
    await expectAccessible(element);
  });

  it('votes once a press, takes it back with the next, and says so', async () => {
    await show();
    board.open();
    board.ask('a', 'Does it keep?', { votes: 3 });
    await until(() => find('.vote'), 'It is not shown.');
    const vote = (): HTMLButtonElement => find<HTMLButtonElement>('button.vote');
    expect(vote().getAttribute('aria-pressed')).to.equal('false');
    expect(vote().getAttribute('aria-label')).to.equal('I want this answered, 3 votes');
    const release = board.hold();
    vote().click();
    vote().click();
    release();
    await until(() => board.asked.length === 1, 'It was not asked.');
    expect(board.asked).to.deep.equal([{ do: 'count', option: 'a', on: true }]);
    board.own('a', true);
    await until(() => vote().getAttribute('aria-pressed') === 'true', 'It is not pressed.');
    expect(text(vote())).to.equal('4');
    await until(() => text(find('[role=status].visually-hidden')) === 'Your vote counts');
    await expectAccessible(element);
    vote().click();
    await until(() => board.asked.length === 2);
    expect(board.asked[1]).to.deep.equal({ do: 'count', option: 'a', on: false });
  });

  it('keeps rows in their places and the focus in its row while the keyboard is among them', async () => {
    await show();
    board.open();
    board.ask('a', 'First', { votes: 5 });
    board.ask('b', 'Second', { votes: 4 });
    await until(() => all('.text').length === 2);
    const vote = rowOf('b').querySelector('button') as HTMLButtonElement;
    // The keyboard, as browsers tell it from the mouse.
    find('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    vote.focus({ focusVisible: true } as FocusOptions);
    board.tally('b', 9);
    board.ask('c', 'Third', { votes: 20 });
    await until(() => all('.text').length === 3);
    expectSame((element.renderRoot as ShadowRoot).activeElement, vote);
    if (vote.matches(':focus-visible')) expect(all('.text')).to.deep.equal(['First', 'Second', 'Third']);
    vote.blur();
    await until(() => all('.text')[0] === 'Third', 'The order does not follow.');
    expect(all('.text')).to.deep.equal(['Third', 'Second', 'First']);
  });

  it('keeps rows in their places while a pointer is among them, and no longer', async () => {
    await show();
    board.open();
    board.ask('a', 'First', { votes: 5 });
    board.ask('b', 'Second', { votes: 4 });
    await until(() => all('.text').length === 2);
    for (const pointerType of ['mouse', 'touch']) {
      const point = (type: string): boolean => find('.scroll').dispatchEvent(new PointerEvent(type, { pointerType }));
      const before = all('.text');
      point('pointerenter');
      board.tally('b', before[0] === 'First' ? 9 : 1);
      board.ask(pointerType, `Asked by ${pointerType}`);
      await until(() => all('.text').length > before.length);
      expect(all('.text').slice(0, 2)).to.deep.equal(before.slice(0, 2));
      point('pointerleave');
      await until(() => all('.text')[0] === before[1], 'The order does not follow.');
    }
  });

  it('holds nothing any more once it was taken away under the pointer', async () => {
    await show();
    board.open();
    board.ask('a', 'First', { votes: 5 });
    board.ask('b', 'Second', { votes: 4 });
    await until(() => all('.text').length === 2);
    find('.scroll').dispatchEvent(new PointerEvent('pointerenter'));
    const place = element.parentNode as ParentNode;
    element.remove();
    place.append(element);
    board.tally('b', 9);
    await until(() => all('.text')[0] === 'Second', 'The order does not follow.');
  });

  it('leads to the moment of an answer', async () => {
    await show();
    const sought: unknown[] = [];
    board.room.bus.answer('player:seek', ({ to }) => void sought.push(to), board.room);
    board.open();
    board.ask('a', 'Does it keep?');
    board.settle('a', 'answered', began + 2_300_000);
    await until(() => find('[part=answered]'), 'There is no link.');
    expect(text(find('[part=answered]'))).to.equal('Answered at 38:20');
    find('[part=answered]').click();
    await until(() => sought.length === 1);
    expect(sought).to.deep.equal([began + 2_300_000]);
    expect(find('button.vote') === null).to.equal(true);
    await expectAccessible(element);
  });

  it('says that it was answered where no player can go there', async () => {
    await show();
    board.open();
    board.ask('a', 'Does it keep?');
    board.settle('a', 'answered', now);
    await until(() => find('.verdict'), 'It is not said.');
    expect(text(find('.verdict'))).to.equal('Answered');
    expect(find('[part=answered]') === null).to.equal(true);
  });

  it('asks with Enter, publicly or privately, and empties the field once the back end has it', async () => {
    await show();
    board.open();
    await until(() => find('textarea'), 'There is no field.');
    expect(find<HTMLTextAreaElement>('textarea').placeholder).to.equal('Ask Lin Yue a question');
    type('  Does it keep?  ');
    press('Enter', { isComposing: true });
    press('Enter', { shiftKey: true });
    expect(board.asked).to.deep.equal([]);
    press('Enter');
    await until(() => board.asked.length === 1);
    expect(board.asked).to.deep.equal([{ do: 'add', text: 'Does it keep?' }]);
    await until(() => find<HTMLTextAreaElement>('textarea').value === '', 'The field is not empty.');
    await until(() => text(find('[role=status].visually-hidden')) === 'Your question is in the list');
    find('input[type=checkbox]').click();
    await until(() => text(find('.private')) === 'Ask privately Only the host sees it');
    type('Where is my order?');
    await until(() => find('.send.ready'), 'It cannot be sent.');
    await expectAccessible(element);
    find('.send').click();
    await until(() => board.asked.length === 2);
    expect(board.asked[1]).to.deep.equal({ do: 'add', text: 'Where is my order?', isPrivate: true });
  });

  it('counts what is left, and keeps what is too long', async () => {
    await show();
    board.open();
    await until(() => find('textarea'));
    type('x'.repeat(250));
    await until(() => text(find('.notice')) === '30 characters left');
    type('👨‍👩‍👧‍👦'.repeat(281));
    await until(() => text(find('.notice')) === 'Too long by 1 character');
    expect(find('textarea').getAttribute('aria-invalid')).to.equal('true');
    press('Enter');
    type('x'.repeat(10_240));
    press('Enter');
    await element.updateComplete;
    expect(board.asked).to.deep.equal([]);
    expect(find<HTMLTextAreaElement>('textarea').value).to.have.lengthOf(10_240);
  });

  it('tells by the code why something was refused, and keeps the question', async () => {
    await show();
    board.open();
    await until(() => find('textarea'));
    board.refuse('RATE_LIMITED');
    type('Does it keep?');
    press('Enter');
    await until(() => find('.notice[role=alert]'), 'Nothing is said.');
    expect(text(find('.notice'))).to.equal('That was quick. Wait a moment, then try again.');
    expect(find<HTMLTextAreaElement>('textarea').value).to.equal('Does it keep?');
    await expectAccessible(element);
    board.refuse('BAD_INPUT');
    press('Enter');
    await until(() => text(find('.notice')) === 'That did not work. Try again.');
    board.ask('a', 'Another');
    await until(() => find('button.vote'));
    type('');
    board.refuse('OFFLINE');
    find('button.vote').click();
    await until(() => text(find('.notice')) === 'Not sent. You are offline.');
  });

  it('marks the viewer’s own and private questions, and lets nobody vote for their own', async () => {
    await show();
    board.open();
    board.ask('mine', 'Where is my order?', { isOwn: true, isPrivate: true });
    board.ask('passed', 'Mine too', { isOwn: true });
    board.settle('passed', 'dismissed');
    await until(() => all('.row').length === 2);
    expect(all('.tag')).to.deep.equal(['You', 'Private', 'You']);
    expect(find('button.vote') === null).to.equal(true);
    expect(text(rowOf('passed').querySelector('.verdict'))).to.equal('Not taken up');
  });

  it('stays to be read when questions are closed, and where nobody may ask', async () => {
    await show();
    board.open();
    board.ask('a', 'Does it keep?');
    await until(() => find('button.vote'));
    board.close();
    await until(() => find('.shut'), 'It is not closed.');
    expect(text(find('.shut'))).to.equal('Questions are closed');
    expect(all('.text')).to.deep.equal(['Does it keep?']);
    expect(find('button.vote') === null).to.equal(true);
    await expectAccessible(element);
  });

  it('can only be read where the back end takes no answers', async () => {
    await show('reader');
    board.open();
    await until(() => find('.shut'), 'There is a field.');
    expect(text(find('.shut'))).to.equal('Questions can only be read here');
    expect(text(find('.none'))).to.equal('No questions yet');
  });

  it('says that it cannot be shown when it has failed', async () => {
    await show();
    board.fail();
    await until(() => find('[role=alert]'), 'Nothing is said.');
    expect(text(find('[role=alert]'))).to.equal('Questions cannot be shown right now');
  });

  it('shows what people write as text, whatever it looks like', async () => {
    await show();
    board.open();
    board.ask('a', '<img src=x onerror="alert(1)">', { author: { id: 'm', name: '<b>Mallory</b>' } });
    await until(() => find('.text'));
    expect(text(find('.text'))).to.equal('<img src=x onerror="alert(1)">');
    expect(find('img, b') === null).to.equal(true);
    expect(text(find('.by'))).to.equal('<b>Mallory</b>');
  });

  it('lets the page take over what is asked', async () => {
    await show();
    board.open();
    await until(() => find('textarea'));
    const heard: unknown[] = [];
    element.addEventListener('vitrine-interaction-answer', (event) => {
      event.preventDefault();
      heard.push((event as CustomEvent<unknown>).detail);
    });
    type('Does it keep?');
    press('Enter');
    await until(() => heard.length === 1);
    expect(heard).to.deep.equal([{ id: 'qa', answer: { do: 'add', text: 'Does it keep?' } }]);
    expect(board.asked).to.deep.equal([]);
  });

  it('reads from right to left, with people’s words on their own', async () => {
    board = await testBoard();
    element = await mount<VitrineQuestion>(
      html`<vitrine-question lang="ar" dir="rtl" .room=${board.room}></vitrine-question>`,
    );
    board.open();
    board.ask('a', 'Does it keep?', { votes: 12 });
    await until(() => find('.row'));
    const row = rowOf('a').getBoundingClientRect();
    const vote = find('.vote').getBoundingClientRect();
    expect(vote.left - row.left).to.be.below(row.right - vote.right);
    expect(find('.text bdi') !== null).to.equal(true);
  });

  it('gives every vote a target that a finger meets', async () => {
    await show();
    board.open();
    board.ask('a', 'Does it keep?', { votes: 1 });
    await until(() => find('button.vote'));
    const { width, height } = find('button.vote').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });
});
