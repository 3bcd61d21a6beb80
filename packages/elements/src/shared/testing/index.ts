// SPDX-License-Identifier: MIT
// What the tests of all elements share. Never part of a build: only *.test.ts and stories import it.
export * from './accessible.js';
export { holdTime, type HeldTime } from './held-time.js';
export * from './mount.js';
export * from './test-room.js';
export * from './same.js';
