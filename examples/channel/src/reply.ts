// SPDX-License-Identifier: MIT

/** A whole answer before it is sent. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly cache: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const playlistType = 'application/vnd.apple.mpegurl';
const neverStore = 'no-store';
const forEver = 'public, max-age=31536000, immutable';

/** A playlist, which must be fetched anew each time. */
export const playlistReply = (text: string): Reply => ({
  status: 200,
  type: playlistType,
  body: Buffer.from(text),
  cache: neverStore,
});
/** Media bytes, which never change under their name. */
export const mediaReply = (body: Buffer): Reply => ({ status: 200, type: 'video/mp4', body, cache: forEver });
/** A playlist that was asked for with a signature asks for one with everything it names. */
export const signed = (reply: Reply, query: URLSearchParams): Reply => {
  const signature = query.get('signature');
  if (signature === null || reply.type !== playlistType) return reply;
  const name = `signature=${encodeURIComponent(signature)}`;
  const text = reply.body
    .toString()
    .replace(/^[^#\n].*$|(?<=URI=")[^"]+/gm, (uri) => `${uri}${uri.includes('?') ? '&' : '?'}${name}`);
  return { ...reply, body: Buffer.from(text) };
};
/** A JSON document. */
export const jsonReply = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: Buffer.from(`${JSON.stringify(value)}\n`),
  cache: neverStore,
});
/** A refusal with one sentence. */
export const refusal = (status: number, message: string): Reply => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: Buffer.from(`${message}\n`),
  cache: neverStore,
});
