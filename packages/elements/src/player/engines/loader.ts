// SPDX-License-Identifier: MIT
import type { Loader, LoaderCallbacks, LoaderConfiguration, LoaderContext, LoaderStats } from 'hls.js';
import type { Ladder } from './ladder.js';
import type { Prefetch } from './prefetch.js';
import { newStats, request, type Reply } from './request.js';

/**
 * The class by which hls.js fetches everything. It hands over what was fetched before hls.js was there, and it does not
 * give up: hls.js sees a request that takes long where the ladder sees an outage, and keeps its place meanwhile.
 */
export function loaderClass(ladder: Ladder, prefetch: Prefetch): new () => Loader<LoaderContext> {
  return class implements Loader<LoaderContext> {
    context: LoaderContext | null = null;
    readonly stats: LoaderStats = newStats();
    readonly #life = new AbortController();
    #callbacks: LoaderCallbacks<LoaderContext> | null = null;
    #age: number | null = null;
    /** Bytes that hls.js has had in pieces. */
    #handed = 0;

    load(context: LoaderContext, config: LoaderConfiguration, callbacks: LoaderCallbacks<LoaderContext>): void {
      this.context = context;
      this.#callbacks = callbacks;
      this.stats.loading.start = performance.now();
      this.#fetch(context, config).then(
        (reply) => this.#answer(context, reply),
        () => undefined,
      );
    }

    abort(): void {
      const { context, stats } = this;
      const callbacks = this.#callbacks;
      stats.aborted = stats.loading.end === 0;
      this.#life.abort();
      if (context) callbacks?.onAbort?.(stats, context, null);
    }

    destroy(): void {
      this.#callbacks = this.context = null;
      this.#life.abort();
    }

    getCacheAge(): number | null {
      return this.#age;
    }

    async #fetch(
      { url, type, responseType, rangeStart, rangeEnd }: LoaderContext,
      config: LoaderConfiguration,
    ): Promise<Reply> {
      const { stats } = this;
      const taken = rangeEnd ? null : prefetch.take(url);
      if (taken) {
        // (hls.js listens once it is back from where it asked.)
        await null;
        taken.pieces?.follow((piece) => this.#hand(piece));
        const reply = await taken.reply;
        const { loading, loaded, total, retry } = taken.stats;
        // The adaptation reckons media until it is parsed: waiting for hls.js must not look like a slow line. The age of
        // a list, though, counts from when it really came.
        const waited = responseType === 'text' ? 0 : performance.now() - loading.end;
        const { start, first, end } = loading;
        Object.assign(stats, { loaded, total, retry });
        Object.assign(stats.loading, { start: start + waited, first: first + waited, end: end + waited });
        return reply;
      }
      return await request(url, {
        kind: (type as string) === 'manifest' ? 'master' : responseType === 'text' ? 'playlist' : 'segment',
        ladder,
        stats,
        signal: this.#life.signal,
        range: rangeEnd ? { start: rangeStart ?? 0, end: rangeEnd } : undefined,
        firstByte: Math.min(config.loadPolicy.maxTimeToFirstByteMs, 5000),
        lastByte: config.loadPolicy.maxLoadTimeMs,
      });
    }

    /** While hls.js takes media in pieces, it must have had all of it so before the answer. */
    #hand(piece: ArrayBuffer): void {
      const { context, stats } = this;
      const onProgress = this.#callbacks?.onProgress;
      if (!context || !onProgress || this.#life.signal.aborted) return;
      this.#handed += piece.byteLength;
      stats.loaded = this.#handed;
      onProgress(stats, context, piece, null);
    }

    #answer(context: LoaderContext, { url, status, body, age }: Reply): void {
      const callbacks = this.#callbacks;
      if (!callbacks || this.#life.signal.aborted) return;
      this.#age = age;
      const isTaken = callbacks.onProgress !== undefined && body instanceof ArrayBuffer;
      if (isTaken && this.#handed === 0) this.#hand(body);
      const data = isTaken ? new ArrayBuffer(0) : body;
      if (status >= 200 && status < 300) callbacks.onSuccess({ url, data, code: status }, this.stats, context, null);
      else callbacks.onError({ code: status, text: '' }, context, null, this.stats);
    }
  };
}
