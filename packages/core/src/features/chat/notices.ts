// SPDX-License-Identifier: MIT
// What stands at the top of the chat, in time with the picture. A chunk of its own: in few rooms anything does.
import { backoffDelay, pause } from '../../adapter/index.js';
import { toVitrineError, type Ms, type ProgramTime } from '../../model/index.js';
import type { FeatureContext } from '../feature.js';
import type { HistoryPort } from '../history/index.js';
import { isAimed } from './aimed.js';
import type { ChatAuthor, ChatNotice, NoticeEvent } from './chat.port.js';
import { bounded, type Rows } from './rows.js';

/** What stands from a moment on; or that something ends, unless another has taken its place. */
interface Standing {
  readonly at: ProgramTime;
  readonly notice: ChatNotice | null;
  readonly isEnd?: boolean;
}

const nobody: ChatAuthor = { id: '', name: '', role: 'viewer' };
/** So far behind may anybody be who watches live: back ends tell what stood there then. */
const lag: Ms = 60_000;
const mostKept = 500;
const longestText = 2000;

function checked(notice: ChatNotice): ChatNotice {
  const { author, text } = notice;
  return author ? bounded({ ...notice, author }) : { ...notice, text: text.slice(0, longestText) };
}

/** (The same may be told twice: after a resume, or by the history.) */
const keyOf = ({ at, notice }: Standing): string => JSON.stringify([at, notice?.id, notice?.text]);

/**
 * Makes `pinned` of the chat's slice what stood at the top at this viewer's moment: live, after a seek, and in a recording.
 * @param history the port, once there is one
 * @returns takes in what the chat delivers of it
 */
export function followNotices(
  rows: Rows,
  context: FeatureContext,
  history: () => HistoryPort | undefined,
): (item: NoticeEvent) => void {
  const { bus, store, timeline, signal, report } = context;
  let known: Standing[] = [];
  /** The moment from which what is known is all there is. */
  let since: ProgramTime | undefined;
  let isAsking = false;
  /** The next that comes may not be the next there was. */
  let hasGap = false;

  const isGone = ({ id = '', author = nobody, sentAt = 0 }: ChatNotice): boolean =>
    rows.isRetracted({ id, author, text: '', sentAt });

  const isReplay = (): boolean => store.state.stream.info?.phase === 'replay';

  /** In a recording the clock on the wall would stand in for the picture until there is one: then nothing is shown. */
  const isBlind = (): boolean => isReplay() && !/^(frame|media)$/.test(timeline.playhead.now().source);

  /** The viewer sees a moment from before all that is known. (Not each of a crowd is to ask as the first of all comes.) */
  const isShort = (): boolean => timeline.now() < (since ?? -Infinity) - (isReplay() ? 0 : lag);

  const show = (notice: ChatNotice | null): void => {
    const pinned = isBlind() ? null : notice;
    if (store.state.chat.pinned === pinned) return;
    store.set('chat', { pinned });
    bus.emit('chat:pinned', { pinned });
  };

  const track = timeline.track<ChatNotice | null, Standing>(
    {
      initial: null,
      reduce: (state, { notice, isEnd }) => (!isEnd ? notice : state === notice ? null : state),
      changed(state, _released, cause) {
        show(state);
        if (cause === 'jump') void recall();
      },
    },
    context,
  );

  /** Something that goes by itself does so for each viewer at that moment of the show, also in a recording. */
  const withEnd = (one: Standing): Standing[] => {
    const { at, notice } = one;
    if (notice?.until === undefined) return [one];
    const { encoderOffset = 0 } = store.state.stream.info ?? {};
    return [one, { at: Math.max(at, notice.until + encoderOffset), notice, isEnd: true }];
  };

  const add = (events: readonly NoticeEvent[]): readonly Standing[] => {
    const keys = new Set(known.map(keyOf));
    const come = events
      .map(({ at = timeline.now(), notice }) => ({ at, notice: notice && !isGone(notice) ? checked(notice) : null }))
      .filter((one) => !keys.has(keyOf(one)));
    known = [...known, ...come].sort((one, other) => one.at - other.at).slice(-mostKept);
    return come;
  };

  const again = (): void => track.snapshot(null, known.flatMap(withEnd));

  /** Asks what stood there then. */
  const recall = async (): Promise<void> => {
    const port = history();
    if (isAsking || !port) return;
    isAsking = true;
    for (let attempt = 0; isShort() && !signal.aborted; attempt++) {
      try {
        const until = since ?? 0;
        const told = await port.between(0, until, { kinds: ['notice'], signal });
        // What came meanwhile tells from when it is all there is.
        if (since !== until) continue;
        since = -Infinity;
        if (add(told.filter((event) => event.kind === 'notice')).length > 0) again();
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        report(error);
        if (!error.retryable) break;
        await pause(backoffDelay(attempt, error.retryAfter), signal).catch(() => undefined);
      }
    }
    isAsking = false;
  };

  bus.on(
    'chat:retracted',
    (target) => {
      if (!known.some(({ notice }) => notice && isAimed(target, notice))) return;
      known = known.map((one) => (one.notice && isAimed(target, one.notice) ? { at: one.at, notice: null } : one));
      again();
    },
    context,
  );
  // While the line was away something may have stood there that is over by now.
  bus.on('room:reconnected', () => (hasGap = true), context);
  // (It may have become a recording, or be none any more.)
  bus.on('stream:changed', () => show(track.state), context);

  return (item) => {
    const come = add([item]);
    if (hasGap || since === undefined) since = item.at ?? timeline.now();
    hasGap = false;
    if (come.length > 0) track.push(come.flatMap(withEnd));
    void recall();
  };
}
