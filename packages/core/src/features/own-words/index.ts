// SPDX-License-Identifier: MIT
export { ownWordsFeature } from './own-words.js';
export type * from './own-words.port.js';
export type * from './own-words.state.js';
