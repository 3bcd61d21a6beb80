// SPDX-License-Identifier: MIT
/** What the keys do. */
export const helpStrings = {
  shortcutsTitle: 'Keyboard shortcuts',
  closeShortcuts: 'Close',
  keySpace: 'Space',
  keyHome: 'Home',
  keyEnd: 'End',
  doesPlay: 'Play or pause',
  doesSeek: 'Five seconds back or on',
  doesStart: 'To the start',
  doesLive: 'To what is live, or to the end',
  doesVolume: 'Louder or softer',
  doesMute: 'Sound on or off',
  doesCaptions: 'Captions on or off',
  doesFullscreen: 'Full screen',
  doesHelp: 'These shortcuts',
} as const;
