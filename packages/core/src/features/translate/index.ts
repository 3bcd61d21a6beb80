// SPDX-License-Identifier: MIT
export { translateFeature } from './translate.js';
export type * from './translate.port.js';
export type * from './translate.state.js';
