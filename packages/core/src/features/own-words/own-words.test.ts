// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../../model/index.js';
import { testRoom, until } from '../../testing/index.js';
import { ownWordsFeature, type OwnWords, type OwnWordsPort } from './index.js';

const settings = { mode: 'open', slowMode: 0, maximumLength: 200 } as const;
const words: OwnWords = {
  messages: [{ id: 'm1', text: 'is it fresh?', sentAt: 1, at: 1, state: 'shown' }],
  questions: [{ id: 'q1', interaction: 'i', text: 'how many infusions?', at: 2 }],
};

/** A back end that keeps words until it is told not to. */
class Memory implements OwnWordsPort {
  kept: OwnWords = words;
  readonly commands: string[] = [];
  failure: VitrineError | null = null;

  async export(): Promise<OwnWords> {
    if (this.failure) throw this.failure;
    return this.kept;
  }
  async delete({ commandId }: { readonly commandId: string }): Promise<void> {
    if (this.failure) throw this.failure;
    this.commands.push(commandId);
    this.kept = { messages: [], questions: [] };
  }
}

describe('the own words feature', () => {
  it('answers only where the back end can, and is no part of a room that does not use it', async () => {
    const room = await testRoom();
    expect(room.store.state.ownWords).to.equal(undefined);
    room.use(ownWordsFeature);
    expect(room.store.state.ownWords).to.deep.equal({ status: 'absent' });
    expect(room.bus.isAnswered('own-words:export')).to.equal(false);
    const error = await room.request('own-words:export', {}).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_HANDLER');
    room.close();
  });

  it('hands out what the viewer wrote, and has it taken out', async () => {
    const memory = new Memory();
    const room = await testRoom({ ownWords: memory }, { features: [ownWordsFeature] });
    expect(room.store.state.ownWords).to.deep.equal({ status: 'ready' });
    expect(room.bus.isAnswered('own-words:export')).to.equal(true);
    let told = 0;
    room.bus.on('own-words:deleted', () => told++, room);
    expect(await room.request('own-words:export', {})).to.deep.equal(words);
    for (const times of [1, 2]) {
      await room.request('own-words:delete', {});
      expect(told).to.equal(times);
    }
    expect(new Set(memory.commands).size).to.equal(2);
    expect(await room.request('own-words:export', {})).to.deep.equal({ messages: [], questions: [] });
    room.close();
    expect(room.bus.isAnswered('own-words:delete')).to.equal(false);
  });

  it('takes out of the page what waits for a word of the staff, of which nobody is told', async () => {
    let sent = 0;
    const room = await testRoom(
      {
        ownWords: new Memory(),
        identity: { current: async () => ({ id: 'anna', name: 'Anna', role: 'viewer', isGuest: false }) },
        chat: {
          subscribe: (sink) => sink.next([{ kind: 'settings', settings }]),
          send: async () => ({ id: `held-${++sent}` }),
        },
      },
      { features: [ownWordsFeature] },
    );
    const texts = (): string => room.store.state.chat.rows.map(({ text }) => text).join();
    await until(() => room.store.state.identity.viewer && room.store.state.chat.write === 'allowed');
    await room.request('chat:send', { text: 'my address' });
    await until(() => texts() === 'my address');
    await room.request('own-words:delete', {});
    expect(texts()).to.equal('');
    const deleted = Date.now();
    await until(() => Date.now() > deleted);
    await room.request('chat:send', { text: 'a question' });
    await until(() => texts() === 'a question');
    room.close();
  });

  it('says why it could not be done, and tells of nothing', async () => {
    const memory = new Memory();
    memory.failure = new VitrineError('RATE_LIMITED', 'Later.', { retryAfter: 2000 });
    const room = await testRoom({ ownWords: memory }, { features: [ownWordsFeature] });
    let told = 0;
    room.bus.on('own-words:deleted', () => told++, room);
    for (const name of ['own-words:export', 'own-words:delete'] as const) {
      const error = await room.request(name, {}).catch((thrown: unknown) => thrown);
      expect(error).to.deep.include({ code: 'RATE_LIMITED', retryAfter: 2000 });
    }
    expect(told).to.equal(0);
    room.close();
  });
});
