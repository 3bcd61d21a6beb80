// SPDX-License-Identifier: MIT
// `npm start` as a newcomer has it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, before, describe, it } from 'node:test';
import { freePort } from '../../examples/site/src/site.js';
import { Program } from './support/program.js';

const isUp = 'Stop with Ctrl+C';

const addressesIn = (text: string): string[] => text.match(/https?:\/\/\S+/g) ?? [];
const portsIn = (text: string): Set<string> => new Set(addressesIn(text).map((address) => new URL(address).port));

/** When each CDN file was written. */
async function datesOfFiles(): Promise<Record<string, number>> {
  const files = (await readdir('cdn', { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const dates = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path, (await stat(path)).mtimeMs] as const;
  });
  return Object.fromEntries(await Promise.all(dates));
}

/** Takes a port, as another program would; null when another program has it already. */
async function take(port: number): Promise<Server | null> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('npm start', () => {
  let programs: Program[] = [];
  let others: Server[] = [];
  before(() => {
    execFileSync(process.execPath, ['scripts/build.mjs', '--only', 'cdn']);
  });
  afterEach(async () => {
    for (const program of programs) await program.remove();
    for (const server of others) await new Promise((resolve) => server.close(resolve));
    [programs, others] = [[], []];
  });

  const start = async (settings?: Record<string, string>): Promise<Program> => {
    const program = await Program.start(settings);
    programs.push(program);
    return program;
  };
  const occupy = async (port: number): Promise<void> => {
    const server = await take(port);
    if (server) others.push(server);
  };
  const portsForAll = async (): Promise<Record<string, string>> => {
    const first = await freePort(23_000 + Math.floor(Math.random() * 10_000));
    const second = await freePort(first + 1);
    const third = await freePort(second + 1);
    return {
      VITRINE_SHOP_PORT: String(first),
      VITRINE_SERVER_PORT: String(second),
      VITRINE_CHANNEL_PORT: String(third),
    };
  };

  it('needs Node alone, prints addresses that all answer, and ends with Ctrl+C', async () => {
    const dates = await datesOfFiles();
    const settings = await portsForAll();
    const program = await start(settings);
    const text = await program.until(isUp);
    assert.deepEqual([...portsIn(text)].sort(), Object.values(settings).sort());
    const addresses = addressesIn(text);
    assert.ok(addresses.length >= 7, text);
    for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);

    const [storefront = ''] = addresses;
    const page = await (await fetch(storefront)).text();
    const scripts = [...page.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map(([, source = '']) => source);
    assert.ok(scripts.includes('/cdn/loader.js'), scripts.join());
    // What the loader fetches by itself.
    for (const source of [...scripts, '/cdn/vitrine.js']) {
      const answer = await fetch(new URL(source, storefront));
      assert.equal(answer.status, 200, source);
      assert.match(answer.headers.get('content-type') ?? '', /^(text|application)\/javascript/, source);
      await answer.arrayBuffer();
    }
    assert.deepEqual(await datesOfFiles(), dates, 'files that were up to date were built again');

    program.interrupt();
    assert.equal(await program.ended(), 0);
    assert.equal(program.isThere, false, 'a process is left');
    assert.equal(program.complained, '');
    for (const address of addresses) await assert.rejects(fetch(address), address);
    // Beside a database that was not closed lies its journal.
    assert.deepEqual((await readdir(program.dataDir)).sort(), ['lock.db', 'rooms.db', 'shop.db']);
  });

  it('takes the next free ports when other programs have the usual ones', async () => {
    await occupy(4173);
    const first = await start();
    const text = await first.until(isUp);
    assert.equal(portsIn(text).size, 3, text);
    assert.ok(!portsIn(text).has('4173'), text);
    // Now all three are taken.
    const second = await start();
    const other = await second.until(isUp);
    assert.equal(new Set([...portsIn(text), ...portsIn(other)]).size, 6, other);
    for (const address of [...addressesIn(text), ...addressesIn(other)]) {
      assert.equal((await fetch(address)).status, 200, address);
    }
  });

  const faults = [
    { what: 'is no number', port: 'abc', told: /^\[vitrine\] MISCONFIGURED \(VITRINE_SHOP_PORT\): "abc" .+\.\n$/ },
    { what: 'is too high', port: '70000', told: /^\[vitrine\] MISCONFIGURED \(VITRINE_SHOP_PORT\): "70000" .+\.\n$/ },
    { what: 'is taken', port: '', told: /^\[vitrine\] MISCONFIGURED \(VITRINE_SHOP_PORT\): .+ port \d+.+\.\n$/ },
  ];
  for (const { what, port, told } of faults) {
    it(`says in one line that a port ${what}, and ends with 1`, async () => {
      const settings = await portsForAll();
      if (port === '') await occupy(Number(settings['VITRINE_SHOP_PORT']));
      const program = await start({ ...settings, ...(port && { VITRINE_SHOP_PORT: port }) });
      assert.equal(await program.ended(), 1);
      assert.match(program.complained, told);
      assert.equal(program.isThere, false, 'a process is left');
    });
  }
});
