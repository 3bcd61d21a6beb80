// SPDX-License-Identifier: MIT
/** What the controls are called. */
export const controlStrings = {
  controls: 'Video controls',
  play: 'Play',
  pause: 'Pause',
  mute: 'Mute',
  unmute: 'Unmute',
  volume: 'Volume',
  live: 'Live',
  liveAt: (clock: string) => `Live ${clock}`,
  goToLive: 'Go to live',
  scrubber: 'Position in the show',
  position: (minutes: number, product: string) => (product ? `${minutes} min, ${product}` : `${minutes} min`),
  captions: 'Captions',
  settings: 'Settings',
  toTv: 'Play on TV',
  pictureInPicture: 'Picture in picture',
  enterFullscreen: 'Full screen',
  leaveFullscreen: 'Leave full screen',
} as const;
