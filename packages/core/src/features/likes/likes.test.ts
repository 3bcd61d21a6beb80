// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import { VitrineError, type ErrorCode } from '../../model/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { ChatEvent, ChatMessage, IdentityPort, Viewer } from '../index.js';
import { likeCount, likesFeature, type LikesPort, type LikesState, type MessageLikes } from './index.js';

const guest: Viewer = { id: 'g', role: 'viewer', isGuest: true };
const said = (id: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  author: { id: 'jun', name: 'Jun', role: 'viewer' },
  text: 'hello',
  sentAt: 1,
  ...more,
});

/** A back end that does as it is told. */
async function stage(port: Partial<LikesPort> = {}, identity?: IdentityPort) {
  const told = feed<MessageLikes>();
  const chat = feed<ChatEvent>();
  const sent: string[] = [];
  const likes: LikesPort = {
    subscribe: told.subscribe,
    set: async (id, isLiked) => void sent.push(`${id} ${isLiked}`),
    ...port,
  };
  const room = await testRoom({ likes, chat, ...(identity && { identity }) }, { features: [likesFeature] });
  const state = (): LikesState => room.store.state.likes!;
  const like = (id: string, isLiked = true): Promise<void> => room.request('chat:like', { id, isLiked });
  const refusal = async (run: Promise<unknown>): Promise<ErrorCode | undefined> =>
    run.then(
      () => undefined,
      (error: VitrineError) => error.code,
    );
  const own = (): readonly string[] => [...state().own];
  return { room, told, chat, sent, state, like, refusal, own };
}

