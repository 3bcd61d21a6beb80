// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { decodeServerFrame, type SnapshotFrame, type WireMessage } from '@vitrine/core/wire';
import { ManualClock } from '../clock.fixture.js';
import { RoomRecords } from '../rooms/room-records.js';
import { Rooms } from '../rooms/rooms.js';
import { temporaryFolder } from '../server.fixture.js';
import { Database } from '../storage/database.js';
import { roomMigrations } from '../storage/room-migrations.js';
import type { Member } from './audience.js';
import { Batch } from './batch.js';
import type { Packable } from './packable.js';
import { buildFrame } from './frame.js';
import { sample } from './sample.js';
import { tickFor } from './tick.js';
import type { Writer } from './writer.js';

class Ear implements Member {
  readonly batches: Batch[] = [];
  readonly subject: string;
  constructor(subject: string) {
    this.subject = subject;
  }
  deliver(batch: Batch): void {
    this.batches.push(batch);
  }
}

async function makeRoom(
  t: TestContext,
  messagesPerSecond = 1000,
): Promise<{ clock: ManualClock; writer: Writer; rooms: Rooms }> {
  const clock = new ManualClock();
  const file = join(await temporaryFolder(t), 'rooms.db');
  const database = new Database({ file, migrations: roomMigrations, synchronous: 'normal' });
  t.after(() => database.close());
  const rooms = new Rooms(new RoomRecords(database), clock, 'ep', messagesPerSecond);
  rooms.create({
    id: 'tea',
    stream: { phase: 'live', title: 'Tea', host: { name: 'Lin' }, sources: [], encoderOffset: 500 },
  });
  return { clock, writer: rooms.writer('tea'), rooms };
}

const read = (told: Packable): SnapshotFrame => {
  const frame = told.full();
  const size = frame[1] === 126 ? 4 : frame[1] === 127 ? 10 : 2;
  const snapshot = decodeServerFrame(frame.subarray(size).toString());
  assert.equal(snapshot.k, 'snap');
  return snapshot as SnapshotFrame;
};
const say = (writer: Writer, text: string, id = 'priya'): void => writer.say({ author: { id, n: id }, text });

test('gathers for a tick, beats every five seconds, and sleeps when nobody is there', async (t) => {
  const { clock, writer } = await makeRoom(t);
  const ear = new Ear('jun');
  writer.join(ear);
  clock.move(0);
  assert.equal(ear.batches.length, 1);
  say(writer, 'a');
  clock.move(99);
  say(writer, 'b');
  assert.equal(ear.batches.length, 1);
  clock.move(1);
  assert.deepEqual(
    ear.batches[1]?.frame.m?.map(({ i, x }) => [i, x]),
    [
      ['ep.2.0', 'a'],
      ['ep.2.1', 'b'],
    ],
  );
  clock.move(15_000);
  assert.equal(ear.batches.length, 5);
  assert.deepEqual(ear.batches.at(-1)?.frame, { k: 'b', n: 5, t: clock.now(), cn: 0, viewers: 1 });
  writer.leave(ear);
  clock.move(60_000);
  assert.equal(writer.n, 5);
});

test('tells a larger audience less often', () => {
  assert.deepEqual(
    [0, 1999, 2000, 499_999, 500_000, 3_000_000].map((viewers) => tickFor(viewers)),
    [100, 100, 250, 250, 1000, 1000],
  );
});

test('dates what is said and done on the encoder’s clock, unless the host names the moment', async (t) => {
  const { clock, writer } = await makeRoom(t);
  const ear = new Ear('jun');
  writer.join(ear);
  clock.move(0);
  say(writer, 'a');
  writer.control({ op: 'pin', product: 'tin' });
  writer.control({ op: 'unpin' }, 123);
  clock.move(100);
  const { m, c, cn } = ear.batches.at(-1)!.frame;
  const at = clock.now() - 100 + 500;
  assert.equal(m?.[0]?.at, at);
  assert.deepEqual(c, [
    { op: 'pin', product: 'tin', cn: 1, at },
    { op: 'unpin', cn: 2, at: 123 },
  ]);
  assert.equal(cn, 2);
});

test('a snapshot is what was pinned a minute ago and what was done since, up to the newest batch', async (t) => {
  const { clock, writer, rooms } = await makeRoom(t);
  const pin = (product: string): number => writer.control({ op: 'pin', product }).at;
  const first = pin('one');
  clock.move(30_000);
  pin('two');
  clock.move(10_000);
  assert.deepEqual(read(writer.snapshotFrame()).pinned, { product: null, at: 0 });
  assert.equal(read(writer.snapshotFrame()).c.length, 2);
  clock.move(21_000);
  const stock = (quantity: number): unknown =>
    writer.control({ op: 'stock', variant: 'v', availability: { state: 'low', quantity, asOf: clock.now() } });
  stock(3);
  stock(2);
  clock.move(1000);
  const later = read(writer.snapshotFrame());
  assert.deepEqual(later.pinned, { product: 'one', at: first });
  assert.deepEqual(
    later.c.map(({ op, cn }) => [op, cn]),
    [
      ['pin', 2],
      ['stock', 4],
    ],
  );
  // Not told in a batch yet: it comes with the next.
  pin('three');
  assert.equal(read(writer.snapshotFrame()).cn, 4);
  assert.equal(writer.pinned, 'three');
  clock.move(3_600_000);
  const old = read(writer.snapshotFrame());
  assert.deepEqual([old.pinned.product, old.c, old.cn], ['three', [], 5]);
  rooms.close();
});

