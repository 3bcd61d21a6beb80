// SPDX-License-Identifier: MIT

/**
 * Every way in which something can be refused or fail, as one closed list. An element chooses its
 * words by code and never shows a back end's own text, so a new way to fail is added here first.
 */
export const errorCodes = [
  // goods and cart
  'OUT_OF_STOCK',
  'INSUFFICIENT_STOCK',
  'PRICE_CHANGED',
  'LIMIT_EXCEEDED',
  'VARIANT_INVALID',
  'NOT_PURCHASABLE',
  'OFFER_NOT_STARTED',
  'OFFER_ENDED',
  'CLAIM_EXPIRED',
  'SOLD_OUT_DATE',
  'QUOTE_EXPIRED',
  'REGION_UNAVAILABLE',
  'CURRENCY_MISMATCH',
  'COUPON_INVALID',
  'COUPON_EXPIRED',
  'COUPON_LIMIT',
  'COUPON_NOT_ELIGIBLE',
  'CART_EMPTY',
  'CART_EXPIRED',
  'CART_CONFLICT',
  'CART_COMPLETED',
  // checkout and payment
  'CHECKOUT_EXPIRED',
  'PAYMENT_DECLINED',
  'PAYMENT_ACTION_REQUIRED',
  'PAYMENT_CANCELED',
  'PAYMENT_PENDING',
  'POPUP_BLOCKED',
  // chat
  'MESSAGE_EMPTY',
  'MESSAGE_TOO_LONG',
  'MESSAGE_REFUSED',
  'SLOW_MODE',
  'CHAT_READ_ONLY',
  'MUTED',
  'NAME_RESERVED',
  // interactions
  'INTERACTION_CLOSED',
  // stream
  'STREAM_NOT_FOUND',
  'STREAM_UNPLAYABLE',
  'STREAM_FORBIDDEN',
  'AUTOPLAY_REFUSED',
  // room, identity, wire
  'ROOM_NOT_FOUND',
  'AUTH_REQUIRED',
  'TOKEN_EXPIRED',
  'TOKEN_INVALID',
  'FORBIDDEN',
  'RATE_LIMITED',
  'BAD_INPUT',
  'CONFLICT',
  'BAD_MONEY',
  'BAD_URL',
  'MALFORMED',
  'UNKNOWN_TYPE',
  'TOO_LARGE',
  'VERSION_MISMATCH',
  // world
  'OFFLINE',
  'NETWORK',
  'TIMEOUT',
  'ABORTED',
  'SERVER_ERROR',
  // wiring
  'NO_HANDLER',
  'NO_PORT',
  'DUPLICATE_HANDLER',
  'PORT_CONFLICT',
  'MISCONFIGURED',
  'STORAGE_BLOCKED',
  'UNKNOWN',
] as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** What became of a command that failed: `unknown` must be read again, never sent again blindly. */
export type Outcome = 'not-applied' | 'applied' | 'unknown';

/** Details of a {@link VitrineError}. */
export interface VitrineErrorOptions {
  /** Whether the same action may succeed if it is tried again unchanged. Default: by code. */
  readonly retryable?: boolean;
  /** How long to wait before trying again, in ms. */
  readonly retryAfter?: number;
  /** The field of the input that is at fault, as a path: `price.minor`. */
  readonly field?: string;
  /** What a developer does about it, one sentence. */
  readonly mend?: string;
  /** What became of the command. Default `not-applied`. */
  readonly outcome?: Outcome;
  /** Figures a sentence needs: `available`, `max`, `before`, `after`. Money in minor units. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly cause?: unknown;
}

const retryableByDefault: readonly ErrorCode[] = [
  'OFFLINE',
  'NETWORK',
  'TIMEOUT',
  'SERVER_ERROR',
  'RATE_LIMITED',
  'SLOW_MODE',
  'CART_CONFLICT',
];

/**
 * The only error that crosses a boundary of Vitrine. `code` is for programs, `message` for the console. Where the room
 * itself throws, the message is the code: its sentence and its mend are in `@vitrine/core/explain`, which is fetched when
 * a line is to be written and not before.
 */
export class VitrineError extends Error {
  override readonly name = 'VitrineError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  readonly field: string | undefined;
  readonly mend: string | undefined;
  readonly outcome: Outcome;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, message: string, options: VitrineErrorOptions = {}) {
    super(message || code, options);
    this.code = code;
    this.retryable = options.retryable ?? retryableByDefault.includes(code);
    this.retryAfter = options.retryAfter;
    this.field = options.field;
    this.mend = options.mend;
    this.outcome = options.outcome ?? 'not-applied';
    this.params = options.params ?? {};
  }
}

/**
 * A code read from a back end, or `UNKNOWN` when it is none by its form. A newer server may send codes this client has no
 * words for: they pass, and elements fall back to their general sentence. (The list above is types only in a viewer's
 * download.)
 */
export function toErrorCode(value: unknown): ErrorCode {
  return typeof value === 'string' && /^[A-Z][A-Z_]{2,39}$/.test(value) ? (value as ErrorCode) : 'UNKNOWN';
}

/** Whatever was thrown, as a {@link VitrineError}; an abort becomes `ABORTED`, a failed fetch `NETWORK`. */
export function toVitrineError(thrown: unknown, fallback: ErrorCode = 'UNKNOWN'): VitrineError {
  if (thrown instanceof VitrineError) return thrown;
  const { name = '', message = String(thrown) } = thrown instanceof Error ? thrown : {};
  const code = name === 'AbortError' ? 'ABORTED' : name === 'TimeoutError' ? 'TIMEOUT' : fallback;
  return new VitrineError(code, message, {
    cause: thrown,
    outcome: name === 'TimeoutError' ? 'unknown' : 'not-applied',
  });
}

/** One console line for a developer: code, field, what happened, what to do. */
export function describeError(error: VitrineError): string {
  const field = error.field ? ` (${error.field})` : '';
  return `[vitrine] ${error.code}${field}: ${error.message}${error.mend ? ` ${error.mend}` : ''}`;
}
