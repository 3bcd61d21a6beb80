// SPDX-License-Identifier: MIT
// What a page still holds after rooms came and went, counted after a full garbage collection.
import { isDeepStrictEqual } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { contentSecurityPolicy } from '../../../examples/site/src/site.js';

/** What goes away with the last room, and is therefore none in the end. */
export interface Live {
  /** What was taken off the page and cannot be collected: how many of each name. */
  readonly held: Readonly<Record<string, number>>;
  readonly sockets: number;
  readonly workers: number;
  readonly intervals: number;
  readonly timeouts: number;
  readonly objectUrls: number;
}

export const none: Live = { held: {}, sockets: 0, workers: 0, intervals: 0, timeouts: 0, objectUrls: 0 };

/** What an empty page has, too; the heap in bytes. */
export interface Stock {
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly heap: number;
}

/** What scripts on the page write down for the tests: `globalThis.notes`. */
export interface Notes {
  readonly intervals: Set<unknown>;
  readonly timeouts: Set<unknown>;
  readonly objectUrls: Set<string>;
  removed: readonly { readonly name: string; readonly thing: WeakRef<object> }[];
  /** Takes everything off the body, and remembers weakly what of it should then be collected. */
  clear(): void;
}

const patience = 20_000;

const emptyPage = `<!doctype html>
<html lang="en"><head><title>Empty</title><link rel="icon" href="data:,">
<script type="module" src="/cdn/vitrine.js"></script></head><body></body></html>`;

/** What a page holds. Make it of a page that has not been opened yet. */
export class Holdings {
  readonly #page: Page;
  readonly #inspector: CDPSession;
  #sockets = 0;

  private constructor(page: Page, inspector: CDPSession) {
    this.#page = page;
    this.#inspector = inspector;
    page.on('websocket', (socket) => {
      this.#sockets++;
      socket.once('close', () => this.#sockets--);
    });
  }

  /** Watches a page, and serves it `/empty`: a page with the library alone, under the policy of the example pages. */
  static async of(page: Page): Promise<Holdings> {
    await page.route('**/empty', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': contentSecurityPolicy },
        body: emptyPage,
      }),
    );
    await page.addInitScript(takeNotes);
    const inspector = await page.context().newCDPSession(page);
    await inspector.send('Performance.enable');
    await inspector.send('HeapProfiler.enable');
    return new Holdings(page, inspector);
  }

  /** What of the rooms is still alive, once nothing is or when that has not come about in 20 s. */
  async live(): Promise<Live> {
    const end = Date.now() + patience;
    for (;;) {
      await this.#collect();
      const noted = await this.#page.evaluate(() => {
        const { notes } = globalThis as unknown as { notes: Notes };
        const { intervals, timeouts, objectUrls } = notes;
        // The notes themselves must not grow.
        notes.removed = notes.removed.filter(({ thing }) => thing.deref() !== undefined);
        const held: Record<string, number> = {};
        for (const { name } of notes.removed) held[name] = (held[name] ?? 0) + 1;
        return { held, intervals: intervals.size, timeouts: timeouts.size, objectUrls: objectUrls.size };
      });
      const live: Live = { ...noted, sockets: this.#sockets, workers: this.#page.workers().length };
      if (isDeepStrictEqual(live, none) || Date.now() > end) return live;
    }
  }

  /** @param beside counts nodes that are not told of: again, until none of them came or went while the rest was counted */
  async stock(beside = async (): Promise<number> => 0): Promise<Stock> {
    await this.#collect();
    for (;;) {
      const before = await beside();
      const stock = await this.#count();
      if ((await beside()) === before) return { ...stock, nodes: stock.nodes - before };
    }
  }

  async #count(): Promise<Stock> {
    const { metrics } = await this.#inspector.send('Performance.getMetrics');
    const of = (name: string): number => {
      const metric = metrics.find((one) => one.name === name);
      if (!metric) throw new Error(`The browser does not count ${name}.`);
      return metric.value;
    };
    return {
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      documents: of('Documents'),
      heap: of('JSHeapUsedSize'),
    };
  }

  // Twice: what is freed by the first may be all that kept something else.
  async #collect(): Promise<void> {
    await this.#inspector.send('HeapProfiler.collectGarbage');
    await this.#inspector.send('HeapProfiler.collectGarbage');
  }
}

/** Runs in the page, before its own scripts: writes down timers and object URLs that are not given back. */
function takeNotes(): void {
  const page = globalThis as unknown as { notes: Notes; setTimeout: unknown; setInterval: unknown };
  const notes: Notes = {
    intervals: new Set(),
    timeouts: new Set(),
    objectUrls: new Set(),
    removed: [],
    clear() {
      const found: { name: string; thing: WeakRef<object> }[] = [];
      const waiting: Element[] = [...document.body.children];
      for (let element = waiting.pop(); element; element = waiting.pop()) {
        waiting.push(...element.children, ...(element.shadowRoot?.children ?? []));
        const { localName: name, connectedRoom } = element as Element & { connectedRoom?: object | null };
        if (/^(vitrine-.*|video|canvas)$/.test(name)) found.push({ name, thing: new WeakRef(element) });
        if (connectedRoom) found.push({ name: 'Room', thing: new WeakRef(connectedRoom) });
      }
      notes.removed = [...notes.removed, ...found];
      document.body.replaceChildren();
    },
  };
  page.notes = notes;
  const { setTimeout, clearTimeout, setInterval } = globalThis;
  page.setInterval = (...given: Parameters<typeof setInterval>) => {
    const id = setInterval(...given);
    notes.intervals.add(id);
    return id;
  };
  page.setTimeout = (run: (...values: unknown[]) => void, wait?: number, ...values: unknown[]) => {
    const id = setTimeout(() => {
      notes.timeouts.delete(id);
      run(...values);
    }, wait);
    notes.timeouts.add(id);
    return id;
  };
  // Either clears what the other's sister has started.
  globalThis.clearTimeout = globalThis.clearInterval = (id) => {
    notes.intervals.delete(id);
    notes.timeouts.delete(id);
    clearTimeout(id);
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (source) => {
    const url = createObjectURL(source);
    notes.objectUrls.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    notes.objectUrls.delete(url);
    revokeObjectURL(url);
  };
}
