// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import type { Retraction } from '../chat/index.js';
import { VitrineError } from '../../model/index.js';
import type { Room } from '../../room/index.js';
import { feed, testRoom } from '../../testing/index.js';
import type { ChatEvent, ChatMessage } from '../chat/index.js';
import { translateFeature, type TranslatePort, type Translation } from './index.js';

const message: ChatMessage = {
  id: 'm1',
  author: { id: 'nok', name: 'Nok', role: 'viewer' },
  text: 'สีสวยมาก',
  sentAt: 1,
};

describe('the translate feature', () => {
  let room: Room;
  const chat = feed<ChatEvent>();

  const open = async (answer?: TranslatePort['message']): Promise<void> => {
    const ports = { chat, ...(answer && { translate: { message: answer } }) };
    room = await testRoom(ports, { features: [translateFeature] });
  };
  const ask = (to = 'en'): Promise<Translation> => room.request('chat:translate', { message, to });
  const refused = async (promise: Promise<unknown>): Promise<VitrineError> => {
    const thrown = await promise.then(
      () => new Error('It was answered.'),
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(VitrineError);
    return thrown as VitrineError;
  };

  afterEach(() => room.close());

  it('answers only where somebody translates, and is no part of a room that does not use it', async () => {
    room = await testRoom();
    expect(room.store.state.translate).to.equal(undefined);
    room.use(translateFeature);
    expect(room.store.state.translate).to.deep.equal({ status: 'absent' });
    expect(room.bus.isAnswered('chat:translate')).to.equal(false);
    expect((await refused(ask())).code).to.equal('NO_HANDLER');
  });

  it('hands on the id and the words alone, with the language by its own name', async () => {
    const asked: unknown[] = [];
    await open(async (given, { to }) => {
      asked.push(given, to);
      return { text: 'what a colour', from: 'TH-th-u-nu-thai' };
    });
    expect(room.store.state.translate).to.deep.equal({ status: 'ready' });
    expect(await ask('EN-gb')).to.deep.equal({ text: 'what a colour', from: 'th-TH' });
    expect(asked).to.deep.equal([{ id: 'm1', text: 'สีสวยมาก' }, 'en-GB']);
  });

  it('leaves out a language that is none, and bounds the words', async () => {
    const strange = [7, 'no language', '', null, { toString: () => '<b>' }];
    await open(async () => ({ text: 'x'.repeat(5000), from: strange.shift() as string }));
    while (strange.length > 0) expect(await ask()).to.deep.equal({ text: 'x'.repeat(4000) });
  });

  it('refuses a language that is none, with what to give in its place', async () => {
    await open(async () => ({ text: 'never' }));
    const { code, field, mend } = await refused(ask('no language'));
    expect([code, field, mend]).to.deep.equal(['BAD_INPUT', 'to', 'Give a BCP 47 tag such as "en-GB".']);
  });

  it('refuses an answer without words, naming the field', async () => {
    const answers: unknown[] = [undefined, null, 'words', {}, { text: 7 }, { text: ' \n' }];
    await open(async () => answers.shift() as Translation);
    while (answers.length > 0) {
      const { code, field } = await refused(ask());
      expect([code, field]).to.deep.equal(['MALFORMED', 'text']);
    }
  });

  it('lets nothing out but errors of its own, also where the translator throws at once', async () => {
    const thrown = [new VitrineError('RATE_LIMITED', 'Later.'), new TypeError('fetch failed'), 'a word'];
    await open(() => {
      throw thrown.shift();
    });
    for (const code of ['RATE_LIMITED', 'UNKNOWN', 'UNKNOWN']) expect((await refused(ask())).code).to.equal(code);
  });

  /** A translator that never answers. */
  const silent = async (): Promise<{ readonly signal: AbortSignal; readonly answer: Promise<VitrineError> }> => {
    let given: AbortSignal | undefined;
    await open((_, { signal }) => {
      given = signal;
      return new Promise(() => undefined);
    });
    const answer = refused(ask());
    await Promise.resolve();
    if (!given) throw new Error('The translator was not asked.');
    return { signal: given, answer };
  };

  it('gives up a translator that never answers', async () => {
    const clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { signal, answer } = await silent();
      await clock.tickAsync(14_999);
      expect(signal.aborted).to.equal(false);
      await clock.tickAsync(1);
      const { code, retryable } = await answer;
      expect([code, retryable]).to.deep.equal(['TIMEOUT', true]);
      expect(signal.reason).to.equal(await answer);
      expect(clock.countTimers()).to.equal(0);
    } finally {
      clock.restore();
    }
  });

  it('gives up when the message is retracted, and for no other', async () => {
    const { signal, answer } = await silent();
    const retract = (target: Retraction): void => chat.push({ kind: 'retract', target });
    retract({ kind: 'message', id: 'm2' });
    expect(signal.aborted).to.equal(false);
    retract({ kind: 'author', id: 'nok' });
    expect(signal.aborted).to.equal(true);
    expect((await answer).code).to.equal('ABORTED');
  });

  it('gives up when the room closes', async () => {
    const { signal, answer } = await silent();
    room.close();
    expect(signal.aborted).to.equal(true);
    expect((await answer).code).to.equal('ABORTED');
  });
});