test('a snapshot has the newest fifty messages', async (t) => {
  const { clock, writer } = await makeRoom(t);
  for (let index = 0; index < 60; index++) say(writer, `m${index}`);
  clock.move(0);
  const { m } = read(writer.snapshotFrame());
  assert.deepEqual([m.length, m[0]?.x, m[49]?.x], [50, 'm10', 'm59']);
});

test('a message that cannot be stored is refused, not shown', async (t) => {
  const { clock, writer, rooms } = await makeRoom(t);
  const ear = new Ear('jun');
  writer.join(ear);
  clock.move(0);
  let refused = '';
  rooms.records.addMessages = () => {
    throw new Error('disk full');
  };
  writer.say({ author: { id: 'p', n: 'p' }, text: 'a', settle: (_id, error) => (refused = error?.code ?? '') });
  clock.move(100);
  assert.equal(refused, 'SERVER_ERROR');
  assert.equal(ear.batches.at(-1)?.frame.m, undefined);
});

test('of too many messages sends a fair choice, with staff and orders whole, and says how many it left out', async (t) => {
  const { clock, writer } = await makeRoom(t, 100);
  const ear = new Ear('jun');
  writer.join(ear);
  clock.move(0);
  for (let index = 0; index < 40; index++) say(writer, `loud ${index}`, 'loud');
  for (const id of ['a', 'b', 'c']) say(writer, id, id);
  writer.say({ author: { id: 'host', n: 'Lin', r: 'host' }, text: 'host' });
  writer.say({ author: { id: 'x', n: 'X' }, text: 'Tin', kind: 'o' });
  clock.move(100);
  const { m, skipped } = ear.batches.at(-1)!.frame;
  assert.equal(m?.length, 10);
  assert.equal(skipped, 35);
  for (const id of ['a', 'b', 'c', 'host', 'x'])
    assert.ok(
      m.some(({ u }) => u.id === id),
      id,
    );
  const all = m.map(({ i }) => Number(i.split('.')[2]));
  assert.deepEqual(
    all,
    [...all].sort((one, other) => one - other),
  );
  assert.deepEqual(sample([], 5), []);
});

test('builds frames of every length as RFC 6455 has them', () => {
  assert.deepEqual([...buildFrame(Buffer.from('hi'), 'text')], [0x81, 2, 0x68, 0x69]);
  const medium = buildFrame(Buffer.alloc(126, 1), 'binary');
  assert.deepEqual([...medium.subarray(0, 4), medium.length], [0x82, 126, 0, 126, 130]);
  const large = buildFrame(Buffer.alloc(65_536, 1), 'text');
  assert.deepEqual([...large.subarray(0, 10), large.length], [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0, 65_546]);
});

test('sends as many messages a second where ticks are longer than they should be', async (t) => {
  const { clock, writer } = await makeRoom(t, 100);
  const ear = new Ear('jun');
  writer.join(ear);
  clock.move(0);
  const told = (ms: number): number | undefined => {
    clock.move(ms);
    const before = ear.batches.length;
    for (let index = 0; index < 200; index++) say(writer, `${index}`, 'loud');
    clock.move(0);
    assert.equal(ear.batches.length, before + 1);
    return ear.batches.at(-1)?.frame.m?.length;
  };
  assert.equal(told(400), 40);
  assert.equal(told(4000), 100);
});

test('a batch for a slow socket has no messages but all control items; a large one packs', () => {
  const message = (index: number): WireMessage => ({
    i: `e.1.${index}`,
    u: { id: 'p', n: 'Priya' },
    x: `line ${index}`,
    t: 1,
    at: 1,
  });
  const m = Array.from({ length: 100 }, (_none, index) => message(index));
  const batch = new Batch({ k: 'b', n: 1, t: 1, cn: 1, m, c: [{ cn: 1, at: 1, op: 'unpin' }], skipped: 2 });
  const lean = decodeServerFrame(batch.lean.full().subarray(2).toString());
  assert.deepEqual(lean, { k: 'b', n: 1, t: 1, cn: 1, c: [{ cn: 1, at: 1, op: 'unpin' }], skipped: 102 });
  assert.equal(batch.whole.full(), batch.whole.full());
  const packed = batch.whole.packed();
  assert.equal(packed[0], 0x82);
  assert.deepEqual(JSON.parse(inflateRawSync(packed.subarray(4)).toString()), batch.frame);
  assert.ok(packed.length * 3 < batch.whole.full().length);
  const small = new Batch({ k: 'b', n: 1, t: 1, cn: 0 });
  assert.equal(small.whole.packed(), small.whole.full());
});
