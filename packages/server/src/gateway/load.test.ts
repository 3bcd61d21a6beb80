// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { BatchFrame } from '@vitrine/core/wire';
import { ManualClock } from '../clock.fixture.js';
import type { Claims } from '../identity/claims.js';
import type { Refusal } from '../refusal.js';
import { RoomRecords } from '../rooms/room-records.js';
import { Rooms } from '../rooms/rooms.js';
import { ask, Client, newKey, startServer, temporaryFolder } from '../server.fixture.js';
import { Database } from '../storage/database.js';
import { roomMigrations } from '../storage/room-migrations.js';
import type { Member } from './audience.js';
import type { Batch } from './batch.js';
import { ChatGate } from './chat-gate.js';
import { Load, type StrainChange } from './load.js';
import { Speech } from './speech.js';
import { shareFor, tickFor } from './tick.js';

/** A load, and what it tells; ticks come every 100 ms, late by so much. */
function measured() {
  const clock = new ManualClock();
  const changes: StrainChange[] = [];
  const load = new Load(clock, (change) => changes.push(change));
  const ticks = (count: number, late: number): void => {
    for (let tick = 0; tick < count; tick++) {
      clock.move(100);
      load.tell(late);
    }
  };
  return { clock, load, changes, ticks, strains: () => changes.map(({ strain }) => strain) };
}

/** A member of the audience who remembers what was delivered. */
class Ear implements Member {
  readonly frames: BatchFrame[] = [];
  readonly subject: string;
  /** What happens while it is written to. */
  onBatch: () => void = () => {};
  constructor(subject: string) {
    this.subject = subject;
  }
  deliver({ frame }: Batch): void {
    this.onBatch();
    this.frames.push(frame);
  }
  get rows() {
    return this.frames.flatMap(({ m = [] }) => m);
  }
  get controls() {
    return this.frames.flatMap(({ c = [] }) => c);
  }
  get skipped(): number {
    return this.frames.reduce((total, { skipped = 0 }) => total + skipped, 0);
  }
}

async function makeRoom(t: TestContext, messagesPerSecond = 100) {
  const clock = new ManualClock();
  const file = join(await temporaryFolder(t), 'rooms.db');
  const database = new Database({ file, migrations: roomMigrations, synchronous: 'normal' });
  t.after(() => database.close());
  const load = new Load(clock);
  t.after(() => load.close());
  const rooms = new Rooms(new RoomRecords(database), clock, 'ep', messagesPerSecond, load);
  rooms.create({ id: 'tea', stream: { phase: 'live', title: 'Tea', host: { name: 'Lin' }, sources: [] } });
  const writer = rooms.writer('tea');
  const gate = new ChatGate({ perSecond: 1e6, burst: 1e6 }, clock);
  const speech = new Speech(rooms, gate, clock, null);
  let told = 0;
  /** Says something. @returns `passed` once it is stored, or what was thrown */
  const say = (text: string, subject: string, role: Claims['role'] = 'viewer'): Refusal | null => {
    const claims: Claims = { subject, name: subject, role, isGuest: false, room: 'tea', expiresAt: Infinity };
    try {
      speech.say(writer, {
        cid: `${told++}`,
        text,
        replyTo: undefined,
        claims,
        connection: subject,
        settle: () => {},
      });
      return null;
    } catch (thrown) {
      return thrown as Refusal;
    }
  };
  /** The process is busy, so that each tick comes so much later. */
  const suffer = (late: number, ticks: number): void => {
    for (let tick = 0; tick < ticks; tick++) {
      writer.control({ op: 'unpin' });
      clock.stall(writer.tick + late);
      clock.move(0);
    }
  };
  return { clock, writer, rooms, load, say, suffer };
}

test('a moment that is late, or a clock that was set, is no strain', () => {
  const { load, ticks, changes, clock } = measured();
  ticks(50, 3);
  ticks(1, 3000);
  ticks(50, 3);
  clock.move(60_000);
  load.tell(60_000);
  ticks(50, 3);
  clock.move(5000);
  load.tell(0);
  assert.deepEqual([changes, load.strain], [[], 0]);
});

test('what goes on is a strain, of two kinds, told once each', () => {
  const { load, ticks, strains, changes } = measured();
  ticks(9, 300);
  assert.equal(load.strain, 0);
  ticks(200, 300);
  assert.deepEqual(strains(), [1]);
  ticks(200, 1500);
  assert.deepEqual(strains(), [1, 2]);
  ticks(200, 3000);
  assert.deepEqual(strains(), [1, 2]);
  assert.ok(changes.every(({ lag }) => lag >= 150));
});

