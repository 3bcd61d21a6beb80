// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { Batch } from './batch.js';

/** A connection as its room sees it. */
export interface Member {
  /** Whose it is: one person may watch in several tabs and is one viewer. */
  readonly subject: string;
  deliver(batch: Batch): void;
}

/** Who is connected to a room, and how many viewers that makes. */
export class Audience {
  readonly #members = new Set<Member>();
  readonly #subjects = new Map<string, number>();
  readonly #changed: () => void;
  #more = 0;
  #told = 0;
  #toldAt: EpochMs = 0;

  /** @param changed called when the number of viewers may be another */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Connections. */
  get size(): number {
    return this.#members.size;
  }
  /** Viewers. */
  get count(): number {
    return this.#subjects.size + this.#more;
  }
  get isChanged(): boolean {
    return this.count !== this.#told;
  }
  get toldAt(): EpochMs {
    return this.#toldAt;
  }

  /** Viewers of a demonstration, counted on top. */
  set more(count: number) {
    this.#more = count;
    this.#changed();
  }

  /** The count as it is told now. */
  tell(now: EpochMs): number {
    this.#told = this.count;
    this.#toldAt = now;
    return this.#told;
  }

  add(member: Member): void {
    this.#members.add(member);
    this.#subjects.set(member.subject, (this.#subjects.get(member.subject) ?? 0) + 1);
  }

  remove(member: Member): void {
    if (!this.#members.delete(member)) return;
    const left = (this.#subjects.get(member.subject) ?? 1) - 1;
    if (left > 0) this.#subjects.set(member.subject, left);
    else this.#subjects.delete(member.subject);
  }

  deliver(batch: Batch): void {
    for (const member of this.#members) member.deliver(batch);
  }

  [Symbol.iterator](): Iterator<Member> {
    return this.#members.values();
  }
}
