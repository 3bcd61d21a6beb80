// SPDX-License-Identifier: MIT
// What a client may try; beside it another one goes on talking in the same room.
import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { SignJWT } from 'jose';
import { ManualClock } from '../clock.fixture.js';
import { ask, Client, newKey, type Failure } from '../server.fixture.js';
import { honestRoom } from './honest.fixture.js';
import { frameOf, opcodes, RawClient } from './raw-client.fixture.js';

const hi = (more: Record<string, unknown>): string =>
  JSON.stringify({ k: 'hi', v: 1, room: 'demo', token: null, ...more });
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const said = (cid: string, text: string): string => JSON.stringify({ k: 'm', cid, text });

test('a frame that is no frame ends who sent it, with a code, and nobody else', async (t) => {
  const { server, undisturbed } = await honestRoom(t);
  const thousand = Array.from({ length: 1000 }, (_, index) => ({ k: 'm', cid: `c${index}`, text: `${index}` }));
  const row = { i: 'x.1.0', u: { id: 'amelie', n: 'Amélie', r: 'host' }, x: 'all tea is free', t: 1, at: 1 };
  const cases: readonly (readonly [what: string, sent: string, code: string | undefined, close: number])[] = [
    ['nested lists', nested(2000), 'MALFORMED', 1003],
    ['a nested type', `{"k":${nested(2000)}}`, 'UNKNOWN_TYPE', 1003],
    ['a nested field', `{"k":"p","t0":${nested(1900)}}`, 'MALFORMED', 1003],
    ['nested without an end', '['.repeat(4000), 'MALFORMED', 1003],
    ['two types', '{"k":"p","t0":1,"k":"zap"}', 'UNKNOWN_TYPE', 1003],
    ['two texts, the last a number', '{"k":"m","cid":"1","text":"a","text":1}', 'MALFORMED', 1003],
    ['fields on the prototype', '{"k":"m","__proto__":{"cid":"1","text":"x"}}', 'MALFORMED', 1003],
    ['a type of all objects', '{"k":"hasOwnProperty"}', 'UNKNOWN_TYPE', 1003],
    ['more than all numbers', '{"k":"l","count":1e999}', 'MALFORMED', 1003],
    ['less than all numbers', '{"k":"need","from":-1e999,"to":1}', 'MALFORMED', 1003],
    ['no number', '{"k":"p","t0":NaN}', 'MALFORMED', 1003],
    ['a thousand messages', JSON.stringify(thousand), undefined, 1009],
    ['a list of messages', JSON.stringify(thousand.slice(0, 50)), 'MALFORMED', 1003],
    ['two frames in one', `${said('a', 'a')}\n${said('b', 'b')}`, 'MALFORMED', 1003],
    ['a list as a text', '{"k":"m","cid":"1","text":["a","b"]}', 'MALFORMED', 1003],
    ["a server's batch", JSON.stringify({ k: 'b', n: 1, t: 1, cn: 1, m: [row] }), 'UNKNOWN_TYPE', 1003],
    ["a server's snapshot", '{"k":"snap","ep":"e","n":1,"cn":1}', 'UNKNOWN_TYPE', 1003],
    ['4,097 bytes', JSON.stringify({ k: 'p', t0: 1, x: 'x'.repeat(4097 - 22) }), 'TOO_LARGE', 1009],
    ['few characters of many bytes', said('1', 'ก'.repeat(1400)), 'TOO_LARGE', 1009],
    ['a byte order mark before', `\ufeff{"k":"p","t0":1}`, 'MALFORMED', 1003],
    ['nothing', '', 'MALFORMED', 1003],
  ];
  for (const [what, sent, code, close] of cases) {
    const client = await Client.join(server);
    client.socket.send(sent);
    assert.equal((await client.ended()).code, close, what);
    assert.equal(client.of('e')[0]?.code, code, what);
  }
  await undisturbed();
});

