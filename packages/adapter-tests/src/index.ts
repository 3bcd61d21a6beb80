// SPDX-License-Identifier: MIT
export { ContractError } from './assert.js';
export { adapterConformance } from './conformance.js';
export { Unsupported } from './contract.js';
export type { CaseSkipped, ConformanceCase, ConformanceOptions, Driver, Setting, Subject } from './contract.js';
