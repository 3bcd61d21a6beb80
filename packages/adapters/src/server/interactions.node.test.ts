// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { InteractionEvent } from '@vitrine/core/interactions';
import type { WireAnswered, WireControl, WireEntry, WireInteractions } from '@vitrine/core/wire';
import { batch, FakeBackEnd, json, until, type FakeSocket } from './back-end.fixture.js';

const path = '/rooms/r/interactions';
const entry = (id: string, author = 'p'): WireEntry => ({
  id,
  text: `Question ${id}`,
  author: { id: author, name: '' },
});
const told = (cn: number, id: string): WireControl => ({ cn, at: 5, op: 'entry', id: 'qa', entry: entry(id) });
const list = (cn: number, ...ids: readonly string[]): WireInteractions => ({
  cn,
  items: [
    { op: 'open', at: 1, interaction: { id: 'qa', kind: 'question', rule: 'count', settings: { most: 0 } } },
    ...ids.map((id) => ({ op: 'entry' as const, at: 2, id: 'qa', entry: entry(id) })),
  ],
  own: [],
});

describe('interactions of the server adapter', () => {
  let back: FakeBackEnd;
  let heard: InteractionEvent[];
  let ws: FakeSocket;
  let fetched: number;

  beforeEach(() => {
    back = new FakeBackEnd();
    heard = [];
    fetched = 0;
  });
  afterEach(() => back.close());

  const answer = (...lists: (() => Response | Promise<Response>)[]): void => {
    back.answers.set(path, () => lists[Math.min(fetched++, lists.length - 1)]?.() ?? json({}, 500));
  };
  const listen = async () => {
    const ports = await back.connect();
    ws = await back.socket();
    ws.welcome();
    const fail = (error: unknown): void => void back.reports.push(error as never);
    void ports.interactions?.subscribe({ next: (items) => heard.push(...items), fail }, { signal: back.life.signal });
    return ports.interactions;
  };
  /** The entries since everything was told last. */
  const entries = (): string[] =>
    heard
      .slice(heard.findLastIndex(({ kind }) => kind === 'all'))
      .flatMap((item) => (item.kind === 'entry' ? [item.entry.id] : []));

  it('keeps what comes while the list is on its way, and tells nothing that is in it again', async () => {
    let release: (response: Response) => void = () => undefined;
    answer(() => new Promise((resolve) => (release = resolve)));
    await listen();
    await until(() => fetched === 1, 'The list');
    ws.snapshot(10, 0);
    ws.say(batch(11, { cn: 1, c: [told(1, 'a')] }), batch(12, { cn: 2, c: [told(2, 'b')] }));
    release(json(list(1, 'a')));
    await until(() => entries().includes('b'), 'What came meanwhile');
    assert.deepEqual(entries(), ['a', 'b']);
  });

  it('fetches everything anew after a snapshot that knows more', async () => {
    answer(
      () => json(list(0, 'a')),
      () => json(list(9, 'a', 'b')),
    );
    await listen();
    await until(() => entries().includes('a'), 'The list');
    ws.snapshot(10, 0);
    assert.equal(fetched, 1);
    ws.snapshot(90, 9);
    await until(() => entries().includes('b'), 'The other list');
    assert.deepEqual(entries(), ['a', 'b']);
  });

  it('tries again when the list cannot be had, and gives up where the back end knows none', async () => {
    answer(
      () => json({ code: 'SERVER_ERROR' }, 500),
      () => json({ code: 'BAD_INPUT' }, 404),
    );
    await listen();
    await until(() => back.reports.some(({ code }) => code === 'SERVER_ERROR'), 'The first refusal');
    mock.timers.tick(30_000);
    await until(() => back.reports.some(({ code }) => code === 'BAD_INPUT'), 'The end');
    assert.equal(fetched, 2);
  });

  it('is whole although an answer came while the list was on its way', async () => {
    let release: (response: Response) => void = () => undefined;
    answer(
      () => json(list(0)),
      () => new Promise((resolve) => (release = resolve)),
      () => json(list(9, 'mine')),
    );
    back.answers.set(`${path}/qa/answers`, () => json({ at: 7, entry: entry('mine', 'g') } satisfies WireAnswered));
    const port = await listen();
    await until(() => heard.length > 0, 'The list');
    ws.snapshot(10, 0);
    ws.snapshot(90, 9);
    await until(() => fetched === 2, 'The second list');
    await port?.answer?.('qa', { do: 'add', text: 'Mine' }, { commandId: 'command-1', signal: back.life.signal });
    const own = heard.at(-1);
    assert.ok(own?.kind === 'entry' && own.entry.isOwn);
    release(json(list(8)));
    await until(() => fetched === 3, 'The third list');
    await until(() => entries().includes('mine'), 'The answer');
  });
});
