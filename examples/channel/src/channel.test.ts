// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { createChannel } from './channel.js';
import { manualClock, parsePlaylist, withChannel } from './testing.js';
import { edgeAt, frameAt, readyAt, startOf } from './timeline.js';

const sequence = 24 * 4_000_000 + 10;
const start = startOf(sequence) + 100;
const base = '/live/landscape/360p';
const text = async (url: string): Promise<string> => (await fetch(url)).text();
const status = async (url: string, init?: RequestInit): Promise<number> => {
  const response = await fetch(url, init);
  await response.arrayBuffer();
  return response.status;
};

test('a blocking reload is held until the part is there', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url }) => {
    let done = false;
    const held = text(`${url}${base}/index.m3u8?_HLS_msn=${sequence}&_HLS_part=1`).then((t) => {
      done = true;
      return t;
    });
    await clock.pending(2);
    await clock.advance(890);
    assert.equal(done, false);
    await clock.advance(10);
    assert.equal(parsePlaylist(await held).openParts.length, 2);
  });
});

test('a blocking reload without a part waits for the whole segment; a part past the last means the next', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url }) => {
    const whole = text(`${url}${base}/index.m3u8?_HLS_msn=${sequence}`);
    const next = text(`${url}${base}/index.m3u8?_HLS_msn=${sequence}&_HLS_part=4`);
    await clock.pending(4);
    await clock.advance(1_900);
    assert.equal(parsePlaylist(await whole).segments.at(-1)?.sequence, sequence);
    await clock.advance(520);
    assert.deepEqual(parsePlaylist(await next).openParts, [`${sequence + 1}.0.m4s`]);
  });
});

test('what is already there is answered at once, what makes no sense is refused', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url }) => {
    const ask = (query: string): Promise<number> => status(`${url}${base}/index.m3u8?${query}`);
    assert.equal(await ask(`_HLS_msn=${sequence - 1}&_HLS_part=2`), 200);
    assert.equal(await ask(`_HLS_msn=${sequence + 2}`), 400);
    assert.equal(await ask('_HLS_part=1'), 400);
    assert.equal(await ask('_HLS_msn=abc'), 400);
    assert.equal(await ask('_HLS_msn=-1'), 400);
    assert.equal(await ask(`_HLS_msn=${sequence}&_HLS_part=1.5`), 400);
    assert.equal(await status(`${url}/live/nowhere/master.m3u8`), 404);
    assert.equal(await status(`${url}/live/landscape/4k/index.m3u8`), 404);
    assert.equal(await status(`${url}/media/../package.json`), 404);
    assert.equal(await status(`${url}/media/%2e%2e/package.json`), 404);
    assert.equal(await status(`${url}${base}/index.m3u8`, { method: 'POST' }), 405);
  });
});

test('the hinted part is held, the one after it and what has gone are not there', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url }) => {
    const hinted = fetch(`${url}${base}/${sequence}.0.m4s`).then((r) => r.arrayBuffer());
    await clock.pending(2);
    assert.equal(await status(`${url}${base}/${sequence}.1.m4s`), 404);
    assert.equal(await status(`${url}${base}/${sequence}.m4s`), 404);
    assert.equal(await status(`${url}${base}/${sequence - 200}.m4s`), 404);
    assert.equal(await status(`${url}/plain/landscape/360p/${sequence - 1}.0.m4s`), 404);
    await clock.advance(420);
    assert.ok((await hinted).byteLength > 1_000);
    await clock.advance(1_480);
    const parts = await Promise.all(
      [0, 1, 2, 3].map(async (part) =>
        Buffer.from(await (await fetch(`${url}${base}/${sequence}.${part}.m4s`)).arrayBuffer()),
      ),
    );
    const whole = Buffer.from(await (await fetch(`${url}/plain/landscape/360p/${sequence}.m4s`)).arrayBuffer());
    assert.ok(whole.equals(Buffer.concat(parts)));
  });
});

test('everything a playlist names can be fetched', async () => {
  const clock = manualClock(start);
  await withChannel(clock, async ({ url }) => {
    for (const mode of ['live', 'steady', 'plain', 'vod']) {
      for (const show of ['landscape', 'portrait']) {
        const names = (await text(`${url}/${mode}/${show}/master.m3u8`))
          .split('\n')
          .filter((l) => l !== '' && !l.startsWith('#'));
        for (const name of names) {
          const address = new URL(name, `${url}/${mode}/${show}/`);
          const playlist = parsePlaylist(await text(address.href));
          const uris = [...playlist.segments.flatMap((s) => [s.uri, ...s.parts]), ...playlist.openParts, 'init.mp4'];
          for (const uri of uris) assert.equal(await status(new URL(uri, address).href), 200, uri);
        }
      }
    }
  });
});

