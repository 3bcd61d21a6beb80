// SPDX-License-Identifier: MIT
import { toVitrineError, VitrineError } from '../../model/index.js';
import type { Feature } from '../feature.js';
import { keepTrying } from '../keep-trying.js';
import { fillSlice } from '../slice.js';
import type { LikesPort, MessageLikes } from './likes.port.js';
import type { LikesState } from './likes.state.js';

/** Of so many messages it is kept how many like them, and of so many whether the viewer does. */
const mostCounts = 2000;
const mostOwn = 1000;

/** Before anything is known. */
const none: LikesState = { status: 'loading', counts: new Map(), own: new Set(), canLike: false, error: null };

/** Knows how many like which messages of the chat, and which ones this viewer does. */
export const likesFeature: Feature = {
  name: 'likes',
  setup(context) {
    const { bus, store, signal, report } = context;
    let port: LikesPort | undefined;
    /** What the back end has of this viewer, as far as it has said so. */
    let known = new Set<string>();
    /** What this viewer has wished since they came: newer than what was asked before. */
    let wishes = new Map<string, boolean>();
    /** The last call for a message: the next one waits for it, or they might arrive the other way round. */
    const calls = new Map<string, Promise<void>>();
    /** Messages whose count is what it was with this viewer's wish, until the back end tells its own. */
    const guessed = new Set<string>();

    const set = (patch: Partial<LikesState>): void => store.set('likes', patch);
    const now = (): LikesState => store.state.likes ?? none;
    set(none);

    const take = (told: readonly MessageLikes[]): void => {
      const counts = new Map(now().counts);
      for (const { id, count } of told) {
        if (!Number.isSafeInteger(count) || count < 0) continue;
        counts.delete(id);
        counts.set(id, count);
      }
      for (const oldest of counts.keys()) {
        if (counts.size <= mostCounts) break;
        counts.delete(oldest);
      }
      set({ counts });
    };

    const mark = (own: Set<string>, id: string, isLiked: boolean): Set<string> => {
      if (isLiked) own.add(id);
      else own.delete(id);
      return own;
    };

    const hear = (told: readonly MessageLikes[]): void => {
      for (const { id } of told) guessed.delete(id);
      take(told);
    };

    /** It is as it is wished, until the back end tells its own count. */
    const show = (id: string, isLiked: boolean): void => {
      const { own, counts } = now();
      if (own.has(id) === isLiked) return;
      set({ own: mark(new Set(own), id, isLiked) });
      guessed.add(id);
      const before = counts.get(id) ?? store.state.chat.rows.find((row) => row.id === id)?.likes ?? 0;
      take([{ id, count: Math.max(0, before + (isLiked ? 1 : -1)) }]);
    };

    /** A wish has not come true. (What was told since never had it in it.) */
    const takeBack = (id: string, isLiked: boolean): void => {
      if (guessed.has(id)) show(id, isLiked);
      else set({ own: mark(new Set(now().own), id, isLiked) });
    };

    const learn = async ({ own }: LikesPort): Promise<void> => {
      const asked = wishes;
      const told = (await own?.({ signal })) ?? [];
      // (Meanwhile somebody else may be here.)
      if (asked !== wishes) return;
      known = new Set(told.slice(0, mostOwn));
      const wished = new Set(known);
      for (const [id, isLiked] of wishes) mark(wished, id, isLiked);
      set({ own: wished });
    };

    /** Once more where that may help. */
    const tryToLearn = (likes: LikesPort): Promise<void> =>
      learn(likes).catch((thrown: unknown) => {
        const error = toVitrineError(thrown, 'NETWORK');
        if (error.retryable) throw error;
        report(error);
      });

    const send = async (id: string, isLiked: boolean): Promise<void> => {
      if (!port?.set) throw new VitrineError('NO_PORT', 'The back end lets nobody like messages.');
      await port.set(id, isLiked, { signal });
      mark(known, id, isLiked);
    };

    const fulfil = async (id: string, isLiked: boolean): Promise<void> => {
      try {
        await send(id, isLiked);
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        if (error.code !== 'AUTH_REQUIRED' || !bus.isAnswered('identity:require')) throw error;
        takeBack(id, !isLiked);
        // A login in between does not lose the wish: the very tap goes on when the viewer is known.
        await bus.request('identity:require', { reason: 'chat' });
        wishes.set(id, isLiked);
        show(id, isLiked);
        await send(id, isLiked);
      }
    };

    bus.answer(
      'chat:like',
      async ({ id, isLiked }) => {
        wishes.set(id, isLiked);
        show(id, isLiked);
        const before = calls.get(id) ?? Promise.resolve();
        const call = before.catch(() => undefined).then(() => fulfil(id, isLiked));
        calls.set(id, call);
        try {
          await call;
        } catch (error) {
          // (Who has pressed again since has another wish.)
          if (calls.get(id) === call) {
            wishes.delete(id);
            takeBack(id, known.has(id));
          }
          throw error;
        } finally {
          if (calls.get(id) === call) calls.delete(id);
        }
      },
      context,
    );

    return ({ likes }, failure) => {
      port = likes;
      if (!fillSlice(context, 'likes', likes, failure, hear) || !likes) return;
      set({ status: 'ready', canLike: likes.set !== undefined });
      const ask = (): void => void keepTrying(() => tryToLearn(likes), context);
      ask();
      // Whoever signs in is another viewer to the back end, who likes other things.
      let viewer = store.state.identity.viewer?.id;
      bus.on(
        'identity:changed',
        ({ id }) => {
          const isOther = viewer !== undefined && viewer !== id;
          viewer = id;
          if (!isOther) return;
          known = new Set();
          wishes = new Map();
          set({ own: new Set() });
          ask();
        },
        context,
      );
    };
  },
};
