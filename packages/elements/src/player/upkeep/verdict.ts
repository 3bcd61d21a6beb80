// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';
import type { Outage } from '../engines/ladder.js';

const isForbidden = (status: number): boolean => status === 401 || status === 403;
const isMissing = (status: number): boolean => status === 404 || status === 410;

/** What a stream that cannot be had is told to the developer as; null while it is merely away. */
export async function verdictOn(outage: Outage, hasPlayed: boolean): Promise<VitrineError | null> {
  const { url, status, tries } = outage;
  if (isForbidden(status) && tries >= (hasPlayed ? 20 : 2)) {
    return new VitrineError('STREAM_FORBIDDEN', `${url} answers ${status}.`, {
      mend: 'Let viewers read the stream, or deliver sources with a token that is still valid.',
    });
  }
  // What has played before is expected back: its list may be made anew by a restarted encoder.
  if (isMissing(status) && tries >= 4 && !hasPlayed) {
    return new VitrineError('STREAM_NOT_FOUND', `${url} answers ${status}.`, {
      mend: 'Check the URL of the source; a stream that has not started yet is tried again every 10 s.',
    });
  }
  return status === 0 && tries === 3 && !hasPlayed && navigator.onLine ? await originVerdict(url) : null;
}

/**
 * Nothing answered: either nobody is there, or the browser hides the answer from this page. A request that asks for no
 * answer tells the two apart.
 */
async function originVerdict(url: string): Promise<VitrineError | null> {
  try {
    await fetch(url, { mode: 'no-cors', cache: 'no-store' });
  } catch {
    return null;
  }
  return new VitrineError('STREAM_FORBIDDEN', `${url} does not allow this page to read it.`, {
    mend: `Send "Access-Control-Allow-Origin: ${location.origin}" (or *) with playlists and media.`,
  });
}