test('goes by itself, later than it came, and does not come and go', () => {
  const { load, clock, ticks, strains } = measured();
  ticks(100, 2000);
  assert.deepEqual(strains(), [1, 2]);
  ticks(100, 500);
  assert.equal(load.strain, 2, 'better than what made it, and not good');
  clock.move(5000);
  assert.equal(load.strain, 2);
  clock.move(4000);
  assert.equal(load.strain, 1, 'though no room had anything to tell');
  clock.move(1000);
  assert.equal(load.strain, 1);
  clock.move(3000);
  assert.deepEqual(strains(), [1, 2, 1, 0]);
  for (let time = 0; time < 20; time++) {
    ticks(5, 200);
    ticks(5, 10);
  }
  assert.equal(load.strain, 0, 'now so, now so');
  clock.move(3_600_000);
  assert.deepEqual(strains(), [1, 2, 1, 0]);
});

test('a thousand rooms that tell the same moment tell it once', () => {
  const { load, clock, strains } = measured();
  load.tell(0);
  clock.move(100);
  for (let room = 0; room < 1000; room++) load.tell(400);
  for (let room = 0; room < 1000; room++) load.tell(400);
  assert.deepEqual(strains(), []);
});

test('says nothing and changes nothing once it is closed', () => {
  const { load, ticks, strains, clock } = measured();
  ticks(30, 300);
  load.close();
  ticks(200, 3000);
  clock.move(60_000);
  assert.deepEqual(strains(), [1]);
});

test('first large audiences are told less often and of less, then everybody', () => {
  const audiences = [50, 1999, 2000, 499_999, 500_000];
  assert.deepEqual(
    ([0, 1, 2] as const).map((strain) => audiences.map((viewers) => tickFor(viewers, strain))),
    [
      [100, 100, 250, 250, 1000],
      [100, 100, 500, 500, 1000],
      [250, 250, 1000, 1000, 1000],
    ],
  );
  assert.deepEqual(([0, 1, 2] as const).map(shareFor), [1, 0.5, 0.25]);
});

test('late ticks make the choice of messages smaller, and then refuse viewers alone, until they are on time again', async (t) => {
  const { clock, writer, load, say, suffer } = await makeRoom(t);
  writer.audience.more = 5000;
  const ear = new Ear('jun');
  writer.join(ear);
  clock.move(5000);
  const flood = (): number => {
    // (So that nothing has waited longer than a tick.)
    writer.control({ op: 'unpin' });
    clock.move(writer.tick);
    for (let index = 0; index < 400; index++) assert.equal(say(`line ${index} ${clock.now()}`, `v${index}`), null);
    clock.move(writer.tick);
    return ear.frames.at(-1)?.m?.length ?? 0;
  };
  assert.equal(flood(), 25, 'a hundred a second, four times a second');
  suffer(300, 10);
  assert.deepEqual([load.strain, writer.tick], [1, 500]);
  assert.equal(flood(), 25, 'twice the time, half of it');
  suffer(2000, 10);
  assert.deepEqual([load.strain, writer.tick], [2, 1000]);
  const refused = say('hello', 'priya');
  assert.equal(refused?.code, 'RATE_LIMITED');
  assert.ok((refused?.retryAfter ?? 0) >= 3000 && (refused?.retryAfter ?? 0) <= 7000);
  assert.equal(say('I prepare', 'assistant', 'assistant')?.code, 'RATE_LIMITED');
  for (const role of ['moderator', 'host', 'owner'] as const) assert.equal(say('still here', role, role), null);
  clock.move(30_000);
  assert.deepEqual([load.strain, writer.tick], [0, 250]);
  assert.equal(say('hello', 'priya'), null, 'what was refused counted for nothing');
  assert.equal(flood(), 25);
});

test('ticks that take longer than half of theirs are a strain, though none is late', async (t) => {
  const { clock, writer, load } = await makeRoom(t);
  const ear = new Ear('jun');
  writer.join(ear);
  ear.onBatch = () => clock.stall(900);
  for (let tick = 0; tick < 20; tick++) {
    writer.control({ op: 'unpin' });
    clock.move(100);
  }
  assert.equal(load.strain > 0, true);
  ear.onBatch = () => {};
  clock.move(30_000);
  assert.equal(load.strain, 0);
});

