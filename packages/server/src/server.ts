// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Ms, ViewerRole } from '@vitrine/core';
import { startAudience } from './demo/audience.js';
import { seedDemo } from './demo/seed.js';
import { Gateway } from './gateway/gateway.js';
import { Load } from './gateway/load.js';
import { Reviewer } from './gateway/review.js';
import { createApp } from './http/app.js';
import { newId } from './ids.js';
import { HostCodes } from './identity/host-codes.js';
import { identityRoutes } from './identity/identity-routes.js';
import { Owner } from './identity/owner.js';
import { Tokens } from './identity/tokens.js';
import { controlRoutes } from './rooms/control-routes.js';
import { heldRoutes } from './rooms/held-routes.js';
import { ownWordsRoutes } from './rooms/own-words-routes.js';
import { peopleRoutes } from './rooms/people-routes.js';
import { policyRoutes } from './rooms/policy-routes.js';
import { stickerRoutes } from './rooms/sticker-routes.js';
import { messageLikeRoutes } from './rooms/message-like-routes.js';
import { reportRoutes } from './rooms/report-routes.js';
import { reminderRoutes } from './rooms/reminder-routes.js';
import { Reminders } from './rooms/reminders.js';
import { RoomRecords } from './rooms/room-records.js';
import { roomRoutes } from './rooms/room-routes.js';
import { Rooms } from './rooms/rooms.js';
import { interactionRoutes } from './rules/interaction-routes.js';
import { Interactions } from './rules/interactions.js';
import type { HostLink, Services } from './services.js';
import type { ServerOptions } from './options.js';
import { toSettings } from './settings.js';
import { announceOrder } from './shop/announce.js';
import { Carts } from './shop/carts.js';
import { Checkout } from './shop/checkout.js';
import { Goods } from './shop/goods.js';
import { Orders } from './shop/orders.js';
import { payRoutes } from './shop/pay-page.js';
import { demoPayments } from './shop/payment.js';
import { Sessions } from './shop/sessions.js';
import { shopRoutes } from './shop/shop-routes.js';
import { StockNews } from './shop/stock-news.js';
import { Stock } from './shop/stock.js';
import { forgetOldAnswers } from './storage/answers.js';
import { readSecret } from './storage/secrets.js';
import { openStores } from './storage/stores.js';

export type { HostLink } from './services.js';

/** For whom a token is made. */
export interface TokenRequest {
  readonly room: string;
  /** Default `viewer`. */
  readonly role?: ViewerRole;
  readonly name?: string;
  /** The person's id in the shop. Default a new one. */
  readonly subject?: string;
  readonly isGuest?: boolean;
  /** The shop has made sure that they are who `name` says: the chat shows it. */
  readonly isVerified?: boolean;
  /** How long it is good for, in ms. Default an hour. */
  readonly lifetime?: Ms;
}

/** A running back end. */
export interface VitrineServer {
  /** Base address without a trailing slash, for example `http://127.0.0.1:4174`. */
  readonly url: string;
  /** Where the gateway listens, for example `ws://127.0.0.1:4174/ws`. */
  readonly socketUrl: string;
  /** The TCP port in use. */
  readonly port: number;
  /** The owner's secret, when this start made it; it is not told again. */
  readonly ownerToken: string | undefined;
  /** A link that makes whoever opens it the host of a room, once, within an hour. @throws `ROOM_NOT_FOUND` */
  hostLink(room: string): HostLink;
  /** Signs a token, of any role: for the shop that runs this server, which knows who its people are. */
  issueToken(request: TokenRequest): Promise<string>;
  /** Stores what has gathered, closes sockets with 1012 and stops. */
  close(): Promise<void>;
}

/**
 * Starts a back end: rooms, gateway and shop on an embedded store.
 * @throws {Error} when an option is wrong (naming it), the port is taken, another server writes in the data folder, or
 *   what is there is of a newer version
 */
