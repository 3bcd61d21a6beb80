// SPDX-License-Identifier: MIT
// What goes wrong, as the viewer meets it: each fault has words on the page, a way on, and a console line with a code and
// a mend.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openTheatre } from './support/healing.js';
import { untilRoom, inRoom } from './support/room.js';
import { openStage, untilLive, type Stage } from './support/stage.js';
import type { FaultMatch } from '../../examples/channel/src/index.js';
import { view } from './support/viewing.js';

/** The words a viewer sees in the room, over all shadow roots. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    // A loop and no inner function: those get a helper from the compiler that the page does not have.
    const waiting: Node[] = [document.querySelector('vitrine-room') as Element];
    let words = '';
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) continue;
      if (node instanceof Text) words += ` ${node.data}`;
      const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      waiting.push(...[...inner.childNodes].reverse());
    }
    return words.replace(/\s+/g, ' ');
  });

async function watchConsole(page: Page): Promise<string[]> {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('[vitrine]')) lines.push(message.text());
  });
  return lines;
}

/** What explains an error is fetched when there is something to explain: the line comes a moment later. */
async function printed(page: Page, lines: readonly string[], wanted: RegExp): Promise<void> {
  const end = Date.now() + 10_000;
  while (!wanted.test(lines.join('\n'))) {
    if (Date.now() > end) assert.fail(`No line says ${wanted}: ${lines.join('\n')}`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  }
}

describe('faults', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  /** Opens the storefront with another attribute on its room element. */
  const openWith = async (
    attributes: Record<string, string>,
  ): Promise<{ page: Page; lines: string[]; close: () => Promise<void> }> => {
    let lines: string[] = [];
    const { page, context } = await stage.visit('/', {
      before: async (fresh) => {
        lines = await watchConsole(fresh);
        await fresh.route(
          (url) => url.pathname === '/',
          async (route) => {
            const answer = await route.fetch();
            let text = await answer.text();
            for (const [name, value] of Object.entries(attributes)) {
              text = text.replace(
                /<vitrine-room\b([^>]*?)>/,
                (_, rest: string) =>
                  `<vitrine-room${rest.replace(new RegExp(`\\s${name}="[^"]*"`), '')} ${name}="${value}">`,
              );
            }
            await route.fulfill({ response: answer, body: text });
          },
        );
      },
    });
    return { page, lines, close: () => context.close() };
  };

  it('a wrong room id says that the show is not there', async () => {
    const { page, lines, close } = await openWith({ room: 'nowhere' });
    await untilRoom(page, (room) => room?.store.state.connection.error?.code === 'ROOM_NOT_FOUND');
    await page.waitForFunction(
      () => document.querySelector('vitrine-room')?.shadowRoot?.querySelector('button') !== null,
    );
    await printed(page, lines, /ROOM_NOT_FOUND/);
    assert.match(await wordsOf(page), /show/i);
    await close();
  });

  it('a server that is down is tried again, and the page stays of use', async () => {
    const { page, close } = await openWith({ server: 'http://127.0.0.1:9' });
    await untilRoom(page, (room) => ['reconnecting', 'connecting'].includes(room?.store.state.connection.status));
    assert.ok((await page.locator('body').innerText()).length > 100);
    await close();
  });

  it('a stream that is not there leaves chat and products, with a way to try again', async () => {
    const { page, context } = await stage.visit('/', {
      before: async (fresh) =>
        void (await fresh.route('**/channel/live/**', (route) => route.fulfill({ status: 404 }))),
    });
    await untilRoom(page, (room) => room?.store.state.catalog.products.length > 0);
    await page.waitForFunction(
      () => {
        const player = document.querySelector('vitrine-room')?.shadowRoot?.querySelector('vitrine-player') as
          (Element & { phase?: string }) | null;
        return player?.phase === 'failed' || player?.phase === 'recovering';
      },
      undefined,
      { timeout: 30_000 },
    );
    // Said after a while only: most streams that hang come back before anybody need be told.
    await page
      .getByText(/Try (again|now)/)
      .first()
      .waitFor({ state: 'visible', timeout: 30_000 });
    await context.close();
  });

  it('a token that has run out is said to have run out', async () => {
    const { page, lines, close } = await openWith({ token: expiredToken });
    await untilRoom(page, (room) =>
      ['TOKEN_EXPIRED', 'TOKEN_INVALID'].includes(room?.store.state.connection.error?.code ?? ''),
    );
    await printed(page, lines, /TOKEN_(EXPIRED|INVALID)/);
    await close();
  });

  it('malformed and unknown frames are reported and the room goes on', async () => {
    const { page, context } = await stage.visit('/', {
      before: async (fresh) => {
        await fresh.routeWebSocket(/\/api\/ws/, (socket) => {
          const server = socket.connectToServer();
          server.onMessage((message) => {
            socket.send(message);
            socket.send('{"k":"zap"}');
            socket.send('{broken');
          });
        });
      },
    });
    await untilLive(page);
    const codes = await inRoom(
      page,
      (room) =>
        new Promise<string[]>((resolve) => {
          const heard = new Set<string>();
          room.bus.on(
            'room:reported',
            ({ error }) => {
              heard.add(error.code);
              if (heard.size >= 2) resolve([...heard].sort());
            },
            { signal: room.signal },
          );
        }),
    );
    assert.deepEqual(codes, ['MALFORMED', 'UNKNOWN_TYPE']);
    assert.equal(await inRoom(page, (room) => room.store.state.connection.status), 'connected');
    await context.close();
  });

  it('a message of 10 kB is refused with its length, and nothing typed is lost', async () => {
    const { page, context } = await stage.visit('/');
    await untilLive(page);
    const composer = page.locator('vitrine-chat textarea').first();
    await composer.fill('x'.repeat(10_000));
    await composer.press('Enter');
    assert.equal((await composer.inputValue()).length, 10_000);
    assert.equal(await inRoom(page, (room) => room.store.state.chat.pending.length), 0);
    await context.close();
  });
});

describe('a stream that is served wrongly', () => {
  const theatre = openTheatre();
  const closed: readonly (readonly [string, FaultMatch])[] = [
    ['lists', {}],
    ['media', { kind: ['init', 'segment', 'part'] }],
  ];
  for (const [what, match] of closed) {
    it(`is said not to be open where its ${what} may not be read from other sites`, async (test) => {
      const { browser, screening } = theatre();
      let lines: string[] = [];
      const viewing = await view(browser, screening, {
        before: async ({ page, channel }) => {
          lines = await watchConsole(page);
          channel.faults.add({ match, action: { type: 'closed' } });
        },
      });
      test.after(() => viewing.close());
      const { page } = viewing;
      await page.getByText('The stream is not open to this page.').waitFor({ timeout: 30_000 });
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await printed(page, lines, /STREAM_FORBIDDEN[^]*Access-Control-Allow-Origin/);
    });
  }

  it('plays where its files are said to be pages', async (test) => {
    const { browser, screening } = theatre();
    const viewing = await view(browser, screening, {
      before: ({ channel }) => void channel.faults.add({ action: { type: 'mislabel' } }),
    });
    test.after(() => viewing.close());
    await viewing.until(({ frames }) => frames.length > 25, 20_000, 'It does not play.');
  });
});

// A token whose time was over in 2001, signed with a key nobody has.
const expiredToken =
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsInJvb20iOiJkZW1vIiwicm9sZSI6InZpZXdlciIsImV4cCI6MTAwMDAwMDAwMH0.c2lnbmF0dXJl';
