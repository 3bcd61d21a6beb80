// SPDX-License-Identifier: MIT
/** What is said while another screen plays. */
export const remoteStrings = {
  toScreen: 'Connecting to the other screen',
  onScreen: 'Playing on another screen',
  chooseScreen: 'Choose where to watch',
  noScreen: 'No other screen can be reached',
  notOnScreen: 'The other screen cannot play this stream',
  watchHere: 'Watch here',
} as const;
