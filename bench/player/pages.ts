// SPDX-License-Identifier: MIT
// The pages that are compared: the same stream from the same origin, each as its makers would have it.

import type { PageModule } from '../bundle.js';
import { peers } from './peers.js';

/** One way to show a live stream; its module finds the playlist's address in `data-stream` of the body. */
export interface Contender extends PageModule {
  readonly name: string;
  readonly body: string;
}

const bare = (options: string): string => `
import Hls from 'hls.js';
const video = document.querySelector('video');
const hls = new Hls(${options});
hls.loadSource(document.body.dataset.stream);
hls.attachMedia(video);
video.play();
`;

export const own: readonly Contender[] = [
  {
    name: 'bare <video> + hls.js',
    module: bare('{}'),
    body: '<video muted playsinline></video>',
  },
  {
    name: 'bare, told to open at the lowest rendition',
    module: bare('{ startLevel: 0, testBandwidth: false }'),
    body: '<video muted playsinline></video>',
  },
  {
    name: '<vitrine-player>',
    isOurs: true,
    module: `
import '@vitrine/elements/player';
const player = document.querySelector('vitrine-player');
player.setAttribute('src', document.body.dataset.stream);
`,
    body: '<vitrine-player controls="full"></vitrine-player>',
  },
];

/** All that are compared, in the order of the table. */
export const contenders: readonly Contender[] = [...own, ...peers];

/** The document of a contender. The stylesheet gives every video the same box. */
export function pageOf({ body }: Contender, script: string, stream: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title>
<link rel="stylesheet" href="/bench.css"><body data-stream="${stream}">${body}
<script type="module" src="${script}"></script></body></html>`;
}

export const stylesheet = `body { margin: 0 }
video, vitrine-player, media-controller, mux-player, media-player { display: block; width: 640px; height: 360px }`;
