// SPDX-License-Identifier: MIT
import { ageOf, type Reply, type RequestOptions } from './request.js';

/** By `fetch`, which gives media away before the last of it is here. */
export async function streamed(url: string, options: RequestOptions, cache?: RequestCache): Promise<Reply> {
  const { pieces, signal, stats, firstByte = 5000, lastByte = 20_000 } = options;
  const { loading } = stats;
  const life = new AbortController();
  const end = (): void => life.abort();
  signal.throwIfAborted();
  signal.addEventListener('abort', end, { once: true });
  loading.start = performance.now();
  loading.first = loading.end = stats.loaded = 0;
  let timer = setTimeout(end, firstByte);
  try {
    const response = await fetch(url, { signal: life.signal, ...(cache && { cache }) });
    const { status, headers, body } = response;
    loading.first = performance.now();
    clearTimeout(timer);
    timer = setTimeout(end, lastByte);
    stats.total = Number(headers.get('content-length'));
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = status < 300 ? body?.getReader() : undefined;
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      const at = stats.loaded;
      stats.loaded += next.value.length;
      chunks.push(next.value);
      pieces?.add(next.value, at);
    }
    pieces?.end();
    loading.end = performance.now();
    stats.total = stats.loaded;
    stats.bwEstimate = (stats.total * 8000) / Math.max(loading.end - loading.first, 1);
    const whole = await new Blob(chunks).arrayBuffer();
    return { url: response.url || url, status, body: whole, age: ageOf(headers.get('age')) };
  } catch {
    signal.throwIfAborted();
    return { url, status: 0, body: '', age: null };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