test('a recording is of the past, and as long as it may be', async () => {
  await withChannel({ now: () => start }, async ({ url }) => {
    const query = `?from=${start - 60_000}&to=${start - 20_000}`;
    const master = await text(`${url}/vod/landscape/master.m3u8${query}`);
    const name = master.split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? '';
    assert.ok(name.endsWith(query));
    const list = new URL(name, `${url}/vod/landscape/`).href;
    assert.equal(parsePlaylist(await text(list)).segments.length, 21);
    for (const { uri } of parsePlaylist(await text(list)).segments)
      assert.equal(await status(new URL(uri, list).href), 200);
    for (const wrong of ['?from=1', '?to=5', '?from=5&to=1', '?from=a&to=b', `?from=${start}&to=${start + 9000}`]) {
      assert.equal(await status(`${url}/vod/landscape/master.m3u8${wrong}`), 400, wrong);
      assert.equal(await status(`${url}/vod/landscape/360p/index.m3u8${wrong}`), 400, wrong);
    }
    assert.equal(await status(`${url}/vod/landscape/master.m3u8?from=0&to=${start}`), 400);
  });
});

test('types, caching and access from other origins', async () => {
  await withChannel({ now: () => start }, async ({ url }) => {
    const head = async (path: string, method = 'HEAD'): Promise<Headers> =>
      (await fetch(url + path, { method })).headers;
    const playlist = await head(`${base}/index.m3u8`);
    assert.deepEqual(
      [playlist.get('content-type'), playlist.get('cache-control'), playlist.get('access-control-allow-origin')],
      ['application/vnd.apple.mpegurl', 'no-store', '*'],
    );
    const segment = await head(`${base}/${sequence - 1}.m4s`);
    assert.deepEqual(
      [segment.get('content-type'), segment.get('cache-control')],
      ['video/mp4', 'public, max-age=31536000, immutable'],
    );
    assert.ok(Number(segment.get('content-length')) > 10_000);
    assert.equal((await head('/media/products/dancong.svg')).get('content-type'), 'image/svg+xml; charset=utf-8');
    assert.equal((await head('/media/landscape-poster.webp')).get('content-type'), 'image/webp');
    assert.equal((await head(`${base}/index.m3u8`, 'OPTIONS')).get('access-control-allow-origin'), '*');
  });
});

test('a restarted channel continues the sequence', async () => {
  const clock = manualClock(start);
  let before = 0;
  await withChannel(clock, async ({ url }) => {
    before = parsePlaylist(await text(`${url}${base}/index.m3u8`)).sequence;
  });
  await clock.advance(4_000);
  await withChannel(clock, async ({ url }) => {
    assert.equal(parsePlaylist(await text(`${url}${base}/index.m3u8`)).sequence, before + 2);
  });
});

test('the truth is told over HTTP and by the function alike', async () => {
  await withChannel({ now: () => start }, async (channel) => {
    const at = start - 12_345;
    const truth = (await (await fetch(`${channel.url}/truth?at=${at}`)).json()) as { frame: number };
    assert.equal(truth.frame, channel.frameAt(at));
    assert.equal(truth.frame, frameAt(at));
    assert.equal(await status(`${channel.url}/truth?at=soon`), 400);
    assert.equal(await status(`${channel.url}/truth`), 200);
  });
});

test('closing ends held requests at once, twice is no mistake', async () => {
  const clock = manualClock(start);
  const channel = await createChannel(clock);
  const held = assert.rejects(fetch(`${channel.url}${base}/index.m3u8?_HLS_msn=${sequence}`));
  const idle = connect(channel.port, '127.0.0.1');
  const idleGone = new Promise((resolve) => idle.once('close', resolve));
  await clock.pending(2);
  await Promise.all([channel.close(), channel.close()]);
  await held;
  await idleGone;
});

test('with the real clock the hinted part arrives when it is captured', async () => {
  await withChannel({}, async ({ url }) => {
    const hint = parsePlaylist(await text(`${url}${base}/index.m3u8`)).hint ?? '';
    const [number = 0, part = 0] = hint.split('.').map(Number);
    assert.equal(await status(`${url}${base}/${hint}`), 200);
    assert.ok(Date.now() >= readyAt(number, part));
    assert.ok(edgeAt(Date.now()).sequence >= number);
  });
});
