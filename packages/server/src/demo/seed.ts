// SPDX-License-Identifier: MIT
import type { StreamInfo } from '@vitrine/core';
import type { Services } from '../services.js';
import type { Settings } from '../settings.js';
import type { Shop } from '../shop/goods.js';
import { stockShop } from '../shop/stocking.js';
import { demoProducts } from './products.js';
import { demoRooms, type DemoRoom } from './rooms.js';

/** What a demonstration is put up with. */
type Stage = Pick<Services, 'rooms' | 'interactions' | 'shopDatabase' | 'settings'>;

function demoShop({ delivery }: DemoRoom): Shop {
  return {
    currency: 'EUR',
    currencies: ['EUR', 'JPY', 'KWD'],
    lowStock: 5,
    delivery: {
      label: delivery,
      prices: [
        { minor: 600, currency: 'EUR' },
        { minor: 950, currency: 'JPY' },
        { minor: 2000, currency: 'KWD' },
      ],
      freeFrom: [
        { minor: 10_000, currency: 'EUR' },
        { minor: 16_000, currency: 'JPY' },
        { minor: 33_000, currency: 'KWD' },
      ],
    },
  };
}

function demoStream(
  { title, host }: DemoRoom,
  { channelUrl, mediaUrl, demoStream: more, clock }: Settings,
): StreamInfo {
  return {
    phase: 'live',
    title,
    host: mediaUrl === undefined ? host : { ...host, avatar: `${mediaUrl}/media/products/host.svg` },
    sources:
      channelUrl === undefined
        ? []
        : [
            { url: `${channelUrl}/live/landscape/master.m3u8`, orientation: 'landscape' },
            { url: `${channelUrl}/live/portrait/master.m3u8`, orientation: 'portrait' },
          ],
    ...(mediaUrl === undefined
      ? {}
      : {
          poster: {
            landscape: `${mediaUrl}/media/landscape-poster.webp`,
            portrait: `${mediaUrl}/media/portrait-poster.webp`,
          },
        }),
    // The channel's clock is this machine's.
    encoderOffset: 0,
    startedAt: clock.now(),
    ...more,
  };
}

/** The stickers of a new room; of one that is known, the present addresses of those it still has. */
function seedStickers({ id, stickers }: DemoRoom, folder: string, isNew: boolean, rooms: Stage['rooms']): void {
  const drawn = Object.entries(stickers).map(([name, label]) => ({ id: name, url: `${folder}/${name}.svg`, label }));
  const wanted = isNew
    ? drawn
    : rooms.stickers.of(id).map((one) => ({ ...one, url: drawn.find((other) => other.id === one.id)?.url ?? one.url }));
  rooms.stickers.set(id, wanted);
}

function seedRoom(room: DemoRoom, { rooms, interactions, shopDatabase, settings }: Stage): void {
  const { id } = room;
  const stream = demoStream(room, settings);
  const known = rooms.records.get(id);
  if (known) {
    const { sources, poster, host } = stream;
    rooms.records.saveStream(id, {
      ...known.stream,
      host,
      sources,
      ...(poster ? { poster } : {}),
      ...settings.demoStream,
    });
  } else rooms.create({ id, stream });
  if (settings.mediaUrl !== undefined) seedStickers(room, `${settings.mediaUrl}/media/stickers`, !known, rooms);
  if (!interactions.has(id, 'question')) {
    const draft = { kind: 'question', rule: 'count', settings: { most: 0, entries: { graphemes: 280 } } } as const;
    interactions.insert(id, draft, settings.clock.now());
  }
  const { mediaUrl } = settings;
  const products = demoProducts(
    (name) => (mediaUrl === undefined ? undefined : `${mediaUrl}/media/products/${name}.svg`),
    room,
  );
  stockShop(shopDatabase, id, demoShop(room), products, [{ code: 'SPRING8', basisPoints: 800 }]);
}

/**
 * Makes the rooms of the demonstration, or brings the addresses of their streams and pictures up to date: the channel
 * may have another port since the last start. What was sold, said and set stays.
 */
export function seedDemo(stage: Stage): void {
  for (const room of demoRooms) seedRoom(room, stage);
}
