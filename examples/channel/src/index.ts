// SPDX-License-Identifier: MIT
export { createChannel } from './channel.js';
export { frameAt, truthAt } from './timeline.js';
export { readStamp } from './stamp.js';
export type { Truth } from './timeline.js';
export type { Channel, ChannelOptions, Timer } from './types.js';
export type { Fault, FaultAction, FaultHandle, FaultKind, FaultMatch, Faults } from './faults.js';
export type { Origin } from './origin.js';
export type { StampBlock, StampLayout, StampPixels } from './stamp.js';
