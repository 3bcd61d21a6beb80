// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import { VitrineError } from '../../model/index.js';
import { testRoom } from '../../testing/index.js';
import type { ChatMessage } from '../index.js';
import { moderationFeature, type Decision, type ModerationPort } from './index.js';

const waits = (id: string): ChatMessage => ({
  id,
  author: { id: 'priya', name: 'Priya', role: 'viewer' },
  text: `words of ${id}`,
  sentAt: 1,
});

/** A back end in the test's hand. */
class BackEnd implements ModerationPort {
  waiting: readonly ChatMessage[] = [waits('a'), waits('b')];
  readonly decisions: [id: string, decision: Decision][] = [];
  readonly restricted: unknown[] = [];
  asked = 0;
  /** What the next answer waits for. */
  delay: Promise<void> = Promise.resolve();
  failure: VitrineError | null = null;

  async held(): Promise<readonly ChatMessage[]> {
    this.asked++;
    const { waiting, failure, delay } = this;
    await delay;
    if (failure) throw failure;
    return waiting;
  }
  async decide(id: string, decision: Decision): Promise<boolean> {
    if (this.failure) throw this.failure;
    this.decisions.push([id, decision]);
    const isDone = this.waiting.some((one) => one.id === id);
    this.waiting = this.waiting.filter((one) => one.id !== id);
    return isDone;
  }
  async restrict(
    person: string,
    restriction: string,
    { for: lasting, instead }: { readonly for?: number; readonly instead?: boolean },
  ): Promise<void> {
    this.restricted.push([person, restriction, lasting, instead]);
  }
}

let time: ReturnType<typeof useFakeTimers>;

async function stage(backEnd = new BackEnd()) {
  const room = await testRoom({ moderation: backEnd }, { features: [moderationFeature] });
  const state = () => room.store.state.moderation!;
  const ids = (): string =>
    state()
      .held.map(({ id }) => id)
      .join();
  await time.tickAsync(0);
  return { room, backEnd, state, ids };
}

