// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  timer = undefined;
  for (const listener of [...listeners]) listener();
  wind();
}

// One timer for all clocks of the page, aligned to the second so that they change together; none while hidden.
function wind(): void {
  if (timer !== undefined || listeners.size === 0 || document.hidden) return;
  timer = setTimeout(tick, 1000 - (Date.now() % 1000));
}

function visibility(): void {
  if (document.hidden) {
    clearTimeout(timer);
    timer = undefined;
  } else if (listeners.size > 0) tick();
}

/** Calls a listener each second until the signal aborts; at once when a hidden page is seen again. */
export function everySecond(listener: () => void, { signal }: { readonly signal: AbortSignal }): void {
  if (signal.aborted) return;
  if (listeners.size === 0) document.addEventListener('visibilitychange', visibility);
  listeners.add(listener);
  wind();
  signal.addEventListener(
    'abort',
    () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      document.removeEventListener('visibilitychange', visibility);
      clearTimeout(timer);
      timer = undefined;
    },
    { once: true },
  );
}

/** Renders its element each second while `isRunning` says so. */
export class TickerController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isRunning: () => boolean;
  #life: AbortController | null = null;

  constructor(host: ReactiveControllerHost, isRunning: () => boolean) {
    this.#host = host;
    this.#isRunning = isRunning;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isRunning() === (this.#life !== null)) return;
    if (this.#life) this.hostDisconnected();
    else {
      this.#life = new AbortController();
      everySecond(() => this.#host.requestUpdate(), this.#life);
    }
  }

  hostDisconnected(): void {
    this.#life?.abort();
    this.#life = null;
  }
}
