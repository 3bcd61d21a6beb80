// SPDX-License-Identifier: MIT
import { VitrineError } from '@vitrine/core';

const format = 'deflate-raw';

/** Whether this browser can read deflated frames: since Chrome 103, Firefox 113 and Safari 16.4. */
export function canUnpack(): boolean {
  try {
    return !!new DecompressionStream(format);
  } catch {
    return false;
  }
}

/** The text of a frame that was raw-deflated (RFC 1951). @throws {VitrineError} `MALFORMED` */
export async function unpack(packed: ArrayBuffer): Promise<string> {
  try {
    return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream(format))).text();
  } catch (cause) {
    throw new VitrineError('MALFORMED', 'A frame cannot be unpacked.', { mend: 'Deflate it raw (RFC 1951).', cause });
  }
}
