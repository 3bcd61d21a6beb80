// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ViewerRole } from '@vitrine/core';
import type { WireControl, WireHistory, WireNotice } from '@vitrine/core/wire';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, newKey, startServer, temporaryFolder, type Answer, type Failure } from '../server.fixture.js';
import type { ServerOptions } from '../options.js';
import type { VitrineServer } from '../server.js';

type Done = Answer<{ cn: number; at: number } & Failure>;

async function stage(t: TestContext, options: ServerOptions = {}) {
  const server = await startServer(t, options);
  const tokens = new Map<ViewerRole, string>();
  for (const role of ['host', 'moderator', 'assistant', 'viewer'] as const)
    tokens.set(
      role,
      await server.issueToken({ room: 'demo', role, name: role === 'host' ? 'Lin' : role, subject: role }),
    );
  const control = (body: object, role: ViewerRole = 'host'): Promise<Done> =>
    ask(server.url, 'POST', '/rooms/demo/control', { token: tokens.get(role) ?? '', key: newKey(), body });
  return { server, control, put: (body: object, role?: ViewerRole) => control({ op: 'notice', ...body }, role) };
}

const said = async (client: Client, text: string): Promise<string> => {
  client.say(text);
  return (await client.message(text)).i;
};
const notices = (items: readonly WireControl[]): (WireNotice | undefined)[] =>
  items.flatMap((item) => (item.op === 'notice' ? [item.notice] : []));
const history = async ({ url }: VitrineServer): Promise<(WireNotice | undefined)[]> => {
  const path = `/rooms/demo/history?from=0&to=${Date.now() + 86_400_000}&kinds=notice`;
  return notices((await ask<WireHistory>(url, 'GET', path)).body.items as readonly WireControl[]);
};
/** What who comes now is told of the top of the chat. */
const joined = async (server: VitrineServer): Promise<WireNotice | undefined> => {
  const snap = await (await Client.join(server)).first('snap');
  return [snap.notice?.notice, ...notices(snap.c)].at(-1);
};

test('a message stands there in the words that are on record, whatever a client sends', async (t) => {
  const { server, put } = await stage(t);
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  const id = await said(viewer, 'it ships on Monday');
  const until = Date.now() + 60_000;
  assert.equal((await put({ message: id, until, notice: { x: 'forged' } })).status, 200);
  const { notice } = await viewer.control('notice');
  const { t: sentAt } = await viewer.message('it ships on Monday');
  assert.deepEqual(notice, { i: id, u: { id: 'priya', n: 'Priya' }, x: 'it ships on Monday', t: sentAt, until });
  assert.deepEqual(await joined(server), notice);
  await put({});
  await viewer.until(() => notices(viewer.controls).length === 2, 'that nothing stands there any more');
  assert.equal(await joined(server), undefined);
  assert.deepEqual(await history(server), [notice, undefined]);
});

test('words of the staff pass the gate and stand under who wrote them', async (t) => {
  const { server, put } = await stage(t);
  await put({ text: '  free\u202e delivery\ntoday ' }, 'moderator');
  const { t: _now, ...stands } = (await joined(server)) ?? {};
  assert.deepEqual(stands, { u: { id: 'moderator', n: 'moderator', r: 'moderator' }, x: 'free delivery today' });
});

test('is the staff’s alone, and says what is wrong', async (t) => {
  const { put } = await stage(t);
  for (const role of ['viewer', 'assistant'] as const)
    assert.equal((await put({ text: 'free delivery' }, role)).body.code, 'FORBIDDEN', role);
  const wrong = async (body: object): Promise<readonly unknown[]> => {
    const answer = await put(body);
    return [answer.status, answer.body.code, answer.body.field];
  };
  assert.deepEqual(await wrong({ message: 'never-said' }), [400, 'BAD_INPUT', 'message']);
  assert.deepEqual(await wrong({ message: 'a', text: 'b' }), [400, 'BAD_INPUT', 'text']);
  assert.deepEqual(await wrong({ text: ' ' }), [400, 'MESSAGE_EMPTY', 'text']);
  assert.deepEqual(await wrong({ text: 'x'.repeat(301) }), [400, 'MESSAGE_TOO_LONG', 'text']);
  assert.deepEqual(await wrong({ text: 'late', until: Date.now() - 1 }), [400, 'BAD_INPUT', 'until']);
  assert.deepEqual(await wrong({ text: 'late', until: Date.now() + 8 * 86_400_000 }), [400, 'BAD_INPUT', 'until']);
});

test('what is retracted stands there no longer, for nobody who comes, comes back or looks back', async (t) => {
  const dataDir = await temporaryFolder(t);
  const { server, control, put } = await stage(t, { dataDir });
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  for (const retract of [{ by: 'message' }, { by: 'author' }, { by: 'all' }]) {
    const id = await said(viewer, `words by ${retract.by}`);
    await put({ message: id });
    await viewer.until(() => viewer.controls.some((item) => item.op === 'notice' && item.notice?.i === id));
    const { ep, n } = { ep: viewer.of('ok')[0]?.ep, n: (viewer.batches.at(-1)?.n ?? 1) - 1 };
    await control({
      op: 'retract',
      ...retract,
      ...(retract.by !== 'all' && { id: retract.by === 'message' ? id : 'priya' }),
    });
    await viewer.until(() => viewer.controls.some((item) => item.op === 'retract' && item.by === retract.by));
    assert.equal(await joined(server), undefined, retract.by);
    const back = await Client.join(server, { resume: `${ep}.${n}` });
    await back.until(() => back.controls.some(({ op }) => op === 'retract'));
    assert.doesNotMatch(JSON.stringify(back.frames), /words by/, retract.by);
  }
  assert.deepEqual(await history(server), [undefined, undefined, undefined]);
  await server.close();
  const again = await startServer(t, { dataDir });
  assert.equal(await joined(again), undefined);
});

test('what is put there and retracted within one tick is told to nobody', async (t) => {
  const clock = new ManualClock();
  const { server, control, put } = await stage(t, { clock });
  const viewer = await Client.join(server, { as: { name: 'Priya', subject: 'priya' } });
  viewer.say('buy elsewhere');
  // (What is answered after it was heard after it.)
  viewer.send({ k: 'p', t0: 1 });
  await viewer.first('p');
  clock.move(200);
  const id = (await viewer.message('buy elsewhere')).i;
  await put({ message: id });
  await control({ op: 'retract', by: 'message', id });
  clock.move(200);
  await viewer.control('retract');
  assert.deepEqual(notices(viewer.controls), [undefined]);
});

test('who comes is told what stood there long ago, also after a restart', async (t) => {
  const clock = new ManualClock();
  const dataDir = await temporaryFolder(t);
  const { server, put } = await stage(t, { clock, dataDir });
  assert.equal((await (await Client.join(server)).first('snap')).notice, undefined);
  const sentAt = clock.now();
  const { at } = (await put({ text: 'free delivery' })).body;
  clock.move(3_600_000);
  const told = { at, notice: { u: { id: 'host', n: 'Lin', r: 'host' }, x: 'free delivery', t: sentAt } };
  assert.deepEqual((await (await Client.join(server)).first('snap')).notice, told);
  await server.close();
  const again = await startServer(t, { clock, dataDir });
  assert.deepEqual((await (await Client.join(again)).first('snap')).notice, told);
});
