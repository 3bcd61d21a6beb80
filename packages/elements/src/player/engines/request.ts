// SPDX-License-Identifier: MIT
import type { LoaderStats } from 'hls.js';
import type { Ladder, RequestKind } from './ladder.js';
import type { Pieces } from './pieces.js';

/** What an HTTP request brought; a status of 0 means that nothing answered. */
export interface Reply {
  /** The URL after redirects. */
  readonly url: string;
  readonly status: number;
  readonly body: string | ArrayBuffer;
  /** Seconds it had lain in caches, where the server tells. */
  readonly age: number | null;
}

export interface RequestOptions {
  readonly kind: RequestKind;
  readonly ladder: Ladder;
  readonly signal: AbortSignal;
  readonly stats: LoaderStats;
  readonly range?: { readonly start: number; readonly end: number } | undefined;
  /** Takes what comes as it comes. */
  readonly pieces?: Pieces | undefined;
  /** How long to wait for the first byte and for the last, in ms. */
  readonly firstByte?: number;
  readonly lastByte?: number;
}

/** Timings as hls.js reads them. */
export function newStats(): LoaderStats {
  return {
    aborted: false,
    loaded: 0,
    retry: 0,
    total: 0,
    chunkCount: 0,
    bwEstimate: 0,
    loading: { start: 0, first: 0, end: 0 },
    parsing: { start: 0, end: 0 },
    buffering: { start: 0, first: 0, end: 0 },
  };
}

export const ageOf = (text: string | null | undefined): number | null => (text ? Number(text) : null);

// XMLHttpRequest and not fetch: it tells the progress of a transfer without a copy of each chunk, and the adaptation
// needs it to give up a segment that is too large for the line.
function once(url: string, options: RequestOptions): Promise<Reply> {
  const { kind, signal, stats, range, firstByte = 5000, lastByte = 20_000 } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const xhr = new XMLHttpRequest();
    const { loading } = stats;
    loading.start = performance.now();
    loading.first = loading.end = stats.loaded = 0;
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      xhr.onreadystatechange = xhr.onprogress = null;
      done();
    };
    const nothing = (): void => settle(() => resolve({ url, status: 0, body: '', age: null }));
    const abort = (): void =>
      settle(() => {
        stats.aborted = true;
        xhr.abort();
        reject(signal.reason as Error);
      });
    const late = (): void => {
      xhr.abort();
      nothing();
    };
    let timer = setTimeout(late, firstByte);
    signal.addEventListener('abort', abort, { once: true });
    xhr.onprogress = ({ loaded, lengthComputable, total }) => {
      stats.loaded = loaded;
      if (lengthComputable) stats.total = total;
    };
    xhr.onreadystatechange = () => {
      if (xhr.readyState >= 2 && loading.first === 0) {
        loading.first = performance.now();
        clearTimeout(timer);
        timer = setTimeout(late, lastByte);
      }
      if (xhr.readyState !== 4) return;
      const { status } = xhr;
      const body = status === 0 ? null : (xhr.response as string | ArrayBuffer | null);
      // A body that broke off arrives as status 0 or as no body.
      if (body === null) return nothing();
      loading.end = Math.max(performance.now(), loading.first);
      stats.loaded = stats.total = typeof body === 'string' ? body.length : body.byteLength;
      stats.bwEstimate = (stats.total * 8000) / Math.max(loading.end - loading.first, 1);
      // Asking for a header that CORS hides prints an error; the whole list does not.
      const age = /^age:\s*([\d.]+)/im.exec(xhr.getAllResponseHeaders())?.[1];
      settle(() => resolve({ url: xhr.responseURL || url, status, body, age: ageOf(age) }));
    };
    xhr.open('GET', url);
    xhr.responseType = kind === 'segment' ? 'arraybuffer' : 'text';
    if (range) xhr.setRequestHeader('Range', `bytes=${range.start}-${range.end - 1}`);
    xhr.send();
  });
}

/** (Where that part cannot be had, what it brings comes as one.) */
const inPieces = (url: string, options: RequestOptions, cache?: RequestCache): Promise<Reply> =>
  import('./head-start.js').then(
    ({ streamed }) => streamed(url, options, cache),
    () => once(url, options),
  );

const isGone = (status: number): boolean => status === 404 || status === 410 || status === 403;

/** A list is asked anew without what a blocking request waited for: after an outage that moment has long passed. */
function plain(url: string): string {
  if (!url.includes('_HLS_')) return url;
  const address = new URL(url);
  for (const name of ['_HLS_msn', '_HLS_part', '_HLS_skip']) address.searchParams.delete(name);
  return address.href;
}

/**
 * Asks until it gets through. Only a segment that is gone while its list is well comes back as it is, for the engine to
 * step over or to find in another rendition.
 */
export async function request(url: string, options: RequestOptions): Promise<Reply> {
  const { kind, ladder, signal, stats } = options;
  let isEmpty = false;
  for (let target = url; ; target = kind === 'segment' ? url : plain(url)) {
    // Nothing was kept as the answer, perhaps for ever: it is asked for past all caches, and kept instead.
    const again = kind === 'segment' && (isEmpty || ladder.isSuspicious) ? 'reload' : undefined;
    const given: Reply = await (options.pieces || again ? inPieces(target, options, again) : once(target, options));
    const isGood = given.status >= 200 && given.status < 300;
    isEmpty = isGood && stats.loaded === 0;
    if (isGood && !isEmpty) {
      ladder.worked(kind);
      return given;
    }
    // (Past them at once: what was kept says nothing of now.)
    if (isEmpty && kind === 'segment' && !again) continue;
    // (An answer without anything in it is none.)
    const status = isEmpty ? 404 : given.status;
    const enough = ladder.isLosing ? 0 : 2;
    if (kind === 'segment' && isGone(status) && stats.retry >= enough && !ladder.outageOf('playlist')) {
      ladder.lose();
      return { ...given, status };
    }
    stats.retry++;
    await ladder.failed(kind, url, status, signal);
  }
}
