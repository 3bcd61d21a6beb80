// SPDX-License-Identifier: MIT
// What a shop's own service says of a message before the room sees it.
import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { Ms } from '@vitrine/core';
import type { Clock } from '../clock.js';

/** What becomes of a message: it is said, it waits for a word of the staff, or it is refused. */
export const verdicts = ['allow', 'hold', 'refuse'] as const;
export type Verdict = (typeof verdicts)[number];

/** What is asked about, as JSON in the body of a POST. */
export interface ReviewedMessage {
  readonly room: string;
  readonly author: { readonly id: string; readonly name: string; readonly isGuest: boolean };
  /** As the room would see it. */
  readonly text: string;
}

/** Where and how is asked. */
export interface ReviewerOptions {
  readonly url: string;
  readonly timeout: Ms;
  /** Signs what is asked, so that the service knows who asks. */
  readonly secret: string | undefined;
  readonly clock: Clock;
  readonly log: Logger;
}

// What is not answered costs a connection each for as long as is waited.
const mostAtOnce = 200;
const answer = v.object({ verdict: v.picklist(verdicts) });

/** Asks a service over HTTP, which answers `{"verdict": "allow" | "hold" | "refuse"}`. */
export class Reviewer {
  readonly #options: ReviewerOptions;
  #asked = 0;

  constructor(options: ReviewerOptions) {
    this.#options = options;
  }

  /** @returns null when there is no answer in time, or none that is understood */
  async ask(message: ReviewedMessage): Promise<Verdict | null> {
    const { url, timeout, secret, clock, log } = this.#options;
    if (this.#asked >= mostAtOnce) return null;
    this.#asked++;
    try {
      const body = JSON.stringify(message);
      const t = clock.now();
      const sign = (key: string): string => createHmac('sha256', key).update(`${t}.${body}`).digest('hex');
      const signed = secret === undefined ? {} : { 'vitrine-signature': `t=${t},v1=${sign(secret)}` };
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeout),
      });
      if (!response.ok) throw new Error(`It answered ${response.status}.`);
      return v.parse(answer, await response.json()).verdict;
    } catch (error) {
      log.warn({ err: error, room: message.room }, 'review failed; the room’s policy says what becomes of the message');
      return null;
    } finally {
      this.#asked--;
    }
  }
}
