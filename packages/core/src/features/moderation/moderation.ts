// SPDX-License-Identifier: MIT
import { backoffDelay, pause, type CommandOptions } from '../../adapter/index.js';
import { newId, toVitrineError, VitrineError, type Ms } from '../../model/index.js';
import { bounded } from '../chat/rows.js';
import type { Feature } from '../feature.js';
import { decideAll } from './decide-all.js';
import type { WaitingMessage, ModerationPort } from './moderation.port.js';
import { noModeration, type ModerationState } from './moderation.state.js';

/** How often is asked what waits: a moderator reads slower than that. */
const between: Ms = 3000;

/** Knows what waits for a word of the staff, and passes that word on. */
export const moderationFeature: Feature = {
  name: 'moderation',
  setup(context) {
    const { bus, store, signal, report } = context;
    let port: ModerationPort | undefined;
    let waiting: readonly WaitingMessage[] = [];
    /** Decided here: an answer that was on its way before may still have them. */
    const decided = new Set<string>();
    const set = (patch: Partial<ModerationState>): void => store.set('moderation', patch);
    set(noModeration);

    const show = (): void => set({ held: waiting.filter(({ id }) => !decided.has(id)) });

    const watch = async ({ held }: Pick<ModerationPort, 'held'>): Promise<void> => {
      let failures = 0;
      while (!signal.aborted) {
        const before = [...decided];
        try {
          waiting = (await held({ signal })).map(bounded);
          failures = 0;
          const ids = new Set(waiting.map(({ id }) => id));
          for (const id of before) if (!ids.has(id)) decided.delete(id);
          set({ status: 'ready', error: null });
          show();
        } catch (thrown) {
          if (signal.aborted) return;
          const error = toVitrineError(thrown, 'NETWORK');
          if (failures === 0) report(error);
          set({ status: 'failed', error });
          if (!error.retryable) return;
          await pause(backoffDelay(failures++, error.retryAfter), signal);
          continue;
        }
        await pause(between, signal);
      }
    };

    const options = (): CommandOptions => ({ commandId: newId(), signal });
    const offered = (): ModerationPort => {
      if (port) return port;
      throw new VitrineError('NO_PORT', '');
    };
    bus.answer(
      'moderation:decide',
      async ({ id, decision }) => {
        const to = offered();
        decided.add(id);
        show();
        try {
          return await to.decide(id, decision, options());
        } catch (thrown) {
          decided.delete(id);
          show();
          throw thrown;
        }
      },
      context,
    );
    bus.answer(
      'moderation:decide-all',
      async ({ ids, decision }) => {
        const to = offered();
        const open = new Set(ids);
        for (const id of ids) decided.add(id);
        show();
        try {
          return await decideAll(to, ids, decision, options, (id) => void open.delete(id));
        } catch (thrown) {
          for (const id of open) decided.delete(id);
          show();
          throw thrown;
        }
      },
      context,
    );
    bus.answer(
      'moderation:restrict',
      ({ person, restriction, for: lasting, instead }) =>
        offered().restrict(person, restriction, {
          ...options(),
          ...(lasting !== undefined && { for: lasting }),
          ...(instead && { instead }),
        }),
      context,
    );

    return ({ moderation }, failure) => {
      port = moderation;
      set({ hasPeople: !!moderation?.people, hasPolicy: !!moderation?.policy });
      if (!moderation) return set({ status: failure ? 'failed' : 'absent', error: failure });
      void watch({ held: moderation.held.bind(moderation) }).catch((thrown: unknown) => {
        if (!signal.aborted) report(thrown);
      });
    };
  },
};