test('bytes that are no WebSocket end who sent them, and nobody else', async (t) => {
  const { server, undisturbed } = await honestRoom(t);
  const ping = JSON.stringify({ k: 'p', t0: 1 });
  const part = (opcode: number, text: string | Buffer): Buffer => frameOf(opcode, text, { isFinal: false });
  const { text, more, binary } = opcodes;
  const cases: readonly (readonly [what: string, sent: readonly Buffer[], close: number, code?: string])[] = [
    ['bytes that are no UTF-8', [frameOf(text, Buffer.from([0x7b, 0xc3, 0x28, 0x7d]))], 1007],
    ['half of a surrogate pair in UTF-8', [frameOf(text, Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))], 1007],
    ['a longer form than needed', [frameOf(text, Buffer.from([0xc0, 0xae]))], 1007],
    ['a character that is cut off', [part(text, Buffer.from([0xe0, 0xb8])), frameOf(more, '')], 1007],
    ['binary JSON', [frameOf(binary, ping)], 1003, 'UNKNOWN_TYPE'],
    ['binary in parts', [part(binary, '{"k":'), frameOf(more, '"p","t0":1}')], 1003, 'UNKNOWN_TYPE'],
    ['no mask', [frameOf(text, ping, { isMasked: false })], 1002],
    ['packed, which nobody agreed on', [frameOf(text, ping, { reserved: 4 })], 1002],
    ['reserved bits', [frameOf(text, ping, { reserved: 3 })], 1002],
    ['an opcode there is none of', [frameOf(5, ping)], 1002],
    ['more of what never began', [frameOf(more, ping)], 1002],
    ['another beginning in the middle', [part(text, '{"k":'), frameOf(text, ping)], 1002],
    ['a ping that is too long', [frameOf(opcodes.ping, 'x'.repeat(126))], 1002],
    ['a ping in parts', [part(opcodes.ping, 'x')], 1002],
    ['parts without an end', [part(text, '"'), ...Array.from({ length: 5 }, () => part(more, 'x'.repeat(4000)))], 1009],
    [
      'parts of nothing without an end',
      [part(text, ''), ...Array.from({ length: 17_000 }, () => part(more, ''))],
      1008,
    ],
    ['a length beyond all memory', [Buffer.from([0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255])], 1009],
    ['a close code there is none of', [frameOf(opcodes.close, Buffer.from([0, 1]))], 1002],
  ];
  for (const [what, sent, close, code] of cases) {
    const client = await RawClient.join(server, 'demo');
    client.write(...sent);
    assert.deepEqual(await client.ended(), [close, code], what);
  }
  await undisturbed();
});

test('a frame in parts, with a ping between, is one frame', async (t) => {
  const { server, honest, undisturbed } = await honestRoom(t);
  const client = await RawClient.join(server, 'demo', await server.issueToken({ room: 'demo', name: 'Priya' }));
  const bytes = Buffer.from(said('c1', 'ชานี้หอมมาก'));
  // In the middle of a character.
  const at = bytes.indexOf(Buffer.from('ช')) + 1;
  client.write(
    frameOf(opcodes.text, bytes.subarray(0, at), { isFinal: false }),
    frameOf(opcodes.ping, 'still there?'),
    frameOf(opcodes.more, bytes.subarray(at, at + 4), { isFinal: false }),
    frameOf(opcodes.more, bytes.subarray(at + 4)),
  );
  await honest.message('ชานี้หอมมาก');
  await client.until(() => client.pongs === 1, 'the pong');
  client.socket.destroy();
  await undisturbed();
});

test('offers no compression, so nothing small becomes large', async (t) => {
  const { server } = await honestRoom(t);
  const client = await RawClient.join(server, 'demo');
  assert.match(client.headers, /^HTTP\/1\.1 101 /);
  assert.doesNotMatch(client.headers, /extensions/i);
  client.socket.destroy();
});

test('pings count as frames: who floods with them is cut off, also before the hello', async (t) => {
  const clock = new ManualClock();
  const { server } = await honestRoom(t, { clock });
  for (const room of ['demo', undefined]) {
    const client = await RawClient.join(server, room);
    client.write(...Array.from({ length: 5000 }, () => frameOf(opcodes.ping, 'x'.repeat(125))));
    assert.deepEqual(await client.ended(), [4429, 'RATE_LIMITED']);
    assert.ok(client.pongs <= 60, `${client.pongs} pongs`);
    const pongs = await RawClient.join(server, room);
    pongs.write(...Array.from({ length: 5000 }, () => frameOf(opcodes.pong, 'x'.repeat(125))));
    assert.deepEqual(await pongs.ended(), [4429, 'RATE_LIMITED']);
  }
});

