// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError, type ErrorCode } from '../../model/index.js';
import { testRoom, until } from '../../testing/index.js';
import type { IdentityPort, Viewer } from '../index.js';
import { remindersFeature, type ReminderOutcome, type RemindersPort } from './index.js';

const guest: Viewer = { id: 'g', role: 'viewer', isGuest: true };

/** A back end that remembers, and does as it is told. */
class Memory implements RemindersPort {
  readonly shows = new Set<string>();
  readonly asked: string[] = [];
  outcome: ReminderOutcome = { kind: 'set' };
  failures: VitrineError[] = [];

  async current(show: string): Promise<boolean> {
    this.#fail('current');
    return this.shows.has(show);
  }
  async set(show: string): Promise<ReminderOutcome> {
    this.#fail('set');
    if (this.outcome.kind === 'set') this.shows.add(show);
    return this.outcome;
  }
  async clear(show: string): Promise<void> {
    this.#fail('clear');
    this.shows.delete(show);
  }

  #fail(what: string): void {
    this.asked.push(what);
    const failure = this.failures.shift();
    if (failure) throw failure;
  }
}

async function stage(change: (memory: Memory) => void = () => undefined, identity?: IdentityPort) {
  const memory = new Memory();
  change(memory);
  const room = await testRoom(
    { reminders: memory, ...(identity && { identity }) },
    { id: 'spring', features: [remindersFeature] },
  );
  const state = () => room.store.state.reminders!;
  await until(() => state().status !== 'loading');
  const refusal = async (run: Promise<unknown>): Promise<ErrorCode | undefined> =>
    run.then(
      () => undefined,
      (error: VitrineError) => error.code,
    );
  return { room, memory, state, refusal };
}

describe('the reminders feature', () => {
  it('is absent where the back end reminds nobody, and no part of a room that does not use it', async () => {
    const room = await testRoom();
    expect(room.store.state.reminders).to.equal(undefined);
    room.use(remindersFeature);
    expect(room.store.state.reminders).to.deep.include({ status: 'absent', shows: [] });
    const error = await room.request('reminder:set', { show: room.id }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_PORT');
    room.close();
  });

  it('knows after a reload what was set before', async () => {
    const { room, state } = await stage(({ shows }) => shows.add('spring'));
    expect(state().shows).to.deep.equal(['spring']);
    room.close();
  });

  it('sets and clears, tells of each once, and says nothing of what changes nothing', async () => {
    const { room, state } = await stage();
    const told: string[] = [];
    room.bus.on('reminder:changed', ({ show, isSet }) => told.push(`${show} ${isSet}`), room);
    for (let time = 0; time < 2; time++) {
      expect(await room.request('reminder:set', { show: 'spring' })).to.deep.equal({ kind: 'set' });
    }
    expect(state().shows).to.deep.equal(['spring']);
    await room.request('reminder:clear', { show: 'spring' });
    expect(state().shows).to.deep.equal([]);
    expect(told).to.deep.equal(['spring true', 'spring false']);
    room.close();
  });

  it('hands on why nothing was set, and keeps it unset', async () => {
    for (const outcome of [
      { kind: 'refused', code: 'INTERACTION_CLOSED' },
      { kind: 'unsupported', code: 'NO_HANDLER' },
    ] as const) {
      const { room, state } = await stage((memory) => (memory.outcome = outcome));
      expect(await room.request('reminder:set', { show: 'spring' })).to.deep.equal(outcome);
      expect(state().shows).to.deep.equal([]);
      room.close();
    }
  });

  it('keeps what is so when the back end cannot be reached', async () => {
    const { room, state, memory, refusal } = await stage(({ shows }) => shows.add('spring'));
    memory.failures = [new VitrineError('OFFLINE', ''), new VitrineError('NETWORK', '')];
    expect(await refusal(room.request('reminder:clear', { show: 'spring' }))).to.equal('OFFLINE');
    expect(state().shows).to.deep.equal(['spring']);
    expect(await refusal(room.request('reminder:set', { show: 'other' }))).to.equal('NETWORK');
    expect(state().shows).to.deep.equal(['spring']);
    room.close();
  });

  it('asks again when it could not learn what is set', async () => {
    const { room, state } = await stage((memory) => {
      memory.shows.add('spring');
      memory.failures = [new VitrineError('NETWORK', '')];
    });
    expect(state()).to.deep.include({ status: 'failed', shows: [] });
    await until(() => state().status === 'ready');
    expect(state().shows).to.deep.equal(['spring']);
    room.close();
  });

  it('finishes the very tap after a login, whichever way the back end asks for one', async () => {
    for (const isThrown of [true, false]) {
      let logins = 0;
      const known = { ...guest, id: 'mei', isGuest: false };
      const { room, memory, state } = await stage(
        (one) => {
          if (!isThrown) one.outcome = { kind: 'refused', code: 'AUTH_REQUIRED' };
        },
        {
          current: async () => guest,
          require: async () => {
            logins++;
            memory.outcome = { kind: 'set' };
            return known;
          },
        },
      );
      await until(() => room.store.state.identity.viewer);
      if (isThrown) memory.failures = [new VitrineError('AUTH_REQUIRED', '')];
      expect(await room.request('reminder:set', { show: 'spring' })).to.deep.equal({ kind: 'set' });
      expect(logins).to.equal(1);
      expect(state().shows).to.deep.equal(['spring']);
      room.close();
    }
  });

  it('learns what is set though a wish was refused meanwhile', async () => {
    let answer = (_isSet: boolean): void => undefined;
    const port: RemindersPort = {
      current: async () => new Promise((resolve) => (answer = resolve)),
      set: async () => ({ kind: 'refused', code: 'INTERACTION_CLOSED' }),
      clear: async () => undefined,
    };
    const room = await testRoom({ reminders: port }, { id: 'spring', features: [remindersFeature] });
    await room.request('reminder:set', { show: 'spring' });
    answer(true);
    await until(() => room.store.state.reminders?.status === 'ready');
    expect(room.store.state.reminders?.shows).to.deep.equal(['spring']);
    room.close();
  });

  it('keeps nothing of who was there before a login, also where the next is not known yet', async () => {
    const { room, memory, state } = await stage(({ shows }) => shows.add('spring'), {
      current: async () => guest,
      require: async () => ({ ...guest, id: 'mei' }),
    });
    await until(() => room.store.state.identity.viewer);
    await until(() => state().shows.includes('spring'));
    const told: string[] = [];
    room.bus.on('reminder:changed', ({ show, isSet }) => told.push(`${show} ${isSet}`), room);
    memory.shows.clear();
    memory.failures = [new VitrineError('FORBIDDEN', '')];
    await room.request('identity:require', { reason: 'chat' });
    await until(() => state().status === 'failed');
    expect(state().shows).to.deep.equal([]);
    expect(told).to.deep.equal(['spring false']);
    room.close();
  });

  it('asks anew for who has signed in', async () => {
    const { room, memory, state } = await stage(undefined, {
      current: async () => guest,
      require: async () => ({ ...guest, id: 'mei' }),
    });
    await until(() => room.store.state.identity.viewer);
    memory.shows.add('spring');
    await room.request('identity:require', { reason: 'chat' });
    await until(() => state().shows.includes('spring'));
    room.close();
  });
});
