// SPDX-License-Identifier: MIT
export { moderationFeature } from './moderation.js';
export { noModeration } from './moderation.state.js';
export type * from './moderation.port.js';
export type * from './moderation.state.js';
