// SPDX-License-Identifier: MIT
import { newId } from '../../model/index.js';
import type { Feature } from '../feature.js';

/** Hands the viewer what they wrote, or has it taken out, where the back end can. */
export const ownWordsFeature: Feature = {
  name: 'ownWords',
  setup(context) {
    const { bus, store, signal } = context;
    store.set('ownWords', { status: 'loading' });
    return ({ ownWords: port }, failure) => {
      if (port) {
        bus.answer('own-words:export', () => port.export({ signal }), context);
        bus.answer(
          'own-words:delete',
          async () => {
            await port.delete({ commandId: newId(), signal });
            bus.emit('own-words:deleted', {});
          },
          context,
        );
      }
      store.set('ownWords', { status: port ? 'ready' : failure ? 'failed' : 'absent' });
    };
  },
};
