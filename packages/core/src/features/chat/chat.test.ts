// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import { countGraphemes, VitrineError } from '../../model/index.js';
import type { Room } from '../../room/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { ViewerRole } from '../identity/identity.js';
import type { ChatDraft, ChatEvent, ChatMessage, ChatPort } from './chat.port.js';

function message(id: string, text = id, more: Partial<ChatMessage> = {}): { kind: 'message'; message: ChatMessage } {
  return {
    kind: 'message',
    message: { id, author: { id: 'u1', name: 'Jun', role: 'viewer' }, text, sentAt: 1, ...more },
  };
}

interface Stage {
  readonly room: Room;
  readonly events: ReturnType<typeof feed<ChatEvent>>;
  readonly drafts: ChatDraft[];
  answer: (draft: ChatDraft) => Promise<{ id: string }>;
  setStatus(status: 'connecting' | 'connected' | 'reconnecting'): void;
}

async function stage(
  options: { id?: string; role?: ViewerRole; isGuest?: boolean; send?: boolean } = {},
): Promise<Stage> {
  const { role = 'viewer', isGuest = true, send = true, id = `chat-${Math.random()}` } = options;
  const events = feed<ChatEvent>();
  const drafts: ChatDraft[] = [];
  let setStatus: Stage['setStatus'] = () => undefined;
  const talk: Pick<Stage, 'answer'> = { answer: async () => ({ id: 'm1' }) };
  const port: ChatPort = {
    subscribe: events.subscribe,
    ...(send ? { send: (draft) => (drafts.push(draft), talk.answer(draft)) } : {}),
  };
  const viewer = { id: 'me', name: 'Ida', role, isGuest };
  const room = await testRoom(
    {},
    {
      id,
      adapter: {
        name: 'test',
        connect: async (context) => {
          setStatus = (status) => context.setStatus(status);
          return {
            chat: port,
            identity: { current: async () => viewer, require: async () => ({ ...viewer, isGuest: false }) },
          };
        },
      },
    },
  );
  await until(() => room.store.state.identity.viewer);
  return Object.assign(talk, {
    room,
    events,
    drafts,
    setStatus: (status: Parameters<Stage['setStatus']>[0]) => setStatus(status),
  });
}

async function refused(promise: Promise<unknown>): Promise<VitrineError> {
  return await promise.then(
    () => {
      throw new Error('Nothing was refused.');
    },
    (error: unknown) => error as VitrineError,
  );
}

const texts = (room: Room): string[] => room.store.state.chat.rows.map((row) => row.text);