describe('the moderation feature', () => {
  beforeEach(() => {
    time = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => time.restore());

  it('is absent for who does not run the show', async () => {
    const room = await testRoom({}, { features: [moderationFeature] });
    expect(room.store.state.moderation).to.deep.include({ status: 'absent', held: [] });
    const error = await room
      .request('moderation:decide', { id: 'a', decision: 'allow' })
      .catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_PORT');
    room.close();
  });

  it('shows what waits, and takes what is decided away at once', async () => {
    const { room, backEnd, ids } = await stage();
    expect(ids()).to.equal('a,b');
    const deciding = room.request('moderation:decide', { id: 'a', decision: 'allow' });
    expect(ids()).to.equal('b');
    expect(await deciding).to.equal(true);
    expect(await room.request('moderation:decide', { id: 'gone', decision: 'remove' })).to.equal(false);
    expect(backEnd.decisions).to.deep.equal([
      ['a', 'allow'],
      ['gone', 'remove'],
    ]);
    room.close();
  });

  it('does not show again what an answer still has that was on its way', async () => {
    const { room, backEnd, ids } = await stage();
    let arrive = (): void => undefined;
    backEnd.delay = new Promise((resolve) => (arrive = resolve));
    await time.tickAsync(3000);
    expect(backEnd.asked).to.equal(2);
    // (The answer is of before the decision.)
    await room.request('moderation:decide', { id: 'a', decision: 'remove' });
    arrive();
    await time.tickAsync(0);
    expect(ids()).to.equal('b');
    backEnd.waiting = [waits('b'), waits('c')];
    await time.tickAsync(3000);
    expect(ids()).to.equal('b,c');
    room.close();
  });

  it('shows a message again when the decision is refused', async () => {
    const { room, backEnd, ids } = await stage();
    backEnd.failure = new VitrineError('FORBIDDEN', 'Not you.');
    const error = await room
      .request('moderation:decide', { id: 'a', decision: 'allow' })
      .catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'FORBIDDEN');
    expect(ids()).to.equal('a,b');
    room.close();
  });

  it('asks again after a failure that passes, and keeps what it knew', async () => {
    const { room, backEnd, state, ids } = await stage();
    backEnd.failure = new VitrineError('NETWORK', 'Gone.');
    await time.tickAsync(3000);
    expect(state().status).to.equal('failed');
    expect(ids()).to.equal('a,b');
    backEnd.failure = null;
    backEnd.waiting = [waits('c')];
    await time.tickAsync(30_000);
    expect(ids()).to.equal('c');
    expect(state()).to.deep.include({ status: 'ready', error: null });
    room.close();
  });

  it('decides about many at once, and shows what was not decided about again', async () => {
    const { room, backEnd, ids } = await stage();
    const deciding = room.request('moderation:decide-all', { ids: ['a', 'b', 'gone'], decision: 'allow' });
    expect(ids()).to.equal('');
    expect(await deciding).to.equal(2);
    expect(backEnd.decisions.map(([id]) => id)).to.deep.equal(['a', 'b', 'gone']);
    backEnd.waiting = [waits('c'), waits('d')];
    await time.tickAsync(3000);
    backEnd.failure = new VitrineError('FORBIDDEN', 'Not you.');
    const error = await room
      .request('moderation:decide-all', { ids: ['c', 'd'], decision: 'remove' })
      .catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'FORBIDDEN');
    expect(ids()).to.equal('c,d');
    room.close();
  });

  it('goes no faster than the back end lets, where that decides one by one', async () => {
    const { room, backEnd } = await stage();
    backEnd.failure = new VitrineError('RATE_LIMITED', 'Slowly.', { retryAfter: 2000 });
    const deciding = room.request('moderation:decide-all', { ids: ['a', 'b'], decision: 'allow' });
    await time.tickAsync(1000);
    backEnd.failure = null;
    await time.tickAsync(2000);
    expect(await deciding).to.equal(2);
    room.close();
  });

  it('leaves it to a back end that can decide about many', async () => {
    const asked: unknown[] = [];
    const backEnd = Object.assign(new BackEnd(), {
      async decideAll(ids: readonly string[], decision: Decision): Promise<readonly string[]> {
        asked.push([ids, decision]);
        return ids.slice(1);
      },
    });
    const { room } = await stage(backEnd);
    expect(await room.request('moderation:decide-all', { ids: ['a', 'b'], decision: 'remove' })).to.equal(1);
    expect(asked).to.deep.equal([[['a', 'b'], 'remove']]);
    expect(backEnd.decisions).to.deep.equal([]);
    room.close();
  });

  it('passes on what a person may not do', async () => {
    const { room, backEnd } = await stage();
    await room.request('moderation:restrict', { person: 'priya', restriction: 'muted', for: 60_000 });
    await room.request('moderation:restrict', { person: 'priya', restriction: 'muted', instead: true });
    await room.request('moderation:restrict', { person: 'priya', restriction: 'none' });
    expect(backEnd.restricted).to.deep.equal([
      ['priya', 'muted', 60_000, undefined],
      ['priya', 'muted', undefined, true],
      ['priya', 'none', undefined, undefined],
    ]);
    room.close();
  });

  it('bounds what a back end does not', async () => {
    const backEnd = new BackEnd();
    const tower = `Z${'\u0301'.repeat(10_000)}`;
    const author = { id: 'priya', name: tower, role: 'viewer', avatar: 'javascript:breach()' } as const;
    backEnd.waiting = [{ ...waits('a'), text: tower, author }];
    const { room, state } = await stage(backEnd);
    expect(state().held[0]?.text).to.have.lengthOf(2000);
    expect(state().held[0]?.author.name).to.have.lengthOf(64);
    expect(state().held[0]?.author).not.to.have.property('avatar');
    room.close();
  });
});