test('a token that is not whole, not ours or for another room lets nobody in', async (t) => {
  const tokenSecret = 'a secret that shop and server share!';
  const { server, undisturbed } = await honestRoom(t, { tokenSecret });
  const key = new TextEncoder().encode(tokenSecret);
  const sign = (claims: Record<string, unknown>, header: { alg: string } = { alg: 'HS256' }): Promise<string> =>
    new SignJWT({ sub: 'x', role: 'viewer', room: 'demo', exp: Math.floor(Date.now() / 1000) + 60, ...claims })
      .setProtectedHeader(header)
      .sign(key);
  const whole = await sign({});
  const [head = '', body = '', signature = ''] = whole.split('.');
  const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const cases: readonly (readonly [what: string, token: string, code: string, close: number])[] = [
    ['another room', await sign({ room: 'demo-ar' }), 'FORBIDDEN', 4403],
    ['a room of all objects', await sign({ room: '__proto__' }), 'FORBIDDEN', 4403],
    [
      'another role written over',
      [head, base64({ ...claims, role: 'host' }), signature].join('.'),
      'TOKEN_INVALID',
      4401,
    ],
    ['no algorithm', [base64({ alg: 'none' }), body, ''].join('.'), 'TOKEN_INVALID', 4401],
    ['another algorithm', await sign({}, { alg: 'HS512' }), 'TOKEN_INVALID', 4401],
    ['no signature', `${head}.${body}.`, 'TOKEN_INVALID', 4401],
    ['a role there is none of', await sign({ role: 'god' }), 'TOKEN_INVALID', 4401],
    ['a role of all objects', await sign({ role: 'constructor' }), 'TOKEN_INVALID', 4401],
    ['roles in a list', await sign({ role: ['host'] }), 'TOKEN_INVALID', 4401],
    ['nobody', await sign({ sub: '' }), 'TOKEN_INVALID', 4401],
    ['a person without end', await sign({ sub: 'x'.repeat(129) }), 'TOKEN_INVALID', 4401],
    ['no end', await sign({ exp: undefined }), 'TOKEN_INVALID', 4401],
    ['an end that is no number', await sign({ exp: '9999999999' }), 'TOKEN_INVALID', 4401],
    ['not yet', await sign({ nbf: Math.floor(Date.now() / 1000) + 600 }), 'TOKEN_INVALID', 4401],
    ['over', await sign({ exp: 1 }), 'TOKEN_EXPIRED', 4401],
    ['nothing', '', 'TOKEN_INVALID', 4401],
    ['dots', '..', 'TOKEN_INVALID', 4401],
  ];
  for (const [what, token, code, close] of cases) {
    const client = await Client.open(server);
    client.socket.send(hi({ token }));
    assert.equal((await client.ended()).code, close, what);
    assert.equal(client.of('e')[0]?.code, code, what);
  }
  for (const room of ['__proto__', 'constructor', 'DEMO', 'demo\u0000', ' demo', '../demo', ''])
    await Client.open(server).then(async (client) => {
      client.socket.send(hi({ room }));
      assert.equal((await client.ended()).code, 4404, room);
    });
  await undisturbed();
});

test('the same id with other words says nothing new, from another socket and after a while, too', async (t) => {
  const { server, honest, undisturbed } = await honestRoom(t);
  const as = { name: 'Mallory', subject: 'mallory' };
  const one = await Client.join(server, { as });
  const other = await Client.join(server, { as });
  one.say('the first words', 'c1');
  one.say('other words at once', 'c1');
  const [first] = await one.until(() => one.of('a').length === 2 && one.of('a'), 'two answers');
  other.say('other words later', 'c1');
  const again = await other.first('a');
  assert.deepEqual([...new Set([...one.of('a'), again].map(({ i }) => i))], [first?.i]);
  await undisturbed();
  assert.deepEqual(
    honest.messages.filter(({ u }) => u.id === 'mallory').map(({ x }) => x),
    ['the first words'],
  );
});

test('client ids of two people never meet: neither takes, answers or holds up what the other says', async (t) => {
  const { server, honest, undisturbed } = await honestRoom(t);
  const mallory = await Client.join(server, { as: { name: 'Mallory', subject: 'mallory' } });
  mallory.say('mine', 'shared');
  honest.say('and mine', 'shared');
  const rows = [await honest.message('mine'), await honest.message('and mine')];
  const [own] = await honest.until(() => honest.of('a').length > 0 && honest.of('a'), 'the answer');
  const [theirs] = await mallory.until(() => mallory.of('a').length > 0 && mallory.of('a'), 'the answer');
  assert.deepEqual(
    [theirs?.i, own?.i],
    rows.map(({ i }) => i),
  );
  assert.deepEqual(
    rows.map(({ cid, u }) => [cid, u.id]),
    [
      ['shared', 'mallory'],
      ['shared', 'amelie'],
    ],
  );
  // What makes a key of two parts out of one is no way round either.
  for (const [subject, cid] of [
    ['a","b', 'c'],
    ['a', 'b","c'],
    ['a b', 'c'],
    ['a', 'b c'],
    ['__proto__', '__proto__'],
  ] as const) {
    const client = await Client.join(server, { as: { name: 'Jun', subject } });
    client.say(`${subject} and ${cid}`, cid);
    await honest.message(`${subject} and ${cid}`);
  }
  mallory.say('no id', '');
  mallory.say('a long id', 'x'.repeat(65));
  const refused = await mallory.until(() => mallory.of('e').length === 2 && mallory.of('e'), 'two refusals');
  assert.deepEqual(
    refused.map(({ code, field }) => [code, field]),
    [
      ['BAD_INPUT', 'cid'],
      ['BAD_INPUT', 'cid'],
    ],
  );
  await undisturbed();
});

