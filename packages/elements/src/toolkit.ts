// SPDX-License-Identifier: MIT
// What pages without a bundler need besides `vitrine.js` to write an adapter or to put several together.
export { composeAdapters, describeError, money, parseMoney, pick, toDecimal, toVitrineError } from '@vitrine/core';
export { explain } from '@vitrine/core/explain';
