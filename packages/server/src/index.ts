// SPDX-License-Identifier: MIT
export { createServer } from './server.js';
export type { HostLink, TokenRequest, VitrineServer } from './server.js';
export type { AudienceOptions, Limits, Rate, ServerOptions, ShowLoop } from './options.js';
export type { RemindedShow, RemindedViewer, ReminderOptions } from './rooms/reminders.js';
export { systemClock, type Clock } from './clock.js';
export type { OrderLine, OrderView } from './shop/orders.js';
