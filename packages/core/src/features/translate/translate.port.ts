// SPDX-License-Identifier: MIT
import type { ChatMessage } from '../chat/index.js';

/** What somebody has said, in another language. */
export interface Translation {
  /** Plain text, only ever shown as text. */
  readonly text: string;
  /** BCP 47: the language it was written in. Absent: nobody knows. */
  readonly from?: string;
}

export interface TranslateOptions {
  /** BCP 47: the language it is wanted in. */
  readonly to: string;
  readonly signal: AbortSignal;
}

export interface TranslatePort {
  /**
   * A message in the viewer's language, asked for when they want to read it. What is in that language already is answered
   * as it is.
   * @param message a back end that has its words on record goes by the id, and translates nothing else
   * @throws {VitrineError} `BAD_INPUT` (field `to`: not into this language), `RATE_LIMITED`, `NETWORK`, `TIMEOUT`
   */
  message(message: Pick<ChatMessage, 'id' | 'text'>, options: TranslateOptions): Promise<Translation>;
}

declare module '../../adapter/adapter.js' {
  interface Ports {
    translate: TranslatePort;
  }
}
