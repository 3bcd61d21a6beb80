// SPDX-License-Identifier: MIT
export * from './clock.js';
export * from './playhead.js';
export * from './timeline.js';
export type { GatedTrack, Moment, TrackCause, TrackOptions } from './track.js';
