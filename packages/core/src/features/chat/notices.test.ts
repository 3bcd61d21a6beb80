// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { ProgramTime } from '../../model/index.js';
import type { Room } from '../../room/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { HistoryEvent, HistoryPort } from '../history/index.js';
import type { StreamInfo } from '../stream/index.js';
import type { ChatEvent, ChatNotice, ChatPort, NoticeEvent } from './chat.port.js';

const info: StreamInfo = {
  phase: 'live',
  title: 'First picking',
  host: { name: 'Lin Yue' },
  sources: [],
  encoderOffset: 0,
};
const author = { id: 'jun', name: 'Jun', role: 'viewer' } as const;
const put = (at: ProgramTime, text: string, more: Partial<ChatNotice> = {}): NoticeEvent & { at: ProgramTime } => ({
  kind: 'notice',
  notice: { author, text, ...more },
  at,
});
const gone = (at: ProgramTime): NoticeEvent & { at: ProgramTime } => ({ kind: 'notice', notice: null, at });

interface Stand {
  readonly room: Room;
  readonly stream: ReturnType<typeof feed<StreamInfo>>;
  readonly chat: ReturnType<typeof feed<ChatEvent>>;
  /** Shows a frame. */
  show(programTime: ProgramTime): void;
  pinned(): string | undefined;
  setStatus(status: 'connected' | 'reconnecting'): void;
}

async function stand(more: Partial<ChatPort> = {}, history?: HistoryPort): Promise<Stand> {
  const stream = feed<StreamInfo>();
  const chat = feed<ChatEvent>();
  stream.push(info);
  let setStatus: Stand['setStatus'] = () => undefined;
  const ports = {
    stream: { subscribe: stream.subscribe },
    chat: { subscribe: chat.subscribe, ...more },
    ...(history && { history }),
  };
  const room = await testRoom(ports, {
    adapter: {
      name: 'test',
      connect: async (context) => {
        setStatus = (status) => context.setStatus(status);
        return ports;
      },
    },
  });
  return {
    room,
    stream,
    chat,
    show: (programTime) => room.playhead.publish({ programTime, source: 'frame', rate: 1 }),
    pinned: () => room.store.state.chat.pinned?.text,
    setStatus: (status) => setStatus(status),
  };
}

