// SPDX-License-Identifier: MIT

/** What a page queues before the library is there: `(window.vitrine ||= []).push((vitrine) => …)`. */
export type Queued = (vitrine: unknown) => void;

declare global {
  interface Window {
    vitrine?: { push(run: Queued): unknown };
  }
}

function run(queued: Queued, vitrine: unknown): void {
  try {
    queued(vitrine);
  } catch (error) {
    // One snippet of the page must not keep the next from running.
    reportError(error);
  }
}

/** Runs what was queued, in order, and from now on whatever is pushed at once. @param vitrine the loaded module */
export function drain(vitrine: unknown): void {
  const queued = window.vitrine;
  window.vitrine = { push: (later) => run(later, vitrine) };
  if (Array.isArray(queued)) for (const earlier of queued as Queued[]) run(earlier, vitrine);
}
