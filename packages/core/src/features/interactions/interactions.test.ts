// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError, type ErrorCode } from '../../model/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import {
  interactionsFeature,
  type Interaction,
  type InteractionAnswer,
  type InteractionEntry,
  type InteractionEvent,
  type InteractionsPort,
} from './index.js';

const board: Interaction = {
  id: 'qa',
  kind: 'question',
  rule: 'count',
  settings: { most: 0, entries: { graphemes: 280 } },
  at: 100_000,
};

const entry = (id: string, at: number, more: Partial<InteractionEntry> = {}): InteractionEvent => ({
  kind: 'entry',
  id: 'qa',
  entry: { id, text: `Question ${id}`, author: { id: 'p', name: 'Priya' }, ...more },
  at,
});
const tally = (option: string, count: number, at: number): InteractionEvent => ({
  kind: 'tally',
  id: 'qa',
  option,
  count,
  at,
});
const own = (option: string, on: boolean, at: number): InteractionEvent => ({ kind: 'own', id: 'qa', option, on, at });

async function stage(port: Partial<InteractionsPort> = {}, now = 100_000) {
  const events = feed<InteractionEvent>();
  const room = await testRoom(
    { interactions: { subscribe: events.subscribe, ...port } },
    { features: [interactionsFeature] },
  );
  const go = (programTime: number): void => room.playhead.publish({ programTime, source: 'frame', rate: 1 });
  go(now);
  return {
    room,
    events,
    go,
    all: (...items: InteractionEvent[]) => events.push({ kind: 'all' }, { kind: 'open', interaction: board }, ...items),
    shown: () => room.store.state.interactions!.shown,
    ids: () => room.store.state.interactions!.shown[0]?.entries.map(({ id }) => id),
    refusal: async (answer: InteractionAnswer, id = 'qa'): Promise<VitrineError> => {
      try {
        await room.request('interaction:answer', { id, answer });
      } catch (error) {
        return error as VitrineError;
      }
      throw new Error('Nothing was refused.');
    },
  };
}

