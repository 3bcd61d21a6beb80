// SPDX-License-Identifier: MIT
import { toVitrineError, type CatalogEvent, type CatalogPort, type ConnectContext, type Product } from '@vitrine/core';
import type { Feed } from '../shared/feed.js';
import type { Ask, HostOptions } from './options.js';
import { readProduct, type PageProduct } from './page-product.js';

export interface HostCatalogParts {
  readonly options: HostOptions;
  /** The catalog of the room beneath, if there is one: its list, its pins, its stock. */
  readonly base: CatalogPort | undefined;
  readonly context: ConnectContext;
  readonly ask: Ask;
  /** Sends when the page's data has changed. */
  readonly refreshes: Feed<null>;
}

/** The page's data of products (`options.products`): of its own list, or over those a room lists. */
export function hostCatalog({ options, base, context, ask, refreshes }: HostCatalogParts): CatalogPort {
  const { products, productIds = [] } = options;
  const { signal: life, locale, currency, report } = context;

  /** What the page knows of these products; one that cannot be read is reported and left out. */
  const fetch = async (ids: readonly string[], signal: AbortSignal): Promise<readonly Product[]> => {
    const given = [ids, { signal, locale, currency }];
    const question = { handler: products, given, event: 'products', detail: {}, option: 'products' };
    const answer = await ask(question, [signal, life]);
    return (Array.isArray(answer) ? answer : []).flatMap((product: PageProduct) => {
      try {
        return [readProduct(product, currency, report)];
      } catch (error) {
        report(error);
        return [];
      }
    });
  };

  /** The room's products with the page's word on each: the number and the moments of the show stay. */
  const overlay = async (listed: readonly Product[], signal: AbortSignal): Promise<readonly Product[]> => {
    try {
      const known = new Map(
        (
          await fetch(
            listed.map(({ id }) => id),
            signal,
          )
        ).map((product) => [product.id, product]),
      );
      return listed.map((product) => ({ ...product, ...known.get(product.id) }));
    } catch (error) {
      report(error);
      return listed;
    }
  };

  return {
    resolve: (ids, { signal }) => fetch(ids, signal),
    ...(base?.pin && { pin: base.pin.bind(base) }),
    ...(base?.unpin && { unpin: base.unpin.bind(base) }),
    subscribe(sink, { signal }) {
      // One after the other: while the page is asked, a later batch must not overtake.
      let turn = Promise.resolve();
      let listed: readonly Product[] = [];
      const pass = async (items: readonly CatalogEvent[]): Promise<void> => {
        const next: CatalogEvent[] = [];
        for (const item of items) {
          if (item.kind !== 'products') next.push(item);
          else next.push({ kind: 'products', products: await overlay((listed = item.products), signal) });
        }
        if (!signal.aborted && !life.aborted) sink.next(next);
      };
      const own = async (): Promise<void> => {
        try {
          const found = await fetch(productIds, signal);
          if (!signal.aborted && !life.aborted) sink.next([{ kind: 'products', products: found }]);
        } catch (error) {
          if (!signal.aborted && !life.aborted) sink.fail(toVitrineError(error));
        }
      };
      const queue = (run: () => Promise<void>): void => {
        turn = turn.then(run);
      };
      const again = (): void => queue(base ? () => pass([{ kind: 'products', products: listed }]) : own);
      refreshes.subscribe({ next: again, fail: () => undefined }, [signal, life]);
      if (!base) return queue(own);
      return base.subscribe(
        { next: (items) => queue(() => pass(items)), fail: (error) => sink.fail(error) },
        { signal },
      );
    },
  };
}
