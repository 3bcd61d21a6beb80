// SPDX-License-Identifier: MIT
// A world that runs faster: hours of a show in minutes. The channel, the clocks and timers of the page and its video go
// at one speed, so that whatever the player does once a second it does as often as in the hours it is told of.
import type { Page } from 'playwright-core';
import type { ChannelOptions } from '../../../examples/channel/src/index.js';
import { systemTimer } from '../../../examples/channel/src/waiting.js';

export interface Haste {
  /** For the channel. */
  readonly channel: ChannelOptions;
  /** Makes a page as fast as the channel. Call it before the page is opened. */
  quicken(page: Page): Promise<void>;
}

/** @param factor how many times as fast as the clock on the wall; less than 16, beyond which Chromium plays no faster */
export function haste(factor: number): Haste {
  const began = Date.now();
  return {
    channel: {
      now: () => began + (Date.now() - began) * factor,
      timer: (callback, milliseconds) => systemTimer(callback, milliseconds / factor),
    },
    async quicken(page) {
      await page.addInitScript(quicken, { began, factor });
    },
  };
}

/** Runs in the page, before its own scripts. */
function quicken({ began, factor }: { began: number; factor: number }): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const { now: wall } = Date;
  const monotonic = performance.now.bind(performance);
  Date.now = () => began + (wall() - began) * factor;
  performance.now = () => monotonic() * factor;
  for (const name of ['setTimeout', 'setInterval']) {
    const native = (page[name] as typeof setTimeout).bind(globalThis);
    page[name] = (run: () => void, wait = 0, ...values: unknown[]) => native(run, wait / factor, ...(values as []));
  }
  const frame = requestAnimationFrame.bind(globalThis);
  page['requestAnimationFrame'] = (run: FrameRequestCallback) => frame((time) => run(time * factor));

  const { prototype } = HTMLMediaElement;
  const { get, set } = Object.getOwnPropertyDescriptor(prototype, 'playbackRate') as Required<PropertyDescriptor>;
  Object.defineProperty(prototype, 'playbackRate', {
    get(this: HTMLMediaElement) {
      return (get.call(this) as number) / factor;
    },
    set(this: HTMLMediaElement, rate: number) {
      // (Chromium takes no more. A little faster than a show at this speed there is nothing.)
      set.call(this, Math.min(rate * factor, 16));
    },
  });
  // What is loaded anew begins at the default speed.
  const { play } = prototype;
  prototype.play = function (this: HTMLMediaElement) {
    if (this.defaultPlaybackRate !== factor) {
      this.defaultPlaybackRate = factor;
      this.playbackRate = 1;
    }
    return play.call(this);
  };
}
