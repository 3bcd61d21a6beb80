// SPDX-License-Identifier: MIT
import type { EpochMs, ProgramTime } from '@vitrine/core';
import type { SnapshotFrame, WireControl, WireControlOf } from '@vitrine/core/wire';
import type { LoggedControl, RoomRecords } from '../rooms/room-records.js';

const pinSpan = 60_000;
// As long as a viewer may have rows on screen from before a retraction it missed.
const retractSpan = 600_000;

type Pinned = SnapshotFrame['pinned'];

function toPinned(item: WireControl | undefined): Pinned {
  if (item?.op === 'pin') return { product: item.product, at: item.at };
  return { product: null, at: item?.at ?? 0 };
}

type Noticed = WireControlOf<'notice'>;

function toNoticed({ notice, at }: Noticed): NonNullable<SnapshotFrame['notice']> {
  return { at, ...(notice ? { notice } : {}) };
}

/** The control items of the last ten minutes in memory, and what a snapshot tells of them. */
export class ControlLog {
  readonly #room: string;
  readonly #records: RoomRecords;
  #logged: LoggedControl[];
  #base: Pinned;
  /** What stood at the top of the chat before them. */
  #notice: Noticed | undefined;
  /** The newest number given out. */
  #newest: number;

  constructor(room: string, records: RoomRecords, now: EpochMs) {
    this.#room = room;
    this.#records = records;
    this.#logged = records.controlSince(room, now - retractSpan);
    this.#base = toPinned(records.lastControl(room, ['pin', 'unpin'], now - retractSpan));
    const noticed = records.lastControl(room, ['notice'], now - retractSpan);
    this.#notice = noticed?.op === 'notice' ? noticed : undefined;
    this.#newest = records.newestControl(room);
  }

  get newest(): number {
    return this.#newest;
  }

  /** What is pinned now. */
  get pinned(): string | null {
    const last = this.#logged.findLast(({ item }) => item.op === 'pin' || item.op === 'unpin');
    return last ? toPinned(last.item).product : this.#base.product;
  }

  /** Numbers an item and writes it down before anybody sees it. */
  append<T extends Unnumbered>(item: T, at: ProgramTime, now: EpochMs): WireControl {
    const cn = this.#newest + 1;
    const numbered = { ...item, cn, at } as WireControl;
    this.#records.addControl(this.#room, { item: numbered, madeAt: now });
    this.#newest = cn;
    this.#logged.push({ item: numbered, madeAt: now });
    return numbered;
  }

  /** Takes words out of what is kept in memory; the records are another's business. */
  redact(redacted: (item: WireControl) => WireControl): void {
    this.#logged = this.#logged.map(({ item, madeAt }) => ({ item: redacted(item), madeAt }));
    const noticed = this.#notice && redacted(this.#notice);
    if (noticed?.op === 'notice') this.#notice = noticed;
  }

  /** Forgets what no snapshot tells any more. */
  #prune(now: EpochMs): void {
    const kept = this.#logged.findIndex(({ madeAt }) => madeAt >= now - retractSpan);
    const gone = this.#logged.splice(0, kept < 0 ? this.#logged.length : kept);
    for (const { item } of gone) {
      if (item.op === 'pin' || item.op === 'unpin') this.#base = toPinned(item);
      if (item.op === 'notice') this.#notice = item;
    }
  }

  /**
   * What was pinned and stood at the top of the chat a minute ago and what was done since, for a viewer who may be that
   * far behind the picture. Items numbered above `shown` are left out: they come in the next batch.
   */
  snapshot(shown: number, now: EpochMs): Pick<SnapshotFrame, 'cn' | 'pinned' | 'notice' | 'c'> {
    this.#prune(now);
    let pinned = this.#base;
    let noticed = this.#notice;
    const latest = new Map<string, WireControl>();
    const others: WireControl[] = [];
    for (const { item, madeAt } of this.#logged) {
      if (item.cn > shown) break;
      const isRecent = madeAt >= now - pinSpan;
      if (item.op === 'pin' || item.op === 'unpin') {
        if (isRecent) others.push(item);
        else pinned = toPinned(item);
      } else if (item.op === 'notice') {
        if (isRecent) others.push(item);
        else noticed = item;
      } else if (item.op === 'retract') {
        // Who takes back what they have said once more takes back all of it.
        if (item.until === undefined) others.push(item);
        else latest.set(`retract ${item.id}`, item);
      }
      // Stock and price are truths of now: the last word is enough.
      else if (isRecent && item.op === 'stock') latest.set(`stock ${item.variant}`, item);
      else if (isRecent && item.op === 'price') latest.set(`price ${item.variant} ${item.price.amount.currency}`, item);
    }
    return {
      cn: shown,
      pinned,
      ...(noticed ? { notice: toNoticed(noticed) } : {}),
      c: [...others, ...latest.values()].sort((a, b) => a.cn - b.cn),
    };
  }
}

/** A control item before it has its number and its moment. */
export type Unnumbered = WireControl extends infer Item
  ? Item extends WireControl
    ? Omit<Item, 'cn' | 'at'>
    : never
  : never;
