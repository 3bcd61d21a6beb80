// SPDX-License-Identifier: MIT
// What was said in a recording, at the frame on the screen. A chunk of its own, fetched when there is a recording.
import { backoffDelay, pause } from '../../adapter/index.js';
import { toVitrineError, type Ms, type ProgramTime } from '../../model/index.js';
import type { FeatureContext } from '../feature.js';
import type { HistoryPort } from '../history/index.js';
import { isAimed } from './aimed.js';
import type { ChatMessage } from './chat.port.js';
import { bounded, mostRows } from './rows.js';

/** A message and the moment of the show at which it was said. */
interface Said {
  readonly at: ProgramTime;
  readonly message: ChatMessage;
}

/** How many are asked for of what was said before a moment. */
const earlier = 200;
/** How much is asked for of what comes next, how many at most, and how long before it is needed. */
const ahead: Ms = 120_000;
const mostAhead = 1000;
const early: Ms = 20_000;
const mostKept = 4000;
/** A step back smaller than this is the jitter of a clock; a step forward larger than the other is a jump. */
const jitter: Ms = 500;
const leap: Ms = 2000;

/** What keeps the rows in step with a recording. */
export interface Follower {
  /** Takes in what the chat delivers meanwhile: it was not said now. */
  add(messages: readonly ChatMessage[]): void;
}

/**
 * While the show is a recording, makes the rows of the chat's slice those that were said until the frame on the screen.
 * What is known is a window around it, asked of the history; without one, what the chat itself has delivered.
 * @param history the port, once there is one
 */
export function followReplay(context: FeatureContext, history: () => HistoryPort | undefined): Follower {
  const { bus, store, timeline, signal, report } = context;
  /** In the order of the moments; those before `end` are shown. */
  let items: Said[] = [];
  let end = 0;
  let rows: readonly ChatMessage[] = [];
  /** What the chat has delivered: a history need not keep it. */
  let delivered: Said[] = [];
  let moment: ProgramTime = -Infinity;
  /** From when to when all that is to be shown is known. */
  let since: ProgramTime = Infinity;
  let until: ProgramTime = -Infinity;
  let span = ahead;
  let retractions = 0;
  let isAsking = false;
  /** The history has said no: it is not asked again before something changes. */
  let isRefused = false;

  const isReplay = (): boolean => store.state.stream.info?.phase === 'replay';

  /** Shows what was said until now: of another moment, or what came after what is shown. */
  const put = (isOther: boolean): void => {
    const { total } = store.state.chat;
    const before = isOther ? 0 : end;
    end = before;
    while ((items[end]?.at ?? Infinity) <= moment) end++;
    if (!isOther && end === before) return;
    const come = items.slice(before, end).map(({ message }) => message);
    rows = [...(isOther ? [] : rows), ...come].slice(-mostRows);
    store.set('chat', { rows, total: total + (isOther ? 0 : come.length) });
    if (isOther) bus.emit('chat:moved', {});
    else bus.emit('chat:received', { messages: come });
  };

  const add = (more: readonly Said[]): void => {
    const ids = new Set(items.map(({ message }) => message.id));
    const unknown = more.filter(({ message }) => !ids.has(message.id));
    items = [...items, ...unknown.map(({ at, message }) => ({ at, message: bounded(message) }))].sort(
      (one, other) => one.at - other.at,
    );
  };

  const deliver = (messages: readonly ChatMessage[]): void => {
    const { encoderOffset = 0 } = store.state.stream.info ?? {};
    const said = messages.map((message) => ({ at: message.at ?? message.sentAt + encoderOffset, message }));
    delivered = [...delivered, ...said].slice(-mostRows);
    add(said);
  };

  const isShort = (): boolean => moment < since || moment > until - early;

  const fill = async (port: HistoryPort): Promise<void> => {
    const known = retractions;
    const isElsewhere = moment < since || moment > until;
    const [from, to, most] = isElsewhere ? [0, moment, earlier] : [until, until + span, mostAhead];
    const told = await port.between(from, to, { kinds: ['message'], most, signal });
    // What was retracted meanwhile may be in the answer: it is asked for again.
    if (known !== retractions) return;
    const said = told.filter((event) => event.kind === 'message');
    if (isElsewhere) {
      items = [];
      add(said);
      add(delivered);
      // Who goes back a little finds enough above it.
      since = said.length < most ? -Infinity : (said[most / 2]?.at ?? to);
    } else {
      // Of too much the newest came: less of a busy show is asked for at a time.
      if (said.length >= most && span > 1000) return void (span /= 2);
      if (said.length < most / 4) span = Math.min(span * 2, ahead);
      add(said);
      const gone = items.splice(0, Math.max(0, items.length - mostKept)).length;
      if (gone > 0) since = items[earlier]?.at ?? until;
      end = Math.max(0, end - gone);
    }
    until = to;
    put(isElsewhere);
  };

  const ask = async (): Promise<void> => {
    const port = history();
    if (isAsking || isRefused || !port) return;
    isAsking = true;
    for (let attempt = 0; isShort() && isReplay() && !signal.aborted; attempt++) {
      try {
        await fill(port);
        attempt = -1;
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        report(error);
        isRefused = !error.retryable;
        if (isRefused) break;
        await pause(backoffDelay(attempt, error.retryAfter), signal).catch(() => undefined);
      }
    }
    isAsking = false;
  };

  const look = (): void => {
    const { programTime, source } = timeline.playhead.now();
    // While there is no picture the clock on the wall would stand in: then the rows stay as they are.
    if (!isReplay() || (source !== 'frame' && source !== 'media')) return;
    const isOther = programTime < moment - jitter || programTime > moment + leap;
    moment = isOther ? programTime : Math.max(moment, programTime);
    if (isOther) isRefused = false;
    put(isOther);
    if (isShort()) void ask();
  };

  /** The rows are not ours: those of the live show that this recording is of. */
  const absorb = (): void => {
    if (!isReplay() || store.state.chat.rows === rows) return;
    deliver(store.state.chat.rows);
    put(true);
  };

  const change = (): void => {
    isRefused = false;
    absorb();
    look();
  };

  bus.on(
    'chat:retracted',
    (target) => {
      retractions++;
      const isKept = ({ message }: Said): boolean => !isAimed(target, message);
      end = items.slice(0, end).filter(isKept).length;
      items = items.filter(isKept);
      delivered = delivered.filter(isKept);
      rows = store.state.chat.rows;
    },
    context,
  );
  bus.on('stream:changed', change, context);
  bus.on('room:reconnected', change, context);
  timeline.playhead.onMove(look, context);
  change();
  return {
    add(messages) {
      const shown = new Set(items.map(({ message }) => message.id));
      const late = messages.filter(({ id }) => !shown.has(id));
      deliver(late);
      // Among what is shown: nothing moves but to make place for it.
      end = items.findLastIndex(({ at }) => at <= moment) + 1;
      const { total } = store.state.chat;
      const before = rows.length;
      rows = items
        .slice(0, end)
        .map(({ message }) => message)
        .slice(-mostRows);
      store.set('chat', { rows, total: total + Math.max(0, rows.length - before) });
    },
  };
}
