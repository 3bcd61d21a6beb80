// SPDX-License-Identifier: MIT
import type { Engine } from '../engines/engine.js';
import type { Outage } from '../engines/ladder.js';

/** A list that a server refuses is compared with the others after so many tries, and again after as many more. */
const patience = 3;

/**
 * To be told of each list that is refused. A rendition whose list is refused while another's is there: one of them is lost,
 * not the stream. The engine goes on with the others; it would ask for the same list for ever.
 */
export async function findDetour(engine: Engine, { url, status, tries }: Outage): Promise<void> {
  if (status < 400 || tries % patience !== 0) return;
  const lists = engine.renditions.map(({ uri }) => uri);
  // (It may have been asked to wait for a moment to come.)
  const lost = lists.find((list) => url.startsWith(list));
  const others = lists.filter((list) => list !== lost);
  if (!lost || others.length === 0) return;
  const refused = [lost];
  const isThere = async (list: string): Promise<void> => {
    const { ok } = await fetch(list, { cache: 'no-store' });
    if (ok) return;
    refused.push(list);
    throw new Error(list);
  };
  // (None is there: the origin is away, and is waited for.)
  const isOneThere = await Promise.any(others.map(isThere)).then(
    () => true,
    () => false,
  );
  if (!isOneThere) return;
  // Those refused just now as well: the engine would try them next.
  for (const list of refused) if (engine.renditions.some(({ uri }) => uri === list)) engine.leave(list);
}
