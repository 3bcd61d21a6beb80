// SPDX-License-Identifier: MIT

/** A part that is fetched when it is first needed; again, when that failed. */
export class Lazy<M> {
  /** Null until it is there. */
  module: M | null = null;
  readonly #load: () => Promise<M>;
  #loading: Promise<M | null> | null = null;

  constructor(load: () => Promise<M>) {
    this.#load = load;
  }

  /** Resolves with the part, or with null where it cannot be had now. */
  fetch(): Promise<M | null> {
    return (this.#loading ??= this.#load().then(
      (module) => (this.module = module),
      () => (this.#loading = null),
    ));
  }
}

/** Resolves when the browser has nothing better to do, and soon in any case; at once in Safari, which does not tell. */
export function idleMoment(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 500 });
    else resolve();
  });
}
