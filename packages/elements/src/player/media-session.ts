// SPDX-License-Identifier: MIT
// What the system shows of the show (lock screen, media keys, headphones): https://www.w3.org/TR/mediasession/
import { leadVariant, type Room } from '@vitrine/core';

/** What the system can ask of a player. */
export interface SessionPlayer {
  /** Whether another second of the show can be asked for. */
  readonly canSeek: boolean;
  play(): Promise<void>;
  pause(): void;
  seekBy(seconds: number): void;
}

const step = 10;

/**
 * Tells the system what plays, with a picture of the product that is on camera, and does what it asks. The page has one
 * such place: it is left as it was found when the signal aborts.
 */
export function showSession(room: Room, player: SessionPlayer, signal: AbortSignal): void {
  const { mediaSession: session } = navigator as { mediaSession?: MediaSession };
  if (!session || typeof MediaMetadata !== 'function') return;
  const found = session.metadata;

  const handle = (action: MediaSessionAction, handler: MediaSessionActionHandler | null): void => {
    try {
      session.setActionHandler(action, handler);
    } catch {
      // an action that this browser does not know
    }
  };
  const seek = (direction: 1 | -1): MediaSessionActionHandler | null =>
    player.canSeek ? ({ seekOffset }) => player.seekBy(direction * (seekOffset ?? step)) : null;

  const tell = (): void => {
    const { stream, catalog } = room.store.state;
    const { info } = stream;
    if (!info) return;
    const { title, host, poster } = info;
    const product = catalog.products.find(({ id }) => id === catalog.pinned);
    const picture = product && (product.images[0]?.url ?? leadVariant(product)?.image);
    const src = picture ?? poster?.landscape ?? poster?.portrait ?? host.avatar;
    session.metadata = new MediaMetadata({
      title,
      artist: host.name,
      album: host.brand ?? '',
      artwork: src ? [{ src }] : [],
    });
    handle('seekbackward', seek(-1));
    handle('seekforward', seek(1));
  };

  handle('play', () => void player.play());
  handle('pause', () => player.pause());
  tell();
  room.store.select(({ stream }) => stream.info, tell, { signal });
  room.store.select(({ catalog }) => catalog.pinned, tell, { signal });
  signal.addEventListener(
    'abort',
    () => {
      session.metadata = found;
      for (const action of ['play', 'pause', 'seekbackward', 'seekforward'] as const) handle(action, null);
    },
    { once: true },
  );
}
