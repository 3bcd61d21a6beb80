// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import type { KeyValueStorage } from '../feature.js';
import { CommandQueue } from './commands.js';

function memory(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void (value === null ? values.delete(key) : values.set(key, value)),
  };
}

const set = (quantity: number) => ({ kind: 'set', item: { variantId: 'a' }, quantity }) as const;

describe('the queue of cart commands', () => {
  it('gives a wish that replaces another an id of its own, also after a reload', () => {
    const storage = memory();
    void new CommandQueue(storage).add(set(1));
    const restored = new CommandQueue(storage);
    const before = JSON.parse(storage.get('cart-commands') ?? '[]') as { id: string }[];
    void restored.add(set(2));
    const queued = restored.next();
    expect(queued?.command).to.deep.equal(set(2));
    expect(queued?.id).not.to.equal(before[0]?.id);
  });

  it('keeps a command that runs apart from a newer wish for the same thing', () => {
    const queue = new CommandQueue(memory());
    void queue.add(set(1));
    const running = queue.next();
    void queue.add(set(2));
    expect(queue.next()).to.equal(null);
    expect(running?.command).to.deep.equal(set(1));
    queue.done();
    expect(queue.next()?.command).to.deep.equal(set(2));
  });

  it('forgets what is stored in a form it does not know', () => {
    const storage = memory();
    for (const text of ['{', '[{"id":1}]', '[{"id":"x","command":{"kind":"set","item":{},"quantity":1}}]']) {
      storage.set('cart-commands', text);
      expect(new CommandQueue(storage).commands).to.deep.equal([]);
    }
  });
});
