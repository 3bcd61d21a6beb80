// SPDX-License-Identifier: MIT
// What viewers of the pretended show take part in. A chunk of its own, fetched when somebody listens.
import { VitrineError, type ProgramTime, type Sink } from '@vitrine/core';
import type {
  CountAnswer,
  Interaction,
  InteractionDraft,
  InteractionEntry,
  InteractionEvent,
  Settlement,
} from '@vitrine/core/interactions';
import type { OwnQuestion } from '@vitrine/core/own-words';
import { feed } from '../shared/feed.js';
import { questionsIn, type DemoQuestion } from './questions.js';
import type { Stage } from './stage.js';

/** Who answers, of the pretended people. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly isStaff: boolean;
}

interface Board {
  readonly interaction: Interaction;
  isClosed: boolean;
  readonly entries: { readonly entry: InteractionEntry; readonly at: ProgramTime }[];
  /** By option: who counts for it, and since when. */
  readonly counts: Map<string, Map<string, ProgramTime>>;
  readonly settled: Map<string, Settlement>;
}

const asksEvery = 25_000;
const votesEvery = 9_000;
/** So many pretended people vote, each once for a question: a room does not remember more of them the longer it is open. */
const voters = 64;

function refuse(code: ConstructorParameters<typeof VitrineError>[0], field?: string): never {
  throw new VitrineError(code, 'The demo refuses the answer.', { ...(field && { field }) });
}

/** The pretended questions: remembers what was asked and who wants it answered. */
export class DemoInteractions {
  readonly #stage: Stage;
  readonly #boards: Board[] = [];
  readonly #feed;
  readonly #later: readonly DemoQuestion[];
  #number = 0;
  #listeners = 0;
  #cancel: (() => void) | undefined;

  /** @param hasPast whether something was asked before the viewer came */
  constructor(stage: Stage, locale: string, hasPast: boolean) {
    const [before, later] = questionsIn(locale);
    this.#stage = stage;
    this.#later = later;
    this.#feed = stage.carry(
      feed<InteractionEvent>(() => [{ kind: 'all' }, ...this.#boards.flatMap((board) => this.#told(board))]),
    );
    if (hasPast) this.#recall(before);
  }

  subscribe(sink: Sink<InteractionEvent>, signals: readonly AbortSignal[]): void {
    if (signals.some(({ aborted }) => aborted)) return;
    this.#feed.subscribe(sink, signals);
    this.#listeners++;
    const over = new AbortController();
    const stop = (): void => {
      over.abort();
      if (--this.#listeners > 0) return;
      this.#cancel?.();
      this.#cancel = undefined;
    };
    for (const signal of signals) signal.addEventListener('abort', stop, { signal: over.signal });
    if (this.#stage.options.isScripted ?? true) this.#cancel ??= this.#play();
  }

  /** What this viewer has asked. */
  get own(): readonly OwnQuestion[] {
    return this.#boards.flatMap(({ interaction, entries }) =>
      entries
        .filter(({ entry }) => this.#isOwn(entry.author.id))
        .map(({ entry: { id, text }, at }) => ({ id, interaction: interaction.id, text, at })),
    );
  }

  /** Takes out what this viewer has asked, as if the host had dismissed it. */
  takeBack(): void {
    const at = this.#stage.clock.now();
    for (const { id, interaction } of this.own) {
      const board = this.#board(interaction);
      this.#feed.send({ kind: 'settle', id: interaction, option: id, as: 'dismissed', at });
      board.entries.splice(
        board.entries.findIndex(({ entry }) => entry.id === id),
        1,
      );
      board.settled.delete(id);
      board.counts.delete(id);
    }
  }

  /** @param at absent: now */
  launch(draft: InteractionDraft, at: ProgramTime = this.#stage.clock.now()): string {
    const interaction = { ...draft, id: `i${++this.#number}`, at };
    this.#boards.push({ interaction, isClosed: false, entries: [], counts: new Map(), settled: new Map() });
    this.#feed.send({ kind: 'open', interaction });
    return interaction.id;
  }

  close(id: string): void {
    const board = this.#board(id);
    if (!board.isClosed) this.#feed.send({ kind: 'close', id });
    board.isClosed = true;
  }

  /** @returns the id of what was added, if anything */
  answer(id: string, answer: CountAnswer, person: DemoPerson): string | undefined {
    const board = this.#board(id);
    if (answer.do === 'settle') return this.#settle(board, answer, person);
    if (board.isClosed) refuse('INTERACTION_CLOSED');
    if (answer.do === 'add') return this.#add(board, answer.text.trim(), person, answer.isPrivate);
    this.#count(board, answer, person);
    return undefined;
  }

  #board(id: string): Board {
    return this.#boards.find(({ interaction }) => interaction.id === id) ?? refuse('BAD_INPUT', 'id');
  }

  #isOwn(id: string): boolean {
    return id === this.#stage.viewer.id;
  }

  #mayRead({ author, isPrivate }: InteractionEntry): boolean {
    return !isPrivate || this.#stage.isStaff || this.#isOwn(author.id);
  }

