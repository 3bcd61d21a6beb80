// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import type { WaitingMessage, ModerationPort } from '@vitrine/core/moderation';
import { expect } from 'chai';
import { html } from 'lit';
import { expectAccessible, holdTime, mount, testRoom, unmountAll, until } from '../../shared/testing/index.js';
import '../index.js';
import type { VitrineModeration } from '../index.js';

const waits = (id: string, text: string, name: string, isGuest: boolean): WaitingMessage => ({
  id,
  author: { id: name.toLowerCase(), name, role: 'viewer' },
  text,
  sentAt: 1_795_000_000_000,
  isGuest,
});

const all = [
  waits('a', 'is it fresh?', 'Priya', false),
  waits('b', 'buy elsewhere', 'Jun', true),
  waits('c', 'Really, buy ELSÉWHERE', 'Jun', true),
  waits('d', 'thé vert?', 'Amélie', true),
];

describe('the queue of what waits, looked through', () => {
  let room: Room;
  let element: VitrineModeration;
  let told: unknown[];
  let waiting: readonly WaitingMessage[];

  async function show(held: readonly WaitingMessage[] = all): Promise<void> {
    told = [];
    waiting = held;
    const drop = (ids: readonly string[]): readonly string[] => {
      const there = ids.filter((id) => waiting.some((one) => one.id === id));
      waiting = waiting.filter(({ id }) => !ids.includes(id));
      return there;
    };
    const moderation: ModerationPort = {
      held: async () => waiting,
      async decide(id, decision) {
        told.push([id, decision]);
        return drop([id]).length > 0;
      },
      async decideAll(ids, decision) {
        told.push([ids.join(), decision]);
        return drop(ids);
      },
      restrict: async () => undefined,
    };
    room = await testRoom({ moderation });
    element = await mount(html`<vitrine-moderation .room=${room}></vitrine-moderation>`);
    await until(() => shown().length === held.length, 'Nothing is shown.');
  }
  const looked = async (held?: readonly WaitingMessage[]): Promise<void> => {
    await show(held);
    await until(() => find('[type=search]'), 'It cannot be looked through.');
  };
  afterEach(() => {
    unmountAll();
    room.close();
  });

  const root = (): ShadowRoot => element.renderRoot as ShadowRoot;
  const find = <E extends HTMLElement>(selector: string): E => root().querySelector<E>(selector) as E;
  const text = (node: Element | null): string => node?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const shown = (): string =>
    [...root().querySelectorAll<HTMLElement>('.row')].map((row) => row.dataset['id']).join('');
  const button = (label: string): HTMLElement =>
    [...root().querySelectorAll<HTMLElement>('button')].find((one) => text(one).startsWith(label)) as HTMLElement;
  const press = async (label: string): Promise<void> => {
    button(label).click();
    await element.updateComplete;
  };
  const look = async (words: string): Promise<void> => {
    const field = find<HTMLInputElement>('[type=search]');
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
  };
  const key = async (name: string, more: KeyboardEventInit = {}): Promise<void> => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
    root().activeElement?.dispatchEvent(event);
    await element.updateComplete;
  };
  const active = (): string => text(root().activeElement);

  it('has nothing to look through where one message waits', async () => {
    await show(all.slice(0, 1));
    expect(find('.sieve')).to.equal(null);
  });

  it('leaves those whose name and words have all that is looked for, however it is written', async () => {
    await looked();
    await look('elsewhere');
    expect(shown()).to.equal('bc');
    expect(text(find('.head'))).to.equal('2 of 4 shown');
    await look('  jun REALLY');
    expect(shown()).to.equal('c');
    await look('amelie the');
    expect(shown()).to.equal('d');
    await look('coffee');
    expect(shown()).to.equal('');
    expect(text(find('.none'))).to.contain('Nothing that waits fits');
    await expectAccessible(element);
    await press('Show all');
    expect(shown()).to.equal('abcd');
    expect(text(find('.head'))).to.equal('4 wait');
  });

  it('leaves guests or members, and those who have several waiting, with how many there are', async () => {
    await looked();
    expect([...root().querySelectorAll('.pick')].map(text)).to.deep.equal([
      'Guests 3',
      'Members 1',
      'Several waiting 2',
    ]);
    await press('Members');
    expect(shown()).to.equal('a');
    await press('Guests');
    expect(shown()).to.equal('bcd');
    await press('Several waiting');
    expect(shown()).to.equal('bc');
    expect(button('Guests').getAttribute('aria-pressed')).to.equal('true');
    await expectAccessible(element);
    await press('Guests');
    await press('Several waiting');
    expect(shown()).to.equal('abcd');
  });

  it('does not offer guests and members where the back end does not tell', async () => {
    await looked(all.map(({ isGuest: _unknown, ...message }) => message));
    expect([...root().querySelectorAll('.pick')].map(text)).to.deep.equal(['Several waiting 2']);
  });

  it('loses nothing that comes meanwhile, and counts it', async () => {
    const time = holdTime();
    await looked();
    await look('buy');
    waiting = [...waiting, waits('e', 'where to buy?', 'Sol', false), waits('f', 'hello', 'Kai', false)];
    await time.pass(3000);
    await until(() => shown() === 'bce', 'What fits is not shown.');
    expect(text(find('.head'))).to.equal('3 of 6 shown');
    await look('');
    expect(shown()).to.equal('abcdef');
  });

  it('decides about all that is shown after one more question, and not about what comes while that stands', async () => {
    const time = holdTime();
    await looked();
    await look('buy');
    await press('Remove all 2 shown');
    expect(text(find('.asked p'))).to.equal('Remove these 2 messages?');
    await expectAccessible(element);
    waiting = [...waiting, waits('e', 'where to buy?', 'Sol', false)];
    await time.pass(3000);
    await until(() => text(find('.head')) === '2 of 5 shown', 'What comes is not counted.');
    expect(shown()).to.equal('bc');
    await press('Yes, remove');
    await until(() => text(find('.undo')) === 'Removed 2 messages Undo');
    expect(shown()).to.equal('e');
    expect(told).to.deep.equal([]);
    await until(() => active() === 'Undo', 'The way back is not at hand.');
    find('[type=search]').focus();
    await time.pass(6000);
    expect(told).to.deep.equal([['b,c', 'remove']]);
  });

  it('takes back what was decided about all, whole', async () => {
    await looked();
    const time = holdTime();
    await press('Allow all 4 shown');
    await press('Yes, allow');
    await until(() => shown() === '');
    await press('Undo');
    await until(() => shown() === 'abcd');
    await time.pass(10_000);
    expect(told).to.deep.equal([]);
  });

  it('is the same for one message that is left', async () => {
    await looked();
    const time = holdTime();
    await look('fresh');
    await press('Allow the one shown');
    await press('Yes, allow');
    await until(() => text(find('.undo')) === 'Allowed 1 message Undo');
    find('[type=search]').focus();
    await time.pass(6000);
    expect(told).to.deep.equal([['a', 'allow']]);
  });

  it('says when others were faster with some of them', async () => {
    await looked();
    const time = holdTime();
    await press('Allow all 4 shown');
    await press('Yes, allow');
    waiting = waiting.slice(1);
    find('.head').focus();
    await time.pass(6000);
    await until(() => text(find('.refusal')) === 'Somebody else was faster.');
  });

  it('is worked by the keyboard alone', async () => {
    await looked();
    find('.row[data-id=a]').focus();
    await key('/');
    expect(root().activeElement?.matches('[type=search]')).to.equal(true);
    await look('buy');
    await key('ArrowDown');
    expect((root().activeElement as HTMLElement).dataset['id']).to.equal('b');
    await key('A', { shiftKey: true });
    await until(() => active() === 'Yes, allow', 'The question has not the focus.');
    await key('Escape');
    await until(() => active().startsWith('Allow all 2'), 'The keyboard has lost its place.');
    find('.row[data-id=b]').focus();
    await key('Delete', { shiftKey: true });
    await until(() => active() === 'Yes, remove');
    (root().activeElement as HTMLElement).click();
    await until(() => active() === 'Undo');
    (root().activeElement as HTMLElement).click();
    await until(() => (root().activeElement as HTMLElement | null)?.dataset['id'] === 'b');
    find('[type=search]').focus();
    await key('Escape');
    expect(shown()).to.equal('abcd');
    expect(told).to.deep.equal([]);
  });
});
