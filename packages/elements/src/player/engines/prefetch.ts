// SPDX-License-Identifier: MIT
import type { LoaderStats } from 'hls.js';
import type { Ladder, RequestKind } from './ladder.js';
import {
  lengthOf,
  openingOf,
  readMediaList,
  readMultivariant,
  type MediaList,
  type Multivariant,
  type Opening,
  type Variant,
} from './playlist.js';
import { Pieces } from './pieces.js';
import { newStats, request, type Reply } from './request.js';

export interface Fetched {
  readonly reply: Promise<Reply>;
  readonly stats: LoaderStats;
  /** Of media that can be shown before the last of it is here. */
  readonly pieces: Pieces | null;
}

export interface PrefetchOptions {
  readonly url: string;
  readonly ladder: Ladder;
  readonly signal: AbortSignal;
  readonly lowLatency: boolean;
  /** The variant to open with. */
  choose(variants: readonly Variant[]): Variant;
  /** How far behind the end of the list to start, in seconds; infinite where that is its beginning. */
  behind(list: MediaList): number;
}

/** The beginning of a stream, as it is fetched. */
export interface FirstMedia extends Opening {
  readonly init: string;
  /** As the list of variants has them: RFC 6381. */
  readonly codecs: string;
  /** Where to begin, in seconds of the list. */
  readonly start: number;
}

/** A list of a live stream that has lain here longer than this, in ms, is asked for anew. */
const stale = 2500;

/** Pieces on their way at once: the first is not to be held up by those after it. */
const lanes = 2;

/**
 * Asks for everything the first picture needs while hls.js is still on its way: the lists, the initialisation and the
 * first piece of the rendition to open with. hls.js is then given these answers, so nothing is fetched twice.
 */
export class Prefetch {
  /** The first list; null when the source is a media list. */
  readonly multivariant: Promise<Multivariant | null>;
  /** What the first picture is made of; null where only hls.js can know. */
  readonly opening: Promise<FirstMedia | null>;
  /** The first picture was made of it already: hls.js must go by the same list, however old that is. */
  isShown = false;
  /** The variant that was chosen, once the first list is here. */
  variant: Variant | null = null;
  readonly #options: PrefetchOptions;
  readonly #fetched = new Map<string, Fetched>();
  /** Media to ask for next, unless hls.js has come so far by itself. */
  #queue: string[] = [];
  #opens: (media: FirstMedia | null) => void = () => undefined;

  constructor(options: PrefetchOptions) {
    this.#options = options;
    this.opening = new Promise((resolve) => (this.#opens = resolve));
    this.multivariant = this.#begin();
  }

  /** An answer that is here or on its way, which stays here. */
  peek(url: string): Fetched | undefined {
    return this.#fetched.get(url);
  }

  /** An answer that is here or on its way; each is given away once. */
  take(url: string): Fetched | null {
    this.#queue.splice(0, this.#queue.indexOf(url) + 1);
    const fetched = this.#fetched.get(url);
    if (!fetched) return null;
    this.#fetched.delete(url);
    const { end } = fetched.stats.loading;
    return !this.isShown && end > 0 && performance.now() - end > stale ? null : fetched;
  }

  #fetch(url: string, kind: RequestKind, pieces: Pieces | null = null, read?: (reply: Reply) => Reply): Promise<Reply> {
    const { ladder, signal } = this.#options;
    const stats = newStats();
    const asked = request(url, { kind, ladder, signal, stats, pieces: pieces ?? undefined });
    const reply = asked.then((answer) => {
      try {
        return read?.(answer) ?? answer;
      } catch {
        // What we cannot read is for hls.js to judge.
        this.#opens(null);
        return answer;
      }
    });
    // Whoever takes it hears of a failure; nobody need take it.
    reply.catch(() => undefined);
    this.#fetched.set(url, { reply, stats, pieces });
    return reply;
  }

  async #begin(): Promise<Multivariant | null> {
    const { url, choose } = this.#options;
    let multivariant: Multivariant | null = null;
    await this.#fetch(url, 'master', null, (reply) => {
      multivariant = readMultivariant(String(reply.body), reply.url);
      if (!multivariant) return this.#media(reply);
      this.variant = choose(multivariant.variants);
      void this.#fetch(this.variant.url, 'playlist', null, (list) => this.#media(list));
      return reply;
    });
    return multivariant;
  }

  /** Asks for the media that a list begins with, and gives the list back as hls.js shall read it. */
  #media(reply: Reply): Reply {
    const text = String(reply.body);
    const list = readMediaList(text, reply.url);
    if (!list) {
      this.#opens(null);
      return reply;
    }
    const { behind, lowLatency } = this.#options;
    const distance = behind(list);
    const opening = openingOf(list, lowLatency, distance);
    const init = opening?.init ?? null;
    if (init) void this.#fetch(init, 'segment');
    this.#queue = [...(opening?.urls ?? [])];
    // (What has an initialisation is made of fragments, and parts are small enough.)
    const isStreamed = init !== null && !(lowLatency && list.partHoldBack);
    for (let lane = 0; lane < lanes; lane++) void this.#follow(isStreamed);
    const start = Math.max(0, lengthOf(list) - distance);
    const codecs = this.variant?.codecs;
    this.#opens(opening && init && codecs ? { ...opening, init, codecs, start } : null);
    if (distance === Infinity) return reply;
    // hls.js would reckon from when it reads the list, which may be a part later, and leave what was fetched for it.
    return { ...reply, body: text.replace('#EXTM3U', `#EXTM3U\n#EXT-X-START:TIME-OFFSET=${start.toFixed(3)}`) };
  }

  async #follow(isStreamed: boolean): Promise<void> {
    for (let url = this.#queue.shift(); url !== undefined; url = this.#queue.shift())
      await this.#fetch(url, 'segment', isStreamed ? new Pieces() : null).catch(() => undefined);
  }
}
