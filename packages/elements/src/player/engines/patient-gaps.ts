// SPDX-License-Identifier: MIT
import type { Ms } from '@vitrine/core';
import type { GapController } from 'hls.js';
import { mediaAhead } from '../live-edge.js';

/** A first picture is prepared sooner than this; where none has come by then, the hole may be what it waits for. */
const patience: Ms = 2000;

/**
 * The gap controller of hls.js, which steps over holes in what is loaded, with patience for the first picture. Sound and
 * picture seldom begin at the same moment, and hls.js takes that hole of a few milliseconds for a stall when a browser is
 * slow to show its first frame: it would seek, which prepares all anew, skips a tenth of a second, and may stop WebKit's
 * GStreamer port for good.
 */
export function patientGaps(Gaps: typeof GapController, video: HTMLVideoElement): typeof GapController {
  let since: number | undefined;
  return class extends Gaps {
    override poll(currentTime: number, lastCurrentTime: number): void {
      if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA && mediaAhead(video) > 0) {
        since ??= performance.now();
        if (performance.now() - since < patience) return;
      }
      super.poll(currentTime, lastCurrentTime);
    }
  };
}
