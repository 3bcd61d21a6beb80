// SPDX-License-Identifier: MIT
// What everybody in the room sees. A chunk of its own, fetched while the viewer's token and the room are asked for.
import { backoffDelay, pause, toVitrineError, type ConnectContext, type StreamInfo } from '@vitrine/core';
import type { BatchFrame, ServerFrame, SnapshotFrame } from '@vitrine/core/wire';
import { Link } from './link.js';
import { Mirror, type ProductList } from './mirror.js';
import type { Passport } from './passport.js';
import { Sequence } from './sequence.js';
import { Speech } from './speech.js';

export interface LiveOptions {
  /** The back end's URL without a slash at the end. */
  readonly base: string;
  /** `/rooms/<id>` */
  readonly room: string;
  readonly WebSocket: typeof WebSocket;
  readonly passport: Passport;
  readonly context: ConnectContext;
}

export interface Live {
  readonly mirror: Mirror;
  readonly link: Link;
  readonly speech: Speech;
  /** Who else hears the room, in order and nothing twice. */
  readonly frames: Set<(frame: BatchFrame | SnapshotFrame) => void>;
}

/** Opens the socket and fetches the products; both go on by themselves until the room closes. */
export function goLive({ base, room, WebSocket, passport, context }: LiveOptions, info?: StreamInfo): Live {
  const { currency, signal } = context;
  const mirror = new Mirror();
  const frames: Live['frames'] = new Set();
  if (info) mirror.setInfo(info);

  const loadProducts = async (): Promise<void> => {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        mirror.awaitProducts();
        const path = `${room}/products?currency=${encodeURIComponent(currency)}`;
        return mirror.setProducts(await passport.ask<ProductList>(path, { signals: [signal] }));
      } catch (thrown) {
        const error = toVitrineError(thrown);
        context.report(error);
        if (!error.retryable) return;
        await pause(backoffDelay(attempt, error.retryAfter), signal).catch(() => undefined);
      }
    }
  };

  let isFirst = true;
  const sequence = new Sequence({
    need: (from, to) => link.send({ k: 'need', from, to }),
    resync: () => link.restart(),
    batch(frame) {
      mirror.batch(frame);
      for (const hear of frames) hear(frame);
    },
    snapshot(frame) {
      // What was sold or repriced while this viewer was away is in no control item any more.
      if (!isFirst) void loadProducts();
      isFirst = false;
      mirror.snapshot(frame);
      for (const hear of frames) hear(frame);
    },
  });
  const speech = new Speech(() => link);
  const link = new Link({
    url: `${base.replace(/^http/, 'ws')}/ws`,
    WebSocket,
    passport,
    context,
    resume: () => sequence.resume,
    take(frame: ServerFrame) {
      if (frame.k === 'ok') sequence.welcome(frame);
      if (frame.k === 'b' || frame.k === 'snap' || frame.k === 'gap') sequence.take(frame);
      speech.take(frame);
    },
    lost() {
      sequence.lost();
      speech.lost();
    },
  });
  signal.addEventListener('abort', () => sequence.lost(), { once: true });
  void link.run();
  void loadProducts();
  return { mirror, link, speech, frames };
}
