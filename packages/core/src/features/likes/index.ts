// SPDX-License-Identifier: MIT
export { likeCount } from './like-count.js';
export { likesFeature } from './likes.js';
export type * from './likes.port.js';
export type * from './likes.state.js';
