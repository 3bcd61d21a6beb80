// SPDX-License-Identifier: MIT
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { EpochMs } from '@vitrine/core';
import type { Gateway } from './gateway/gateway.js';
import type { HostCodes } from './identity/host-codes.js';
import type { Tokens } from './identity/tokens.js';
import type { Interactions } from './rules/interactions.js';
import type { Reminders } from './rooms/reminders.js';
import type { Rooms } from './rooms/rooms.js';
import type { Settings } from './settings.js';
import type { Carts } from './shop/carts.js';
import type { Checkout } from './shop/checkout.js';
import type { Goods } from './shop/goods.js';
import type { Orders } from './shop/orders.js';
import type { StockNews } from './shop/stock-news.js';
import type { Database } from './storage/database.js';

/** Makes whoever opens it the host of a room, once. */
export interface HostLink {
  readonly room: string;
  /** The host's page with the code in the fragment, which no server and no log sees. */
  readonly url: string;
  readonly code: string;
  readonly expiresAt: EpochMs;
}

/** What routes work with. */
export interface Services {
  readonly settings: Settings;
  readonly log: Logger;
  readonly tokens: Tokens;
  readonly hostCodes: HostCodes;
  readonly rooms: Rooms;
  readonly interactions: Interactions;
  readonly reminders: Reminders;
  readonly gateway: Gateway;
  readonly shopDatabase: Database;
  readonly goods: Goods;
  readonly carts: Carts;
  readonly checkout: Checkout;
  readonly orders: Orders;
  readonly stockNews: StockNews;
  /** @throws {Refusal} `ROOM_NOT_FOUND` */
  hostLink(room: string): HostLink;
  /**
   * Lets the owner through, by the owner's secret or a token with the role owner for the room.
   * @returns the id for the audit @throws {Refusal} `AUTH_REQUIRED`, `TOKEN_INVALID`, `FORBIDDEN`
   */
  requireOwner(request: FastifyRequest, room?: string): Promise<string>;
}
