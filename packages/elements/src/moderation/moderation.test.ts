// SPDX-License-Identifier: MIT
import { VitrineError, type Room } from '@vitrine/core';
import type { ModerationPort, WaitingMessage } from '@vitrine/core/moderation';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, holdTime, mount, testRoom, unmountAll, until } from '../shared/testing/index.js';
import './index.js';
import type { VitrineModeration } from './index.js';

const waits = (id: string, text: string, name = 'Priya'): WaitingMessage => ({
  id,
  author: { id: name.toLowerCase(), name, role: 'viewer' },
  text,
  sentAt: 1_795_000_000_000,
});

describe('<vitrine-moderation>', () => {
  let room: Room;
  let element: VitrineModeration;
  /** What the back end was told. */
  let told: unknown[];
  let refusal: VitrineError | null;
  let isFaster: boolean;
  let waiting: readonly WaitingMessage[];

  async function show(held: readonly WaitingMessage[] | null): Promise<void> {
    told = [];
    refusal = null;
    isFaster = true;
    waiting = held ?? [];
    const note = (what: unknown): void => {
      told.push(what);
      if (refusal) throw refusal;
    };
    const port: ModerationPort = {
      held: async () => waiting,
      async decide(id, decision) {
        note([id, decision]);
        return isFaster;
      },
      restrict: async (person, restriction, { for: lasting }) => note([person, restriction, lasting]),
    };
    room = await testRoom(held ? { moderation: port } : {});
    element = await mount(html`<vitrine-moderation .room=${room}></vitrine-moderation>`);
  }
  async function queue(): Promise<void> {
    await show([waits('a', 'is it fresh?'), waits('b', 'buy elsewhere', 'Jun'), waits('c', 'سلام', 'سارة')]);
    await until(() => all('.text').length === 3, 'Nothing is shown.');
  }
  afterEach(() => {
    unmountAll();
    room.close();
  });

  const find = <E extends HTMLElement>(selector: string): E => element.renderRoot.querySelector<E>(selector) as E;
  const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const all = (selector: string): string[] => [...element.renderRoot.querySelectorAll(selector)].map(text);
  const press = (id: string, part: string): void => find(`.row[data-id="${id}"] [part=${part}]`).click();
  const focusedRow = (): string | undefined =>
    (element.renderRoot as ShadowRoot).activeElement?.closest<HTMLElement>('.row')?.dataset['id'];
  const key = (name: string): void =>
    void (element.renderRoot as ShadowRoot).activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );

  it('shows nothing to who does not run the show', async () => {
    await show(null);
    expect(text(element.renderRoot as unknown as Element)).to.equal('');
  });

  it('lists what waits, and says where nothing does', async () => {
    await show([]);
    await until(() => all('.none')[0]?.startsWith('Nothing waits'));
    await expectAccessible(element);
    unmountAll();
    room.close();
    await queue();
    expect(all('.text')).to.deep.equal(['is it fresh?', 'buy elsewhere', 'سلام']);
    expect(text(find('.head'))).to.equal('3 wait');
    expect(all('.by bdi')).to.deep.equal(['Priya', 'Jun', 'سارة']);
    await expectAccessible(element);
  });

  it('allows at once, and says when somebody else was faster', async () => {
    await queue();
    press('a', 'allow');
    await until(() => all('.text').length === 2);
    expect(told).to.deep.equal([['a', 'allow']]);
    isFaster = false;
    press('b', 'allow');
    await until(() => all('.refusal')[0] === 'Somebody else was faster.');
    expect(all('.text')).to.deep.equal(['سلام']);
  });

  it('removes after six seconds in which that can be taken back', async () => {
    await queue();
    const time = holdTime();
    press('b', 'remove');
    await until(() => text(find('.undo')) === 'Removed: buy elsewhere Undo');
    expect(all('.text')).to.deep.equal(['is it fresh?', 'سلام']);
    find('.undo button').click();
    await until(() => all('.text').length === 3);
    press('b', 'remove');
    await element.updateComplete;
    await time.pass(5900);
    expect(told).to.deep.equal([]);
    await time.pass(100);
    await until(() => told.length === 1);
    expect(told).to.deep.equal([['b', 'remove']]);
    await until(() => text(find('.undo')) === '');
  });

  it('means the step before when another follows, and what is left when it goes', async () => {
    await queue();
    press('a', 'remove');
    await until(() => all('.text').length === 2);
    press('b', 'remove');
    await until(() => told.length === 1);
    expect(told).to.deep.equal([['a', 'remove']]);
    await until(() => text(find('.undo')).startsWith('Removed: buy elsewhere'));
    element.remove();
    await until(() => told.length === 2);
    expect(told[1]).to.deep.equal(['b', 'remove']);
  });

  it('mutes who wrote it with the removal, and neither is done when that is taken back', async () => {
    await queue();
    const time = holdTime();
    press('b', 'mute');
    await until(() => text(find('.undo')) === 'Muted for 10 minutes: Jun Undo');
    find('.undo button').click();
    await until(() => all('.text').length === 3);
    await time.pass(6000);
    expect(told).to.deep.equal([]);
    press('b', 'mute');
    await element.updateComplete;
    await time.pass(6000);
    expect(told).to.deep.equal([
      ['jun', 'muted', 600_000],
      ['b', 'remove'],
    ]);
  });

  it('is worked by the keyboard alone, to the last row and back', async () => {
    await queue();
    find('.row[data-id=a]').focus();
    key('ArrowDown');
    expect(focusedRow()).to.equal('b');
    key('m');
    await until(() => focusedRow() === 'c', 'The keyboard has lost its place.');
    key('Delete');
    await until(() => focusedRow() === 'a');
    key('Delete');
    await until(() => all('.row').length === 0);
    const active = (): Element | null | undefined => element.shadowRoot?.activeElement;
    await until(() => text(active() ?? null) === 'Undo', 'The way back is not at hand.');
    expect(told).to.deep.equal([
      ['jun', 'muted', 600_000],
      ['b', 'remove'],
      ['c', 'remove'],
    ]);
    (active() as HTMLElement).click();
    await until(() => focusedRow() === 'a');
    key('a');
    await until(() => told.length === 4);
    expect(told[3]).to.deep.equal(['a', 'allow']);
    await until(() => active() === find('.head'), 'The keyboard has lost its place.');
  });

  it('keeps the keyboard in the queue when somebody else decides, and waits while it is on the way back', async () => {
    const time = holdTime();
    await queue();
    find('.row[data-id=b]').focus();
    waiting = waiting.filter(({ id }) => id !== 'b');
    await time.pass(3000);
    await until(() => focusedRow() === 'c');
    press('a', 'remove');
    await until(() => find('.undo button'));
    find('.undo button').focus();
    await time.pass(20_000);
    expect(told).to.deep.equal([]);
    find('.row[data-id=c]').focus();
    await time.pass(6000);
    expect(told).to.deep.equal([['a', 'remove']]);
  });

  it('says that something was refused, and leaves the message where it is', async () => {
    await queue();
    refusal = new VitrineError('FORBIDDEN', 'Not you.');
    press('a', 'allow');
    await until(() => all('.refusal')[0] === 'That was refused. Try again.');
    await until(() => all('.text').length === 3);
  });

  it('tells of what was reported, by how many and what they say, and keeps it or takes it out of the chat', async () => {
    const reported = { why: 'reported', reports: 3, reasons: ['it is spam', '<b>spam</b>'] } as const;
    await show([
      { ...waits('a', 'buy elsewhere'), ...reported },
      { ...waits('b', 'cheaper there', 'Jun'), why: 'reported' },
    ]);
    await until(() => all('.text').length === 2, 'Nothing is shown.');
    expect(all('[part=reports] .tag')).to.deep.equal(['Reported by 3', 'Reported']);
    expect(all('.reason')).to.deep.equal(['it is spam', '<b>spam</b>']);
    expect(all('[part=allow]')).to.deep.equal(['Keep', 'Keep']);
    await expectAccessible(element);
    press('a', 'allow');
    await until(() => told.length === 1);
    press('b', 'remove');
    element.remove();
    await until(() => told.length === 2);
    expect(told).to.deep.equal([
      ['a', 'allow'],
      ['b', 'remove'],
    ]);
  });
});
