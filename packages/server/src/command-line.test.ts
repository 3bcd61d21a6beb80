// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from './clock.fixture.js';
import { readCommandLine } from './command-line.js';
import { nextCue } from './demo/audience.js';
import { Client, startServer, temporaryFolder } from './server.fixture.js';
import { createServer } from './server.js';
import { toSettings } from './settings.js';

const noFile = (): string => {
  throw new Error('no such file');
};
const show = {
  loopSeconds: 48,
  cues: [
    { product: 'dancong', from: 0.9, to: 7.3 },
    { product: 'cups', from: 30.6, to: 35.8 },
  ],
};

test('reads flags and environment; a flag wins', () => {
  const environment = {
    VITRINE_PORT: '5000',
    VITRINE_DATA_DIR: '/data',
    VITRINE_AUDIENCE: '1',
    VITRINE_ORIGINS: 'https://a.example, https://b.example',
  };
  const { options } = readCommandLine(['--port', '5001', '--no-seed'], environment, noFile);
  assert.deepEqual(
    [options.port, options.dataDir, options.seed, options.origins, options.audience, options.logLevel],
    [5001, '/data', false, ['https://a.example', 'https://b.example'], {}, 'info'],
  );
  assert.equal(readCommandLine([], {}, noFile).options.port, 4174);
  assert.equal(readCommandLine(['--help'], {}, noFile).isHelp, true);
  const { options: bounded } = readCommandLine(['--maximum-sockets', '500'], { VITRINE_NO_SHEDDING: '1' }, noFile);
  assert.deepEqual([bounded.maximumSockets, bounded.shedding], [500, false]);
  assert.deepEqual([toSettings({}).maximumSockets, toSettings({}).shedding], [30_000, true]);
  const staged = readCommandLine(['--audience', '--show', 'show.json'], {}, () => JSON.stringify(show));
  assert.deepEqual(staged.options.audience, { show });
});

test('names what is wrong with an option and tells no secret', () => {
  assert.throws(() => readCommandLine(['--prot', '1'], {}, noFile), /MISCONFIGURED \(arguments\).*--prot/);
  assert.throws(
    () => readCommandLine([], { VITRINE_AUDIENCE: 'maybe' }, noFile),
    /MISCONFIGURED \(VITRINE_AUDIENCE\).*1 or 0/,
  );
  assert.throws(() => readCommandLine(['--audience', '--show', 'x'], {}, noFile), /MISCONFIGURED \(show\): x/);
  assert.throws(() => toSettings({ port: Number('four') }), /MISCONFIGURED \(port\)/);
  assert.throws(() => toSettings({ mode: 'production' }), /MISCONFIGURED \(dataDir\)/);
  assert.throws(() => toSettings({ port: 70_000 }), /port must be 0 to 65535\. It is 70000/);
  assert.throws(() => toSettings({ maximumSockets: Number('many') }), /MISCONFIGURED \(maximumSockets\)/);
  assert.throws(() => toSettings({ maximumSockets: 0 }), /maximumSockets must be at least 1\. It is 0/);
  assert.throws(() => toSettings({ mode: 'staging' as never }), /mode must be development or production/);
  assert.throws(() => toSettings({ origins: ['https://shop.example/live'] }), /origins\.0.*without a path/);
  assert.throws(() => toSettings({ channelUrl: 'ftp://x' }), /channelUrl must be an http or https URL/);
  assert.throws(
    () => toSettings({ tokenSecret: 'hunter2' }),
    (error: Error) => /tokenSecret/.test(error.message) && !/hunter2/.test(error.message),
  );
});

test('says that a port is taken', async (t) => {
  const { port } = await startServer(t);
  await assert.rejects(createServer({ port }), { code: 'EADDRINUSE' });
});

test('refuses a folder that another server writes in, until that ends', async (t) => {
  const dataDir = await temporaryFolder(t);
  const first = await startServer(t, { dataDir });
  await assert.rejects(createServer({ dataDir }), /MISCONFIGURED \(dataDir\): another server writes in/);
  await first.close();
  await (await createServer({ dataDir })).close();
});

test('refuses data of a newer server', async (t) => {
  const dataDir = await temporaryFolder(t);
  await (await startServer(t, { dataDir })).close();
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${dataDir}/shop.db`);
  database.exec('PRAGMA user_version = 99');
  database.close();
  await assert.rejects(createServer({ dataDir }), /version 99.*newer server/);
});

test('finds what comes on camera next, over the end of the loop too', () => {
  const start = 48_000 * 1000;
  assert.deepEqual(nextCue(show, start), { product: 'dancong', at: start + 900 });
  assert.deepEqual(nextCue(show, start + 900), { product: 'cups', at: start + 30_600 });
  assert.deepEqual(nextCue(show, start + 40_000), { product: 'dancong', at: start + 48_900 });
  assert.equal(nextCue({ loopSeconds: 48, cues: [] }, start), null);
});

test('the scripted host pins at the moments of the loop, and shoppers talk', async (t) => {
  const start = Math.ceil(Date.UTC(2026, 10, 20) / 48_000) * 48_000;
  const clock = new ManualClock(start);
  const server = await startServer(t, { clock, audience: { show } });
  const viewer = await Client.join(server);
  assert.ok((await viewer.first('snap')).viewers > 10_000);
  clock.move(1500);
  const pin = await viewer.control('pin');
  assert.deepEqual([pin.product, pin.at], ['dancong', start + 900]);
  assert.equal((await viewer.until(() => viewer.messages.find(({ u }) => u.r === 'host'))).u.n, 'Lin Yue');
  clock.move(9000);
  await viewer.until(() => viewer.messages.some(({ u }) => u.r === undefined));
});
