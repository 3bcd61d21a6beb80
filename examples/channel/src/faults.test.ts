// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock, parsePlaylist, withChannel } from './testing.js';
import { startOf } from './timeline.js';

const sequence = 24 * 4_000_000 + 10;
const start = startOf(sequence) + 100;
const base = '/live/landscape/360p';
const bytes = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());
const status = async (url: string, init?: RequestInit): Promise<number> => {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  return response.status;
};

test('a status strikes only what it matches, and only as often as told', async () => {
  await withChannel({ now: () => start }, async ({ url, faults }) => {
    const fault = faults.add({
      match: { kind: 'segment', mode: 'live', rendition: '360p' },
      action: { type: 'status', status: 503 },
      times: 2,
    });
    const segment = `${url}${base}/${sequence - 1}.m4s`;
    assert.equal(await status(segment.replace('360p', '540p')), 200);
    assert.equal(await status(segment.replace('/live/', '/plain/')), 200);
    assert.equal(await status(`${url}${base}/index.m3u8`), 200);
    assert.deepEqual([await status(segment), await status(segment), await status(segment)], [503, 503, 200]);
    assert.equal(fault.hits(), 2);
    assert.deepEqual(faults.list(), []);
  });
});

test('a fault ends by itself, by its handle, or with all others', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url, faults }) => {
    const ask = (): Promise<number> => status(`${url}/live/landscape/master.m3u8`);
    faults.add({
      match: { kind: ['master', 'init'] },
      action: { type: 'status', status: 404 },
      forMilliseconds: 1_000,
    });
    assert.equal(await ask(), 404);
    await clock.advance(1_000);
    assert.equal(await ask(), 200);
    const second = faults.add({ action: { type: 'status', status: 500 } });
    assert.equal(await ask(), 500);
    second.remove();
    assert.equal(await ask(), 200);
    faults.add({ action: { type: 'status', status: 500 } });
    faults.clear();
    assert.equal(await ask(), 200);
  });
});

test('a delayed answer comes late and whole', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url, faults }) => {
    faults.add({ match: { kind: 'init' }, action: { type: 'delay', milliseconds: 700 } });
    let done = false;
    const late = bytes(`${url}${base}/init.mp4`).then((b) => {
      done = true;
      return b;
    });
    await clock.pending(2);
    await clock.advance(690);
    assert.equal(done, false);
    await clock.advance(20);
    assert.equal((await late).toString('latin1', 4, 8), 'ftyp');
  });
});

test('reset and truncate break the connection, corrupt does not', async () => {
  await withChannel({ now: () => start }, async ({ url, faults }) => {
    const segment = `${url}${base}/${sequence - 1}.m4s`;
    const whole = await bytes(segment);
    faults.add({ action: { type: 'reset' }, times: 1 });
    await assert.rejects(bytes(segment));
    faults.add({ action: { type: 'truncate', share: 0.3 }, times: 1 });
    await assert.rejects(bytes(segment));
    faults.add({ action: { type: 'corrupt' }, times: 1 });
    const corrupt = await bytes(segment);
    assert.equal(corrupt.length, whole.length);
    assert.ok(!corrupt.equals(whole));
    assert.ok(whole.equals(await bytes(segment)));
  });
});

test('a frozen playlist stands still, a blocking reload on it ends with 503', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url, faults }) => {
    const read = async (): Promise<number> =>
      parsePlaylist((await bytes(`${url}${base}/index.m3u8`)).toString()).sequence;
    const before = await read();
    faults.add({ match: { kind: 'playlist' }, action: { type: 'freeze' }, forMilliseconds: 20_000 });
    await clock.advance(4_000);
    assert.equal(await read(), before);
    const blocked = status(`${url}${base}/index.m3u8?_HLS_msn=${sequence}`);
    await clock.pending(2);
    await clock.advance(6_000);
    assert.equal(await blocked, 503);
    await clock.advance(10_000);
    assert.equal(await read(), before + 10);
  });
});

test('a frozen segment is held until the fault ends', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url, faults }) => {
    faults.add({ match: { kind: 'segment' }, action: { type: 'freeze' }, forMilliseconds: 3_000 });
    let done = false;
    const held = status(`${url}${base}/${sequence - 1}.m4s`).then((s) => {
      done = true;
      return s;
    });
    await clock.pending(2);
    await clock.advance(2_900);
    assert.equal(done, false);
    await clock.advance(200);
    assert.equal(await held, 200);
  });
});

