// SPDX-License-Identifier: MIT
import type { ChatEvent } from '@vitrine/core';
import type { SnapshotFrame, WireControl, WireMessage } from '@vitrine/core/wire';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Mirror } from './mirror.js';

const author = { id: 'lin', n: 'Lin' };
const message = (i: string): WireMessage => ({ i, u: author, x: `message ${i}`, t: 5000, at: 5000 });
const retract = (cn: number, id?: string): WireControl =>
  id === undefined ? { cn, at: 4000, op: 'retract', by: 'all' } : { cn, at: 4000, op: 'retract', by: 'message', id };
const snapshot = (more: Partial<SnapshotFrame>): SnapshotFrame => ({
  k: 'snap',
  ep: 'e1',
  n: 1,
  cn: 1,
  now: 5000,
  stream: { phase: 'live', title: 'First picking', host: { name: 'Lin' }, sources: [] },
  chat: { mode: 'open', slowMode: 0, maximumLength: 200 },
  pinned: { product: null, at: 0 },
  c: [],
  m: [],
  viewers: 1,
  likes: 0,
  ...more,
});

/** What a page is told of the chat, as it has it in the end. */
function page(mirror: Mirror): { readonly rows: Set<string>; readonly events: ChatEvent[] } {
  const rows = new Set<string>();
  const events: ChatEvent[] = [];
  const next = (items: readonly ChatEvent[]): void => {
    events.push(...items);
    for (const item of items) {
      if (item.kind === 'message') rows.add(item.message.id);
      if (item.kind !== 'retract') continue;
      if (item.target.kind === 'all') rows.clear();
      if (item.target.kind === 'message') rows.delete(item.target.id);
    }
  };
  mirror.chat.subscribe({ next, fail: assert.fail }, [new AbortController().signal]);
  return { rows, events };
}

describe('what the adapter knows of a room', () => {
  const notice = { notice: { u: author, x: 'Back at nine', t: 5000 }, at: 5000 };

  it('leaves what was said, and stands at the top, after everything was taken out', () => {
    const mirror = new Mirror();
    const { rows, events } = page(mirror);
    mirror.snapshot(snapshot({ cn: 3, c: [retract(3)], m: [message('1')], notice }));
    assert.deepEqual([...rows], ['1']);
    assert.equal(events.filter(({ kind }) => kind === 'notice').at(-1)?.kind, 'notice');
    const late = page(mirror);
    assert.deepEqual([...late.rows], ['1']);
    assert.match(JSON.stringify(late.events), /Back at nine/);
  });

  it('tells after a gap what was taken out in it, once, and before what was said since', () => {
    const mirror = new Mirror();
    const { rows, events } = page(mirror);
    mirror.snapshot(snapshot({ cn: 3, m: [message('1'), message('2')] }));
    mirror.batch({ k: 'b', n: 2, t: 5000, cn: 4, c: [retract(4, '1')] });
    mirror.snapshot(snapshot({ n: 9, cn: 5, c: [retract(4, '1'), retract(5, '2')], m: [message('3')] }));
    assert.deepEqual([...rows], ['3']);
    assert.equal(events.filter(({ kind }) => kind === 'retract').length, 2);
  });
});
