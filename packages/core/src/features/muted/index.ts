// SPDX-License-Identifier: MIT
export { isMuted } from './is-muted.js';
export { mutedFeature } from './muted.js';
export type * from './muted.state.js';
