// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError, type ProgramTime } from '../../model/index.js';
import type { Room } from '../../room/index.js';
import { feed, testRoom, until } from '../../testing/index.js';
import type { HistoryPort, SaidEvent } from '../history/index.js';
import type { StreamInfo } from '../stream/index.js';
import type { ChatEvent, ChatMessage } from './chat.port.js';

const info: StreamInfo = { phase: 'replay', title: 'First picking', host: { name: 'Lin Yue' }, sources: [] };
const author = { id: 'u1', name: 'Jun', role: 'viewer' } as const;

const said = (at: ProgramTime, id = `at ${at}`): SaidEvent => {
  const message: ChatMessage = { id, author, text: id, sentAt: at };
  return { kind: 'message', at, message };
};

interface Replay {
  readonly room: Room;
  readonly stream: ReturnType<typeof feed<StreamInfo>>;
  readonly chat: ReturnType<typeof feed<ChatEvent>>;
  /** Shows a frame. */
  show(programTime: ProgramTime): void;
  texts(): readonly string[];
}

/** The history of a back end that keeps these messages. */
function historyOf(all: readonly SaidEvent[], asked: [from: number, to: number][] = []): HistoryPort {
  return {
    between: async (from, to, { most = Infinity }) => {
      asked.push([from, to]);
      return all.filter(({ at }) => at >= from && at <= to).slice(-most);
    },
  };
}

async function replay(history: HistoryPort | undefined, phase: StreamInfo['phase'] = 'replay'): Promise<Replay> {
  const stream = feed<StreamInfo>();
  const chat = feed<ChatEvent>();
  stream.push({ ...info, phase });
  const room = await testRoom({
    stream: { subscribe: stream.subscribe },
    chat: { subscribe: chat.subscribe, send: async () => ({ id: 'm1' }) },
    ...(history && { history }),
  });
  return {
    room,
    stream,
    chat,
    show: (programTime) => room.playhead.publish({ programTime, source: 'frame', rate: 1 }),
    texts: () => room.store.state.chat.rows.map(({ text }) => text),
  };
}

/** What was said every second from second 1 to 600. */
const everySecond = Array.from({ length: 600 }, (_, index) => said((index + 1) * 1000));

