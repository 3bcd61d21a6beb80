// SPDX-License-Identifier: MIT
import { isAimed, VitrineError, type ChatMessage, type Retraction, type EpochMs, type Ms } from '@vitrine/core';
import type { Decision, WaitingMessage, Restriction, RestrictedPerson, RoomPolicy } from '@vitrine/core/moderation';
import type { DemoChat, Gate, Speaker } from './chat.js';
import type { Stage } from './stage.js';

const severity: readonly Restriction[] = ['muted', 'shadowed', 'banned'];
const mostWords = 2000;
const longestWord = 64;
const longestReason = 200;
const mostReasons = 3;
const link = /\bhttps?:\/\/|\bwww\.|\b[\w-]+\.(com|net|org|shop|store)\b/i;

const noLetters = /[^\p{L}\p{N}\p{M}]+/gu;
const noPattern = /[^\p{L}\p{N}\p{M}*]+/gu;

/** The words of a text, each between spaces, in lower case. */
const spaced = (text: string, parted = noLetters): string => ` ${text.toLowerCase().replace(parted, ' ').trim()} `;

/** What finds a pattern in what {@link spaced} makes of a text. */
function finderOf(pattern: string): (text: string) => boolean {
  const words = spaced(pattern, noPattern).replace(/^ \*+|\*+ $/g, '');
  if (!words.includes('*')) return (text) => text.includes(words);
  const expression = new RegExp(words.replace(/\*+/g, '[^ ]*'), 'u');
  return (text) => expression.test(text);
}

/** What viewers find of a message. */
interface Reports {
  /** By who reports: what they say of it. */
  readonly by: Map<string, string>;
  /** What the staff lets stand is not asked about again. */
  isSettled: boolean;
}

/** The pretended staff's desk: what waits, who may not write, and what is not said. */
export class DemoModeration implements Gate {
  readonly #stage: Stage;
  readonly #chat: DemoChat;
  /** Ids of what has waited, in the order in which it came. */
  readonly #waiting = new Set<string>();
  readonly #held = new Map<string, WaitingMessage>();
  readonly #reports = new Map<string, Reports>();
  readonly #people = new Map<string, RestrictedPerson>();
  /** What the people who have spoken are called. */
  readonly #names = new Map<string, string>();
  #words: readonly ((text: string) => boolean)[] = [];
  policy: RoomPolicy = { words: [], links: 'all', hold: 'none', unreviewed: 'allow', revision: 0 };

  constructor(stage: Stage, chat: DemoChat) {
    this.#stage = stage;
    this.#chat = chat;
    chat.gate = this;
  }

