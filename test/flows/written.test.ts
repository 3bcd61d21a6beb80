// SPDX-License-Identifier: MIT
// What people write in the hope that a page runs it, and what they write in every script there is: from a socket by the
// server that is run to the elements in a browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { bait, hostile } from '../../packages/core/src/testing/hostile.fixture.js';
import { writings } from '../../packages/core/src/testing/writings.fixture.js';
import { passText } from '../../packages/server/src/text/gate.js';
import { inRoom, untilRoom } from './support/room.js';
import { openStage, type Stage, type Visitor } from './support/stage.js';

const ownerToken = 'the-owner-of-what-is-written';
/** So many are said at once: a server that has much to do passes on a part of more. */
const most = 15;

const passed = (text: string): string => passText(text, { graphemes: 200, bytes: 3000 });

/** What was called that should not have been, and what stands in a shadow tree that nobody drew. */
const breaches = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = [...((globalThis as unknown as { breaches?: string[] }).breaches ?? [])];
    const foreign =
      'script,iframe,object,embed,base,meta,link,form:not([part]),math,marquee,frameset,applet,portal,noscript,xmp,plaintext,isindex,animate,set,use,foreignObject,[srcdoc],[formaction],[srcset]';
    // (One list that grows as shadow trees are found: the page has no names for functions of a test.)
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (root === document) continue;
        for (const attribute of element.getAttributeNames())
          if (attribute.startsWith('on')) seen.push(`<${element.localName} ${attribute}>`);
        if (element.matches(foreign)) seen.push(`<${element.localName}>`);
        for (const link of ['src', 'href', 'poster'])
          if (/^(?!https?:|blob:|data:image\/|\/|#|$)/.test(element.getAttribute(link) ?? ''))
            seen.push(`<${element.localName} ${link}=${element.getAttribute(link)}>`);
      }
    }
    return seen;
  });

/** Before any script of the page: what hostile text wants to call is there to be called. */
const layBait = async (page: Page): Promise<void> => {
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.addInitScript((name) => {
    const called: string[] = [];
    Object.assign(globalThis, { breaches: called, [name]: () => void called.push(name) });
    for (const dialog of ['alert', 'confirm', 'prompt'])
      Object.assign(globalThis, { [dialog]: () => void called.push(dialog) });
  }, bait);
};

describe('what people write', () => {
  let stage: Stage;
  let visitors: Visitor[] = [];
  before(async () => {
    stage = await openStage({ server: { ownerToken, limits: { chat: { perSecond: 1000, burst: 1000 } } } });
    const price = { amount: { minor: 100, currency: 'EUR' } };
    const answer = await fetch(`${stage.site.server.url}/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
      body: JSON.stringify({
        id: 'written',
        stream: {
          title: hostile[0],
          host: { name: hostile[1], brand: hostile[2], avatar: 'javascript:breach()' },
          phase: 'live',
        },
        shop: {
          currency: 'EUR',
          products: hostile.map((title, index) => ({
            id: `p${index}`,
            kind: 'goods',
            title,
            subtitle: title,
            description: title,
            url: title,
            images: [{ url: 'javascript:breach()', alt: title }],
            variants: [{ id: `v${index}`, values: {}, stock: 5, prices: [price] }],
          })),
        },
      }),
    });
    assert.equal(answer.status, 201, await answer.clone().text());
  });
  afterEach(async () => {
    for (const { context } of visitors) await context.close();
    visitors = [];
  });
  after(() => stage.close());

  /** The console of the room, at which nothing waits for a picture and nothing is left out. */
  async function enter(query = ''): Promise<Visitor> {
    const { code } = stage.site.server.hostLink('written');
    const visitor = await stage.visit(`/host/?${query}#code=${code}`, { before: layBait });
    visitors.push(visitor);
    await visitor.page.waitForFunction(() => {
      const source = document.querySelector('vitrine-room') as
        (Element & { connectedRoom?: { store: { state: { connection: { status: string } } } } }) | null;
      return source?.connectedRoom?.store.state.connection.status === 'connected';
    });
    return visitor;
  }

  let people = 0;

  /** Says it all at once, each by a person of its own. */
  async function say(lines: readonly (readonly [name: string, text: string])[]): Promise<void> {
    const { server } = stage.site;
    await Promise.all(
      lines.map(async ([name, text]) => {
        const token = await server.issueToken({ room: 'written', name, subject: `person-${++people}` });
        const socket = new WebSocket(server.socketUrl, 'vitrine.1');
        await new Promise((resolve) => (socket.onopen = resolve));
        socket.send(JSON.stringify({ k: 'hi', v: 1, room: 'written', token }));
        socket.send(JSON.stringify({ k: 'm', cid: crypto.randomUUID(), text }));
        await new Promise<void>((resolve, reject) => {
          socket.onmessage = ({ data }) => {
            const { k, code } = JSON.parse(String(data)) as { k: string; code?: string };
            if (k === 'a') resolve();
            if (k === 'e') reject(new Error(`${JSON.stringify(text)}: ${code}`));
          };
        });
        socket.close();
      }),
    );
  }

  const drawn = (page: Page): Promise<string[]> =>
    page
      .locator('vitrine-console [part~="row"] bdi[part=text]')
      .evaluateAll((found) => found.map(({ textContent }) => textContent));

  it('is never run and never a part of the page, whatever it looks like', async () => {
    const { page, complaints } = await enter();
    for (let from = 0; from < hostile.length; from += most) {
      const part = hostile.slice(from, from + most);
      await say(part.map((text) => [text, text] as const));
      await untilRoom(page, (room, count) => room.store.state.chat.rows.length === count, from + part.length);
      const wanted = part.map(passed).sort();
      // (The list draws what has come a moment later.)
      const end = Date.now() + 10_000;
      let seen: readonly string[];
      do seen = (await drawn(page)).slice(-part.length).sort();
      while (!isDeepStrictEqual(seen, wanted) && Date.now() < end);
      assert.deepEqual(seen, wanted);
      assert.deepEqual(await breaches(page), []);
    }
    const titles = await page
      .locator('vitrine-console li[data-id] .name bdi')
      .evaluateAll((found) => found.map(({ textContent }) => textContent));
    assert.deepEqual(
      titles.map((title) => Buffer.from(title).toString()),
      hostile.map((title) => Buffer.from(title).toString()),
    );
    assert.deepEqual(complaints, { errors: [], violations: [] });
  });

  it('is whole in every script', async () => {
    const { page, complaints } = await enter('lang=ar');
    for (const [, name, text] of writings) {
      await say([[name, text]]);
      await untilRoom(page, (room, wanted) => room.store.state.chat.rows.some((row) => row.text === wanted), text);
    }
    const names = await inRoom(page, (room) => room.store.state.chat.rows.slice(-100).map(({ author }) => author.name));
    assert.deepEqual(
      names.slice(-writings.length),
      writings.map(([, name]) => name),
    );
    await page.waitForFunction(
      (last) =>
        document
          .querySelector('vitrine-console')
          ?.shadowRoot?.querySelector('vitrine-chat')
          ?.shadowRoot?.querySelector('[part~=row]:last-of-type')
          ?.textContent.includes(last),
      writings.at(-1)?.[2] ?? '',
    );
    assert.deepEqual(
      (await drawn(page)).slice(-writings.length),
      writings.map(([, , text]) => text),
    );
    assert.deepEqual(complaints, { errors: [], violations: [] });
  });
});