test('an answer can be empty, of no known kind, or closed to other pages', async () => {
  await withChannel({ now: () => start }, async ({ url, faults }) => {
    const segment = `${url}${base}/${sequence - 1}.m4s`;
    faults.add({ action: { type: 'empty' }, times: 1 });
    assert.equal((await bytes(segment)).length, 0);
    faults.add({ action: { type: 'mislabel' }, times: 1 });
    assert.equal((await fetch(segment)).headers.get('content-type'), 'text/html');
    faults.add({ action: { type: 'closed' }, times: 1 });
    assert.equal((await fetch(segment)).headers.get('access-control-allow-origin'), null);
    assert.equal((await fetch(segment)).headers.get('access-control-allow-origin'), '*');
  });
});

test('the sound alone can be corrupt', async () => {
  await withChannel({ now: () => start }, async ({ url, faults }) => {
    const segment = `${url}${base}/${sequence - 1}.m4s`;
    const whole = await bytes(segment);
    faults.add({ action: { type: 'corrupt', track: 'sound' }, times: 1 });
    const corrupt = await bytes(segment);
    assert.equal(corrupt.length, whole.length);
    const changed = whole.filter((byte, at) => byte !== corrupt[at]).length;
    // Sound is the smaller part of the show: 64 kbit/s of some 220.
    assert.ok(changed > whole.length * 0.1 && changed < whole.length * 0.5, `${changed} of ${whole.length}`);
    const head = whole.indexOf('mdat');
    assert.ok(whole.subarray(0, head + 1000).equals(corrupt.subarray(0, head + 1000)));
  });
});

test('a fault can strike one segment with its parts', async () => {
  await withChannel({ now: () => start }, async ({ url, faults }) => {
    faults.add({ match: { sequence: sequence - 1 }, action: { type: 'status', status: 404 } });
    assert.equal(await status(`${url}${base}/${sequence - 1}.m4s`), 404);
    assert.equal(await status(`${url}${base}/${sequence - 1}.2.m4s`), 404);
    assert.equal(await status(`${url}${base}/${sequence - 2}.m4s`), 200);
  });
});

test('a signature opens what is refused without, and is handed on to all a playlist names', async () => {
  await withChannel({ now: () => start }, async ({ url, faults }) => {
    faults.add({ action: { type: 'signature', wanted: 'a b' } });
    assert.equal(await status(`${url}/live/landscape/master.m3u8`), 403);
    assert.equal(await status(`${url}/live/landscape/master.m3u8?signature=old`), 403);
    const master = (await bytes(`${url}/live/landscape/master.m3u8?signature=a%20b`)).toString();
    assert.match(master, /^360p\/index\.m3u8\?signature=a%20b$/m);
    const media = (await bytes(`${url}${base}/index.m3u8?signature=a%20b`)).toString();
    assert.match(media, /#EXT-X-MAP:URI="init\.mp4\?signature=a%20b"/);
    assert.match(media, /^\d+\.m4s\?signature=a%20b$/m);
    assert.equal(await status(`${url}${base}/${sequence - 1}.m4s?signature=a%20b`), 200);
  });
});

test('faults over HTTP: off by default, checked, and not for web pages', async () => {
  const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<number> =>
    status(`${url}/faults`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const fault = { match: { kind: 'master' }, action: { type: 'status', status: 502 } };
  await withChannel({ now: () => start }, async ({ url }) => {
    assert.equal(await post(url, fault), 405);
    assert.equal(await status(`${url}/faults`), 404);
  });
  await withChannel({ now: () => start, faultsEndpoint: true }, async ({ url, faults }) => {
    assert.equal(await post(url, fault), 201);
    assert.equal(await status(`${url}/live/portrait/master.m3u8`), 502);
    assert.equal(((await (await fetch(`${url}/faults`)).json()) as unknown[]).length, 1);
    assert.equal(await status(`${url}/faults`, { method: 'DELETE' }), 200);
    assert.deepEqual(faults.list(), []);
    assert.equal(await post(url, { action: { type: 'explode' } }), 400);
    assert.equal(await post(url, { match: { kind: 'everything' }, action: { type: 'reset' } }), 400);
    assert.equal(await post(url, { action: { type: 'delay', milliseconds: -1 } }), 400);
    assert.equal(await post(url, 'x'.repeat(20_000)), 400);
    assert.equal(await post(url, fault, { 'content-type': 'text/plain' }), 415);
    assert.equal(await post(url, fault, { 'sec-fetch-site': 'cross-site' }), 403);
  });
});
