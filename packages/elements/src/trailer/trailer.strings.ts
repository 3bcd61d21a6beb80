// SPDX-License-Identifier: MIT

export const english = {
  play: 'Play the trailer',
  pause: 'Pause the trailer',
} as const;
