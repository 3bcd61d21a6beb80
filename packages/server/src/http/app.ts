// SPDX-License-Identifier: MIT
import cors from '@fastify/cors';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Refusal } from '../refusal.js';
import type { Settings } from '../settings.js';
import { toRefusal } from './failure.js';

const mostBody = 16_384;
/** A shop's products with their prices have eight levels. */
const deepest = 32;
const preflightKept = 7200;

/** Whether something has more levels than that. Level by level: calls within calls would run out of stack. */
function isDeeper(value: unknown, most: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** An HTTP server with what every route shares: origins, headers, one form of error, one line of log. */
export async function createApp({ origins, trustProxy }: Settings, log: Logger): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Our own line below: addresses of hosted pages carry a key that does not belong in a log.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mostBody,
    trustProxy,
    forceCloseConnections: true,
    // Ids of people are a shop's own.
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cors, {
    origin: origins === null ? true : [...origins],
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
    exposedHeaders: ['Retry-After'],
    maxAge: preflightKept,
  });
  app.addHook('preValidation', async ({ body }) => {
    if (isDeeper(body, deepest))
      throw new Refusal('BAD_INPUT', `A body has at most ${deepest} levels.`, {
        field: 'body',
        mend: 'Send it flatter.',
      });
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
    if (!reply.hasHeader('Referrer-Policy')) reply.header('Referrer-Policy', 'same-origin');
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    if (!reply.hasHeader('Content-Security-Policy')) {
      reply.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    log.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  app.setErrorHandler((thrown, request, reply) => {
    const refusal = toRefusal(thrown);
    if (refusal.status >= 500) log.error({ err: thrown, route: request.routeOptions.url }, 'failed');
    if (refusal.retryAfter !== undefined) reply.header('Retry-After', String(Math.ceil(refusal.retryAfter / 1000)));
    return reply.status(refusal.status).send(refusal.toBody());
  });
  app.setNotFoundHandler(() => {
    throw new Refusal('BAD_INPUT', 'There is nothing here.', {
      status: 404,
      field: 'path',
      mend: 'See docs/protocol.md.',
    });
  });
  return app;
}