describe('the likes feature', () => {
  it('is absent where nobody can like anything, and no part of a room that does not use it', async () => {
    const room = await testRoom();
    expect(room.store.state.likes).to.equal(undefined);
    expect(likeCount(said('m1', { likes: 3 }), room.store.state)).to.equal(3);
    room.use(likesFeature);
    expect(room.store.state.likes).to.deep.include({ status: 'absent', canLike: false });
    const error = await room.request('chat:like', { id: 'm1', isLiked: true }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_PORT');
    expect(room.store.state.likes?.own.size).to.equal(0);
    room.close();
  });

  it('keeps the count that was told last, and leaves out what is none', async () => {
    const { room, told, state } = await stage({ set: undefined } as unknown as Partial<LikesPort>);
    const count = (id: string): number => likeCount(said(id, { likes: 5 }), room.store.state);
    expect([count('m1'), state().canLike]).to.deep.equal([5, false]);
    told.push({ id: 'm1', count: 7 }, { id: '__proto__', count: 2 });
    expect([count('m1'), count('__proto__'), count('constructor')]).to.deep.equal([7, 2, 5]);
    for (const bad of [-1, Number.NaN, 1.5, '9', null, undefined])
      told.push({ id: 'm1', count: bad as unknown as number });
    expect(count('m1')).to.equal(7);
    told.push({ id: 'm1', count: 0 });
    expect(count('m1')).to.equal(0);
    room.close();
  });

  it('does not grow without end', async () => {
    const { room, told, state } = await stage();
    told.push(...Array.from({ length: 2500 }, (_, index) => ({ id: `m${index}`, count: 1 })));
    expect(state().counts.size).to.equal(2000);
    expect([state().counts.has('m0'), state().counts.has('m2499')]).to.deep.equal([false, true]);
    room.close();
  });

  it('likes at once, takes it back, and believes the back end', async () => {
    const { room, chat, told, sent, like, state, own } = await stage();
    chat.push({ kind: 'message', message: said('m1', { likes: 2 }) });
    const asked = like('m1');
    expect([own(), state().counts.get('m1')]).to.deep.equal([['m1'], 3]);
    await asked;
    told.push({ id: 'm1', count: 9 });
    expect(state().counts.get('m1')).to.equal(9);
    await like('m1', false);
    await like('m1', false);
    expect([own(), state().counts.get('m1')]).to.deep.equal([[], 8]);
    expect(sent).to.deep.equal(['m1 true', 'm1 false', 'm1 false']);
    room.close();
  });

  it('takes back what is refused, and says why', async () => {
    const { room, like, refusal, state, own } = await stage({
      set: async () => {
        throw new VitrineError('MUTED', '');
      },
      own: async () => ['m2'],
    });
    await until(() => own().length === 1);
    expect(await refusal(like('m1'))).to.equal('MUTED');
    expect(await refusal(like('m2', false))).to.equal('MUTED');
    expect([own(), state().counts.get('m1'), state().counts.get('m2')]).to.deep.equal([['m2'], 0, 1]);
    room.close();
  });

  it('leaves a count alone that was told while a wish was refused', async () => {
    let refuse: (error: VitrineError) => void = () => undefined;
    const { room, told, like, refusal, state } = await stage({
      set: () => new Promise((_, reject) => (refuse = reject)),
    });
    told.push({ id: 'm1', count: 4 });
    const refused = refusal(like('m1'));
    expect(state().counts.get('m1')).to.equal(5);
    await until(() => refuse.length === 1);
    told.push({ id: 'm1', count: 6 });
    refuse(new VitrineError('MUTED', ''));
    expect(await refused).to.equal('MUTED');
    expect([state().counts.get('m1'), state().own.size]).to.deep.equal([6, 0]);
    room.close();
  });

  it('sends one wish after the other, and the last one holds', async () => {
    const waiting: (() => void)[] = [];
    const sent: boolean[] = [];
    const { room, like, refusal, own } = await stage({
      set: (_, isLiked) => {
        sent.push(isLiked);
        return new Promise((resolve, reject) => {
          waiting.push(isLiked ? () => reject(new VitrineError('NETWORK', '')) : resolve);
        });
      },
    });
    const first = refusal(like('m1'));
    const second = refusal(like('m1', false));
    await until(() => waiting.length === 1);
    expect([sent, own()]).to.deep.equal([[true], []]);
    waiting[0]?.();
    expect(await first).to.equal('NETWORK');
    await until(() => waiting.length === 2);
    waiting[1]?.();
    expect(await second).to.equal(undefined);
    expect([sent, own()]).to.deep.equal([[true, false], []]);
    room.close();
  });

  it('knows what was liked before, under what is wished meanwhile', async () => {
    let answer: (ids: readonly string[]) => void = () => undefined;
    const { room, like, own } = await stage({ own: () => new Promise((resolve) => (answer = resolve)) });
    await like('m3');
    await like('m2', false);
    answer(['m1', 'm2']);
    await until(() => own().includes('m1'));
    expect([...own()].sort()).to.deep.equal(['m1', 'm3']);
    room.close();
  });

  it('asks again what was liked before, but not where it was refused', async () => {
    for (const [code, times] of [
      ['NETWORK', 2],
      ['FORBIDDEN', 1],
    ] as const) {
      const clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let asked = 0;
      const { room, own } = await stage({
        own: async () => {
          if (++asked === 1) throw new VitrineError(code, '');
          return ['m1'];
        },
      });
      try {
        await clock.tickAsync(60_000);
        expect([asked, own()]).to.deep.equal([times, times > 1 ? ['m1'] : []]);
      } finally {
        clock.restore();
        room.close();
      }
    }
  });

  it('finishes the very tap after a login, as another viewer who likes other things', async () => {
    let isKnown = false;
    const sent: string[] = [];
    const { room, like, own, state } = await stage(
      {
        set: async (id) => {
          if (!isKnown) throw new VitrineError('AUTH_REQUIRED', '');
          sent.push(id);
        },
        own: async () => (isKnown ? ['m7'] : ['m5']),
      },
      {
        current: async () => guest,
        require: async () => {
          isKnown = true;
          return { ...guest, id: 'mei', isGuest: false };
        },
      },
    );
    await until(() => own().length === 1 && room.store.state.identity.viewer);
    await like('m1');
    await until(() => own().includes('m7'));
    expect(sent).to.deep.equal(['m1']);
    expect([...own()].sort()).to.deep.equal(['m1', 'm7']);
    expect(state().counts.get('m1')).to.equal(1);
    room.close();
  });

  it('likes nothing where the login is given up', async () => {
    const { room, like, refusal, own, state } = await stage(
      {
        set: async () => {
          throw new VitrineError('AUTH_REQUIRED', '');
        },
      },
      {
        current: async () => guest,
        require: async () => {
          throw new VitrineError('ABORTED', '');
        },
      },
    );
    expect(await refusal(like('m1'))).to.equal('ABORTED');
    expect([own(), state().counts.get('m1')]).to.deep.equal([[], 0]);
    room.close();
  });
});
