// SPDX-License-Identifier: MIT
export { remindersFeature } from './reminders.js';
export { noReminders } from './reminders.state.js';
export type * from './reminders.port.js';
export type * from './reminders.state.js';
