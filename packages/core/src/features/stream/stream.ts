// SPDX-License-Identifier: MIT
import type { Subscribe } from '../../adapter/index.js';
import { withSafeUrl, VitrineError, type EpochMs, type Ms, type ProgramTime } from '../../model/index.js';
import type { Feature } from '../feature.js';
import { fillSlice } from '../slice.js';

/** `interrupted` is not `ended`: the host's signal is gone and expected back before `graceUntil`. */
export type StreamPhase = 'upcoming' | 'live' | 'paused' | 'interrupted' | 'ended' | 'replay';

export type Orientation = 'landscape' | 'portrait';

/** One way to watch the show. Sources of one orientation are tried in order: the later ones are backups. */
export interface StreamSource {
  /** An HLS multivariant or media playlist. */
  readonly url: string;
  readonly orientation: Orientation;
  /** A name for the viewer where there are several cameras. */
  readonly label?: string;
}

export interface StreamHost {
  readonly name: string;
  /** The shop or brand the host speaks for. */
  readonly brand?: string;
  readonly avatar?: string;
}

/** The whole truth about the show; each delivery replaces the one before. */
export interface StreamInfo {
  readonly phase: StreamPhase;
  readonly title: string;
  readonly host: StreamHost;
  readonly sources: readonly StreamSource[];
  readonly poster?: { readonly landscape?: string; readonly portrait?: string };
  /** A film that is played until an upcoming show starts: an MP4 or WebM file, or an HLS playlist that ends. */
  readonly trailer?: string;
  /** When an upcoming show starts. */
  readonly startsAt?: EpochMs;
  /** The first moment of the show: clocks and chapters count from here. */
  readonly startedAt?: ProgramTime;
  /**
   * The sources are recordings that begin at `startedAt`, whatever dates they carry. While such a show is live everybody
   * sees the same second of it: live from a recording. Told together with its sources, and with a
   * `startedAt` that has passed.
   */
  readonly isPrerecorded?: boolean;
  /** When a live show is going to end: viewers are told in the ten minutes before. */
  readonly endsAt?: EpochMs;
  /** Until when an interrupted show is expected back. */
  readonly graceUntil?: EpochMs;
  /** Encoder's clock minus the back end's clock, in ms; absent when the back end cannot tell. */
  readonly encoderOffset?: Ms;
  /** How far a typical viewer is behind the encoder, in ms. */
  readonly latency?: Ms;
}

export interface StreamPort {
  /** Delivers the present {@link StreamInfo}, then each change. The last of a batch counts. */
  readonly subscribe: Subscribe<StreamInfo>;
  /**
   * A source's address is refused (401, 403), as one whose signature has expired: deliver, by `subscribe`, sources with
   * addresses that are good again. Absent: the player goes on asking for the old one.
   */
  renew?(url: string, options: { readonly signal: AbortSignal }): Promise<void>;
}

/** What a player can show of its show now. */
export interface Reach {
  readonly from: ProgramTime;
  /** Where a live show is, or a recording ends. */
  readonly to: ProgramTime;
  /** Whether the viewer has left the live edge. */
  readonly isBehind: boolean;
}

export interface StreamState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  readonly info: StreamInfo | null;
  readonly error: VitrineError | null;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    stream: StreamPort;
  }
}
declare module '../../store/store.js' {
  interface RoomState {
    stream: StreamState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Answered by the player: shows the moment of the show, or goes to the live edge with `live`. */
    'player:seek': { detail: { readonly to: ProgramTime | 'live' }; answer: void };
    /** Answered by the player: from where to where it can seek; null while that is not known, or where it cannot. */
    'player:reach': { detail: Record<never, never>; answer: Reach | null };
    /** Asked by the player when the address of a source is refused: another is needed. */
    'stream:renew': { detail: { readonly url: string }; answer: void };
  }
  interface Facts {
    /** The show changed: phase, title, sources. */
    'stream:changed': StreamInfo;
  }
}

/** Drops what must not be fetched; a show without a playable source is still a show with products. */
function checked({ poster, ...info }: StreamInfo, report: (error: unknown) => void): StreamInfo {
  return {
    ...withSafeUrl(info, 'trailer', 'media'),
    host: withSafeUrl(info.host, 'avatar', 'image'),
    sources: info.sources
      .map((source) => withSafeUrl(source, 'url', 'media'))
      .filter(({ url }) => url || report(new VitrineError('BAD_URL', '', { field: 'sources.url' }))),
    ...(poster && { poster: withSafeUrl(withSafeUrl(poster, 'landscape', 'image'), 'portrait', 'image') }),
  };
}

/** Keeps what the show is and where it can be watched, and tells the timeline of the stream's clock. */
export const streamFeature: Feature = {
  name: 'stream',
  setup(context) {
    const { bus, store, timeline, signal, report } = context;
    store.set('stream', { status: 'loading', info: null, error: null });
    const take = (items: readonly StreamInfo[]): void => {
      const last = items.at(-1);
      if (!last) return;
      const info = checked(last, report);
      const { encoderOffset, latency = 0 } = info;
      timeline.setStreamClock({ encoderOffset: encoderOffset ?? 0, latency, isTold: encoderOffset !== undefined });
      store.set('stream', { status: 'ready', info, error: null });
      bus.emit('stream:changed', info);
    };
    return ({ stream }, failure) => {
      fillSlice(context, 'stream', stream, failure, take);
      if (stream?.renew) bus.answer('stream:renew', async ({ url }) => stream.renew?.(url, { signal }), { signal });
    };
  },
};
