// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { Store } from './store.js';

declare module './store.js' {
  interface RoomState {
    sample: { readonly a: number; readonly b: string };
  }
}

describe('Store', () => {
  it('notifies once a tick with the newest value', async () => {
    const store = new Store(() => undefined);
    store.set('sample', { a: 0, b: '' });
    const seen: number[] = [];
    store.select(
      (state) => state.sample.a,
      (value) => seen.push(value),
      new AbortController(),
    );
    store.set('sample', { a: 1 });
    store.set('sample', { a: 2 });
    expect(seen).to.deep.equal([]);
    await Promise.resolve();
    expect(seen).to.deep.equal([2]);
    store.set('sample', { b: 'other' });
    await Promise.resolve();
    expect(seen).to.deep.equal([2]);
  });

  it('freezes what it gives out, and gives the same object until something changes', () => {
    const store = new Store(() => undefined);
    store.set('sample', { a: 1, b: 'x' });
    const { state } = store;
    store.set('sample', { a: 1 });
    expect(store.state).to.equal(state);
    expect(Object.isFrozen(state) && Object.isFrozen(state.sample)).to.equal(true);
  });

  it('survives a listener that throws, and forgets those whose signal aborted', async () => {
    const reported: unknown[] = [];
    const store = new Store((error) => reported.push(error));
    store.set('sample', { a: 0, b: '' });
    const life = new AbortController();
    const seen: number[] = [];
    store.select(
      (state) => state.sample.a,
      () => {
        throw new Error('broken');
      },
      life,
    );
    store.select(
      (state) => state.sample.a,
      (value) => seen.push(value),
      life,
    );
    store.set('sample', { a: 1 });
    await Promise.resolve();
    life.abort();
    store.set('sample', { a: 2 });
    await Promise.resolve();
    expect(seen).to.deep.equal([1]);
    expect(reported).to.have.lengthOf(1);
  });
});
