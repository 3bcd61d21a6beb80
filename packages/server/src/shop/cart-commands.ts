// SPDX-License-Identifier: MIT
import type { Cart, CartCommand, CartIssue, CartResult, EpochMs } from '@vitrine/core';
import { Refusal } from '../refusal.js';
import { answerOnce } from '../storage/answers.js';
import type { CartOwner, CartRow, Carts } from './carts.js';
import type { Item } from './goods.js';

type SetCommand = Extract<CartCommand, { kind: 'set' }>;

/** A command with its key and what it is done in. */
export interface CartOrder {
  readonly command: CartCommand;
  readonly key: string;
  readonly currency: string;
  readonly now: EpochMs;
}

/**
 * Does what a cart command wants as far as stock and limits allow; each difference is an issue of the answer.
 * @throws {Refusal} when nothing was done: `VARIANT_INVALID`, `OFFER_ENDED`, `QUOTE_EXPIRED`, `CURRENCY_MISMATCH`
 */
export function applyCommand(carts: Carts, owner: CartOwner, { command, key, currency, now }: CartOrder): CartResult {
  const scope = `cart ${owner.room} ${owner.subject}`;
  return answerOnce(carts.database, { scope, key, input: { command, currency } }, now, () => {
    const row = carts.open(owner);
    const issues =
      command.kind === 'set'
        ? setLine(carts, owner, row, command, currency, now)
        : setCoupon(carts, owner, row, command.code, command.remove === true, now);
    const others = command.kind === 'set' ? command.item.variantId : '';
    issues.push(...reviewLines(carts, owner, row, others, currency, now));
    carts.touch(row.id);
    return { cart: carts.load(owner, currency, now) as Cart, issues };
  });
}

function itemOf(carts: Carts, { room }: CartOwner, { item, expectedUnit }: SetCommand, currency: string): Item {
  if (item.offerId !== undefined)
    throw new Refusal('OFFER_ENDED', 'There is no such offer.', { status: 409, field: 'command.item.offerId' });
  if (item.quoteId !== undefined)
    throw new Refusal('QUOTE_EXPIRED', 'There is no such quote.', { status: 409, field: 'command.item.quoteId' });
  const found = carts.goods.item(room, item.variantId, currency);
  if (!found) {
    throw new Refusal('VARIANT_INVALID', 'The shop has no such variant.', {
      field: 'command.item.variantId',
      mend: 'Take ids from GET /rooms/:id/products.',
    });
  }
  if (expectedUnit && expectedUnit.currency !== currency) {
    throw new Refusal('CURRENCY_MISMATCH', `This cart is in ${currency}.`, { field: 'command.expectedUnit.currency' });
  }
  return found;
}

function setLine(
  carts: Carts,
  owner: CartOwner,
  row: CartRow,
  command: SetCommand,
  currency: string,
  now: EpochMs,
): CartIssue[] {
  const issues: CartIssue[] = [];
  const item = itemOf(carts, owner, command, currency);
  const { quantity: requested, expectedUnit } = command;
  const lineId = item.variantId;
  let quantity = requested;
  if (item.maximum !== undefined && quantity > item.maximum) {
    quantity = item.maximum;
    issues.push({ code: 'LIMIT_EXCEEDED', lineId, severity: 'warn', available: item.maximum, requested });
  }
  const available = carts.stock.available(owner.room, lineId, now, owner.subject);
  if (quantity > available) {
    quantity = available;
    const code = available === 0 ? 'OUT_OF_STOCK' : 'INSUFFICIENT_STOCK';
    issues.push({ code, lineId, severity: 'warn', available, requested });
  }
  const { amount } = item.price;
  if (quantity > 0 && expectedUnit && expectedUnit.minor !== amount.minor) {
    const severity = amount.minor > expectedUnit.minor ? 'block' : 'info';
    issues.push({
      code: 'PRICE_CHANGED',
      lineId,
      severity,
      before: { minor: expectedUnit.minor, currency },
      after: amount,
    });
  }
  carts.put(row.id, lineId, quantity, amount);
  return issues;
}

function setCoupon(
  carts: Carts,
  { room }: CartOwner,
  row: CartRow,
  code: string,
  isRemoved: boolean,
  now: EpochMs,
): CartIssue[] {
  const written = code.trim().toUpperCase();
  if (isRemoved) {
    if (row.coupon === written) carts.setCoupon(row.id, null);
    return [];
  }
  if (carts.couponShare(room, written, now) === undefined) return [{ code: 'COUPON_INVALID', severity: 'warn' }];
  carts.setCoupon(row.id, written);
  return [];
}

/** What happened to the other lines since they were last looked at: told, never quietly put right. */
function reviewLines(
  carts: Carts,
  owner: CartOwner,
  row: CartRow,
  except: string,
  currency: string,
  now: EpochMs,
): CartIssue[] {
  const issues: CartIssue[] = [];
  for (const { variant, quantity, seen_amount, seen_currency } of carts.lines(row.id)) {
    if (variant === except) continue;
    const item = carts.goods.item(owner.room, variant, currency);
    if (!item) continue;
    const available = carts.stock.available(owner.room, variant, now, owner.subject);
    if (quantity > available) {
      const code = available === 0 ? 'OUT_OF_STOCK' : 'INSUFFICIENT_STOCK';
      issues.push({ code, lineId: variant, severity: 'block', available, requested: quantity });
    }
    const after = item.price.amount;
    if (seen_currency === currency && seen_amount !== after.minor) {
      const severity = after.minor > seen_amount ? 'block' : 'info';
      issues.push({
        code: 'PRICE_CHANGED',
        lineId: variant,
        severity,
        before: { minor: seen_amount, currency },
        after,
      });
    }
    carts.put(row.id, variant, quantity, after);
  }
  return issues;
}