export async function createServer(options: ServerOptions = {}): Promise<VitrineServer> {
  const settings = toSettings(options);
  const { clock } = settings;
  const log = pino({ level: settings.logLevel, base: null });
  const isTemporary = settings.dataDir === undefined;
  const folder = settings.dataDir ?? mkdtempSync(join(tmpdir(), 'vitrine-'));
  mkdirSync(folder, { recursive: true });

  const { roomDatabase, shopDatabase, closeStores } = openStores(folder);
  for (const database of [roomDatabase, shopDatabase]) forgetOldAnswers(database, clock.now());
  const records = new RoomRecords(roomDatabase);
  records.forgetErased(clock.now());
  const tokens = new Tokens(settings.tokenSecret ?? readSecret(roomDatabase, 'token-secret').secret, clock);
  const owner = new Owner(roomDatabase, settings.ownerToken, tokens);
  const hostCodes = new HostCodes(roomDatabase, clock);
  const epoch = `${clock.now().toString(36)}${newId().replace(/\W/g, '').slice(0, 4)}`;
  const load = new Load(clock, ({ strain, before, lag }) => {
    if (strain === 0) log.info({ strain, lag }, 'keeping up again: everything flows as ever');
    else if (strain > before)
      log.warn(
        { strain, lag },
        strain === 1 ? 'not keeping up: large rooms are told less often' : 'not keeping up: viewers’ chat is refused',
      );
  });
  if (!settings.shedding) load.close();
  const rooms = new Rooms(records, clock, epoch, settings.limits.messagesPerSecond, load);
  const interactions = new Interactions(rooms, clock, settings.limits);
  const reminders = new Reminders(rooms, clock, settings.reminders, (error, room) =>
    log.error({ err: error, room }, 'reminders.send failed; it is called again'),
  );
  const { reviewUrl, reviewTimeout: timeout, reviewSecret: secret } = settings;
  const reviewer = reviewUrl === undefined ? null : new Reviewer({ url: reviewUrl, timeout, secret, clock, log });
  const gateway = new Gateway(settings, { rooms, tokens, log }, reviewer);
  const stock = new Stock(shopDatabase);
  const goods = new Goods(shopDatabase, stock);
  const carts = new Carts(shopDatabase, goods, stock);
  const orders = new Orders(shopDatabase);
  const stockNews = new StockNews(rooms, goods, clock);
  let publicUrl = settings.publicUrl ?? '';
  if (settings.seed) seedDemo({ rooms, interactions, shopDatabase, settings });
  const checkout = new Checkout({
    carts,
    sessions: new Sessions(shopDatabase),
    orders,
    payments: demoPayments,
    clock,
    reservation: settings.reservation,
    publicUrl: () => publicUrl,
    stockChanged: (room, pieces) => stockNews.changed(room, pieces),
    async orderPlaced(order, session) {
      announceOrder(rooms, order, session);
      try {
        await settings.onOrderCommitted?.(order);
      } catch (error) {
        log.error({ err: error, order: order.id }, 'onOrderCommitted failed; the order stands');
      }
    },
  });

  const hostLink = (room: string): HostLink => {
    rooms.writer(room);
    const { code, expiresAt } = hostCodes.issue(room);
    const page = settings.hostPage ?? `${publicUrl}/host`;
    return { room, url: `${page}?room=${encodeURIComponent(room)}#code=${code}`, code, expiresAt };
  };
  const services: Services = {
    settings,
    log,
    tokens,
    hostCodes,
    rooms,
    interactions,
    reminders,
    gateway,
    shopDatabase,
    goods,
    carts,
    checkout,
    orders,
    stockNews,
    hostLink,
    requireOwner: (request, room) => owner.require(request, room),
  };

  const app = await createApp(settings, log);
  app.get('/health', async () => ({
    status: 'ok',
    now: clock.now(),
    sockets: gateway.size,
    isFull: gateway.isFull,
    strain: load.strain,
  }));
  for (const routes of [
    identityRoutes,
    roomRoutes,
    controlRoutes,
    heldRoutes,
    reportRoutes,
    messageLikeRoutes,
    ownWordsRoutes,
    peopleRoutes,
    policyRoutes,
    stickerRoutes,
    reminderRoutes,
    interactionRoutes,
    shopRoutes,
    payRoutes,
  ])
    routes(app, services);
  gateway.listen(app.server);

  let stopAudience: () => void = () => {};
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= stop());
  const stop = async (): Promise<void> => {
    stopAudience();
    checkout.close();
    stockNews.close();
    interactions.stop();
    reminders.stop();
    load.close();
    await gateway.close();
    await app.close();
    rooms.close();
    closeStores();
    if (isTemporary) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await app.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    await close();
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  const shownHost = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const url = `http://${shownHost}:${port}`;
  publicUrl ||= url;
  reminders.resume();
  if (settings.audience) stopAudience = startAudience(rooms, goods, clock, settings.audience);
  return {
    url,
    socketUrl: `${url.replace(/^http/, 'ws')}/ws`,
    port,
    ownerToken: owner.made,
    hostLink,
    issueToken: ({
      room,
      role = 'viewer',
      name,
      subject = newId(),
      isGuest = false,
      isVerified = false,
      lifetime = 3_600_000,
    }) =>
      tokens.sign({
        room,
        role,
        subject,
        isGuest,
        isVerified,
        ...(name === undefined ? {} : { name }),
        expiresAt: clock.now() + lifetime,
      }),
    close,
  };
}
