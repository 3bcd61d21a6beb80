// SPDX-License-Identifier: MIT
/** What is said over the picture and in its place. */
export const sceneStrings = {
  label: 'Video',
  play: 'Play',
  tapToPlay: 'Tap to play',
  muted: 'Playing without sound.',
  reconnecting: 'Reconnecting',
  again: 'Finding the show again',
  dropped: 'Your connection dropped.',
  offline: 'You are offline.',
  stopped: 'The picture has stopped.',
  retryIn: (seconds: string) => `Trying once more in ${seconds} s.`,
  retryNow: 'Trying once more.',
  tryNow: 'Try now',
  failed: 'The video will not play here',
  notFound: 'The stream cannot be found at the moment.',
  forbidden: 'The stream is not open to this page.',
  unplayable: 'This browser cannot play the stream.',
  tryAgain: 'Try again',
  listening: 'Listening',
  showPicture: 'Show the picture',
} as const;