test('figures at the ends of all numbers ask for nothing that is not there, and give nothing', async (t) => {
  const { server, honest, undisturbed } = await honestRoom(t);
  const client = await Client.join(server, { as: { name: 'Mallory' } });
  for (const count of [-1, -1e308, 0, 0.9, Number.MIN_VALUE]) client.send({ k: 'l', count });
  for (const t0 of [1e308, -1e308, 0.1, Number.MIN_VALUE, 2 ** 60]) client.send({ k: 'p', t0 });
  const answers = await client.until(() => client.of('p').length === 5 && client.of('p'), 'five answers');
  assert.deepEqual(
    answers.map(({ t0 }) => t0),
    [1e308, -1e308, 0.1, Number.MIN_VALUE, 2 ** 60],
  );
  for (const [from, to] of [
    [-1e308, 1e308],
    [1e308, -1e308],
    [0, 0],
    [0.5, 1.5],
    [1, 1e308],
    [-1, -1],
  ] as const)
    client.send({ k: 'need', from, to });
  await undisturbed();
  assert.equal(
    Math.max(0, ...honest.batches.map(({ likes = 0 }) => likes)),
    Math.max(0, honest.of('snap')[0]?.likes ?? 0),
  );
  client.send({ k: 'l', count: 1e308 });
  const before = honest.of('snap')[0]?.likes ?? 0;
  const likes = await honest.until(() => honest.batches.find((batch) => (batch.likes ?? 0) > before)?.likes, 'hearts');
  assert.equal(likes - before, 20);
  assert.equal(client.closed, null);
});

test('a clock that is wrong changes nothing: messages have the time and the order of the room', async (t) => {
  const clock = new ManualClock();
  const { server, honest } = await honestRoom(t, { clock });
  const clients = await Promise.all([1, 2, 3].map((one) => Client.join(server, { as: { name: `Viewer ${one}` } })));
  const skews = [-300_000, 0, 300_000];
  for (const turn of [1, 2, 3]) {
    for (const [index, client] of clients.entries()) {
      // (Whatever a client says of the time is said back, and believed by nobody.)
      client.socket.send(
        JSON.stringify({
          k: 'm',
          cid: `${turn}`,
          text: `${turn} ${index}`,
          t: clock.now() + (skews[index] ?? 0),
          at: 1,
        }),
      );
      client.send({ k: 'p', t0: clock.now() + (skews[index] ?? 0) });
      await client.until(() => client.of('p').length === turn, 'the time');
    }
    clock.move(1000);
  }
  await honest.message('3 2');
  const rows = honest.messages.filter(({ u }) => u.n.startsWith('Viewer'));
  assert.deepEqual(
    rows.map(({ x }) => x),
    ['1 0', '1 1', '1 2', '2 0', '2 1', '2 2', '3 0', '3 1', '3 2'],
  );
  assert.ok(rows.every(({ t: sent, at }) => sent === at && sent <= clock.now() && sent > clock.now() - 4000));
  for (const client of clients) assert.ok(client.of('p').every(({ now }) => Math.abs(now - clock.now()) <= 3000));
});

