// SPDX-License-Identifier: MIT
import type { EngineOptions } from './engine.js';
import { newStats, request } from './request.js';

/** Codecs that need no picture, as RFC 6381 writes them. */
const isSound = (codecs: string): boolean =>
  codecs !== '' && codecs.split(',').every((codec) => /^\s*(?:mp4a|[ae]c-[34]|opus|flac)/i.test(codec));

const attribute = (line: string, name: string): string =>
  new RegExp(`[:,]${name}=("[^"]*"|[^,]*)`).exec(line)?.[1]?.replaceAll('"', '') ?? '';

/**
 * The media list of a stream's sound alone: a variant without a picture, the smallest, or sound that is apart from the
 * picture anyway. Null where picture and sound come only together.
 */
export function soundListIn(text: string, base: string): string | null {
  let best: { url: string; bandwidth: number } | null = null;
  let apart: string | null = null;
  let info = '';
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#EXT-X-STREAM-INF')) info = line;
    else if (line.startsWith('#EXT-X-MEDIA:')) {
      const uri = attribute(line, 'TYPE') === 'AUDIO' ? attribute(line, 'URI') : '';
      if (uri && (apart === null || attribute(line, 'DEFAULT') === 'YES')) apart = uri;
    } else if (line && !line.startsWith('#') && info) {
      const bandwidth = Number(attribute(info, 'BANDWIDTH'));
      const hasPicture = attribute(info, 'RESOLUTION') !== '' || !isSound(attribute(info, 'CODECS'));
      if (!hasPicture && !(best && best.bandwidth <= bandwidth)) best = { url: line, bandwidth };
      info = '';
    }
  }
  try {
    return new URL(best?.url ?? apart ?? '', best || apart ? base : undefined).href;
  } catch {
    // There is none, or its address is none.
    return null;
  }
}

/** What an engine plays for somebody who only listens: the sound alone where the stream has it, else the stream. */
export async function soundAlone(options: EngineOptions): Promise<EngineOptions> {
  const { url, ladder, signal } = options;
  const { body, url: base } = await request(url, { kind: 'master', ladder, signal, stats: newStats() });
  const list = soundListIn(String(body), base);
  return list === null ? options : { ...options, url: list };
}

/** What the first list of a stream names. */
export interface Contents {
  /** Of its pictures, in px. */
  readonly heights: readonly number[];
  /** The media list of its sound alone; null where that comes only with a picture. */
  readonly sound: string | null;
}

/** Asks for the first list of a stream once. @throws what `fetch` throws, and where the answer is no list */
export async function fetchContents(url: string, signal: AbortSignal): Promise<Contents> {
  const reply = await fetch(url, { signal });
  if (!reply.ok) throw new Error(reply.statusText);
  const text = await reply.text();
  const heights = [...text.matchAll(/^#EXT-X-STREAM-INF.*[:,]RESOLUTION=\d+x(\d+)/gm)].map(([, height]) =>
    Number(height),
  );
  return { heights, sound: soundListIn(text, reply.url) };
}
