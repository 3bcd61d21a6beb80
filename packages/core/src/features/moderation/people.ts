// SPDX-License-Identifier: MIT
import { toVitrineError, VitrineError } from '../../model/index.js';
import type { Feature } from '../feature.js';
import type { ModerationPort } from './moderation.port.js';
import { noPeople, type PeopleState } from './people.state.js';

/** Whatever a back end lets pass. */
const longestName = 64;

/**
 * Knows for whom something holds in a room, as of when it was last asked: a list of people does not change by itself,
 * and whoever shows it asks again.
 */
export const peopleFeature: Feature = {
  name: 'people',
  setup(context) {
    const { bus, store, signal, report } = context;
    let list: NonNullable<ModerationPort['people']> | undefined;
    /** Of two answers that cross the later question's counts. */
    let turn = 0;
    const set = (patch: Partial<PeopleState>): void => store.set('people', patch);
    set(noPeople);

    const refresh = async (): Promise<void> => {
      if (!list) throw new VitrineError('NO_PORT', '');
      const asked = ++turn;
      try {
        const people = await list({ signal });
        if (asked !== turn) return;
        const restricted = people
          .map(({ name, ...one }) => ({ ...one, ...(name !== undefined && { name: name.slice(0, longestName) }) }))
          .sort((a, b) => (b.since ?? 0) - (a.since ?? 0));
        set({ status: 'ready', error: null, restricted });
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        if (asked === turn && !signal.aborted) set({ status: 'failed', error });
        throw error;
      }
    };
    bus.answer('people:refresh', refresh, context);

    return ({ moderation }, failure) => {
      list = moderation?.people?.bind(moderation);
      if (!list) return set({ status: failure ? 'failed' : 'absent', error: failure });
      refresh().catch((thrown: unknown) => {
        if (!signal.aborted) report(thrown);
      });
    };
  },
};