  #add(board: Board, text: string, { id, name }: DemoPerson, isPrivate = false, at = this.#stage.clock.now()): string {
    const { entries } = board.interaction.settings;
    if (!entries) refuse('BAD_INPUT', 'do');
    if (!text) refuse('MESSAGE_EMPTY', 'text');
    if ([...new Intl.Segmenter().segment(text)].length > entries.graphemes) refuse('MESSAGE_TOO_LONG', 'text');
    const entry: InteractionEntry = {
      id: `q${++this.#number}`,
      text,
      author: { id, name },
      ...(isPrivate && { isPrivate }),
      ...(this.#isOwn(id) && { isOwn: true }),
    };
    board.entries.push({ entry, at });
    if (this.#mayRead(entry)) this.#feed.send({ kind: 'entry', id: board.interaction.id, entry, at });
    return entry.id;
  }

  #option(board: Board, option: string): InteractionEntry | undefined {
    if (board.interaction.settings.options?.includes(option)) return undefined;
    return board.entries.find(({ entry }) => entry.id === option)?.entry ?? refuse('BAD_INPUT', 'option');
  }

  #count(board: Board, { option, on }: Extract<CountAnswer, { do: 'count' }>, { id: viewer }: DemoPerson): void {
    const { id, settings } = board.interaction;
    if (this.#option(board, option)?.author.id === viewer) refuse('FORBIDDEN', 'option');
    const at = this.#stage.clock.now();
    const change = (one: string, isOn: boolean): void => {
      const viewers = board.counts.get(one) ?? new Map<string, ProgramTime>();
      if (viewers.has(viewer) === isOn) return;
      if (isOn) viewers.set(viewer, at);
      else viewers.delete(viewer);
      board.counts.set(one, viewers);
      if (this.#isOwn(viewer)) this.#feed.send({ kind: 'own', id, option: one, on: isOn, at });
      this.#feed.send({ kind: 'tally', id, option: one, count: viewers.size, at });
    };
    if (on && settings.most === 1) for (const other of board.counts.keys()) if (other !== option) change(other, false);
    change(option, on);
  }

  #settle(
    board: Board,
    { option, as, at = this.#stage.clock.now() }: Extract<CountAnswer, { do: 'settle' }>,
    { isStaff }: DemoPerson,
  ): undefined {
    if (!isStaff) refuse('FORBIDDEN');
    this.#option(board, option);
    board.settled.set(option, { as, at });
    this.#feed.send({ kind: 'settle', id: board.interaction.id, option, as, at });
  }

  #told({ interaction, isClosed, entries, counts, settled }: Board): InteractionEvent[] {
    const { id, at } = interaction;
    const { viewer } = this.#stage;
    const read = entries.filter(({ entry }) => this.#mayRead(entry));
    return [
      { kind: 'open', interaction },
      ...read.map((one) => ({ kind: 'entry', id, ...one }) as const),
      ...[...counts].flatMap(([option, viewers]): InteractionEvent[] => {
        const since = viewers.get(viewer.id);
        return [
          { kind: 'tally', id, option, count: viewers.size, at: Math.max(at, ...viewers.values()) },
          ...(since === undefined ? [] : [{ kind: 'own', id, option, on: true, at: since } as const]),
        ];
      }),
      ...[...settled].map(([option, settlement]) => ({ kind: 'settle', id, option, ...settlement }) as const),
      ...(isClosed ? [{ kind: 'close', id } as const] : []),
    ];
  }

  /** What was asked before the viewer came. */
  #recall(questions: readonly DemoQuestion[]): void {
    const { opened } = this.#stage;
    const id = this.launch(
      { kind: 'question', rule: 'count', settings: { most: 0, entries: { graphemes: 280 } } },
      opened - 1_800_000,
    );
    const board = this.#board(id);
    questions.forEach(({ name, text, votes, answeredAgo }, index) => {
      const at = opened - (questions.length - index) * 240_000;
      const option = this.#add(board, text, { id: `shopper-${name}`, name, isStaff: false }, false, at);
      board.counts.set(option, new Map(Array.from({ length: votes }, (_, viewer) => [`viewer-${viewer}`, at])));
      if (answeredAgo) board.settled.set(option, { as: 'answered', at: opened - answeredAgo * 60_000 });
    });
  }

  /** People go on asking, and want this or that answered. */
  #play(): () => void {
    const { clock } = this.#stage;
    const deck = [...this.#later];
    let votes = 0;
    const ask = (): void => {
      const next = deck.shift();
      const board = this.#boards.find(({ interaction, isClosed }) => interaction.kind === 'question' && !isClosed);
      if (!next || !board) return;
      this.#add(board, next.text, { id: `shopper-${next.name}`, name: next.name, isStaff: false });
      stopAsking = clock.schedule(ask, asksEvery);
    };
    const vote = (): void => {
      const board = this.#boards.find(({ isClosed }) => !isClosed);
      const open = board?.entries.filter(({ entry }) => !board.settled.has(entry.id) && !entry.isPrivate) ?? [];
      const chosen = open[(votes * 2) % Math.max(1, open.length)];
      if (board && chosen) {
        const voter = { id: `voter-${++votes % voters}`, name: '', isStaff: false };
        this.#count(board, { do: 'count', option: chosen.entry.id, on: true }, voter);
      }
      stopVoting = clock.schedule(vote, votesEvery);
    };
    let stopAsking = clock.schedule(ask, asksEvery);
    let stopVoting = clock.schedule(vote, votesEvery);
    return () => {
      stopAsking();
      stopVoting();
    };
  }
}
