// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StreamPhase } from '@vitrine/core';
import type { ReminderOutcome } from '@vitrine/core/reminders';
import type { RemindedShow, ReminderOptions } from './reminders.js';
import { ManualClock } from '../clock.fixture.js';
import type { ServerOptions } from '../options.js';
import { createServer, type VitrineServer } from '../server.js';
import { ask, guest, startServer, temporaryFolder, type Failure } from '../server.fixture.js';

const path = '/rooms/demo/reminder';

/** Something that is waited for, and how it comes. */
function deferred<T>(): { readonly promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve: (value) => resolve(value) };
}

/** What the shop was told, and how to wait for it. */
function shop(accepts?: ReminderOptions['accepts']) {
  const told: RemindedShow[] = [];
  let heard = deferred<RemindedShow>();
  const reminders: ReminderOptions = {
    send(show) {
      told.push(show);
      heard.resolve(show);
    },
    ...(accepts && { accepts }),
  };
  const next = async (): Promise<RemindedShow> => {
    const show = await heard.promise;
    heard = deferred();
    return show;
  };
  return { told, next, reminders };
}

const upcoming = { seed: true, demoStream: { phase: 'upcoming' as StreamPhase } };

async function turn(server: VitrineServer, phase: StreamPhase): Promise<void> {
  const token = await server.issueToken({ room: 'demo', role: 'host' });
  const { status } = await ask(server.url, 'PATCH', '/rooms/demo/stream', { token, body: { phase } });
  assert.equal(status, 200);
}

const put = async (server: VitrineServer, token: string): Promise<ReminderOutcome> =>
  (await ask<ReminderOutcome>(server.url, 'PUT', path, { token })).body;
const isSet = async (server: VitrineServer, token: string): Promise<unknown> =>
  (await ask<{ isSet: boolean }>(server.url, 'GET', path, { token })).body.isSet;

test('a reminder is kept once for each viewer, and taken back', async (t) => {
  const { reminders, next } = shop();
  const server = await startServer(t, { ...upcoming, reminders });
  const mei = await server.issueToken({ room: 'demo', subject: 'mei', name: 'Mei' });
  const other = await guest(server);
  assert.equal(await isSet(server, mei), false);
  for (let time = 0; time < 2; time++) assert.deepEqual(await put(server, mei), { kind: 'set' });
  await put(server, other.token);
  assert.deepEqual(await Promise.all([isSet(server, mei), isSet(server, other.token)]), [true, true]);
  for (let time = 0; time < 2; time++) {
    const { status, body } = await ask(server.url, 'DELETE', path, { token: other.token });
    assert.deepEqual([status, body], [200, { isSet: false }]);
  }
  assert.equal(await isSet(server, other.token), false);
  await turn(server, 'live');
  const { room, stream, viewers } = await next();
  assert.deepEqual([room, stream.phase], ['demo', 'live']);
  assert.deepEqual(viewers, [{ id: 'mei', name: 'Mei', isGuest: false }]);
});

test('a show that begins is told of once, and nobody is kept after that', async (t) => {
  const { reminders, next, told } = shop();
  const server = await startServer(t, { ...upcoming, reminders });
  const { token } = await guest(server);
  await put(server, token);
  await turn(server, 'live');
  await next();
  await turn(server, 'paused');
  await turn(server, 'live');
  assert.equal(await isSet(server, token), false);
  assert.equal(told.length, 1);
  assert.deepEqual(await put(server, token), { kind: 'refused', code: 'INTERACTION_CLOSED' });
});

test('a reminder outlives the server', async (t) => {
  const dataDir = await temporaryFolder(t);
  const options: ServerOptions = { ...upcoming, dataDir, tokenSecret: 'the-secret-of-a-test-of-reminders' };
  const first = await createServer({ ...options, reminders: shop().reminders });
  const token = await first.issueToken({ room: 'demo', subject: 'mei' });
  await put(first, token);
  await first.close();
  const { reminders, next } = shop();
  const second = await startServer(t, { ...options, reminders });
  assert.equal(await isSet(second, token), true);
  await turn(second, 'live');
  assert.deepEqual((await next()).viewers, [{ id: 'mei', isGuest: false }]);
});

test('what could not be sent is sent again after longer and longer waits, over a restart too', async (t) => {
  const clock = new ManualClock();
  const dataDir = await temporaryFolder(t);
  const { told, reminders } = shop();
  let isOpen = false;
  let calls = 0;
  const options: ServerOptions = {
    ...upcoming,
    clock,
    dataDir,
    reminders: {
      async send(...show) {
        calls++;
        if (!isOpen) throw new Error('The post is closed.');
        await reminders.send(...show);
      },
    },
  };
  const first = await startServer(t, options);
  await put(first, await first.issueToken({ room: 'demo', subject: 'mei' }));
  await turn(first, 'live');
  assert.equal(calls, 1);
  // (A change of the live show is no reason to try again.)
  await turn(first, 'live');
  assert.equal(calls, 1);
  clock.move(4999);
  assert.equal(calls, 1);
  clock.move(1);
  assert.equal(calls, 2);
  await first.close();
  isOpen = true;
  const second = await startServer(t, { ...options, demoStream: {} });
  assert.equal(calls, 2);
  clock.move(9999);
  assert.equal(calls, 2);
  clock.move(1);
  assert.deepEqual(
    told.map(({ viewers }) => viewers),
    [[{ id: 'mei', isGuest: false }]],
  );
  // (Whatever was told is forgotten.)
  await turn(second, 'live');
  clock.move(3_600_000);
  assert.equal(calls, 3);
});

