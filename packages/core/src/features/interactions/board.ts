// SPDX-License-Identifier: MIT
import type { ProgramTime } from '../../model/index.js';
import type { Interaction, InteractionEvent } from './interactions.port.js';
import type { Settlement, ShownEntry } from './interactions.state.js';

/** An interaction as the show goes on: what is held back until the viewer's picture gets there. */
export interface Board extends Interaction {
  readonly entries: readonly ShownEntry[];
  readonly tallies: Readonly<Record<string, { readonly count: number; readonly at: ProgramTime }>>;
  readonly settled: Readonly<Record<string, Settlement>>;
}

/** What is held back. */
export type Gated = Extract<InteractionEvent, { kind: 'open' | 'entry' | 'tally' | 'settle' }>;

const longestText = 2000;
const longestName = 64;
const mostBoards = 50;
const mostEntries = 1000;

/** A back end that does not bound its texts must not fill the page. */
function bounded({ entry, at }: Extract<Gated, { kind: 'entry' }>): ShownEntry {
  const { id, name } = entry.author;
  return { ...entry, text: entry.text.slice(0, longestText), author: { id, name: name.slice(0, longestName) }, at };
}

function change(board: Board, event: Exclude<Gated, { kind: 'open' }>): Board {
  if (event.kind !== 'entry') {
    const what = event.kind === 'tally' ? 'tallies' : 'settled';
    return { ...board, [what]: { ...board[what], [event.option]: event } };
  }
  // Told again after a reconnect.
  if (board.entries.some(({ id }) => id === event.entry.id)) return board;
  return { ...board, entries: [...board.entries, bounded(event)].slice(-mostEntries) };
}

/** The boards after an event; pure, since a seek runs it again. */
export function reduce(boards: readonly Board[], event: Gated): readonly Board[] {
  if (event.kind !== 'open') return boards.map((board) => (board.id === event.id ? change(board, event) : board));
  const { interaction } = event;
  if (boards.some(({ id }) => id === interaction.id)) return boards;
  return [...boards, { ...interaction, entries: [], tallies: {}, settled: {} }].slice(-mostBoards);
}
