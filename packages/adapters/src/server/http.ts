// SPDX-License-Identifier: MIT
import { toErrorCode, toVitrineError, VitrineError, type ErrorCode, type Ms } from '@vitrine/core';

/** Without an answer for so long a call is given up; what became of it is then unknown. */
const patience: Ms = 10_000;

export interface Call {
  /** Absent: POST with a body, else GET. */
  readonly method?: 'PUT' | 'DELETE';
  readonly body?: object;
  readonly token?: string;
  /** Sent as `Idempotency-Key`: the back end answers the same key the same for ever. */
  readonly commandId?: string;
  readonly signals: readonly AbortSignal[];
}

/** One question to the back end. @throws {VitrineError} with the back end's code, or `NETWORK`, `TIMEOUT`, `ABORTED` */
export type Ask = <T>(path: string, call: Call) => Promise<T>;

interface Refusal {
  readonly code?: ErrorCode;
  readonly message?: string;
  readonly field?: string;
  readonly mend?: string;
  readonly retryAfter?: Ms;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** @param base the back end's URL without a slash at the end */
export function createAsk(base: string, fetch: typeof globalThis.fetch): Ask {
  return async <T>(path: string, { method, body, token, commandId, signals }: Call): Promise<T> => {
    const life = new AbortController();
    const stop = (): void => life.abort(new DOMException('The call was given up.', 'AbortError'));
    if (signals.some(({ aborted }) => aborted)) stop();
    for (const signal of signals) signal.addEventListener('abort', stop);
    const timer = setTimeout(() => life.abort(new DOMException('No answer in time.', 'TimeoutError')), patience);
    // A command that has left may have been done, whatever happens to its answer.
    const outcome = commandId === undefined ? 'not-applied' : 'unknown';
    try {
      const response = await fetch(base + path, {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...(commandId && { 'idempotency-key': commandId }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: life.signal,
      });
      const answer = (await response.json().catch((cause: unknown) => {
        life.signal.throwIfAborted();
        if (response.ok) throw new VitrineError('MALFORMED', `${path} answered no JSON.`, { outcome, cause });
        return {};
      })) as T | Refusal;
      if (response.ok) return answer as T;
      const { code, message = `${path} answered ${response.status}.`, ...more } = answer as Refusal;
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      throw new VitrineError(code && response.status < 500 ? toErrorCode(code) : codeOf(response.status), message, {
        ...(seconds >= 0 && { retryAfter: seconds * 1000 }),
        ...more,
        ...(response.status >= 500 && { outcome }),
      });
    } catch (thrown) {
      if (thrown instanceof VitrineError) throw thrown;
      const { code, message } = toVitrineError(thrown, 'NETWORK');
      throw new VitrineError(code, message, { outcome, cause: thrown });
    } finally {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', stop);
    }
  };
}

// A proxy in between answers without a code of ours, or with one of its own when it cannot reach the back end.
function codeOf(status: number): ErrorCode {
  if (status >= 500) return 'SERVER_ERROR';
  return status === 429 ? 'RATE_LIMITED' : status === 401 ? 'TOKEN_INVALID' : status === 403 ? 'FORBIDDEN' : 'UNKNOWN';
}
