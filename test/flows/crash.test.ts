// SPDX-License-Identifier: MIT
// The server is killed between writing an order and answering: nothing is lost and nothing is bought twice.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { createChannel, type Channel } from '../../examples/channel/src/index.js';
import { freePort, serveShop } from '../../examples/site/src/site.js';
import { enterByCode, type Host } from './support/host.js';
import { checkoutOf, inRoom, untilRoom } from './support/room.js';
import { launch, untilLive, visit } from './support/stage.js';

describe('a server that is killed', () => {
  let browser: Browser;
  let channel: Channel;
  let shop: Awaited<ReturnType<typeof serveShop>>;
  let dataDir: string;
  let url: string;
  let port: number;
  let child: ChildProcess | undefined;
  let host: Host;

  /** Starts the back end and resolves with its host. */
  const startServer = async (fate: 'die' | 'live'): Promise<Host> => {
    const started = spawn(
      process.execPath,
      [
        '--conditions=vitrine-source',
        '--import',
        'tsx',
        'test/flows/support/dying-server.ts',
        String(port),
        dataDir,
        `${url}/api`,
        `${url}/channel`,
        fate,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child = started;
    const code = await new Promise<string>((resolve, reject) => {
      started.stdout?.setEncoding('utf8').once('data', (line: string) => resolve(line.trim().split(' ')[1] ?? ''));
      started.once('exit', (status) => reject(new Error(`The server ended with ${status}.`)));
    });
    return await enterByCode(`http://127.0.0.1:${port}`, code);
  };

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'vitrine-crash-'));
    port = await freePort(23_000 + Math.floor(Math.random() * 10_000));
    const shopPort = await freePort(port + 1);
    url = `http://127.0.0.1:${shopPort}`;
    channel = await createChannel({ port: 0 });
    shop = await serveShop(shopPort, `http://127.0.0.1:${port}`, channel.url);
    host = await startServer('die');
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    child?.kill('SIGKILL');
    await shop.close();
    await channel.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('between order and answer loses no order, sells nothing twice, and the viewer sees it paid', async () => {
    const { page } = await visit(browser, `${url}/`);
    await untilLive(page);
    await untilRoom(page, (room) => room.store.state.cart.status === 'ready');
    const variantId = await inRoom(page, (room) => {
      const variants = room.store.state.catalog.products
        .filter(({ kind }) => kind === 'goods')
        .flatMap((product) => product.variants);
      return variants.find(({ availability }) => availability.state === 'in')?.id ?? '';
    });
    const before = await host.stockOf(variantId);
    await inRoom(page, (room, id) => room.request('cart:set', { variantId: id, quantity: 2 }), variantId);
    await inRoom(page, (room) => room.request('checkout:begin', { mode: 'embed' }));
    const died = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
    // Not awaited: its answer comes from the server that is started below.
    await inRoom(page, (room) => {
      const handoff = room.store.state.checkout.session?.handoff;
      const methodId = handoff?.kind === 'embed' ? (handoff.methods[0]?.id ?? '') : '';
      void room.request('checkout:confirm', { methodId }).catch(() => undefined);
    });
    await died;
    host = await startServer('live');
    await untilRoom(page, (room) => room.store.state.checkout.phase === 'paid', undefined, 40_000);
    assert.ok((await checkoutOf(page))?.orderNumber);
    assert.equal(await host.stockOf(variantId), before - 2);
    await untilRoom(page, (room) => (room.store.state.cart.cart?.lines.length ?? 0) === 0);
  });
});
