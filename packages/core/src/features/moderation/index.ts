// SPDX-License-Identifier: MIT
export { moderationFeature } from './moderation.js';
export { noModeration } from './moderation.state.js';
export { peopleFeature } from './people.js';
export { policyFeature } from './policy.js';
export type * from './moderation.port.js';
export type * from './moderation.state.js';
export type * from './people.port.js';
export type * from './people.state.js';
export type * from './policy.port.js';
export type * from './policy.state.js';
