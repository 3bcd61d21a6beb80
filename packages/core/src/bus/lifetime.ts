// SPDX-License-Identifier: MIT

/** How a listener or an answerer is bound to a lifetime: it dies when the signal aborts. */
export interface Lifetime {
  readonly signal: AbortSignal;
}

/** Begins something and ends it with its lifetime. What would begin after its end does not begin at all. */
export function during({ signal }: Lifetime, begin: () => void, end: () => void): void {
  if (signal.aborted) return;
  begin();
  signal.addEventListener('abort', end);
}

/** Keeps something in a set for a lifetime. */
export function keepIn<T>(set: Set<T>, item: T, lifetime: Lifetime): void {
  during(
    lifetime,
    () => set.add(item),
    () => set.delete(item),
  );
}

/** Runs what others wrote. What it throws is reported, so that nobody else is silenced by it. */
export function guard(run: () => void, report: (error: unknown) => void): void {
  try {
    run();
  } catch (error) {
    report(error);
  }
}
