// SPDX-License-Identifier: MIT
import { toErrorCode, VitrineError, type ChatDraft, type EpochMs, type Ms } from '@vitrine/core';
import type { ServerFrame } from '@vitrine/core/wire';
import type { Link } from './link.js';

const patience: Ms = 10_000;

interface Waiting {
  resolve(answer: { readonly id: string }): void;
  reject(error: VitrineError): void;
}

/** What this viewer says, until the back end has it: its acknowledgement or the row itself, whichever comes first. */
export class Speech {
  readonly #link: () => Link;
  readonly #waiting = new Map<string, Set<Waiting>>();
  /** Back end's clock minus ours, roughly. */
  #offset: Ms = 0;
  /** This viewer's id, as the back end greeted them. */
  #own: string | undefined;

  /** @param link asked for when something is said, since each needs the other */
  constructor(link: () => Link) {
    this.#link = link;
  }

  say(draft: ChatDraft, signals: readonly AbortSignal[]): Promise<{ readonly id: string }> {
    const { cid } = draft;
    return new Promise((resolve, reject) => {
      if (signals.some(({ aborted }) => aborted))
        return reject(new VitrineError('ABORTED', 'The message was given up.'));
      if (!this.#link().isUp) return reject(new VitrineError('OFFLINE', 'There is no connection to the back end.'));
      const others = this.#waiting.get(cid) ?? new Set();
      const settle = (): void => {
        clearTimeout(timer);
        for (const signal of signals) signal.removeEventListener('abort', stop);
        others.delete(waiting);
        if (others.size === 0) this.#waiting.delete(cid);
      };
      const waiting: Waiting = {
        resolve(answer) {
          settle();
          resolve(answer);
        },
        reject(error) {
          settle();
          reject(error);
        },
      };
      // It has left: whether the room has it is not known.
      const outcome = 'unknown';
      const stop = (): void => waiting.reject(new VitrineError('ABORTED', 'The message was given up.', { outcome }));
      const late = (): void =>
        waiting.reject(new VitrineError('TIMEOUT', 'The message was not acknowledged.', { outcome }));
      const timer = setTimeout(late, patience);
      for (const signal of signals) signal.addEventListener('abort', stop);
      this.#waiting.set(cid, others.add(waiting));
      this.#link().send({ k: 'm', ...draft });
    });
  }

  take(frame: ServerFrame): void {
    if (frame.k === 'ok') this.#own = frame.viewer.id;
    else if (frame.k === 'a') this.#each(frame.cid, ({ resolve }) => resolve({ id: frame.i }));
    else if (frame.k === 'b' || frame.k === 'snap') {
      this.#offset = ('t' in frame ? frame.t : frame.now) - Date.now();
      // (Two viewers may have made the same client id.)
      for (const { cid, i, u } of frame.m ?? [])
        if (cid && u.id === this.#own) this.#each(cid, ({ resolve }) => resolve({ id: i }));
    } else if (frame.k === 'e' && frame.cid) {
      const { code, field, retryAt } = frame;
      const error = new VitrineError(toErrorCode(code), 'The back end refused the message.', {
        ...(field && { field }),
        ...(retryAt && { retryAfter: this.#until(retryAt) }),
      });
      this.#each(frame.cid, ({ reject }) => reject(error));
    }
  }

  lost(): void {
    const error = new VitrineError('OFFLINE', 'The connection was lost before the message was acknowledged.', {
      outcome: 'unknown',
    });
    for (const cid of [...this.#waiting.keys()]) this.#each(cid, ({ reject }) => reject(error));
  }

  #until(moment: EpochMs): Ms {
    return Math.max(0, moment - Date.now() - this.#offset);
  }

  #each(cid: string, run: (waiting: Waiting) => void): void {
    for (const waiting of [...(this.#waiting.get(cid) ?? [])]) run(waiting);
  }
}
