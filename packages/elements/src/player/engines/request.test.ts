// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { until } from '../../shared/testing/index.js';
import { ManualTime, settled } from '../testing/manual-time.js';
import { Ladder, type RequestKind } from './ladder.js';
import { newStats, request } from './request.js';

/** Answers in the place of the network: a status per request, the last one for ever. */
class FakeNetwork {
  readonly urls: string[] = [];
  readonly #answers: (number | string)[];
  readonly #real = globalThis.XMLHttpRequest;

  constructor(...answers: (number | string)[]) {
    this.#answers = answers;
    const asked = (url: string): number | string => {
      this.urls.push(url);
      return this.#answers.length > 1 ? this.#answers.shift()! : this.#answers[0]!;
    };
    class FakeRequest {
      readyState = 0;
      status = 0;
      response: unknown = null;
      responseType = '';
      responseURL = '';
      onreadystatechange: (() => void) | null = null;
      #url = '';
      #isAborted = false;

      open(_method: string, url: string): void {
        this.#url = url;
      }
      setRequestHeader(): void {
        // Nothing depends on it.
      }
      getAllResponseHeaders(): string {
        return 'content-type: text/plain\r\nage: 3\r\n';
      }
      abort(): void {
        this.#isAborted = true;
      }
      send(): void {
        const answer = asked(this.#url);
        queueMicrotask(() => {
          if (this.#isAborted || answer === 'silence') return;
          this.status = typeof answer === 'number' ? answer : 200;
          this.response = this.status === 0 ? null : String(answer);
          for (this.readyState of [2, 4]) this.onreadystatechange?.();
        });
      }
    }
    globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  }

  restore(): void {
    globalThis.XMLHttpRequest = this.#real;
  }
}

describe('a request of the player', () => {
  const url = 'https://example.test/live/index.m3u8';
  let network: FakeNetwork | null = null;
  let time: ManualTime;
  let ladder: Ladder;
  let life: AbortController;

  beforeEach(() => {
    time = new ManualTime();
    ladder = new Ladder({ ...time, changed: () => undefined });
    life = new AbortController();
  });

  afterEach(() => {
    life.abort();
    network?.restore();
  });

  const ask = (kind: RequestKind, target = url) =>
    request(target, { kind, ladder, signal: life.signal, stats: newStats(), firstByte: 20 });

  it('brings the answer, with its age', async () => {
    network = new FakeNetwork('#EXTM3U');
    const reply = await ask('playlist');
    expect(reply).to.deep.equal({ url, status: 200, body: '#EXTM3U', age: 3 });
  });

  it('does not give up on a list, whatever the answers', async () => {
    network = new FakeNetwork(503, 404, 403, 0, 500, '#EXTM3U');
    const asking = ask('playlist');
    await time.pass(10_000);
    expect((await asking).body).to.equal('#EXTM3U');
    expect(network.urls.length).to.equal(6);
    expect(ladder.outage).to.equal(null);
  });

  it('asks for the newest list after a failure, not for the one it waited for', async () => {
    network = new FakeNetwork(503, '#EXTM3U');
    const asking = ask('playlist', `${url}?token=1&_HLS_msn=7&_HLS_part=2`);
    await time.pass(1000);
    await asking;
    expect(network.urls[1]).to.equal(`${url}?token=1`);
  });

  it('hands back a segment that is gone while its list is well', async () => {
    network = new FakeNetwork(404);
    const asking = ask('segment', 'https://example.test/live/7.m4s');
    await time.pass(5000);
    expect((await asking).status).to.equal(404);
    expect(network.urls.length).to.equal(3);
  });

  it('hands back at once what lies beside it, and asks as often as ever a while later', async () => {
    network = new FakeNetwork(404);
    const asking = ask('segment', 'https://example.test/live/7.0.m4s');
    await time.pass(1500);
    await asking;
    const before = network.urls.length;
    await ask('segment', 'https://example.test/live/7.1.m4s');
    expect(network.urls.length - before).to.equal(1);
    await time.pass(5000);
    const later = ask('segment', 'https://example.test/live/90.m4s');
    await time.pass(5000);
    await later;
    expect(network.urls.length - before).to.equal(4);
  });

  it('waits for a segment when its list is gone too: the whole origin is away', async () => {
    network = new FakeNetwork(404);
    void ladder.failed('playlist', url, 404, life.signal).catch(() => undefined);
    let reply: unknown = null;
    void ask('segment').then(
      (answer) => (reply = answer),
      () => undefined,
    );
    await time.pass(5000);
    expect(reply).to.equal(null);
    expect(network.urls.length).to.be.greaterThan(5);
  });

  it('asks past all caches for media that came empty, since the nothing may have been kept', async () => {
    network = new FakeNetwork('');
    const real = globalThis.fetch;
    const asked: [url: unknown, cache: unknown][] = [];
    globalThis.fetch = async (target, { cache } = {}) => {
      asked.push([target, cache]);
      return new Response('media');
    };
    try {
      // (At once: time stands still.)
      expect(((await ask('segment', 'https://example.test/live/7.m4s')).body as ArrayBuffer).byteLength).to.equal(5);
      expect(asked).to.deep.equal([['https://example.test/live/7.m4s', 'reload']]);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('asks past all caches for a while when media was damaged on the way', async () => {
    network = new FakeNetwork('old');
    const real = globalThis.fetch;
    globalThis.fetch = async (_target, { cache } = {}) => new Response(cache);
    const body = async (): Promise<string> => {
      const given = (await ask('segment', 'https://example.test/live/7.m4s')).body;
      return typeof given === 'string' ? given : new TextDecoder().decode(given);
    };
    try {
      ladder.suspect();
      expect(await body()).to.equal('reload');
      await time.pass(5000);
      expect(await body()).to.equal('old');
    } finally {
      globalThis.fetch = real;
    }
  });

  it('asks again for a list that came empty', async () => {
    network = new FakeNetwork('', '#EXTM3U');
    const asking = ask('playlist');
    await time.pass(1000);
    expect((await asking).body).to.equal('#EXTM3U');
  });

  it('takes silence for no answer', async () => {
    network = new FakeNetwork('silence', '#EXTM3U');
    const asking = ask('playlist');
    await until(() => ladder.outage);
    expect(ladder.outage?.status).to.equal(0);
    await time.pass(1000);
    expect((await asking).status).to.equal(200);
  });

  it('ends with its signal, while it asks and while it waits', async () => {
    network = new FakeNetwork('silence');
    const asking = ask('playlist').catch((error: unknown) => error);
    await settled();
    life.abort();
    expect(await asking).to.be.instanceOf(DOMException);
  });
});
