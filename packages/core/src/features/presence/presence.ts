// SPDX-License-Identifier: MIT
import type { Feature } from '../feature.js';
import { listen } from '../slice.js';
import { noPresence } from './presence.state.js';

const gathering = 1000;

/** Counts viewers and hearts, and sends this viewer's hearts in gathered counts. */
export const presenceFeature: Feature = {
  name: 'presence',
  setup(context) {
    const { bus, store, signal, report } = context;
    store.set('presence', noPresence);
    return ({ presence }) => {
      if (!presence) return;
      let waiting = 0;
      let echoed = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      store.set('presence', { canReact: !!presence.react });

      const send = async (): Promise<void> => {
        timer = undefined;
        const count = waiting;
        waiting = 0;
        try {
          await presence.react?.(count, { signal });
          echoed += count;
        } catch (error) {
          // Not given after all: they go with the next second's hearts, once the viewer gives another.
          waiting += count;
          report(error);
        }
      };
      if (presence.react) {
        bus.answer(
          'presence:react',
          () => {
            waiting++;
            bus.emit('presence:reacted', { count: 1, own: true });
            timer ??= setTimeout(send, gathering);
          },
          context,
        );
      }
      signal.addEventListener('abort', () => clearTimeout(timer));
      listen(context, presence, (items) => {
        const last = items.at(-1);
        if (!last) return;
        const before = store.state.presence.hearts;
        const hearts = last.hearts ?? before;
        store.set('presence', { viewers: last.viewers, hearts });
        const given = before === null || hearts === null ? 0 : Math.max(0, hearts - before);
        // The viewer's own hearts were shown at the tap; the counter brings them back once more.
        const own = Math.min(given, echoed);
        echoed -= own;
        if (given > own) bus.emit('presence:reacted', { count: given - own, own: false });
      });
    };
  },
};
