// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { VitrineError } from '../model/index.js';
import { Bus } from './bus.js';

declare module './events.js' {
  interface Requests {
    'test:double': { detail: { readonly value: number }; answer: number };
  }
  interface Facts {
    'test:happened': { readonly value: number };
  }
}

describe('Bus', () => {
  it('tells a fact to every listener, also when one of them throws', () => {
    const reported: unknown[] = [];
    const bus = new Bus((error) => reported.push(error));
    const { signal } = new AbortController();
    const heard: number[] = [];
    bus.on(
      'test:happened',
      () => {
        throw new Error('broken');
      },
      { signal },
    );
    bus.on('test:happened', ({ value }) => heard.push(value), { signal });
    bus.tap(
      () => {
        throw new Error('broken tap');
      },
      { signal },
    );
    bus.tap((name) => heard.push(name.length), { signal });
    bus.emit('test:happened', { value: 7 });
    expect(heard).to.deep.equal([7, 'test:happened'.length]);
    expect(reported).to.have.lengthOf(2);
  });

  it('lets every listener die with its signal', () => {
    const bus = new Bus(() => undefined);
    const life = new AbortController();
    const heard: string[] = [];
    bus.on('test:happened', () => heard.push('on'), life);
    bus.tap(() => heard.push('tap'), life);
    life.abort();
    bus.on('test:happened', () => heard.push('late'), life);
    bus.emit('test:happened', { value: 1 });
    expect(heard).to.deep.equal([]);
  });

  it('asks exactly one answerer', async () => {
    const bus = new Bus(() => undefined);
    const life = new AbortController();
    bus.answer('test:double', ({ value }) => value * 2, life);
    expect(await bus.request('test:double', { value: 4 })).to.equal(8);
    expect(() => bus.answer('test:double', () => 0, life))
      .to.throw(VitrineError)
      .with.property('code', 'DUPLICATE_HANDLER');
    life.abort();
    expect(bus.isAnswered('test:double')).to.equal(false);
  });

  it('says who is missing when nobody answers', async () => {
    const bus = new Bus(() => undefined);
    const error = await bus.request('test:double', { value: 1 }).catch((thrown: unknown) => thrown as VitrineError);
    expect(error).to.include({ code: 'NO_HANDLER', field: 'test:double' });
  });
});
