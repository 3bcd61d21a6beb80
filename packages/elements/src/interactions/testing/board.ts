// SPDX-License-Identifier: MIT
// A back end of questions in a test's hand.
import { VitrineError, type ErrorCode, type Ports, type Room, type StreamInfo } from '@vitrine/core';
import type {
  InteractionAnswer,
  InteractionEntry,
  InteractionEvent,
  InteractionsPort,
  Settled,
} from '@vitrine/core/interactions';
import { feed, testRoom } from '../../shared/testing/index.js';

/** The show began at this moment of it. */
export const began = Date.UTC(2026, 10, 20, 20, 0);
/** This viewer's picture is here: 42 minutes in. */
export const now = began + 42 * 60_000;

const info: StreamInfo = {
  phase: 'live',
  title: 'First picking: Dancong',
  host: { name: 'Lin Yue' },
  sources: [],
  startedAt: began,
};

export interface TestBoard {
  readonly room: Room;
  /** What was answered, launched and closed. */
  readonly asked: unknown[];
  /** What the next call is refused with. */
  refuse(code: ErrorCode): void;
  /** A call waits until this is called. */
  hold(): () => void;
  open(id?: string, change?: object): void;
  close(id?: string): void;
  ask(id: string, text: string, more?: Partial<InteractionEntry> & { readonly votes?: number }): void;
  tally(option: string, count: number): void;
  own(option: string, on: boolean): void;
  settle(option: string, as: Settled, at?: number): void;
  fail(): void;
  push(...events: InteractionEvent[]): void;
  go(programTime: number): void;
}

/** @param role what this viewer may do: `reader` nothing, `viewer` answer, `host` everything */
export async function testBoard(
  role: 'reader' | 'viewer' | 'host' = 'viewer',
  more: Partial<Ports> = {},
): Promise<TestBoard> {
  const events = feed<InteractionEvent>();
  const asked: unknown[] = [];
  let code: ErrorCode | null = null;
  let held: Promise<void> | null = null;
  const act = async (what: unknown): Promise<void> => {
    if (held) await held;
    const refusal = code;
    code = null;
    if (refusal) throw new VitrineError(refusal, 'Refused by the test.');
    asked.push(what);
  };
  const interactions: InteractionsPort = {
    subscribe: events.subscribe,
    ...(role !== 'reader' && { answer: async (_id: string, answer: InteractionAnswer) => act(answer) }),
    ...(role === 'host' && {
      launch: async ({ kind }: { readonly kind: string }) => (await act(`launch ${kind}`), { id: 'new' }),
      close: async (id: string) => act(`close ${id}`),
    }),
  };
  const room = await testRoom({
    stream: { subscribe: (sink) => sink.next([info]) },
    interactions,
    ...more,
  });
  const go = (programTime: number): void => room.playhead.publish({ programTime, source: 'frame', rate: 1 });
  const id = 'qa';
  go(now);
  events.push({ kind: 'all' });
  return {
    room,
    asked,
    go,
    refuse: (next) => (code = next),
    hold() {
      let release: () => void = () => undefined;
      held = new Promise((resolve) => (release = resolve));
      return () => ((held = null), release());
    },
    open: (which = id, change = {}) =>
      events.push({
        kind: 'open',
        interaction: {
          id: which,
          kind: 'question',
          rule: 'count',
          settings: { most: 0, entries: { graphemes: 280 } },
          at: began,
          ...change,
        },
      }),
    close: (which = id) => events.push({ kind: 'close', id: which }),
    ask(question, text, { votes = 0, ...entry } = {}) {
      const author = { id: 'p', name: 'Priya' };
      events.push({ kind: 'entry', id, entry: { id: question, text, author, ...entry }, at: now });
      if (votes > 0) events.push({ kind: 'tally', id, option: question, count: votes, at: now });
    },
    tally: (option, count) => events.push({ kind: 'tally', id, option, count, at: now }),
    own: (option, on) => events.push({ kind: 'own', id, option, on, at: now + 1 }),
    settle: (option, as, at = now) => events.push({ kind: 'settle', id, option, as, at }),
    fail: () => events.fail(new VitrineError('FORBIDDEN', 'Gone.')),
    push: (...given) => events.push(...given),
  };
}
