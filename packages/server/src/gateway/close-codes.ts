// SPDX-License-Identifier: MIT
import type { ErrorCode } from '@vitrine/core';

const byError: Partial<Record<ErrorCode, number>> = {
  TOKEN_EXPIRED: 4401,
  TOKEN_INVALID: 4401,
  AUTH_REQUIRED: 4401,
  FORBIDDEN: 4403,
  ROOM_NOT_FOUND: 4404,
  VERSION_MISMATCH: 4406,
  TIMEOUT: 4408,
  RATE_LIMITED: 4429,
  // RFC 6455, section 7.4.1
  MALFORMED: 1003,
  UNKNOWN_TYPE: 1003,
  TOO_LARGE: 1009,
  SERVER_ERROR: 1011,
};

/** With which code a socket is closed; `docs/protocol.md` lists them. */
export const closeCodes = {
  /** The server stops or starts anew: come back. */
  restart: 1012,
  of: (code: ErrorCode): number => byError[code] ?? 1008,
};
