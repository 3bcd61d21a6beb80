// SPDX-License-Identifier: MIT
import type { ChatSettings, EpochMs } from '@vitrine/core';
import type { Clock } from '../clock.js';
import { isStaff, type Claims } from '../identity/claims.js';
import { notHere, Refusal } from '../refusal.js';
import type { Rate } from '../options.js';
import type { Policy } from '../rooms/policies.js';
import { Buckets } from '../text/buckets.js';
import { passText } from '../text/gate.js';

/** A message has at most so many bytes of UTF-8. */
export const mostBytes = 3000;
const repeatSpan = 10_000;
const mostRemembered = 50_000;

interface Said {
  readonly text: string;
  readonly at: EpochMs;
}

/** What a room asks of what is said in it. */
export interface RoomRules {
  readonly settings: ChatSettings;
  readonly policy: Policy;
}

/** Who may say what, and when: the gate every message passes before the room sees it. */
export class ChatGate {
  readonly #clock: Clock;
  readonly #people: Buckets;
  readonly #connections: Buckets;
  /** By room and person, the one who spoke last at the end. */
  readonly #said = new Map<string, Said>();

  constructor(rate: Rate, clock: Clock) {
    this.#clock = clock;
    this.#people = new Buckets(rate, clock);
    this.#connections = new Buckets(rate, clock);
  }

  /**
   * The text as the room may see it.
   * @param connection names the connection it came by
   * @throws {Refusal} `AUTH_REQUIRED`, `CHAT_READ_ONLY`, `SLOW_MODE`, `RATE_LIMITED`, `MESSAGE_EMPTY`,
   *   `MESSAGE_TOO_LONG`, `MESSAGE_REFUSED`
   */
  pass(text: string, claims: Claims | null, connection: string, { settings, policy }: RoomRules): string {
    if (!claims)
      throw new Refusal('AUTH_REQUIRED', 'Only who has a token may write.', { mend: 'Ask for one with POST /guest.' });
    const staff = isStaff(claims.role);
    if (!staff) this.#checkMode(claims, settings);
    const passed = passText(text, { graphemes: settings.maximumLength, bytes: mostBytes });
    if (staff) return passed;
    const key = `${claims.room} ${claims.subject}`;
    const now = this.#clock.now();
    const last = this.#said.get(key);
    const slow = last ? last.at + settings.slowMode - now : 0;
    if (slow > 0) throw new Refusal('SLOW_MODE', 'Slow mode asks for a pause.', { retryAfter: slow });
    if (last?.text === passed && now - last.at < repeatSpan) {
      throw new Refusal('MESSAGE_REFUSED', 'The same words were said a moment ago.', { field: 'text' });
    }
    const wait = this.#connections.take(connection) || this.#people.take(key);
    if (wait > 0) throw new Refusal('RATE_LIMITED', 'Too many messages.', { retryAfter: wait });
    // (After the limits, for it takes its time.)
    if (!policy.allows(passed) || !policy.allowsName(claims.name ?? '')) throw notHere('text');
    this.#remember(key, { text: passed, at: now });
    return passed;
  }

  #checkMode({ isGuest }: Claims, { mode }: ChatSettings): void {
    if (mode === 'read-only') throw new Refusal('CHAT_READ_ONLY', 'Only the staff writes at present.', { status: 403 });
    if (mode === 'members' && isGuest) throw new Refusal('AUTH_REQUIRED', 'Only members write here.');
  }

  #remember(key: string, said: Said): void {
    this.#said.delete(key);
    this.#said.set(key, said);
    if (this.#said.size <= mostRemembered) return;
    const [oldest] = this.#said.keys();
    if (oldest !== undefined) this.#said.delete(oldest);
  }
}
