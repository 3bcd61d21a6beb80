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

const known = new Map<string, boolean | null>();

/** Whether a stream has its sound alone; null while that is not known. It is told when it is. */
export function hasSoundAlone(url: string, told: () => void): boolean | null {
  const answer = known.get(url);
  if (answer !== undefined) return answer;
  known.set(url, null);
  fetch(url)
    .then(async (reply) => {
      if (!reply.ok) throw new Error(reply.statusText);
      known.set(url, soundListIn(await reply.text(), reply.url) !== null);
      told();
    })
    // (Then nothing is claimed.)
    .catch(() => undefined);
  return null;
}
