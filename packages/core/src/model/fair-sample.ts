// SPDX-License-Identifier: MIT

/**
 * A fair choice of what was said in a while, in its order: one of each person before a second of anybody, evenly over the
 * while, so that not only its first moments are heard.
 * @param most how many at most; what is always chosen counts, and may be more
 * @param personOf who it is from; null for what is always chosen
 */
export function fairSample<T>(items: readonly T[], most: number, personOf: (item: T) => string | null): readonly T[] {
  if (items.length <= most) return items;
  const chosen = new Set<T>();
  const rounds: T[][] = [];
  const turns = new Map<string, number>();
  for (const item of items) {
    const person = personOf(item);
    if (person === null) {
      chosen.add(item);
      continue;
    }
    const turn = turns.get(person) ?? 0;
    turns.set(person, turn + 1);
    (rounds[turn] ??= []).push(item);
  }
  for (const round of rounds) {
    const free = most - chosen.size;
    if (free <= 0) break;
    const step = Math.max(1, round.length / free);
    for (let place = 0; place < round.length && chosen.size < most; place += step)
      chosen.add(round[Math.floor(place)] as T);
  }
  return items.filter((item) => chosen.has(item));
}
