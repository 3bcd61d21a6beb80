// SPDX-License-Identifier: MIT
// What viewers take part in. A chunk of its own, fetched when somebody listens to it.
import {
  backoffDelay,
  isStaff,
  pause,
  toVitrineError,
  type CommandOptions,
  type Sink,
  type Viewer,
} from '@vitrine/core';
import type { InteractionAnswer, InteractionEvent, InteractionsPort } from '@vitrine/core/interactions';
import type {
  BatchFrame,
  SnapshotFrame,
  WireAct,
  WireAnswered,
  WireControl,
  WireEntry,
  WireInteractions,
} from '@vitrine/core/wire';
import type { ServerParts } from './ports.js';

type Told = WireAct & { readonly at: number; readonly cn?: number };

const acts: ReadonlySet<string> = new Set(['open', 'close', 'entry', 'tally', 'settle']);

const isAct = (item: WireControl): item is Extract<WireControl, WireAct> => acts.has(item.op);

function toEntry(
  { author, ...entry }: WireEntry,
  viewer: Viewer,
): Extract<InteractionEvent, { kind: 'entry' }>['entry'] {
  return { ...entry, author, ...(author.id === viewer.id && { isOwn: true }) };
}

function toEvents(item: Told, viewer: Viewer): InteractionEvent[] {
  const { at } = item;
  if (item.op === 'open') return [{ kind: 'open', interaction: { ...item.interaction, at } }];
  if (item.op === 'close') return [{ kind: 'close', id: item.id }];
  const { id } = item;
  if (item.op === 'settle') return [{ kind: 'settle', id, option: item.option, as: item.as, at }];
  if (item.op === 'entry') return item.entry ? [{ kind: 'entry', id, entry: toEntry(item.entry, viewer), at }] : [];
  return Object.entries(item.counts).map(([option, count]) => ({ kind: 'tally', id, option, count, at }));
}

/** One listener: told all there is, then what changes, and all there is again when changes were missed. */
class Listener {
  readonly #parts: ServerParts;
  readonly #sink: Sink<InteractionEvent>;
  readonly #signals: readonly AbortSignal[];
  #viewer: Viewer;
  /** What came while everything was on its way. */
  #late: Told[] = [];
  /** Control items up to this number are known. */
  #known = 0;
  #epoch: string | undefined;
  #loading: 'no' | 'yes' | 'again' = 'no';

  constructor(parts: ServerParts, viewer: Viewer, sink: Sink<InteractionEvent>, signals: readonly AbortSignal[]) {
    this.#parts = parts;
    this.#viewer = viewer;
    this.#sink = sink;
    this.#signals = signals;
  }

  get #isOver(): boolean {
    return this.#signals.some(({ aborted }) => aborted);
  }

  readonly take = (frame: BatchFrame | SnapshotFrame): void => {
    if (frame.k === 'snap') {
      const isAnother = this.#epoch !== undefined && this.#epoch !== frame.ep;
      this.#epoch = frame.ep;
      // What was missed is in no control item any more.
      if (isAnother || frame.cn > this.#known) void this.load();
      return;
    }
    const items = (frame.c ?? []).filter(isAct);
    if (this.#loading !== 'no') this.#late.push(...items);
    else this.#pass(items);
  };

  #pass(items: readonly Told[], before: readonly InteractionEvent[] = []): void {
    const fresh = items.filter(({ cn = 0 }) => cn > this.#known);
    this.#known = Math.max(this.#known, ...fresh.map(({ cn = 0 }) => cn));
    const events = [...before, ...fresh.flatMap((item) => toEvents(item, this.#viewer))];
    if (events.length > 0) this.tell(...events);
    // Told without its words: who may read them fetches them.
    if (isStaff(this.#viewer.role) && fresh.some((item) => item.op === 'entry' && !item.entry)) void this.load();
  }

  tell(...events: readonly InteractionEvent[]): void {
    if (!this.#isOver) this.#sink.next(events);
  }

  /** What the viewer has done: the list that is on its way may not have it yet. */
  tellOwn(events: readonly InteractionEvent[]): void {
    this.tell(...events);
    if (this.#loading !== 'no') this.#loading = 'again';
  }

  /** Fetches everything, again and again until it is there. */
  async load(): Promise<void> {
    if (this.#loading !== 'no') return void (this.#loading = 'again');
    const { passport, room, context } = this.#parts;
    for (let attempt = 0; !this.#isOver; attempt++) {
      this.#loading = 'yes';
      try {
        // After a login it is another one.
        this.#viewer = (await passport.get()).viewer;
        const { cn, items, own } = await passport.ask<WireInteractions>(`${room}/interactions`, {
          signals: this.#signals,
        });
        // (Changed by another call while this one waited.)
        if ((this.#loading as string) === 'again') continue;
        this.#loading = 'no';
        this.#known = cn;
        this.#pass(this.#late.splice(0), [
          { kind: 'all' },
          ...items.flatMap((item) => toEvents(item, this.#viewer)),
          ...own.map((one) => ({ kind: 'own', on: true, ...one }) as const),
        ]);
        return;
      } catch (thrown) {
        const error = toVitrineError(thrown);
        if (this.#isOver) return;
        if (!error.retryable) return this.#sink.fail(error);
        context.report(error);
        await pause(backoffDelay(attempt, error.retryAfter), context.signal).catch(() => undefined);
      }
    }
  }
}

/** The interactions of a room on the reference back end. */
export function interactionsPort(parts: ServerParts): Required<InteractionsPort> {
  const { context, passport, room, frames } = parts;
  const listeners = new Set<Listener>();
  const path = (id: string, what: string): string => `${room}/interactions/${encodeURIComponent(id)}/${what}`;
  const command = <T>(where: string, body: object, { commandId, signal }: CommandOptions): Promise<T> =>
    passport.ask<T>(where, { body, commandId, signals: [signal, context.signal] });
  return {
    async subscribe(sink, { signal }) {
      const { viewer } = await passport.get();
      const listener = new Listener(parts, viewer, sink, [signal, context.signal]);
      if (signal.aborted || context.signal.aborted) return;
      const stop = (): void => {
        listeners.delete(listener);
        frames.delete(listener.take);
      };
      for (const one of [signal, context.signal]) one.addEventListener('abort', stop, { once: true });
      listeners.add(listener);
      frames.add(listener.take);
      await listener.load();
    },
    async answer(id: string, answer: InteractionAnswer, options: CommandOptions) {
      const { at, entry } = await command<WireAnswered>(path(id, 'answers'), { answer }, options);
      const { viewer } = await passport.get();
      const own: InteractionEvent[] = [];
      if (entry) own.push({ kind: 'entry', id, entry: toEntry(entry, viewer), at });
      if (answer.do === 'count') own.push({ kind: 'own', id, option: answer.option, on: answer.on, at });
      if (own.length > 0) for (const listener of listeners) listener.tellOwn(own);
    },
    launch: (draft, { at, ...options }) =>
      command<{ readonly id: string }>(`${room}/interactions`, { ...draft, ...(at !== undefined && { at }) }, options),
    async close(id, options) {
      await command(path(id, 'close'), {}, options);
    },
  };
}
