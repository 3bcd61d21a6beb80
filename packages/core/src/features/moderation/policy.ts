// SPDX-License-Identifier: MIT
import { newId, toVitrineError, VitrineError } from '../../model/index.js';
import type { Feature } from '../feature.js';
import type { ModerationPort } from './moderation.port.js';
import { noPolicy, type PolicyState } from './policy.state.js';

/** Knows what viewers may not say in a room, and passes on what the staff makes of it. */
export const policyFeature: Feature = {
  name: 'policy',
  setup(context) {
    const { bus, store, signal, report } = context;
    let port: ModerationPort | undefined;
    let turn = 0;
    const set = (patch: Partial<PolicyState>): void => store.set('policy', patch);
    set(noPolicy);

    const refresh = async (): Promise<void> => {
      if (!port?.policy) throw new VitrineError('NO_PORT', '');
      const asked = ++turn;
      try {
        const policy = await port.policy({ signal });
        if (asked === turn) set({ status: 'ready', error: null, policy });
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        if (asked === turn && !signal.aborted) set({ status: 'failed', error });
        throw error;
      }
    };
    bus.answer('policy:refresh', refresh, context);
    bus.answer(
      'policy:set',
      async ({ policy: wanted }) => {
        if (!port?.setPolicy) throw new VitrineError('NO_PORT', '');
        try {
          const policy = await port.setPolicy(wanted, { commandId: newId(), signal });
          // (What was asked before is older than this.)
          turn++;
          set({ status: 'ready', error: null, policy });
        } catch (thrown) {
          const error = toVitrineError(thrown, 'NETWORK');
          if (error.code === 'CONFLICT') await refresh().catch(() => undefined);
          throw error;
        }
      },
      context,
    );

    return ({ moderation }, failure) => {
      port = moderation;
      set({ canSet: !!port?.setPolicy });
      if (!port?.policy) return set({ status: failure ? 'failed' : 'absent', error: failure });
      refresh().catch((thrown: unknown) => {
        if (!signal.aborted) report(thrown);
      });
    };
  },
};
