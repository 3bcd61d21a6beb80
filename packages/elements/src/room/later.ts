// SPDX-License-Identifier: MIT

/**
 * A part of the room that its first picture does without. It is fetched when it is needed; and in a quiet moment once
 * there is a picture, since the moment it is needed may be one where nothing can be fetched any more.
 */
export class Later<T> {
  readonly #load: () => Promise<T>;
  readonly #arrived: (part: T) => void;
  readonly #failed: (error: unknown) => void;
  #isFetching = false;
  #part: T | null = null;

  constructor(load: () => Promise<T>, arrived: (part: T) => void, failed: (error: unknown) => void = () => undefined) {
    this.#load = load;
    this.#arrived = arrived;
    this.#failed = failed;
  }

  /** The part, once it is there. */
  get part(): T | null {
    return this.#part;
  }

  /** Told whenever the room has been drawn. */
  consider({ isNeeded, isQuiet }: { readonly isNeeded: boolean; readonly isQuiet: boolean }): void {
    if (this.#isFetching) return;
    if (isNeeded) void this.#fetch();
    // (Safari has no idle callback.)
    else if (isQuiet) (globalThis.requestIdleCallback ?? setTimeout)(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    try {
      this.#part = await this.#load();
      this.#arrived(this.#part);
    } catch (error) {
      // Fetched again when it is needed again.
      this.#isFetching = false;
      this.#failed(error);
    }
  }
}
