// SPDX-License-Identifier: MIT
import type { ErrorCode, Ms } from '@vitrine/core';

/** Details of a {@link Refusal}; they travel to the client as they are. */
export interface RefusalOptions {
  /** The HTTP status. Default: by code. */
  readonly status?: number;
  /** The field of the input at fault, as a path: `command.item.variantId`. */
  readonly field?: string;
  /** What a developer does about it, one sentence. */
  readonly mend?: string;
  /** How long to wait before trying again, in ms. */
  readonly retryAfter?: Ms;
  /** Figures a sentence needs: `available`, `maximum`, `before`, `after`. Money in minor units. */
  readonly params?: Readonly<Record<string, string | number>>;
}

const statuses: Partial<Record<ErrorCode, number>> = {
  AUTH_REQUIRED: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_INVALID: 401,
  FORBIDDEN: 403,
  ROOM_NOT_FOUND: 404,
  VARIANT_INVALID: 422,
  OUT_OF_STOCK: 409,
  INSUFFICIENT_STOCK: 409,
  LIMIT_EXCEEDED: 409,
  PRICE_CHANGED: 409,
  CURRENCY_MISMATCH: 409,
  CART_EMPTY: 409,
  CONFLICT: 409,
  NAME_RESERVED: 409,
  INTERACTION_CLOSED: 409,
  PAYMENT_CANCELED: 409,
  CHECKOUT_EXPIRED: 410,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  SLOW_MODE: 429,
  SERVER_ERROR: 500,
};

/** The body of every HTTP answer that is an error. */
export interface RefusalBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field?: string;
  readonly mend?: string;
  readonly retryAfter?: Ms;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Something this server does not do, and why: the only error that crosses its boundary. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly status: number;
  readonly options: RefusalOptions;

  constructor(code: ErrorCode, message: string, options: RefusalOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? statuses[code] ?? 400;
    this.options = options;
  }

  get retryAfter(): Ms | undefined {
    return this.options.retryAfter;
  }

  get field(): string | undefined {
    return this.options.field;
  }

  /** What an HTTP client is told. */
  toBody(): RefusalBody {
    const { field, mend, retryAfter, params } = this.options;
    return {
      code: this.code,
      message: this.message,
      ...(field === undefined ? {} : { field }),
      ...(mend === undefined ? {} : { mend }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(params === undefined ? {} : { params }),
    };
  }
}

/** A text is not wanted in a room. (Why is not told: who is told learns the list.) */
export const notHere = (field: string): Refusal =>
  new Refusal('MESSAGE_REFUSED', 'This is not said in this room.', { field });
