// SPDX-License-Identifier: MIT
import { countGraphemes, newId, toVitrineError, VitrineError, type ProgramTime } from '../../model/index.js';
import type { CommandOptions } from '../../adapter/index.js';
import type { Feature } from '../feature.js';
import { fillSlice } from '../slice.js';
import { reduce, type Board, type Gated } from './board.js';
import type { InteractionEvent, InteractionsPort } from './interactions.port.js';
import { noInteractions, type InteractionsState, type ShownInteraction } from './interactions.state.js';
import { OwnCounts } from './own.js';
import type { CountSettings, InteractionAnswer } from './rules.js';

/** An event under the moment it is held back to. */
interface Held {
  readonly at: ProgramTime;
  readonly event: Gated;
}

/** What is wrong with a text is told before it is sent. */
function checkText(answer: InteractionAnswer, { entries }: CountSettings): InteractionAnswer {
  if (answer.do !== 'add') return answer;
  const text = answer.text.trim();
  const max = entries?.graphemes ?? 0;
  if (!text) throw new VitrineError('MESSAGE_EMPTY', '', { field: 'text' });
  if (countGraphemes(text) > max) throw new VitrineError('MESSAGE_TOO_LONG', '', { field: 'text', params: { max } });
  return { ...answer, text };
}

/**
 * What viewers take part in, at this viewer's moment: it opens, and what others and the host make of it comes, when the
 * picture gets there; what the viewer does is shown at once. The staff sees everything as it is now.
 */
export const interactionsFeature: Feature = {
  name: 'interactions',
  setup(context) {
    const { bus, store, timeline, signal } = context;
    const own = new OwnCounts();
    const openedAt = new Map<string, ProgramTime>();
    const closed = new Set<string>();
    /** Options that are gone now, whatever the picture shows. */
    const dismissed = new Set<string>();
    let port: InteractionsPort | undefined;
    const set = (patch: Partial<InteractionsState>): void => store.set('interactions', patch);
    set(noInteractions);

    const show = (board: Board): ShownInteraction => {
      const { tallies: _told, ...rest } = board;
      return {
        ...rest,
        ...own.of(board),
        isOpen: !closed.has(board.id),
        entries: board.entries.filter(({ id, isOwn }) => isOwn || port?.launch || !dismissed.has(`${board.id} ${id}`)),
      };
    };
    const track = timeline.track<readonly Board[], Held>(
      {
        initial: [],
        reduce: (boards, { event }) => reduce(boards, event),
        changed(boards, released) {
          set({ shown: boards.map(show) });
          for (const { event } of released) {
            if (event.kind === 'open') bus.emit('interaction:opened', event.interaction);
          }
        },
      },
      context,
    );

    /** The moment an event is held back to. */
    const momentOf = (event: Gated): ProgramTime => {
      if (port?.launch) return 0;
      if (event.kind === 'open') return event.interaction.at;
      return (event.kind === 'entry' && event.entry.isOwn && openedAt.get(event.id)) || event.at;
    };

    const take = (items: readonly InteractionEvent[]): void => {
      const held: Held[] = [];
      const isAll = items[0]?.kind === 'all';
      for (const item of items) {
        if (item.kind === 'all') {
          for (const known of [own, openedAt, closed, dismissed]) known.clear();
        } else if (item.kind === 'own') own.take(item.id, item.option, item);
        else if (item.kind === 'close') {
          closed.add(item.id);
          if (!isAll) bus.emit('interaction:closed', { id: item.id });
        } else {
          if (item.kind === 'open') openedAt.set(item.interaction.id, item.interaction.at);
          if (item.kind === 'settle') {
            dismissed[item.as === 'dismissed' ? 'add' : 'delete'](`${item.id} ${item.option}`);
          }
          held.push({ at: momentOf(item), event: item });
        }
      }
      if (isAll) track.snapshot([], held);
      else track.push(held);
      set({ status: 'ready', shown: track.state.map(show) });
    };

    bus.answer(
      'interaction:answer',
      async ({ id, answer: given }) => {
        const board = track.state.find((other) => other.id === id);
        if (!port?.answer) throw new VitrineError('NO_PORT', '');
        if (!board) throw new VitrineError('BAD_INPUT', '', { field: 'id' });
        if (closed.has(id) && given.do !== 'settle') throw new VitrineError('INTERACTION_CLOSED', '');
        const answer = checkText(given, board.settings);
        const send = async (): Promise<void> => port?.answer?.(id, answer, { commandId: newId(), signal });
        await send().catch(async (thrown: unknown) => {
          if (toVitrineError(thrown).code !== 'AUTH_REQUIRED') throw thrown;
          // A login in between does not lose the answer: the very tap goes on when the viewer is known.
          await bus.request('identity:require', { reason: 'interaction' });
          await send();
        });
        bus.emit('interaction:answered', { id, answer });
      },
      context,
    );

    return ({ interactions }, failure) => {
      port = interactions;
      set({ canAnswer: !!port?.answer, canRun: !!port?.launch });
      const options = (): CommandOptions => ({ commandId: newId(), signal });
      const launch = port?.launch?.bind(port);
      const close = port?.close?.bind(port);
      if (launch)
        bus.answer('interaction:launch', ({ draft, ...when }) => launch(draft, { ...when, ...options() }), context);
      if (close) bus.answer('interaction:close', ({ id }) => close(id, options()), context);
      fillSlice(context, 'interactions', port, failure, take);
    };
  },
};
