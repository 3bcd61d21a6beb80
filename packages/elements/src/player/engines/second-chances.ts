// SPDX-License-Identifier: MIT
import type { ErrorController, ErrorData, Events, Fragment } from 'hls.js';

/** Takes a segment for a gap no longer, unless its list says that it is one. */
export function forgive(segment: Fragment): void {
  segment.gap &&= segment.tagList.some(([name]) => name === 'GAP');
}

/**
 * The error controller of hls.js, which asks again for what a decoder has refused. hls.js (1.7) empties the decoder and
 * leaves the whole segment out, as if it were broken where it is made. Mostly it was on the way that it broke: asked for
 * past all caches it is well, and nothing of the show is missed. What is refused a second time is left out.
 * @param segments of the list that is played
 */
export function secondChances(
  Errors: typeof ErrorController,
  segments: () => readonly Fragment[],
): typeof ErrorController {
  const refused = new Set<Fragment['sn']>();
  return class extends Errors {
    // (Called last of all: the segment is left out by now, and the decoder is about to be emptied.)
    override onErrorOut(event: Events.ERROR, data: ErrorData): void {
      const concerned = data.details.endsWith('RequiresReset') ? segments().concat(data.frag ?? []) : [];
      for (const segment of concerned.filter(({ gap, sn }) => gap && !refused.has(sn))) {
        refused.add(segment.sn);
        forgive(segment);
      }
      super.onErrorOut(event, data);
    }
  };
}
