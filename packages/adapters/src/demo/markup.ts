// SPDX-License-Identifier: MIT
import type { Markup } from '../shared/markup.js';
import { demoAdapter } from './demo.js';
import type { DemoAdapter } from './options.js';

const absolute = (url: string): string => new URL(url, document.baseURI).href;
const phases = ['upcoming', 'live', 'paused', 'interrupted', 'ended', 'replay'] as const;

/**
 * The adapter for `<vitrine-room adapter="demo">`: `data-media-url`, `data-stream-url`, `data-portrait-url`,
 * `data-poster`, `data-portrait-poster`, `data-trailer`, `data-phase`.
 */
export function fromMarkup({ data }: Markup): DemoAdapter {
  const { mediaUrl, streamUrl, portraitUrl, poster, portraitPoster, trailer, phase } = data;
  return demoAdapter({
    ...(mediaUrl && { mediaUrl: absolute(mediaUrl) }),
    ...(trailer && { trailer: absolute(trailer) }),
    streamUrl: [
      ...(streamUrl ? [{ url: absolute(streamUrl), orientation: 'landscape' as const }] : []),
      ...(portraitUrl ? [{ url: absolute(portraitUrl), orientation: 'portrait' as const }] : []),
    ],
    poster: {
      ...(poster && { landscape: absolute(poster) }),
      ...(portraitPoster && { portrait: absolute(portraitPoster) }),
    },
    phase: phases.find((one) => one === phase) ?? 'live',
  });
}
