// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { holdTime, unmountAll, until, type HeldTime } from '../../shared/testing/index.js';
import { Ladder } from './ladder.js';
import { Prefetch } from './prefetch.js';

const base = 'https://media.test/';
const part = (name: string, more = ''): string => `#EXT-X-PART:DURATION=0.5,URI="${name}"${more}`;
const lowLatency = [
  '#EXTM3U',
  '#EXT-X-TARGETDURATION:2',
  '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.5',
  '#EXT-X-MAP:URI="init.mp4"',
  '#EXTINF:2,',
  '1.m4s',
  ...[0, 1, 2, 3].map((index) => part(`2.${index}.m4s`, index % 2 === 0 ? ',INDEPENDENT=YES' : '')),
  '#EXTINF:2,',
  '2.m4s',
].join('\n');
const recording = '#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MAP:URI="init.mp4"\n#EXTINF:2,\n1.m4s\n#EXT-X-ENDLIST';

describe('what is fetched before the engine is there', () => {
  const { fetch, XMLHttpRequest } = globalThis;
  let asked: string[] = [];
  let life: AbortController;
  let answer: (url: string) => string;
  let time: HeldTime;

  beforeEach(() => {
    // Lists that have lain for long are not given away, and what does not come is asked for again.
    time = holdTime();
    asked = [];
    life = new AbortController();
    const reply = (url: string): string => {
      asked.push(url.replace(base, ''));
      return answer(url);
    };
    globalThis.fetch = (url) => Promise.resolve(new Response(reply(String(url))));
    // The answer comes by itself, except where a test keeps it back.
    globalThis.XMLHttpRequest = class extends XMLHttpRequest {
      #url = '';
      override get responseURL(): string {
        return this.#url;
      }
      override open(_method: string, url: string | URL): void {
        this.#url = String(url);
        const text = reply(this.#url);
        super.open('GET', text === 'kept' ? '/kept-back' : `data:text/plain,${encodeURIComponent(text)}`);
        if (text === 'kept') this.send = () => undefined;
      }
    };
  });

  afterEach(() => {
    life.abort();
    unmountAll();
    Object.assign(globalThis, { fetch, XMLHttpRequest });
  });

  const begin = (list: string, media: string, behindOf = Infinity): Prefetch => {
    answer = (url) => (url.endsWith('.m3u8') ? list : media);
    return new Prefetch({
      url: `${base}live.m3u8`,
      ladder: new Ladder({ changed: () => undefined }),
      signal: life.signal,
      lowLatency: true,
      choose: ([variant]) => variant!,
      behind: ({ isLive, partHoldBack }) => (isLive ? partHoldBack : behindOf),
    });
  };

  it('is a low-latency list, and its first parts before those after them', async () => {
    const prefetch = begin(lowLatency, 'kept');
    await until(() => asked.length === 4);
    expect(asked).to.deep.equal(['live.m3u8', 'init.mp4', '2.0.m4s', '2.1.m4s']);
    const list = await prefetch.take(`${base}live.m3u8`)?.reply;
    expect(list?.body, 'the place whose parts were fetched').to.contain('#EXT-X-START:TIME-OFFSET=2.500\n');
  });

  it('goes on with the parts after them, but not with what the engine asks for itself', async () => {
    const prefetch = begin(lowLatency, 'media');
    expect(prefetch.take(`${base}2.3.m4s`)).to.equal(null);
    await until(() => asked.includes('2.3.m4s'));
    expect(new Set(asked).size).to.equal(asked.length);

    asked = [];
    const other = begin(lowLatency, 'kept');
    await until(() => asked.length === 4);
    expect(other.take(`${base}2.0.m4s`)).not.to.equal(null);
    expect(other.take(`${base}2.2.m4s`), 'not yet asked for').to.equal(null);
    expect(other.take(`${base}2.0.m4s`), 'given away').to.equal(null);
  });

  it('keeps a list that has lain for long where the first picture was made of it, and only there', async () => {
    for (const isShown of [false, true]) {
      // (Held time begins at 0, which is no time.)
      await time.pass(1);
      const prefetch = begin(lowLatency, 'media');
      await prefetch.peek(`${base}live.m3u8`)?.reply;
      prefetch.isShown = isShown;
      await time.pass(3000);
      expect(prefetch.take(`${base}live.m3u8`) !== null).to.equal(isShown);
    }
  });

  it('leaves a list that it cannot read to the engine', async () => {
    const broken = recording.replace('1.m4s', 'https://[');
    const prefetch = begin(broken, 'media');
    expect((await prefetch.take(`${base}live.m3u8`)?.reply)?.body).to.equal(broken);
  });

  it('gives a segment away in pieces, and leaves the list of a recording as it is', async () => {
    const prefetch = begin(recording, 'media');
    await until(() => asked.includes('1.m4s'));
    expect((await prefetch.take(`${base}live.m3u8`)?.reply)?.body).to.equal(recording);
    const segment = prefetch.take(`${base}1.m4s`);
    const heard: number[] = [];
    segment?.pieces?.follow((piece) => heard.push(piece.byteLength));
    expect(((await segment?.reply)?.body as ArrayBuffer).byteLength).to.equal(5);
    expect(heard).to.deep.equal([5]);
  });

  it('is the middle of a recording where that is on', async () => {
    const longer = recording.replace('#EXT-X-ENDLIST', '#EXTINF:2,\n2.m4s\n#EXTINF:2,\n3.m4s\n#EXT-X-ENDLIST');
    const prefetch = begin(longer, 'media', 2.75);
    await until(() => asked.length === 3);
    expect(asked).to.deep.equal(['live.m3u8', 'init.mp4', '2.m4s']);
    const list = await prefetch.take(`${base}live.m3u8`)?.reply;
    expect(list?.body).to.contain('#EXT-X-START:TIME-OFFSET=3.250\n');
  });
});
