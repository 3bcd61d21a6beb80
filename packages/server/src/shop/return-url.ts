// SPDX-License-Identifier: MIT
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');
}

/**
 * Checks where a hosted page sends the buyer back to: the page that asked, or an origin that is allowed. Anything else
 * would make this server send people wherever a link's author likes.
 * @param origin the `Origin` header of the request; programs send none
 * @throws {Refusal} `BAD_URL`
 */
export function checkReturnUrl(returnUrl: string, origin: string | undefined, { origins, mode }: Settings): void {
  const refuse = (why: string): Refusal =>
    new Refusal('BAD_URL', `The address to come back to ${why}.`, {
      field: 'returnUrl',
      mend: 'Send an absolute URL of the page that asks.',
    });
  if (/[\\\u0000-\u0020\u007f]/.test(returnUrl) || !URL.canParse(returnUrl)) throw refuse('cannot be read');
  const url = new URL(returnUrl);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) throw refuse('is not https');
  if (url.username !== '' || url.password !== '') throw refuse('carries credentials');
  const isAllowed =
    origins?.includes(url.origin) === true ||
    (origins === null && (origin === undefined ? mode === 'development' && isLoopback(url) : origin === url.origin));
  if (!isAllowed) throw refuse('is of another origin');
}