test('nothing that concerns everybody is lost or out of turn, whatever the strain', async (t) => {
  const { clock, writer, load, say } = await makeRoom(t, 20);
  const ears = [new Ear('jun'), new Ear('ida')];
  for (const ear of ears) writer.join(ear);
  writer.audience.more = 3000;
  const expected = { staff: [] as string[], orders: [] as string[], controls: 0 };
  let accepted = 0;
  let refused = 0;
  const strains = new Set<number>();
  // (The same row of chances each time.)
  let seed = 7;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let step = 0; step < 600; step++) {
    const isBusy = step % 200 < 120;
    const late = isBusy ? 200 + Math.round(chance() * 2500) : 0;
    for (let index = 0; index < 20; index++) {
      if (say(`viewer ${step} ${index}`, `v${Math.floor(chance() * 50)}`)) refused++;
      else accepted++;
    }
    if (chance() < 0.4) {
      const text = `staff ${step}`;
      assert.equal(say(text, 'lin', chance() < 0.5 ? 'host' : 'moderator'), null);
      expected.staff.push(text);
    }
    if (chance() < 0.3) {
      const text = `order ${step}`;
      writer.say({ author: { id: 'v1', n: 'V' }, text, kind: 'o' });
      expected.orders.push(text);
    }
    if (chance() < 0.5) {
      if (chance() < 0.5) writer.control({ op: 'pin', product: `p${step}` });
      else writer.control({ op: 'stock', variant: 'v', availability: { state: 'low', quantity: 1, asOf: step } });
      expected.controls++;
    }
    if (late > 0) clock.stall(Math.min(writer.tick, 100) + late);
    clock.move(late > 0 ? 0 : 100);
    strains.add(load.strain);
  }
  clock.move(60_000);
  assert.deepEqual([...strains].sort(), [0, 1, 2], 'each kind was seen');
  assert.ok(refused > 0 && accepted > 0);
  for (const ear of ears) {
    const rows = ear.rows;
    assert.deepEqual(
      rows.filter(({ u }) => u.id === 'lin').map(({ x }) => x),
      expected.staff,
    );
    assert.deepEqual(
      rows.filter(({ y }) => y === 'o').map(({ x }) => x),
      expected.orders,
    );
    assert.deepEqual(
      ear.controls.map(({ cn }) => cn),
      Array.from({ length: expected.controls }, (_none, index) => index + 1),
    );
    assert.deepEqual(
      ear.frames.map(({ n }) => n),
      ear.frames.map((_none, index) => (ear.frames[0]?.n ?? 0) + index),
    );
    const viewers = rows.filter(({ y, u }) => y !== 'o' && u.id !== 'lin').length;
    assert.equal(viewers + ear.skipped, accepted, 'each message that was taken was told or counted');
  }
  assert.equal(load.strain, 0);
});

test('a busy server refuses over the socket with a time, hears the host, and says in its health how it is', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock });
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const host = await Client.join(server, { as: { name: 'Lin', role: 'host' } });
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const health = async () =>
    (await ask<{ strain: number; sockets: number; isFull: boolean }>(server.url, 'GET', '/health')).body;
  assert.deepEqual([(await health()).strain, (await health()).sockets, (await health()).isFull], [0, 2, false]);
  // Beats of the room, each much later than it should be.
  for (let beat = 0; beat < 6; beat++) {
    clock.stall(7500);
    clock.move(0);
  }
  assert.equal((await health()).strain, 2);
  const cid = viewer.say('hello?');
  const refused = await viewer.until(() => viewer.of('e')[0], 'the refusal');
  assert.deepEqual([refused.cid, refused.code], [cid, 'RATE_LIMITED']);
  assert.ok((refused.retryAt ?? 0) >= clock.now() + 3000);
  host.say('one moment');
  host.send({ k: 'p', t0: 1 });
  await host.first('p');
  await ask(server.url, 'POST', '/rooms/demo/control', {
    token,
    key: newKey(),
    body: { op: 'pin', product: 'gaiwan' },
  });
  clock.move(1000);
  await viewer.message('one moment');
  await viewer.control('pin');
  clock.move(30_000);
  assert.equal((await health()).strain, 0);
  viewer.say('hello?', cid);
  viewer.send({ k: 'p', t0: 1 });
  await viewer.first('p');
  clock.move(100);
  await host.message('hello?');
});

test('gives way to nothing where that is not wished', async (t) => {
  const clock = new ManualClock();
  const server = await startServer(t, { clock, shedding: false });
  await Client.join(server);
  for (let beat = 0; beat < 10; beat++) {
    clock.stall(9000);
    clock.move(0);
  }
  assert.equal((await ask<{ strain: number }>(server.url, 'GET', '/health')).body.strain, 0);
});
