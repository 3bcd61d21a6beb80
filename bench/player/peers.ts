// SPDX-License-Identifier: MIT
// Players that others make, each as its makers' first example has it: with its own controls and its own settings.
import { named } from '../bundle.js';
import type { Contender } from './pages.js';

const stream = 'document.body.dataset.stream';

export const peers: readonly Contender[] = [
  {
    name: named('media-chrome', 'hls-video-element'),
    isPeer: true,
    module: `
import 'media-chrome';
import 'hls-video-element';
document.querySelector('hls-video').src = ${stream};`,
    body: `<media-controller><hls-video slot="media" muted autoplay playsinline></hls-video><media-control-bar>
<media-play-button></media-play-button><media-mute-button></media-mute-button><media-time-range></media-time-range>
<media-fullscreen-button></media-fullscreen-button></media-control-bar></media-controller>`,
  },
  {
    name: named('@mux/mux-player'),
    isPeer: true,
    module: `
import '@mux/mux-player';
document.querySelector('mux-player').src = ${stream};`,
    body: '<mux-player muted autoplay="muted" playsinline disable-tracking disable-cookies></mux-player>',
  },
  {
    name: named('vidstack'),
    isPeer: true,
    module: `
import 'vidstack/player';
import 'vidstack/player/layouts/default';
import 'vidstack/player/ui';
const player = document.querySelector('media-player');
player.addEventListener('provider-change', ({ detail }) => {
  if (detail?.type === 'hls') detail.library = () => import('hls.js');
});
player.src = { src: ${stream}, type: 'application/x-mpegurl' };`,
    body: `<media-player muted autoplay playsinline load="eager"><media-provider></media-provider>
<media-video-layout></media-video-layout></media-player>`,
  },
  {
    name: named('video.js'),
    isPeer: true,
    module: `
import videojs from 'video.js';
videojs(document.querySelector('video'), {
  autoplay: 'muted',
  controls: true,
  liveui: true,
  sources: [{ src: ${stream}, type: 'application/x-mpegURL' }],
});`,
    body: '<video class="video-js" muted playsinline></video>',
  },
  {
    name: named('shaka-player'),
    isPeer: true,
    module: `
import shaka from 'shaka-player/dist/shaka-player.ui.js';
const video = document.querySelector('video');
const player = new shaka.Player();
const ui = new shaka.ui.Overlay(player, video.parentElement, video);
player.attach(video).then(() => player.load(${stream})).then(() => video.play());
globalThis.ui = ui;`,
    body: '<div><video muted autoplay playsinline></video></div>',
  },
];
