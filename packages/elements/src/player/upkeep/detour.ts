// SPDX-License-Identifier: MIT
import type { Engine } from '../engines/engine.js';
import type { Outage } from '../engines/ladder.js';

/** A list that a server refuses is compared with the others after so many tries, and again after as many more. */
const patience = 3;

/**
 * A rendition whose list is refused while another's is there: one of them is lost, not the stream. The engine goes on
 * with the others; it would ask for the same list for ever.
 */
export async function findDetour(engine: Engine, { kind, url, status, tries }: Outage): Promise<void> {
  if (kind !== 'playlist' || status < 400 || tries % patience !== 0) return;
  // (It may have been asked to wait for a moment to come.)
  const lost = engine.lists.find((list) => url.startsWith(list));
  const others = engine.lists.filter((list) => list !== lost);
  if (!lost || others.length === 0) return;
  const isThere = async (list: string): Promise<void> => {
    const { ok } = await fetch(list, { cache: 'no-store' });
    if (!ok) throw new Error(list);
  };
  // (None is there: the origin is away, and is waited for.)
  await Promise.any(others.map(isThere)).then(
    () => engine.lists.includes(lost) && engine.leave(lost),
    () => undefined,
  );
}