test('the wait for the next try counts from when it failed, however long that took', async (t) => {
  const clock = new ManualClock();
  const failing = deferred<void>();
  let calls = 0;
  const server = await startServer(t, {
    ...upcoming,
    clock,
    reminders: {
      async send() {
        if (++calls > 1) return;
        await failing.promise;
        throw new Error('The post is closed.');
      },
    },
  });
  await put(server, await server.issueToken({ room: 'demo', subject: 'mei' }));
  await turn(server, 'live');
  clock.move(20_000);
  failing.resolve();
  // (An answer over HTTP comes after what has settled before it.)
  await turn(server, 'live');
  clock.move(4999);
  assert.equal(calls, 1);
  clock.move(1);
  assert.equal(calls, 2);
});

test('what never settles has failed after ten minutes: it is told to stop, and tried again', async (t) => {
  const clock = new ManualClock();
  const signals: AbortSignal[] = [];
  const server = await startServer(t, {
    ...upcoming,
    clock,
    reminders: {
      send(_, signal) {
        signals.push(signal);
        if (signals.length === 1) return new Promise<void>(() => undefined);
      },
    },
  });
  const { token } = await guest(server);
  await put(server, token);
  await turn(server, 'live');
  clock.move(599_999);
  assert.equal(signals[0]?.aborted, false);
  clock.move(1);
  assert.equal((signals[0]?.reason as DOMException).name, 'TimeoutError');
  // (An answer over HTTP comes after what has settled before it.)
  assert.equal(await isSet(server, token), true);
  clock.move(4999);
  assert.equal(signals.length, 1);
  clock.move(1);
  assert.equal(signals.length, 2);
  assert.equal(await isSet(server, token), false);
  // (Who was told in time is not told to stop.)
  clock.move(600_000);
  assert.equal(signals[1]?.aborted, false);
});

test('a reminder that is set while an earlier one is being sent is kept', async (t) => {
  const sent = deferred<void>();
  const { told, reminders } = shop();
  const server = await startServer(t, {
    ...upcoming,
    reminders: {
      async send(...show) {
        await reminders.send(...show);
        await sent.promise;
      },
    },
  });
  const { token } = await guest(server);
  await put(server, token);
  await turn(server, 'live');
  await turn(server, 'upcoming');
  assert.deepEqual(await put(server, token), { kind: 'set' });
  sent.resolve();
  // (An answer over HTTP comes after what has settled before it.)
  assert.equal(await isSet(server, token), true);
  await turn(server, 'live');
  assert.equal(told.length, 2);
});

test('nobody is kept for a show that is over or never was, nor told of it', async (t) => {
  for (const phase of ['ended', 'replay'] as const) {
    const { told, reminders } = shop();
    const server = await startServer(t, { ...upcoming, reminders });
    const { token } = await guest(server);
    await put(server, token);
    await turn(server, phase);
    assert.equal(await isSet(server, token), false);
    await turn(server, 'live');
    assert.equal(told.length, 0);
  }
});

test('the shop says whom it cannot reach', async (t) => {
  const { reminders } = shop(({ isGuest }) => (isGuest ? { kind: 'refused', code: 'AUTH_REQUIRED' } : { kind: 'set' }));
  const server = await startServer(t, { ...upcoming, reminders });
  const { token } = await guest(server);
  assert.deepEqual(await put(server, token), { kind: 'refused', code: 'AUTH_REQUIRED' });
  assert.equal(await isSet(server, token), false);
  assert.deepEqual(await put(server, await server.issueToken({ room: 'demo', subject: 'mei' })), { kind: 'set' });
});

test('a server that sends nothing offers nothing', async (t) => {
  const offers = async (server: VitrineServer): Promise<unknown> =>
    (await ask(server.url, 'GET', '/rooms/demo')).body['reminders'];
  const server = await startServer(t, upcoming);
  const { token } = await guest(server);
  assert.equal(await offers(server), undefined);
  assert.deepEqual(await put(server, token), { kind: 'unsupported', code: 'NO_HANDLER' });
  assert.equal(await offers(await startServer(t, { ...upcoming, reminders: shop().reminders })), true);
});

test('a reminder is of who asks, in a room of theirs', async (t) => {
  const server = await startServer(t, { ...upcoming, reminders: shop().reminders });
  const without = await ask<Failure>(server.url, 'PUT', path);
  assert.deepEqual([without.status, without.body.code], [401, 'AUTH_REQUIRED']);
  const other = await server.issueToken({ room: 'demo-ar' });
  const elsewhere = await ask<Failure>(server.url, 'PUT', path, { token: other });
  assert.deepEqual([elsewhere.status, elsewhere.body.code], [403, 'FORBIDDEN']);
  const nowhere = await ask<Failure>(server.url, 'PUT', '/rooms/nowhere/reminder', { token: other });
  assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'ROOM_NOT_FOUND']);
});

test('a page of another origin may set it and take it back', async (t) => {
  const server = await startServer(t, upcoming);
  for (const method of ['PUT', 'DELETE']) {
    const headers = { origin: 'https://shop.example', 'access-control-request-method': method };
    const { status, headers: given } = await ask(server.url, 'OPTIONS', path, { headers });
    assert.equal(status, 204);
    assert.ok(given.get('access-control-allow-methods')?.split(', ').includes(method), method);
  }
});
