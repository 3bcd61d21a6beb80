// SPDX-License-Identifier: MIT
import { backoffDelay, pause, type CommandOptions } from '../../adapter/index.js';
import { newId, toVitrineError, VitrineError } from '../../model/index.js';
import type { Feature } from '../feature.js';
import type { ReminderOutcome, RemindersPort } from './reminders.port.js';
import { noReminders, type RemindersState } from './reminders.state.js';

/** Knows which shows this viewer is reminded of: what the back end says, also after a reload. */
export const remindersFeature: Feature = {
  name: 'reminders',
  setup(context) {
    const { roomId, bus, store, signal, report } = context;
    let port: RemindersPort | undefined;
    /** How often something was set or cleared: what was asked before is out of date by then. */
    let turn = 0;
    const set = (patch: Partial<RemindersState>): void => store.set('reminders', patch);
    set(noReminders);

    const know = (show: string, isSet: boolean): void => {
      const before = store.state.reminders?.shows ?? [];
      set({ status: 'ready', error: null });
      if (before.includes(show) === isSet) return;
      set({ shows: isSet ? [...before, show] : before.filter((one) => one !== show) });
      bus.emit('reminder:changed', { show, isSet });
    };

    const learn = async ({ current }: Pick<RemindersPort, 'current'>): Promise<void> => {
      for (let attempt = 0; ; attempt++) {
        const asked = ++turn;
        try {
          const isSet = await current(roomId, { signal });
          if (asked === turn) know(roomId, isSet);
          return;
        } catch (thrown) {
          if (asked !== turn || signal.aborted) return;
          const error = toVitrineError(thrown, 'NETWORK');
          if (attempt === 0) report(error);
          set({ status: 'failed', error });
          if (!error.retryable) return;
          await pause(backoffDelay(attempt, error.retryAfter), signal);
          if (asked !== turn) return;
        }
      }
    };

    const options = (): CommandOptions => ({ commandId: newId(), signal });
    const offered = (): RemindersPort => {
      if (port) return port;
      throw new VitrineError('NO_PORT', '');
    };
    const wish = async (show: string): Promise<ReminderOutcome> => {
      const send = (): Promise<ReminderOutcome> => offered().set(show, options());
      const outcome = await send().catch((thrown: unknown): ReminderOutcome => {
        const error = toVitrineError(thrown, 'NETWORK');
        if (error.code !== 'AUTH_REQUIRED') throw error;
        return { kind: 'refused', code: error.code };
      });
      const needsLogin = outcome.kind === 'refused' && outcome.code === 'AUTH_REQUIRED';
      if (!needsLogin || !bus.isAnswered('identity:require')) return outcome;
      // A login in between does not lose the wish: the very tap goes on when the viewer is known.
      await bus.request('identity:require', { reason: 'reminder' });
      return send();
    };
    bus.answer(
      'reminder:set',
      async ({ show }) => {
        const outcome = await wish(show);
        if (outcome.kind === 'set') {
          turn++;
          know(show, true);
        }
        return outcome;
      },
      context,
    );
    bus.answer(
      'reminder:clear',
      async ({ show }) => {
        await offered().clear(show, options());
        turn++;
        know(show, false);
      },
      context,
    );

    return ({ reminders }, failure) => {
      port = reminders;
      if (!reminders) return set({ status: failure ? 'failed' : 'absent', error: failure });
      const ask = (): void => void learn({ current: reminders.current.bind(reminders) }).catch(report);
      ask();
      // Whoever signs in is another viewer to the back end, and is told of nothing that the one before has set.
      let viewer = store.state.identity.viewer?.id;
      bus.on(
        'identity:changed',
        ({ id }) => {
          const isOther = viewer !== undefined && viewer !== id;
          viewer = id;
          if (!isOther) return;
          for (const show of store.state.reminders?.shows ?? []) know(show, false);
          set({ status: 'loading' });
          ask();
        },
        context,
      );
    };
  },
};