test('who never reads costs a bounded memory and is cut off, while others read on', async (t) => {
  const clock = new ManualClock();
  const { server, honest } = await honestRoom(t, { clock });
  const sockets: Socket[] = [];
  const note = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket);
  subscribe('net.server.socket', note);
  const deaf = await RawClient.join(server, 'demo');
  unsubscribe('net.server.socket', note);
  const [theirs] = sockets;
  assert.ok(theirs);
  deaf.socket.pause();
  const talker = await Client.join(server, { as: { name: 'Priya' } });
  // As much as the machine's own buffers hold: a show with very many cameras, named over and over.
  const token = await server.issueToken({ room: 'demo', role: 'host', name: 'Lin Yue' });
  const url = `https://video.example/${'x'.repeat(2000)}`;
  const sources = Array.from({ length: 6 }, () => ({ url, orientation: 'landscape' }));
  const slowAbove = 262_144;
  for (let turn = 0; turn < 100 && theirs.writableLength <= slowAbove; turn++) {
    await Promise.all(
      Array.from({ length: 40 }, () => ask(server.url, 'PATCH', '/rooms/demo/stream', { token, body: { sources } })),
    );
    clock.move(100);
  }
  assert.ok(theirs.writableLength > slowAbove, 'The buffers of the machine are never full.');
  const full = theirs.writableLength;
  const filler = '👨‍👩‍👧‍👦'.repeat(100);
  for (let turn = 0; turn < 4; turn++) {
    for (let line = 0; line < 50; line++) talker.say(`${turn} ${line} ${filler}`);
    talker.send({ k: 'p', t0: turn });
    await talker.until(() => talker.of('p').at(-1)?.t0 === turn, 'the time');
    clock.move(3000);
    await honest.message(`${turn} 49 ${filler}`);
  }
  // Half a megabyte was said. Only what is never left out has come on top: the numbers of batches.
  assert.ok(theirs.writableLength - full < 8192, `${theirs.writableLength - full} more bytes wait`);
  assert.equal(theirs.destroyed, false);
  clock.move(12_000);
  await honest.until(() => theirs.destroyed, 'the end of who never reads');
  assert.equal(honest.closed, null);
  assert.deepEqual(honest.of('e'), []);
  deaf.socket.destroy();
});

test('bodies that are nested, doubled or aimed at all objects are refused with a code', async (t) => {
  const { server, undisturbed } = await honestRoom(t);
  const token = await server.issueToken({ room: 'demo', role: 'host', name: 'Lin Yue' });
  const post = (path: string, body: string): Promise<{ status: number; body: Failure }> =>
    ask<Failure>(server.url, 'POST', path, {
      token,
      key: newKey(),
      body,
      headers: { 'content-type': 'application/json' },
    });
  const question = '"kind":"question","rule":"count","settings":{"most":0}';
  const launch = (data: string): string => `{${question},"data":${data}}`;
  const [control, boards] = ['/rooms/demo/control', '/rooms/demo/interactions'];
  const cases: readonly (readonly [what: string, path: string, body: string, status: number, code: string])[] = [
    ['nested data', boards, launch(nested(7000)), 400, 'BAD_INPUT'],
    ['nested settings', boards, `{"kind":"question","rule":"count","settings":${nested(7000)}}`, 400, 'BAD_INPUT'],
    ['a nested command', control, nested(8000), 400, 'BAD_INPUT'],
    ['a nested op', control, `{"op":${nested(8000)}}`, 400, 'BAD_INPUT'],
    ['a nested answer', `${boards}/none/answers`, `{"answer":${nested(8000)}}`, 400, 'BAD_INPUT'],
    ['nested without an end', control, '['.repeat(16_000), 400, 'MALFORMED'],
    ['a prototype', control, '{"op":"unpin","__proto__":{"x":1}}', 400, 'MALFORMED'],
    ['a constructor', control, '{"op":"unpin","constructor":{"prototype":{"x":1}}}', 400, 'MALFORMED'],
    ['a rule of all objects', boards, '{"kind":"question","rule":"constructor","settings":{}}', 400, 'BAD_INPUT'],
    ['a rule there is none of', boards, '{"kind":"question","rule":"__proto__","settings":{}}', 400, 'BAD_INPUT'],
    ['an op of all objects', control, '{"op":"toString"}', 400, 'BAD_INPUT'],
    ['two ops, the last unknown', control, '{"op":"unpin","op":"zap"}', 400, 'BAD_INPUT'],
    ['a moment beyond all numbers', control, '{"op":"unpin","at":1e999}', 400, 'BAD_INPUT'],
    ['a moment an hour ahead', control, `{"op":"unpin","at":${Date.now() + 3_600_000}}`, 400, 'BAD_INPUT'],
    ['a moment long ago', control, '{"op":"unpin","at":-1e300}', 400, 'BAD_INPUT'],
    ['half a number', control, '{"op":"chat","settings":{"slowMode":0.5}}', 400, 'BAD_INPUT'],
    ['a negative length', control, '{"op":"chat","settings":{"maximumLength":-1}}', 400, 'BAD_INPUT'],
    ['a string as a number', control, '{"op":"chat","settings":{"maximumLength":"200"}}', 400, 'BAD_INPUT'],
    ['a list as an id', control, '{"op":"retract","by":"message","id":["a"]}', 400, 'BAD_INPUT'],
  ];
  for (const [what, path, body, status, code] of cases) {
    const answer = await post(path, body);
    assert.deepEqual([answer.status, answer.body.code], [status, code], `${what}: ${JSON.stringify(answer.body)}`);
  }
  assert.equal(({} as Record<string, unknown>)['x'], undefined);
  await undisturbed();
});