describe('the chat of a recording', () => {
  it('shows what was said until the frame on the screen, and more as it plays', async () => {
    const { room, show, texts } = await replay(historyOf(everySecond));
    show(3500);
    await until(() => texts().length === 3);
    expect(texts()).to.deep.equal(['at 1000', 'at 2000', 'at 3000']);
    const received: string[] = [];
    room.bus.on('chat:received', ({ messages }) => received.push(...messages.map(({ id }) => id)), room);
    show(4000);
    show(5100);
    expect(texts().slice(3)).to.deep.equal(['at 4000', 'at 5000']);
    expect(received).to.deep.equal(['at 4000', 'at 5000']);
    room.close();
  });

  it('goes to another moment at once, in both directions, and says so', async () => {
    const { room, show, texts } = await replay(historyOf(everySecond));
    let moved = 0;
    room.bus.on('chat:moved', () => moved++, room);
    show(500_500);
    await until(() => texts().at(-1) === 'at 500000');
    expect(texts()).to.have.lengthOf(200);
    const before = moved;
    show(450_500);
    expect(texts().at(-1), 'known already').to.equal('at 450000');
    expect(moved).to.equal(before + 1);
    show(2500);
    await until(() => texts().at(-1) === 'at 2000');
    expect(texts()).to.deep.equal(['at 1000', 'at 2000']);
    room.close();
  });

  it('asks for what comes next before it is needed, and never twice for the same', async () => {
    const asked: [number, number][] = [];
    const { room, show, texts } = await replay(historyOf(everySecond, asked));
    for (let moment = 1000; moment <= 300_000; moment += 1000) {
      show(moment);
      await until(() => texts().at(-1) === `at ${moment}`);
    }
    const steps = asked.slice(1);
    expect(steps.length).to.be.within(2, 4);
    for (const [index, [from]] of steps.entries()) expect(from).to.equal(asked[index]?.[1]);
    room.close();
  });

  it('leaves out nothing of a flood', async () => {
    const flood = Array.from({ length: 5000 }, (_, index) => said(60_000 + index * 8, `flood ${index}`));
    const asked: [number, number][] = [];
    const { room, show } = await replay(historyOf(flood, asked));
    const received: string[] = [];
    room.bus.on('chat:received', ({ messages }) => received.push(...messages.map(({ id }) => id)), room);
    for (let moment = 30_000; moment <= 101_000; moment += 500) {
      show(moment);
      await until(() => received.length === flood.filter(({ at }) => at <= moment).length);
      await until(() => (asked.at(-1)?.[1] ?? 0) > moment + 1000, 'What comes next was not asked for.');
    }
    expect(received).to.deep.equal(flood.map(({ message }) => message.id));
    room.close();
  });

  it('keeps away what is retracted, also while it is on its way', async () => {
    const held: ((value: readonly SaidEvent[]) => void)[] = [];
    const answers = [everySecond.slice(0, 3), everySecond.slice(0, 3).filter(({ at }) => at !== 2000)];
    const history: HistoryPort = {
      between: (from) => (from > 0 ? Promise.resolve([]) : new Promise((resolve) => held.push(resolve))),
    };
    const { room, show, texts, chat } = await replay(history);
    let retracted = 0;
    room.bus.on('chat:retracted', () => retracted++, room);
    show(3500);
    await until(() => held.length === 1);
    chat.push({ kind: 'retract', target: { kind: 'message', id: 'at 2000' } });
    await until(() => retracted === 1);
    held[0]?.(answers[0] ?? []);
    await until(() => held.length === 2);
    expect(texts()).to.deep.equal([]);
    held[1]?.(answers[1] ?? []);
    await until(() => texts().length === 2);
    chat.push({ kind: 'retract', target: { kind: 'author', id: 'u1' } });
    await until(() => texts().length === 0);
    room.close();
  });

  it('asks again where the history cannot be reached', async () => {
    let tries = 0;
    const whole = historyOf(everySecond);
    const { room, show, texts } = await replay({
      between: async (...asked) => {
        if (tries++ === 0) throw new VitrineError('NETWORK', 'down', { retryAfter: 1 });
        return whole.between(...asked);
      },
    });
    show(1500);
    await until(() => texts().length === 1);
    expect(tries).to.be.at.least(2);
    room.close();
  });

  for (const [kept, history] of [
    ['there is no history', undefined],
    ['the history keeps no chat', historyOf([])],
  ] as const) {
    it(`goes by what the chat has delivered where ${kept}`, async () => {
      const { room, show, texts, chat } = await replay(history);
      show(2500);
      chat.push(said(1000), said(3000));
      await until(() => texts().length > 0);
      expect(texts()).to.deep.equal(['at 1000']);
      show(3100);
      expect(texts()).to.deep.equal(['at 1000', 'at 3000']);
      show(1500);
      await until(() => texts().length === 1);
      show(4000);
      await until(() => texts().length === 2);
      room.close();
    });
  }

  it('asks no more where the history refuses, until the viewer goes elsewhere', async () => {
    let asked = 0;
    const { room, show } = await replay({
      between: async () => {
        asked++;
        throw new VitrineError('ROOM_NOT_FOUND', 'no');
      },
    });
    const reported: string[] = [];
    room.bus.on('room:reported', ({ error }) => reported.push(error.code), room);
    show(1000);
    await until(() => reported.length === 1);
    for (let moment = 1040; moment < 2000; moment += 40) show(moment);
    await Promise.resolve();
    expect(asked).to.equal(1);
    show(60_000);
    await until(() => reported.length === 2);
    expect(asked).to.equal(2);
    room.close();
  });

  it("tells the host's words once, at their frame, and leaves the reader where they are", async () => {
    const { room, show, texts, chat } = await replay(historyOf(everySecond));
    const host = { id: 'h', name: 'Lin Yue', role: 'host' } as const;
    const words = { id: 'h1', author: host, text: 'look', sentAt: 5500, at: 5500 };
    show(3500);
    await until(() => texts().length === 3);
    let moved = 0;
    const received: string[] = [];
    room.bus.on('chat:moved', () => moved++, room);
    room.bus.on('chat:received', ({ messages }) => received.push(...messages.map(({ id }) => id)), room);
    chat.push({ kind: 'message', message: words }, { kind: 'message', message: { ...words, id: 'h0', at: 2500 } });
    await until(() => texts().length === 4);
    expect(texts()).to.deep.equal(['at 1000', 'at 2000', 'look', 'at 3000']);
    show(4500);
    show(5600);
    expect(received).to.deep.equal(['at 4000', 'at 5000', 'h1']);
    expect(moved).to.equal(0);
    room.close();
  });

  it('keeps away what was retracted before it came', async () => {
    const { room, show, texts, chat } = await replay(undefined);
    show(9000);
    chat.push({ kind: 'retract', target: { kind: 'message', id: 'at 1000' } }, said(1000), said(2000));
    await until(() => texts().length > 0);
    expect(texts()).to.deep.equal(['at 2000']);
    room.close();
  });

  it('cannot be written in, and can again when the show is live', async () => {
    const { room, stream } = await replay(undefined, 'live');
    expect(room.store.state.chat.write).to.equal('allowed');
    stream.push(info);
    expect(room.store.state.chat.write).to.equal('read-only');
    stream.push({ ...info, phase: 'live' });
    expect(room.store.state.chat.write).to.equal('allowed');
    room.close();
  });

  it('leads who was there from the live chat to that of the recording', async () => {
    const { room, show, stream, chat, texts } = await replay(historyOf(everySecond), 'live');
    show(600_500);
    chat.push(...everySecond.slice(-5));
    await until(() => texts().length === 5);
    stream.push(info);
    show(1500);
    await until(() => texts().join() === 'at 1000');
    show(10_200);
    await until(() => texts().length === 10);
    room.close();
  });
});