describe('the chat feature', () => {
  it('shows each message once, however often it comes', async () => {
    const { room, events } = await stage();
    events.push(message('1'), message('2'));
    events.push(message('2'), message('3'));
    expect(texts(room)).to.deep.equal(['1', '2', '3']);
    expect(room.store.state.chat.total).to.equal(3);
    room.close();
  });

  it('keeps the newest 500', async () => {
    const { room, events } = await stage();
    events.push(...Array.from({ length: 700 }, (_, index) => message(String(index))));
    expect(texts(room)).to.have.lengthOf(500);
    expect(texts(room).at(-1)).to.equal('699');
    room.close();
  });

  it("holds the host's words until the viewer's frame, and nobody else's", async () => {
    const { room, events } = await stage();
    room.playhead.publish({ programTime: 1000, source: 'frame', rate: 1 });
    const host = { id: 'h', name: 'Lin Yue', role: 'host' } as const;
    events.push(message('h1', 'look', { author: host, at: 9000 }), message('v1', 'hi', { at: 9000 }));
    expect(texts(room)).to.deep.equal(['hi']);
    room.playhead.publish({ programTime: 9000, source: 'frame', rate: 1 });
    expect(texts(room)).to.deep.equal(['hi', 'look']);
    room.close();
  });

  it('takes a retracted message away, also when the retraction comes first', async () => {
    const { room, events } = await stage();
    events.push(message('1'), { kind: 'retract', target: { kind: 'message', id: '1' } });
    events.push({ kind: 'retract', target: { kind: 'message', id: '2' } }, message('2'), message('3'));
    expect(texts(room)).to.deep.equal(['3']);
    events.push({ kind: 'retract', target: { kind: 'author', id: 'u1' } }, message('4'));
    expect(texts(room)).to.deep.equal([]);
    room.close();
  });

  it('takes away what an author takes back, and neither what they say later nor their orders', async () => {
    const { room, events } = await stage();
    const target = { kind: 'author', id: 'u1', until: 5 } as const;
    const told: unknown[] = [];
    room.bus.on('chat:retracted', (one) => told.push(one), room);
    events.push(message('1', 'one', { sentAt: 4 }), message('2', 'two', { sentAt: 5 }));
    events.push(message('3', 'a tin', { sentAt: 5, kind: 'order' }));
    events.push({ kind: 'retract', target }, message('4', 'four', { sentAt: 6 }));
    expect(texts(room)).to.deep.equal(['a tin', 'four']);
    // As after a snapshot, which tells of it again; and what was on its way.
    events.push({ kind: 'retract', target }, message('5', 'late', { sentAt: 3 }));
    expect(texts(room)).to.deep.equal(['a tin', 'four']);
    expect(told).to.deep.equal([target, target]);
    room.close();
  });

  it('caps what a back end does not', async () => {
    const { room, events } = await stage();
    const heard: number[] = [];
    room.bus.on('chat:received', ({ messages }) => heard.push(...messages.map(({ text }) => text.length)), room);
    const author = { id: 'u1', name: 'n'.repeat(500), role: 'viewer' } as const;
    events.push(message('1', 't'.repeat(9000), { author }));
    const [row] = room.store.state.chat.rows;
    expect([row?.text.length, row?.author.name.length]).to.deep.equal([2000, 64]);
    expect(heard).to.deep.equal([2000]);
    room.close();
  });

  it('shows no picture of an author that is no picture', async () => {
    const { room, events } = await stage();
    const say = (id: string, avatar: string): void =>
      events.push(message(id, id, { author: { id, name: id, role: 'viewer', avatar } }));
    say('a', 'javascript:alert(1)');
    say('b', 'data:text/html,<script>alert(1)</script>');
    say('c', 'https://shop.example/c.svg');
    await until(() => room.store.state.chat.rows.length === 3);
    expect(room.store.state.chat.rows.map(({ author }) => author.avatar ?? null)).to.deep.equal([
      null,
      null,
      'https://shop.example/c.svg',
    ]);
    room.close();
  });

  it('sends, and shows the message once whether its row or its acknowledgement comes first', async () => {
    for (const rowFirst of [true, false]) {
      const made = await stage();
      const { room, events, drafts } = made;
      const own = stageAnswer(room);
      let acknowledge: (answer: { id: string }) => void = () => undefined;
      made.answer = () => new Promise((resolve) => (acknowledge = resolve));
      const { cid } = await room.request('chat:send', { text: ' hello ' });
      expect(room.store.state.chat.pending).to.have.lengthOf(1);
      await until(() => drafts.length === 1);
      expect(drafts[0]).to.deep.equal({ cid, text: 'hello' });
      if (rowFirst) events.push(message('m1', 'hello', { cid }));
      acknowledge({ id: 'm1' });
      await own;
      events.push(message('m1', 'hello', { cid }));
      await until(() => room.store.state.chat.pending.length === 0);
      expect(texts(room)).to.deep.equal(['hello']);
      room.close();
    }
    function stageAnswer(room: Room): Promise<void> {
      return new Promise((resolve) => room.bus.on('chat:sent', () => resolve(), { signal: room.signal }));
    }
  });

  it('keeps what was said offline, and sends it once when the connection is back', async () => {
    const made = await stage();
    made.answer = async () => {
      throw new VitrineError('OFFLINE', 'down');
    };
    await made.room.request('chat:send', { text: 'later' });
    await until(() => made.room.store.state.chat.pending[0]?.state === 'waiting');
    made.setStatus('reconnecting');
    made.answer = async () => ({ id: 'm9' });
    made.setStatus('connected');
    await until(() => made.room.store.state.chat.pending.length === 0);
    expect(new Set(made.drafts.map(({ cid }) => cid)).size).to.equal(1);
    expect(texts(made.room)).to.deep.equal(['later']);
    made.room.close();
  });

  it('sends what was said before there was a line at all', async () => {
    const made = await stage();
    made.setStatus('connecting');
    made.answer = async () => {
      throw new VitrineError('OFFLINE', 'not yet');
    };
    await made.room.request('chat:send', { text: 'early' });
    await until(() => made.room.store.state.chat.pending[0]?.state === 'waiting');
    made.answer = async () => ({ id: 'm9' });
    made.setStatus('connected');
    await until(() => made.room.store.state.chat.pending.length === 0);
    expect(texts(made.room)).to.deep.equal(['early']);
    made.room.close();
  });

  it('sends again what was not answered, though the line stands', async () => {
    const made = await stage();
    const time = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      made.answer = async () => {
        throw new VitrineError('TIMEOUT', 'no answer');
      };
      const { cid } = await made.room.request('chat:send', { text: 'hello?' });
      await time.tickAsync(0);
      expect(made.room.store.state.chat.pending[0]?.state).to.equal('waiting');
      made.answer = async () => ({ id: 'm9' });
      await time.tickAsync(5000);
      expect(made.drafts.map((draft) => draft.cid)).to.deep.equal([cid, cid]);
      expect(texts(made.room)).to.deep.equal(['hello?']);
    } finally {
      time.restore();
      made.room.close();
    }
  });

  it('refuses more than it can keep, and drops nothing of what waits', async () => {
    const made = await stage();
    made.setStatus('reconnecting');
    made.answer = async () => {
      throw new VitrineError('OFFLINE', 'down');
    };
    for (let index = 0; index < 50; index++) await made.room.request('chat:send', { text: `${index}` });
    expect((await refused(made.room.request('chat:send', { text: 'one more' }))).code).to.equal('OFFLINE');
    let count = 0;
    made.answer = async () => ({ id: `m${++count}` });
    made.setStatus('connected');
    await until(() => made.room.store.state.chat.pending.length === 0);
    expect(texts(made.room)).to.deep.equal(Array.from({ length: 50 }, (_, index) => `${index}`));
    made.room.close();
  });

  it('takes no row of another viewer under the same client id for the answer to what waits', async () => {
    const made = await stage();
    made.setStatus('reconnecting');
    made.answer = async () => {
      throw new VitrineError('OFFLINE', 'down');
    };
    const { cid } = await made.room.request('chat:send', { text: 'mine' });
    await until(() => made.room.store.state.chat.pending[0]?.state === 'waiting');
    made.events.push(message('theirs', 'theirs', { cid }));
    expect(texts(made.room)).to.deep.equal(['theirs']);
    expect(made.room.store.state.chat.pending.map(({ text }) => text)).to.deep.equal(['mine']);
    made.events.push(message('own', 'mine', { cid, author: { id: 'me', name: 'Ida', role: 'viewer' } }));
    expect(made.room.store.state.chat.pending).to.deep.equal([]);
    made.room.close();
  });

  it('keeps an unsent message over a reload', async () => {
    const id = `chat-reload-${Math.random()}`;
    const first = await stage({ id });
    first.answer = () => new Promise(() => undefined);
    const { cid } = await first.room.request('chat:send', { text: 'do not lose me' });
    first.room.close();
    const second = await stage({ id });
    await until(() => second.drafts.length === 1);
    expect(second.drafts[0]).to.deep.equal({ cid, text: 'do not lose me' });
    await until(() => second.room.store.state.chat.pending.length === 0);
    second.room.close();
  });

  it('says why a message was refused, and lets the viewer send it again or drop it', async () => {
    const made = await stage();
    made.answer = async () => {
      throw new VitrineError('MESSAGE_REFUSED', 'no');
    };
    const { cid } = await made.room.request('chat:send', { text: 'hm' });
    await until(() => made.room.store.state.chat.pending[0]?.state === 'failed');
    expect(made.room.store.state.chat.pending[0]?.error?.code).to.equal('MESSAGE_REFUSED');
    made.answer = async () => ({ id: 'm2' });
    await made.room.request('chat:retry', { cid });
    await until(() => made.room.store.state.chat.pending.length === 0);
    expect((await refused(made.room.request('chat:discard', { cid }))).field).to.equal('cid');
    made.room.close();
  });

  it('refuses what cannot be sent before it is sent', async () => {
    const { room, events, drafts } = await stage();
    expect((await refused(room.request('chat:send', { text: '  ' }))).code).to.equal('MESSAGE_EMPTY');
    expect((await refused(room.request('chat:send', { text: 'x'.repeat(10_000) }))).code).to.equal('MESSAGE_TOO_LONG');
    events.push({ kind: 'settings', settings: { mode: 'read-only', slowMode: 0, maximumLength: 200 } });
    expect(room.store.state.chat.write).to.equal('read-only');
    expect((await refused(room.request('chat:send', { text: 'x' }))).code).to.equal('CHAT_READ_ONLY');
    expect(drafts).to.have.lengthOf(0);
    room.close();
  });

  it('asks for a login where only members write, and then sends that very message', async () => {
    const { room, events, drafts } = await stage();
    events.push({ kind: 'settings', settings: { mode: 'members', slowMode: 0, maximumLength: 200 } });
    expect(room.store.state.chat.write).to.equal('sign-in');
    await room.request('chat:send', { text: 'hi' });
    expect(drafts.map(({ text }) => text)).to.deep.equal(['hi']);
    expect(room.store.state.identity.viewer?.isGuest).to.equal(false);
    room.close();
  });

  it('waits in slow mode, but not for staff', async () => {
    for (const role of ['viewer', 'host'] as const) {
      const { room, events } = await stage({ role });
      events.push({ kind: 'settings', settings: { mode: 'open', slowMode: 600_000, maximumLength: 200 } });
      await room.request('chat:send', { text: 'one' });
      await until(() => room.store.state.chat.pending.length === 0);
      const second = room.request('chat:send', { text: 'two' });
      if (role === 'host') await second;
      else expect(await refused(second)).to.have.property('code', 'SLOW_MODE');
      room.close();
    }
  });

  it('is read-only where the adapter cannot send', async () => {
    const { room } = await stage({ send: false });
    expect(room.store.state.chat.write).to.equal('read-only');
    room.close();
  });

  it('counts what a reader sees', () => {
    expect(['👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'กำ', 'नमस्ते', 'abc'].map(countGraphemes)).to.deep.equal([
      1,
      1,
      countGraphemes('กำ'),
      countGraphemes('नमस्ते'),
      3,
    ]);
    expect(countGraphemes('é')).to.equal(1);
  });
});
