// SPDX-License-Identifier: MIT
import { VitrineError } from '../../model/index.js';
import type { Feature, KeyValueStorage } from '../feature.js';
import type { MutedPerson } from './muted.state.js';

const key = 'muted';
/** Who is muted above that takes the place of the one who was muted first. */
const most = 200;
const longestName = 64;

const person = ({ id, name }: MutedPerson): MutedPerson => ({ id, name: name.slice(0, longestName) });

/**
 * Knows whom the viewer does not want to read. It is their own tool: kept on this device for the room, and no back end
 * hears of it.
 */
export const mutedFeature: Feature = {
  name: 'muted',
  setup(context) {
    const { bus, store, storage } = context;
    let people = restored(storage);
    const change = (next: readonly MutedPerson[]): void => {
      people = next.slice(-most);
      store.set('muted', { people });
      storage.set(key, people.length > 0 ? JSON.stringify(people) : null);
    };
    const without = (id: string): readonly MutedPerson[] => people.filter((one) => one.id !== id);

    store.set('muted', { people });
    bus.answer(
      'muted:add',
      ({ id, name }) => {
        if (!id || id === store.state.identity.viewer?.id) throw new VitrineError('BAD_INPUT', '', { field: 'id' });
        change([...without(id), person({ id, name })]);
      },
      context,
    );
    bus.answer('muted:remove', ({ id }) => change(without(id)), context);
  },
};

/** Who was muted when the page went. */
function restored(storage: KeyValueStorage): readonly MutedPerson[] {
  try {
    const people = JSON.parse(storage.get(key) ?? '[]') as MutedPerson[];
    return people.filter(({ id, name }) => id && typeof id === 'string' && typeof name === 'string').map(person);
  } catch {
    // Storage is the viewer's own: what cannot be read there is not worth an error.
    return [];
  }
}
