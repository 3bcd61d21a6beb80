// SPDX-License-Identifier: MIT
export type * from './history.port.js';