describe('what stands at the top of the chat', () => {
  it('comes and goes with the picture, one in place of the other', async () => {
    const { room, chat, show, pinned } = await stand();
    const told: (string | undefined)[] = [];
    room.bus.on('chat:pinned', (fact) => told.push(fact.pinned?.text), { signal: room.signal });
    show(1000);
    chat.push(put(500, 'free delivery'), put(2000, 'until eight'), gone(3000));
    await until(() => pinned() === 'free delivery');
    show(2000);
    expect(pinned()).to.equal('until eight');
    show(3000);
    expect(pinned()).to.equal(undefined);
    show(1500);
    expect(pinned()).to.equal('free delivery');
    expect(told).to.deep.equal(['free delivery', 'until eight', undefined, 'free delivery']);
    room.close();
  });

  it('goes by itself when its time ends, on the show’s clock, and takes nothing with it that has come since', async () => {
    const { room, stream, chat, show, pinned } = await stand();
    stream.push({ ...info, encoderOffset: -500 });
    show(1000);
    chat.push(put(1000, 'ten minutes', { until: 4500 }), put(6000, 'an hour', { until: 9500 }), put(7000, 'for good'));
    await until(() => pinned() === 'ten minutes');
    show(3900);
    expect(pinned()).to.equal('ten minutes');
    show(4000);
    expect(pinned()).to.equal(undefined);
    show(7000);
    show(9000);
    expect(pinned()).to.equal('for good');
    room.close();
  });

  it('is taken away at once with its message, its author, or all, and does not come back', async () => {
    const { room, chat, show, pinned } = await stand();
    show(5000);
    const targets = [
      [{ kind: 'message', id: 'm1' }, put(5000, 'one', { id: 'm1' })],
      [{ kind: 'author', id: 'ida' }, put(5001, 'two', { id: 'm2', author: { ...author, id: 'ida' } })],
      [{ kind: 'all' }, put(5002, 'three', { id: 'm3' })],
    ] as const;
    for (const [target, one] of targets) {
      show(one.at);
      chat.push(one);
      await until(() => pinned() === one.notice?.text);
      chat.push({ kind: 'retract', target });
      expect(pinned()).to.equal(undefined);
      // (It was on its way.)
      if (target.kind !== 'all') chat.push({ ...one, at: one.at - 100 });
      expect(pinned()).to.equal(undefined);
    }
    show(4000);
    show(6000);
    expect(pinned()).to.equal(undefined);
    room.close();
  });

  it('is taken away with what its author takes back, and stays where it was said later', async () => {
    const { room, chat, show, pinned } = await stand();
    show(5000);
    chat.push(put(1000, 'said before', { id: 'm1', sentAt: 900 }), put(4000, 'said later', { id: 'm2', sentAt: 3900 }));
    await until(() => pinned() === 'said later');
    chat.push({ kind: 'retract', target: { kind: 'author', id: 'jun', until: 3000 } });
    expect(pinned()).to.equal('said later');
    show(2000);
    expect(pinned()).to.equal(undefined);
    chat.push(put(4500, 'said before', { id: 'm1', sentAt: 900 }), put(4600, 'and now', { id: 'm3', sentAt: 4600 }));
    show(4550);
    expect(pinned()).to.equal(undefined);
    show(4700);
    expect(pinned()).to.equal('and now');
    room.close();
  });

  it('is the same object when it is told again, another when it is put there again', async () => {
    const { room, chat, show, pinned } = await stand();
    show(5000);
    chat.push(put(1000, 'free delivery'));
    await until(() => pinned() === 'free delivery');
    const first = room.store.state.chat.pinned;
    chat.push(put(1000, 'free delivery'));
    expect(room.store.state.chat.pinned).to.equal(first);
    chat.push(put(4000, 'free delivery'));
    expect(room.store.state.chat.pinned).not.to.equal(first);
    room.close();
  });

  it('in a recording is what stood there at the frame on the screen, asked of the history; nothing before a frame', async () => {
    const asked: unknown[] = [];
    const all: readonly HistoryEvent[] = [
      put(1000, 'first'),
      put(60_000, 'second'),
      gone(90_000),
      put(100_000, 'last'),
    ];
    const between: HistoryPort['between'] = async (from, to, { kinds }) => {
      if (kinds.includes('notice')) asked.push([from, to]);
      return all.filter(({ kind, at }) => kinds.includes(kind) && at >= from && at <= to);
    };
    const { room, stream, chat, show, pinned } = await stand({}, { between });
    stream.push({ ...info, phase: 'replay' });
    chat.push(put(100_000, 'last'));
    await until(() => asked.length === 0 && room.store.state.chat.status === 'ready');
    expect(pinned()).to.equal(undefined);
    show(61_000);
    await until(() => pinned() === 'second');
    expect(asked).to.deep.equal([[0, 100_000]]);
    show(30_000);
    expect(pinned()).to.equal('first');
    show(95_000);
    expect(pinned()).to.equal(undefined);
    show(100_000);
    expect(pinned()).to.equal('last');
    expect(asked).to.have.length(1);
    room.close();
  });

  it('asks what stood there while the line was away, once the viewer goes back that far', async () => {
    let isMissed = false;
    const between: HistoryPort['between'] = async (_from, to) =>
      [put(1000, 'first'), ...(isMissed ? [put(200_000, 'missed')] : [])].filter(({ at }) => at <= to);
    const { room, chat, show, pinned, setStatus } = await stand({}, { between });
    show(5000);
    chat.push(put(1000, 'first'));
    await until(() => pinned() === 'first');
    setStatus('reconnecting');
    isMissed = true;
    setStatus('connected');
    chat.push(put(400_000, 'now'));
    show(401_000);
    expect(pinned()).to.equal('now');
    show(250_000);
    await until(() => pinned() === 'missed');
    room.close();
  });

  it('still asks what stood there before, where nothing has come since the line was away', async () => {
    const { room, chat, show, pinned, setStatus } = await stand({}, { between: async () => [put(1000, 'first')] });
    show(400_000);
    chat.push(put(400_000, 'now'));
    await until(() => pinned() === 'now');
    setStatus('reconnecting');
    setStatus('connected');
    show(250_000);
    await until(() => pinned() === 'first');
    room.close();
  });

  it('bounds what a back end tells, and leaves out what a page may not load', async () => {
    const { room, chat, pinned } = await stand();
    chat.push({
      kind: 'notice',
      notice: { text: 'x'.repeat(9000), author: { ...author, name: 'n'.repeat(900), avatar: 'javascript:alert(1)' } },
    });
    await until(() => pinned() !== undefined);
    const { text, author: by } = room.store.state.chat.pinned ?? {};
    expect([text?.length, by?.name.length, by?.avatar]).to.deep.equal([2000, 64, undefined]);
    room.close();
  });

  it('passes on what the staff puts there, and nothing that is empty', async () => {
    const asked: unknown[] = [];
    const { room } = await stand({
      pin: async (target, { until: end, commandId }) => void asked.push([target, end, typeof commandId]),
    });
    await room.request('chat:pin', { id: 'm1' });
    await room.request('chat:pin', { id: null });
    await room.request('chat:announce', { text: ' free delivery ', until: 9000 });
    expect(asked).to.deep.equal([
      [{ id: 'm1' }, undefined, 'string'],
      [null, undefined, 'string'],
      [{ text: 'free delivery' }, 9000, 'string'],
    ]);
    const error = await room.request('chat:announce', { text: '  ' }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'MESSAGE_EMPTY');
    room.close();
  });

  it('is nobody’s to change where the back end does not offer it', async () => {
    const { room } = await stand();
    const error = await room.request('chat:pin', { id: 'm1' }).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'NO_HANDLER');
    expect(room.bus.isAnswered('chat:pin')).to.equal(false);
    room.close();
  });
});
