// SPDX-License-Identifier: MIT
// A show that is over and can be watched again: what was on camera and what was said appear with their frame, from the
// start, after a seek, and for a viewer who was there.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rowsWith, say, shows } from './support/chat.js';
import { enterAsHost } from './support/host.js';
import { inRoom, untilRoom } from './support/room.js';
import { distance, frameMs, sightings, watchPins } from './support/sightings.js';
import { openStage, untilLive, type Stage } from './support/stage.js';

describe('a show that is watched again', () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  it('shows each product at its frame, and every one on the way', async () => {
    const host = await enterAsHost(stage.site);
    const witness = await stage.visit();
    await untilLive(witness.page);
    const products = await inRoom(witness.page, (room) =>
      room.store.state.catalog.products.slice(1, 4).map(({ id }) => id),
    );
    const began = await inRoom(witness.page, (room) => room.liveEdge());
    const moments: number[] = [];
    const words = ['what about the first', 'what about the second', 'what about the third'];
    const said: number[] = [];
    for (const [index, product] of products.entries()) {
      const passed = moments.at(-1) ?? began;
      await untilRoom(witness.page, (room, then) => room.liveEdge() > then + 3000, passed);
      await host.control({ op: 'pin', product });
      await untilRoom(witness.page, (room, id) => room.store.state.catalog.pinned === id, product);
      moments.push(await inRoom(witness.page, (room, id) => room.store.state.catalog.seen[id] ?? 0, product));
      await say(witness.page, words[index] as string);
      await shows(witness.page, words[index] as string);
      const at = await inRoom(
        witness.page,
        (room, text) => {
          const row = room.store.state.chat.rows.find((one) => one.text === text);
          return row?.at ?? (row?.sentAt ?? NaN) + (room.store.state.stream.info?.encoderOffset ?? 0);
        },
        words[index],
      );
      said.push(at);
    }
    const [first = 0, second = 0, last = 0] = moments;
    const over = Math.max(...said) + 2000;
    await untilRoom(witness.page, (room, then) => room.liveEdge() > then, over);

    const span = `from=${Math.floor(began)}&to=${Math.floor(over)}`;
    const url = await inRoom(witness.page, (room) => room.store.state.stream.info?.sources[0]?.url ?? '');
    const recorded = url.replace(/\/live\/.*/, `/vod/landscape/master.m3u8?${span}`);
    await host.changeStream({
      phase: 'replay',
      sources: [
        { url: recorded, orientation: 'landscape', label: 'Table' },
        { url: `${recorded}&camera=hands`, orientation: 'landscape', label: 'Hands' },
      ],
    });
    // Who was there is led to the recording, and finds all in it.
    await untilRoom(
      witness.page,
      (room, to) => {
        const { programTime, source } = room.playhead.now();
        return room.store.state.stream.info?.phase === 'replay' && source === 'frame' && programTime < to;
      },
      last,
    );

    const { page, complaints } = await stage.visit();
    await untilLive(page);
    await untilRoom(page, (room) => room.store.state.catalog.shown.length >= 3);
    await watchPins(page);
    await inRoom(page, (room, to) => room.request('player:seek', { to }), first - 2000);
    await untilRoom(page, (room, to) => room.playhead.now().programTime < to, first);
    await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, products[2], 60_000);
    // (Some may have been passed before the seek.)
    const seen = (await sightings(page)).filter(({ productId }) => products.includes(productId)).slice(-3);
    assert.deepEqual(
      seen.map(({ productId }) => productId),
      products,
    );
    const errors = seen.map(({ frame, at }) => distance(stage, frame, at));
    console.log(`replay: pins off by ${errors} ms`);
    for (const [index, { shown, before: earlier }] of seen.entries()) {
      const leap = Math.max(0, shown - earlier - frameMs);
      assert.ok(Math.abs(errors[index] as number) <= 250 + leap, `${errors[index]} ms`);
    }

    for (const [to, at] of [
      [second + 500, 1],
      [first + 500, 0],
      [last + 500, 2],
    ] as const) {
      await inRoom(page, (room, moment) => room.request('player:seek', { to: moment }), to);
      await untilRoom(page, (room, id) => room.store.state.catalog.pinned === id, products[at]);
    }
    // What was said is there when it was said, and not before; forwards and back, and as it plays on. (The picture stands
    // meanwhile: however long the words take, it is the same moment.)
    const player = page.locator('vitrine-player');
    await player.evaluate((element: HTMLElement & { pause(): void }) => element.pause());
    const talk = (): Promise<string[]> =>
      inRoom(page, (room) => room.store.state.chat.rows.map(({ text }) => text)).then((texts) =>
        texts.filter((text) => words.includes(text)),
      );
    for (const count of [3, 1, 2]) {
      const to = (said[count - 1] ?? 0) + 300;
      await inRoom(page, (room, moment) => room.request('player:seek', { to: moment }), to);
      await untilRoom(
        page,
        (room, { wanted, from }) => {
          const { programTime, source } = room.playhead.now();
          const isThere = source === 'frame' && Math.abs(programTime - from) < 100;
          return isThere && room.store.state.chat.rows.some(({ text }) => text === wanted);
        },
        { wanted: words[count - 1], from: to },
      );
      assert.deepEqual(await talk(), words.slice(0, count));
    }
    await player.evaluate((element: HTMLElement & { play(): Promise<void> }) => element.play());
    await rowsWith(page, words[1] as string)
      .first()
      .waitFor({ state: 'visible' });
    await page.locator('vitrine-chat').getByText('Chat replay').waitFor({ state: 'visible' });
    await inRoom(
      page,
      (room, { to, text }) => {
        room.bus.on(
          'chat:received',
          ({ messages }) => {
            if (messages.some((one) => one.text === text))
              (globalThis as unknown as { spoken: number }).spoken = room.playhead.now().programTime;
          },
          { signal: room.signal },
        );
        return room.request('player:seek', { to });
      },
      { to: (said[0] ?? 0) - 2500, text: words[0] },
    );
    await untilRoom(page, (room, text) => !room.store.state.chat.rows.some((row) => row.text === text), words[0]);
    await page.locator('vitrine-chat').getByText('Nothing was said yet at this moment').waitFor({ state: 'visible' });
    await shows(page, words[0] as string);
    const spoken = await page.evaluate(() => (globalThis as unknown as { spoken: number }).spoken);
    assert.ok(Math.abs(spoken - (said[0] ?? 0)) <= 250, `${spoken - (said[0] ?? 0)} ms after it was said`);
    console.log(`replay: words off by ${spoken - (said[0] ?? 0)} ms`);

    // Another camera goes on at the same moment.
    await page.locator('vitrine-player').evaluate(
      (element: HTMLElement & { video: HTMLVideoElement; setCamera(camera: string): void }) =>
        new Promise<void>((resolve) => {
          const { video } = element;
          video.addEventListener(
            'loadeddata',
            () => video.addEventListener('timeupdate', () => video.seeking || resolve()),
            { once: true },
          );
          element.setCamera('Hands');
        }),
    );
    await untilRoom(page, (room) => room.playhead.now().source === 'frame');
    const moment = await inRoom(page, (room) => room.playhead.now().programTime);
    assert.ok(moment > (said[0] ?? 0) && moment <= over, `${moment - spoken} ms after the words`);
    await inRoom(page, (room, to) => room.request('player:seek', { to }), first - 1500);
    await untilRoom(page, (room, all) => !all.includes(room.store.state.catalog.pinned ?? ''), products);
    for (const { errors: thrown } of [complaints, witness.complaints]) assert.deepEqual(thrown, []);
    await Promise.all([page.context().close(), witness.context.close()]);
  });
});
