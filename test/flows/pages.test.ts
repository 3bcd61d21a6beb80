// SPDX-License-Identifier: MIT
// The example pages as a visitor meets them: under the strictest policy, on a phone and a desktop, in Arabic, in the dark.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contentSecurityPolicy } from '../../examples/site/src/site.js';
import { axe } from './support/axe.js';
import { untilRoom } from './support/room.js';
import { desktop, openStage, phone, untilLive, visit, type Stage } from './support/stage.js';

/** Boxes that are wider than the window, which a visitor would have to scroll sideways for. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the pages', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  const looks = [
    { name: 'desktop', path: '/', viewport: desktop },
    { name: 'desktop, dark', path: '/?theme=dark', viewport: desktop, dark: true },
    { name: 'phone', path: '/', viewport: phone },
    { name: 'phone, Arabic', path: '/?lang=ar', viewport: phone },
    { name: 'phone, Chinese', path: '/?lang=zh-CN', viewport: phone },
    { name: 'parts apart', path: '/parts-apart/', viewport: desktop },
    { name: 'parts apart, phone', path: '/parts-apart/', viewport: phone },
  ];
  for (const { name, path, viewport, dark } of looks) {
    it(`play under the strict policy, fit, and are accessible: ${name}`, async () => {
      const { page, context, complaints } = await stage.visit(path, { viewport, ...(dark ? { dark } : {}) });
      await untilLive(page);
      await untilRoom(
        page,
        (room) => room.store.state.catalog.status === 'ready' && room.store.state.chat.status === 'ready',
      );
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await axe(page), []);
      assert.deepEqual(complaints, { errors: [], violations: [] });
      await context.close();
    });
  }

  it('work from a plain file server, without any back end', async () => {
    const types: Record<string, string> = {
      '.html': 'text/html',
      '.js': 'text/javascript',
      '.css': 'text/css',
      '.svg': 'image/svg+xml',
      '.json': 'application/json',
      '.jpg': 'image/jpeg',
      '.webp': 'image/webp',
      '.m3u8': 'application/vnd.apple.mpegurl',
      '.m4s': 'video/mp4',
      '.mp4': 'video/mp4',
    };
    const folders: [string, string][] = [
      ['/cdn/', 'cdn'],
      ['/media/', 'examples/channel/media'],
      ['/', 'examples/no-server'],
    ];
    const server: Server = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
      const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) as [string, string];
      const file = join(folder, path.slice(prefix.length) || 'index.html');
      readFile(file).then(
        (content) =>
          response
            .writeHead(200, {
              'content-type': types[extname(file)] ?? 'application/octet-stream',
              'content-security-policy': contentSecurityPolicy,
            })
            .end(content),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const { page, context, complaints } = await visit(
      stage.browser,
      `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    );
    await page.waitForFunction(() => {
      const element = document.querySelector('vitrine-room') as unknown as {
        connectedRoom?: { store: { state: { connection: { status: string } } } };
      } | null;
      return element?.connectedRoom?.store.state.connection.status === 'connected';
    });
    await untilRoom(
      page,
      (room) => room.store.state.catalog.products.length >= 12 && room.store.state.chat.rows.length > 0,
    );
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(complaints, { errors: [], violations: [] });
    await context.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