describe('the interactions feature', () => {
  it('is absent where the back end has no such port, and is no part of a room that does not use it', async () => {
    const plain = await testRoom();
    expect(plain.store.state.interactions).to.equal(undefined);
    plain.use(interactionsFeature);
    expect(plain.store.state.interactions).to.include({ status: 'absent', canAnswer: false, canRun: false });
    plain.use(interactionsFeature);
    plain.close();
  });

  it('opens when the picture gets there, and closes at once', async () => {
    const { room, events, go, shown } = await stage();
    const told: string[] = [];
    room.bus.on('interaction:opened', ({ id, kind }) => told.push(`${id} ${kind}`), room);
    room.bus.on('interaction:closed', ({ id }) => told.push(`${id} closed`), room);
    events.push({ kind: 'all' });
    events.push({ kind: 'open', interaction: { ...board, at: 108_000 } });
    expect(shown()).to.deep.equal([]);
    expect(told).to.deep.equal([]);
    go(108_000);
    expect(shown()[0]).to.include({ id: 'qa', isOpen: true });
    events.push({ kind: 'close', id: 'qa' });
    expect(shown()[0]).to.include({ isOpen: false });
    expect(told).to.deep.equal(['qa question', 'qa closed']);
    room.close();
  });

  it('holds what others and the host make of it back to the picture, also after a seek', async () => {
    const { room, all, go, shown, ids } = await stage();
    all(entry('a', 101_000), tally('a', 3, 102_000), {
      kind: 'settle',
      id: 'qa',
      option: 'a',
      as: 'answered',
      at: 103_000,
    });
    expect(ids()).to.deep.equal([]);
    go(101_000);
    expect(ids()).to.deep.equal(['a']);
    expect(shown()[0]?.counts).to.deep.equal({});
    go(102_000);
    expect(shown()[0]?.counts).to.deep.equal({ a: 3 });
    expect(shown()[0]?.settled).to.deep.equal({});
    go(103_000);
    expect(shown()[0]?.settled['a']).to.include({ as: 'answered', at: 103_000 });
    go(101_500);
    expect(shown()[0]).to.deep.include({ counts: {}, settled: {} });
    room.close();
  });

  it("shows the viewer's own at once and counts it once, whatever the tallies know of it", async () => {
    const { room, all, events, go, shown, ids } = await stage();
    all(entry('a', 100_000), tally('a', 4, 100_000));
    events.push(entry('mine', 109_000, { isOwn: true }), own('a', true, 109_000));
    expect(ids()).to.deep.equal(['a', 'mine']);
    expect(shown()[0]).to.deep.include({ own: ['a'], counts: { a: 5 } });
    events.push(own('a', true, 109_000));
    expect(shown()[0]?.counts).to.deep.equal({ a: 5 });
    events.push(tally('a', 5, 109_500));
    go(109_500);
    expect(shown()[0]).to.deep.include({ own: ['a'], counts: { a: 5 } });
    events.push(own('a', false, 110_000));
    expect(shown()[0]).to.deep.include({ own: [], counts: { a: 4 } });
    go(120_000);
    events.push(tally('a', 4, 110_500));
    expect(shown()[0]).to.deep.include({ own: [], counts: { a: 4 } });
    room.close();
  });

  it('takes a dismissed entry away at once, but not from its author', async () => {
    const { room, all, events, ids } = await stage();
    const dismiss = (option: string): InteractionEvent => ({
      kind: 'settle',
      id: 'qa',
      option,
      as: 'dismissed',
      at: 109_000,
    });
    all(entry('a', 100_000), entry('mine', 100_000, { isOwn: true }));
    events.push(dismiss('a'), dismiss('mine'));
    expect(ids()).to.deep.equal(['mine']);
    events.push({ kind: 'settle', id: 'qa', option: 'a', as: 'open', at: 110_000 });
    expect(ids()).to.deep.equal(['a', 'mine']);
    room.close();
  });

  it('shows nothing twice when everything is told again', async () => {
    const { room, all, ids, shown } = await stage();
    all(entry('a', 100_000), own('a', true, 100_000), tally('a', 1, 100_000));
    all(entry('a', 100_000), entry('b', 100_000), own('a', true, 100_000), tally('a', 1, 100_000));
    expect(ids()).to.deep.equal(['a', 'b']);
    expect(shown()).to.have.lengthOf(1);
    expect(shown()[0]?.counts).to.deep.equal({ a: 1 });
    room.close();
  });

  it('shows the staff everything as it is now', async () => {
    const { room, all, shown, ids } = await stage({ launch: async () => ({ id: 'x' }) }, 50_000);
    all(entry('a', 109_000), { kind: 'settle', id: 'qa', option: 'a', as: 'dismissed', at: 110_000 });
    expect(ids()).to.deep.equal(['a']);
    expect(shown()[0]?.settled['a']).to.include({ as: 'dismissed', at: 110_000 });
    expect(room.store.state.interactions).to.include({ canRun: true });
    room.close();
  });

  it('bounds what a back end does not', async () => {
    const { room, all, shown } = await stage();
    all(entry('a', 100_000, { text: 'x'.repeat(10_000), author: { id: 'p', name: 'y'.repeat(1000) } }));
    const [only] = shown()[0]!.entries;
    expect([only?.text.length, only?.author.name.length]).to.deep.equal([2000, 64]);
    room.close();
  });

  it('counts for options of any name', async () => {
    const { room, all, events, shown } = await stage();
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
    all(...names.map((name) => own(name, true, 100_001)));
    expect(Object.entries(shown()[0]?.counts ?? {}).sort()).to.deep.equal(names.map((name) => [name, 1]).sort());
    events.push(...names.map((name) => tally(name, 7, 100_000)), ...names.map((name) => own(name, false, 100_002)));
    expect(Object.entries(shown()[0]?.counts ?? {}).sort()).to.deep.equal(names.map((name) => [name, 7]).sort());
    room.close();
  });

  it('passes answers on, and refuses by a code what the back end need not see', async () => {
    const sent: unknown[] = [];
    const answer = async (id: string, given: InteractionAnswer): Promise<void> => void sent.push([id, given]);
    const { room, all, events, refusal } = await stage({ answer });
    all(entry('a', 100_000));
    const told: InteractionAnswer[] = [];
    room.bus.on('interaction:answered', ({ answer: counted }) => told.push(counted), room);
    await room.request('interaction:answer', { id: 'qa', answer: { do: 'add', text: '  Does it keep? ' } });
    expect(sent).to.deep.equal([['qa', { do: 'add', text: 'Does it keep?' }]]);
    expect(told).to.deep.equal([{ do: 'add', text: 'Does it keep?' }]);
    const codes: ErrorCode[] = [];
    for (const text of [' ', '👨‍👩‍👧‍👦'.repeat(281), 'x'.repeat(10_240)])
      codes.push((await refusal({ do: 'add', text })).code);
    expect(codes).to.deep.equal(['MESSAGE_EMPTY', 'MESSAGE_TOO_LONG', 'MESSAGE_TOO_LONG']);
    expect(await refusal({ do: 'add', text: 'x' }, 'nothing')).to.include({ code: 'BAD_INPUT', field: 'id' });
    events.push({ kind: 'close', id: 'qa' });
    expect((await refusal({ do: 'add', text: 'late' })).code).to.equal('INTERACTION_CLOSED');
    expect(sent).to.have.lengthOf(1);
    room.close();
  });

  it('says that nobody may answer where the back end takes no answers', async () => {
    const { room, all, refusal } = await stage();
    all();
    expect((await refusal({ do: 'count', option: 'a', on: true })).code).to.equal('NO_PORT');
    room.close();
  });

  it('goes on with the very answer when a login was needed', async () => {
    const events = feed<InteractionEvent>();
    const viewer = { id: 'v', role: 'viewer', isGuest: false } as const;
    let isKnown = false;
    const sent: unknown[] = [];
    const room = await testRoom(
      {
        identity: { current: async () => viewer, require: async () => ((isKnown = true), viewer) },
        interactions: {
          subscribe: events.subscribe,
          async answer(_id, answer) {
            if (!isKnown) throw new VitrineError('AUTH_REQUIRED', '');
            sent.push(answer);
          },
        },
      },
      { features: [interactionsFeature] },
    );
    room.playhead.publish({ programTime: 100_000, source: 'frame', rate: 1 });
    events.push({ kind: 'all' }, { kind: 'open', interaction: board });
    await room.request('interaction:answer', { id: 'qa', answer: { do: 'count', option: 'a', on: true } });
    expect(sent).to.deep.equal([{ do: 'count', option: 'a', on: true }]);
    room.close();
  });

  it('lets those launch and close whose adapter can', async () => {
    const done: unknown[] = [];
    const { room } = await stage({
      launch: async (draft, { at }) => (done.push([draft.kind, at]), { id: 'new' }),
      close: async (id) => void done.push(id),
    });
    const { kind, rule, settings } = board;
    const draft = { kind, rule, settings };
    expect(await room.request('interaction:launch', { draft, at: 7 })).to.deep.equal({ id: 'new' });
    await room.request('interaction:close', { id: 'new' });
    expect(done).to.deep.equal([['question', 7], 'new']);
    room.close();
  });

  it('fails with the reason when the subscription ends for good', async () => {
    const { room, events } = await stage();
    events.fail(new VitrineError('FORBIDDEN', ''));
    await until(() => room.store.state.interactions?.status === 'failed');
    expect(room.store.state.interactions?.error?.code).to.equal('FORBIDDEN');
    room.close();
  });
});
