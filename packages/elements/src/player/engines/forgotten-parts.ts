// SPDX-License-Identifier: MIT
import type { Part } from 'hls.js';

/** Seconds by which the end of a part may miss the end of what was appended. */
const tolerance = 0.01;

const isIn = (buffered: TimeRanges, { start, end }: Part): boolean => {
  for (let index = 0; index < buffered.length; index++)
    if (buffered.start(index) <= start + tolerance && buffered.end(index) >= end - tolerance) return true;
  return false;
};

/**
 * Reminds hls.js (1.7) of parts that it has forgotten. When old media is removed while a part waits to be appended, it
 * takes that part's whole segment for evicted. Where the segment then ends a hair before the next begins, it waits for the
 * parts before that one for ever, as it takes the segment for complete and does not load them either. They are told by the
 * loaded one that follows them in their segment, and by their media, which is there.
 */
export function recallParts(parts: readonly Part[], buffered: TimeRanges): void {
  let next: Part | undefined;
  for (let index = parts.length; index--;) {
    const part = parts[index] as Part;
    if (part.loaded) next = part;
    else if (next && next.fragment.sn === part.fragment.sn && isIn(buffered, part))
      part.elementaryStreams = { ...next.elementaryStreams };
  }
}
