// SPDX-License-Identifier: MIT
import { expect } from 'chai';
import { Bus } from '../bus/index.js';
import { VitrineError } from '../model/index.js';
import { Store } from '../store/index.js';
import { until } from '../testing/index.js';
import type { CheckoutPort } from './checkout/checkout.port.js';
import { noCheckout } from './checkout/checkout.state.js';
import type { Feature, FeatureContext } from './feature.js';
import { laterFeature, type LaterFeature } from './later.js';

/** As much of a room as a feature like this one touches. */
function place(): { context: FeatureContext; reports: unknown[]; close(): void } {
  const life = new AbortController();
  const reports: unknown[] = [];
  const report = (error: unknown): void => void reports.push(error);
  const context = { bus: new Bus(report), store: new Store(report), signal: life.signal, report };
  return { context: context as unknown as FeatureContext, reports, close: () => life.abort() };
}

describe('a feature that comes later', () => {
  const port = { modes: ['embed'] } as unknown as CheckoutPort;
  let loads = 0;
  let isOnline = true;
  let here = place();

  beforeEach(() => {
    loads = 0;
    isOnline = true;
    here = place();
  });

  afterEach(() => here.close());

  /** A till that says how often it was asked. */
  function till(): LaterFeature {
    let asked = 0;
    const feature: Feature = {
      name: 'checkout',
      setup({ bus, store, signal }) {
        bus.answer(
          'checkout:dismiss',
          () => store.set('checkout', { error: new VitrineError('BAD_INPUT', String(++asked)) }),
          {
            signal,
          },
        );
        return ({ checkout }) => store.set('checkout', { modes: checkout?.modes ?? [] });
      },
    };
    return laterFeature({
      name: 'checkout',
      first: noCheckout,
      without: (error) => ({ phase: error ? ('failed' as const) : ('expired' as const) }),
      async load() {
        loads++;
        if (!isOnline) throw new TypeError('Failed to fetch');
        return feature;
      },
    });
  }

  const state = () => here.context.store.state.checkout;
  const ask = (): Promise<void> => here.context.bus.request('checkout:dismiss', {});

  it('is fetched when the back end has its port', async () => {
    const connect = till().setup(here.context);
    expect(state()).to.deep.equal(noCheckout);
    expect(loads).to.equal(0);
    connect?.({ checkout: port }, null);
    await until(() => state().modes.length === 1);
    expect(loads).to.equal(1);
  });

  it('is not fetched where there is no such port, and says so', () => {
    const connect = till().setup(here.context);
    connect?.({}, null);
    expect(state().phase).to.equal('expired');
    connect?.({}, new VitrineError('ROOM_NOT_FOUND', ''));
    expect(state().phase).to.equal('failed');
    expect(loads).to.equal(0);
  });

  it('answers those who asked before it was there, each once', async () => {
    const connect = till().setup(here.context);
    const answers = Promise.all([ask(), ask(), ask()]);
    connect?.({ checkout: port }, null);
    await answers;
    expect(state().error?.message).to.equal('3');
    expect(state().modes).to.deep.equal(['embed']);
    expect(loads).to.equal(1);
  });

  it('learns of its port when it was asked for before the back end answered', async () => {
    const connect = till().setup(here.context);
    await ask();
    expect(state().modes).to.deep.equal([]);
    connect?.({ checkout: port }, null);
    expect(state().modes).to.deep.equal(['embed']);
  });

  it('refuses with a retryable error while it cannot be fetched, and comes when it can', async () => {
    isOnline = false;
    const connect = till().setup(here.context);
    const refusal = await ask().catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(VitrineError);
    expect(refusal).to.include({ code: 'NETWORK', retryable: true });
    connect?.({ checkout: port }, null);
    await until(() => here.reports.length === 1 && loads > 1);
    isOnline = true;
    await until(() => state().modes.length === 1);
    expect(here.reports.length, 'one line, however often it was tried').to.equal(1);
    await ask();
    expect(state().error?.message).to.equal('1');
  });

  it('leaves a closed room alone, and is there at once for the next one', async () => {
    const feature = till();
    feature.setup(here.context);
    const asked = ask().catch((error: VitrineError) => error.code);
    here.close();
    expect(await asked).to.equal('NO_HANDLER');
    here = place();
    const connect = feature.setup(here.context);
    connect?.({ checkout: port }, null);
    expect(state().modes).to.deep.equal(['embed']);
    expect(loads).to.equal(1);
  });
});
