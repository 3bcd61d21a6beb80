// SPDX-License-Identifier: MIT
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { ChatSettings } from '@vitrine/core';
import type { Unnumbered } from '../gateway/control-log.js';
import type { Writer } from '../gateway/writer.js';
import { param, readClaims, readInput, readKey, requireRoom, spend } from '../http/requests.js';
import { requireRole, type Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { Services } from '../services.js';
import { answerOnce } from '../storage/answers.js';
import { Buckets } from '../text/buckets.js';
import { noticeOf } from './notices.js';
import { chatChange, compact } from './room-input.js';
import { checkMoment } from './show-time.js';

const at = v.optional(v.number());
const messageId = v.pipe(v.string(), v.nonEmpty('It must not be empty.'), v.maxLength(200));
const control = v.variant('op', [
  v.object({ op: v.literal('pin'), product: v.string(), at }),
  v.object({ op: v.literal('unpin'), at }),
  v.object({
    op: v.literal('retract'),
    by: v.picklist(['message', 'author', 'all']),
    id: v.optional(messageId),
    at,
  }),
  v.object({ op: v.literal('chat'), settings: chatChange, at }),
  v.object({
    op: v.literal('notice'),
    message: v.optional(messageId),
    text: v.optional(v.string()),
    until: v.optional(v.number()),
    at,
  }),
]);

type Control = v.InferOutput<typeof control>;

/** What the staff does to a room: pins, removals, settings, what stands at the top of the chat. Each is done once per key and written down. */
export function controlRoutes(app: FastifyInstance, services: Services): void {
  const { rooms, tokens, gateway, goods, settings } = services;
  const { clock, limits } = settings;
  const buckets = new Buckets(limits.control, clock);

  const toItem = (writer: Writer, command: Control, claims: Claims): Unnumbered => {
    if (command.op === 'pin') {
      if (goods.hasProduct(writer.id, command.product)) return { op: 'pin', product: command.product };
      throw new Refusal('BAD_INPUT', 'The show has no such product.', {
        field: 'product',
        mend: 'Take ids from GET /rooms/:id/products.',
      });
    }
    if (command.op === 'unpin') return { op: 'unpin' };
    if (command.op === 'notice') return noticeOf(rooms.records, writer, command, claims, clock.now());
    if (command.op === 'chat') {
      const settings: ChatSettings = { ...writer.chat, ...(compact(command.settings) as Partial<ChatSettings>) };
      return { op: 'chat', settings };
    }
    if (command.by === 'all') return { op: 'retract', by: 'all' };
    if (command.id !== undefined) return { op: 'retract', by: command.by, id: command.id };
    throw new Refusal('BAD_INPUT', 'Which one?', { field: 'id', mend: 'Send the id of the message or of its author.' });
  };

  app.post('/rooms/:id/control', async (request) => {
    const id = param(request, 'id');
    const writer = rooms.writer(id);
    const claims = await readClaims(request, tokens);
    requireRoom(claims, id);
    requireRole(claims, 'owner', 'host', 'moderator');
    const key = readKey(request);
    const command = readInput(control, request.body);
    spend(buckets, claims.subject);
    const scope = `control ${id} ${claims.subject}`;
    return answerOnce(rooms.records.database, { scope, key, input: command }, clock.now(), () => {
      const item = toItem(writer, command, claims);
      const moment = checkMoment(command.at, writer.programTime());
      // (The words of an announcement are in the control log, where their author can have them taken out.)
      const written = command.op === 'notice' ? { ...command, text: undefined } : command;
      rooms.records.audit(id, claims.subject, claims.role, written, clock.now());
      if (item.op === 'retract') {
        rooms.held.retract(id, item.by, item.id ?? '', clock.now());
        if (item.by !== 'message') gateway.retract(id, (author) => item.by === 'all' || author === item.id);
      }
      const done = writer.control(item, moment);
      return { cn: done.cn, at: done.at };
    });
  });
}
