// SPDX-License-Identifier: MIT
import { VitrineError } from './error.js';

/** What a URL is for; it decides which schemes are allowed. */
export type UrlUse = 'link' | 'image' | 'media' | 'socket' | 'checkout';

const schemes: Readonly<Record<UrlUse, RegExp>> = {
  link: /^(?:https?|mailto|tel):$/,
  image: /^(?:https?|data|blob):$/,
  media: /^(?:https?|blob):$/,
  socket: /^wss?:$/,
  checkout: /^https?:$/,
};

const maximumLength = 2048;
const maximumDataLength = 65_536;
/** What `data:` may hold: a picture, and never a document that a browser would open as a page. */
const picture = /^data:image\/(?:png|jpeg|webp|avif|gif|svg\+xml)[;,]/i;
// Browsers read a backslash as a slash and drop tabs and line ends, which is how filters are fooled.
const misleading = /[\\\u0000-\u0020\u007f]/;
const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/;

/**
 * A URL from a back end, made absolute and safe to use, or nothing when it is refused: for pictures and links that a
 * product can do without. Schemes are an allow-list; credentials in a URL are refused; `checkout` wants https, or http on
 * loopback; `data:` is for pictures alone.
 */
export function safeUrl(value: unknown, use: UrlUse): string | undefined {
  if (typeof value !== 'string' || !value || misleading.test(value)) return undefined;
  const isPicture = picture.test(value);
  try {
    const { href, protocol, hostname, username, password } = new URL(
      value,
      globalThis.location?.href ?? 'http://localhost/',
    );
    // (As it will be used: what is no ASCII grows, and would be refused where it is checked again.)
    const isRefused =
      href.length > (isPicture ? maximumDataLength : maximumLength) ||
      !schemes[use].test(protocol) ||
      (protocol === 'data:' && !isPicture) ||
      username ||
      password ||
      (use === 'checkout' && protocol === 'http:' && !loopback.test(hostname));
    return isRefused ? undefined : href;
  } catch {
    return undefined;
  }
}

/**
 * Like {@link safeUrl}, for URLs that nothing can be done without.
 * @throws {VitrineError} `BAD_URL`
 */
export function checkUrl(value: unknown, use: UrlUse, field = 'url'): string {
  const url = safeUrl(value, use);
  if (url === undefined) throw new VitrineError('BAD_URL', '', { field, params: { use } });
  return url;
}

/** The object with the URL in one of its fields made safe to use, or without the field when it is refused or absent. */
export function withSafeUrl<T extends object, K extends keyof T>(object: T, field: K, use: UrlUse): T {
  const { [field]: value, ...rest } = object;
  const url = safeUrl(value, use);
  return (url ? { ...rest, [field]: url } : rest) as T;
}