  takes({ id, name, role, isGuest }: Speaker, message: ChatMessage): boolean {
    if (role !== 'viewer') return false;
    this.#names.set(id, name);
    const now = this.#stage.clock.now();
    const { restriction, until } = this.people.find((one) => one.id === id) ?? {};
    if (restriction === 'banned') throw new VitrineError('FORBIDDEN', 'The staff does not let you in here.');
    if (restriction === 'muted') {
      const wait = until === undefined ? {} : { retryAfter: until - now };
      throw new VitrineError('MUTED', 'The staff has taken the word from you.', wait);
    }
    const { links, hold } = this.policy;
    const said = spaced(message.text);
    if (this.#words.some((isIn) => isIn(said)) || (links === 'staff' && link.test(message.text)))
      throw new VitrineError('MESSAGE_REFUSED', 'This is not said in this room.', { field: 'text' });
    if (restriction === 'shadowed') return true;
    if (hold === 'none' || (hold === 'guests' && !isGuest)) return false;
    this.#held.set(message.id, { ...message, isGuest });
    this.#waiting.add(message.id);
    return true;
  }

  waitingOf(author: string): readonly ChatMessage[] {
    return [...this.#held.values()].filter((message) => message.author.id === author);
  }

  drop(target: Retraction): void {
    for (const [id, message] of [...this.#held]) if (isAimed(target, message)) this.#held.delete(id);
    // (Also what they say of others' messages is theirs.)
    if (target.kind === 'author' && 'until' in target)
      for (const { by } of this.#reports.values()) if (by.has(target.id)) by.set(target.id, '');
  }

  /** Puts a message, or the host's own words, at the top of the chat, or nothing any more. */
  pin(target: { readonly id: string } | { readonly text: string } | null, until?: EpochMs): void {
    if (!target) return this.#chat.stand(null);
    const said = { author: this.#chat.host, sentAt: this.#stage.clock.now() };
    const found = 'id' in target ? this.#chat.find(target.id) : { ...said, text: target.text.trim() };
    if (!found) throw new VitrineError('BAD_INPUT', 'The demo has no such message.', { field: 'message' });
    const { author, text, sentAt } = found;
    if (!text) throw new VitrineError('MESSAGE_EMPTY', 'There is nothing to see in it.', { field: 'text' });
    this.#chat.stand({ ...target, author, text, sentAt, ...(until !== undefined && { until }) });
  }

  /** A viewer reports a message; each counts once. */
  report(id: string, reporter: string, reason = ''): void {
    const found = this.#chat.find(id);
    if (!found || found.author.id === reporter)
      throw new VitrineError('BAD_INPUT', 'The demo has no such message of somebody else.', { field: 'message' });
    const reports = this.#reports.get(id) ?? { by: new Map(), isSettled: false };
    if (!reports.by.has(reporter)) reports.by.set(reporter, reason.slice(0, longestReason));
    this.#reports.set(id, reports);
    this.#waiting.add(id);
  }

  /** What waits, held or reported, the longest waiting first. */
  get held(): readonly WaitingMessage[] {
    return [...this.#waiting].flatMap((id) => this.#held.get(id) ?? this.#reported(id) ?? []);
  }

  /** What was reported and still stands. */
  #reported(id: string): WaitingMessage | undefined {
    const { by = new Map<string, string>(), isSettled = true } = this.#reports.get(id) ?? {};
    const found = this.#chat.find(id);
    if (!found || isSettled) return undefined;
    const reasons = [...by.values()].filter(Boolean).slice(0, mostReasons);
    return { ...found, why: 'reported', reports: by.size, ...(reasons.length > 0 && { reasons }) };
  }

  /** What is reported is left where it stands, or taken out of the chat. */
  #settle(id: string, decision: Decision): boolean {
    const reports = this.#reports.get(id);
    if (!reports || reports.isSettled || !this.#chat.find(id)) return false;
    reports.isSettled = true;
    if (decision === 'remove') this.#chat.retract({ kind: 'message', id });
    return true;
  }

  decide(id: string, decision: Decision): boolean {
    const found = this.#held.get(id);
    if (!found) return this.#settle(id, decision);
    this.#held.delete(id);
    const { isGuest: _unsaid, ...message } = found;
    if (decision === 'allow') this.#chat.publish({ ...message, at: this.#stage.clock.now() });
    return true;
  }

  /** For whom something holds now. */
  get people(): readonly RestrictedPerson[] {
    const now = this.#stage.clock.now();
    return [...this.#people.values()].filter(({ until = Infinity }) => until > now);
  }

  restrict(
    id: string,
    restriction: Restriction | 'none',
    { for: lasting, instead }: { readonly for?: Ms; readonly instead?: boolean },
  ): void {
    if (restriction === 'none') return void this.#people.delete(id);
    const since = this.#stage.clock.now();
    const until = lasting === undefined ? Infinity : since + lasting;
    const known = instead ? undefined : this.people.find((one) => one.id === id);
    const more = known ? severity.indexOf(known.restriction) - severity.indexOf(restriction) : -1;
    if (known && (more > 0 || (more === 0 && (known.until ?? Infinity) >= until))) return;
    const name = this.#names.get(id) ?? this.#chat.nameOf(id);
    this.#people.delete(id);
    this.#people.set(id, {
      id,
      ...(name !== undefined && { name }),
      restriction,
      since,
      ...(until < Infinity && { until }),
    });
  }

  /** Whoever changes it says which one they have seen. */
  setPolicy(policy: RoomPolicy): RoomPolicy {
    const { revision = 0 } = this.policy;
    if (policy.revision !== undefined && policy.revision !== revision)
      throw new VitrineError('CONFLICT', 'Somebody else has changed it meanwhile.', { field: 'revision' });
    const { words } = policy;
    const fault = words.findIndex((one) => one.length > longestWord || !/[\p{L}\p{N}]/u.test(one));
    if (words.length > mostWords || fault >= 0)
      throw new VitrineError('BAD_INPUT', 'This is no list of words.', {
        field: fault < 0 ? 'words' : `words.${fault}`,
      });
    this.#words = words.map(finderOf);
    return (this.policy = { ...policy, revision: revision + 1 });
  }

  /** Another of the staff changes it. */
  change(change: Partial<RoomPolicy>): void {
    const { revision: _seen, ...policy } = { ...this.policy, ...change };
    this.setPolicy(policy);
  }
}
