// SPDX-License-Identifier: MIT
import type { ChatMessage } from '@vitrine/core';
import { expect } from 'chai';
import type { InteractionAnswer, InteractionEvent } from '@vitrine/core/interactions';
import type { ModerationPort } from '@vitrine/core/moderation';
import { expectAccessible, holdTime, unmountAll, until } from '../shared/testing/index.js';
import { feed } from '../shared/testing/test-room.js';
import { find, HostDesk, openDesk, wordsOf, type OpenDesk } from './console.fixture.js';
import './index.js';

describe('what a host runs beside the chat', () => {
  let open: OpenDesk;
  const asked: InteractionAnswer[] = [];
  const events = feed<InteractionEvent>();

  async function show(): Promise<void> {
    const desk = new HostDesk();
    events.push(
      { kind: 'all' },
      {
        kind: 'open',
        interaction: {
          id: 'qa',
          kind: 'question',
          rule: 'count',
          settings: { most: 0, entries: { graphemes: 280 } },
          at: Date.now(),
        },
      },
      { kind: 'entry', id: 'qa', entry: { id: 'a', text: 'Does it keep?', author: { id: 'p', name: 'Priya' } }, at: 0 },
    );
    open = await openDesk(desk, 1280, {
      ...desk.ports,
      interactions: {
        subscribe: events.subscribe,
        answer: async (_id, answer) => void asked.push(answer),
        launch: async () => ({ id: 'new' }),
        close: async () => undefined,
      },
    });
  }
  afterEach(() => {
    unmountAll();
    open.room.close();
  });
  const tabs = (): string[] =>
    [...(open.element.shadowRoot?.querySelectorAll('.choices [role=tab]') ?? [])].map((tab) => wordsOf(tab));

  it('is the chat alone where the back end has nothing else', async () => {
    open = await openDesk();
    expect(tabs()).to.deep.equal([]);
    expect(wordsOf(find(open.element, '.talk h2'))).to.equal('Chat');
  });

  it('is a queue of questions with the number that waits, worked without leaving the column', async () => {
    await show();
    await until(() => tabs().length === 2, 'There are no tabs.');
    expect(tabs()).to.deep.equal(['Chat', 'Q&A 1']);
    const list = find(open.element, '.choices') as HTMLElement;
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    const queue = (): ShadowRoot | null | undefined => find(open.element, 'vitrine-question-desk')?.shadowRoot;
    await until(() => queue()?.querySelector('.row'), 'The queue is not shown.');
    expect(find(open.element, 'vitrine-chat')?.hidden).to.equal(true);
    await expectAccessible(list);
    queue()?.querySelector<HTMLElement>('[part=answer]')?.click();
    await until(() => asked.length === 1, 'Nothing was asked.');
    expect(asked).to.deep.equal([{ do: 'settle', option: 'a', as: 'answered' }]);
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
    await until(() => find(open.element, 'vitrine-question-desk') === null, 'It stays.');
    expect(find(open.element, 'vitrine-chat')?.hidden).to.equal(false);
  });

  it('is what viewers write where that waits for a word of the staff, from the first that does', async () => {
    const desk = new HostDesk();
    let held: ChatMessage[] = [];
    const decided: unknown[] = [];
    const moderation: ModerationPort = {
      held: async () => held,
      async decide(id, decision) {
        decided.push([id, decision]);
        held = [];
        return true;
      },
      restrict: async () => undefined,
    };
    const time = holdTime();
    open = await openDesk(desk, 1280, { ...desk.ports, moderation });
    await until(() => open.room.store.state.moderation?.status === 'ready');
    expect(tabs()).to.deep.equal([]);
    held = [{ id: 'm', author: { id: 'p', name: 'Priya', role: 'viewer' }, text: 'is it fresh?', sentAt: 1 }];
    await time.pass(3000);
    await until(() => tabs().length === 2, 'Nobody is told that something waits.');
    expect(tabs()).to.deep.equal(['Chat', 'Waiting 1']);
    open.element.shadowRoot?.querySelectorAll<HTMLElement>('.choices [role=tab]')[1]?.click();
    const queue = (): ShadowRoot | null | undefined => find(open.element, 'vitrine-moderation')?.shadowRoot;
    await until(() => queue()?.querySelector('.row'), 'The queue is not shown.');
    queue()?.querySelector<HTMLElement>('[part=allow]')?.click();
    await until(() => tabs()[1] === 'Waiting', 'It waits on.');
    expect(decided).to.deep.equal([['m', 'allow']]);
  });

  it('has people who may not write and the rules a press away, where the back end tells of them', async () => {
    const desk = new HostDesk();
    const moderation: ModerationPort = {
      held: async () => [],
      decide: async () => true,
      restrict: async () => undefined,
      people: async () => [{ id: 'p', name: 'Priya', restriction: 'muted' }],
      policy: async () => ({ words: ['scam'], links: 'all', hold: 'none', unreviewed: 'allow' }),
    };
    open = await openDesk(desk, 1280, { ...desk.ports, moderation });
    await until(() => tabs().length === 3, 'They are not offered.');
    expect(tabs()).to.deep.equal(['Chat', 'People', 'Rules']);
    const press = (index: number): void =>
      open.element.shadowRoot?.querySelectorAll<HTMLElement>('.choices [role=tab]')[index]?.click();
    const inside = (tag: string, selector: string): Element | null | undefined =>
      find(open.element, tag)?.shadowRoot?.querySelector(selector);
    press(1);
    await until(() => inside('vitrine-people', '.row'), 'The people are not shown.');
    press(2);
    await until(() => inside('vitrine-policy', 'textarea'), 'The rules are not shown.');
    expect(find(open.element, 'vitrine-people')).to.equal(null);
    await expectAccessible(find(open.element, '.talk') as HTMLElement);
    press(0);
    await until(() => find(open.element, 'vitrine-policy') === null, 'It stays.');
    expect(find(open.element, 'vitrine-chat')?.hidden).to.equal(false);
  });
});
