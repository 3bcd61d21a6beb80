// SPDX-License-Identifier: MIT
import { VitrineError, type Adapter } from '@vitrine/core';

/** What the attributes of a `vitrine-room` say to the adapter they name. */
export interface AdapterOptions {
  /** Where the back end is reached, from `server`. */
  readonly server: string | null;
  /** The element's `data-…` attributes: whatever else an adapter wants to know. */
  readonly data: Readonly<Record<string, string>>;
}

/** Makes an adapter of what a page's markup says. */
export type AdapterFactory = (options: AdapterOptions) => Promise<Adapter>;

const factories = new Map<string, AdapterFactory>();
const awaited = new Map<string, Set<() => void>>();

/**
 * Makes an adapter known by a name, so that `<vitrine-room adapter="name">` is enough. Elements import no adapters
 * themselves: a page brings the one it needs, and nobody downloads the others.
 */
export function registerAdapter(name: string, factory: AdapterFactory): void {
  factories.set(name, factory);
  for (const resolve of awaited.get(name) ?? []) resolve();
  awaited.delete(name);
}

// Markup is often upgraded before the page's own script has registered its adapter.
const patience = 3000;

/**
 * The adapter of a name, made of the options; waits a moment for one that is registered late.
 * @throws {VitrineError} `MISCONFIGURED` when nobody registers it
 */
export async function makeAdapter(name: string, options: AdapterOptions, signal: AbortSignal): Promise<Adapter> {
  if (!factories.has(name)) await registered(name, signal);
  const factory = factories.get(name);
  if (factory) return await factory(options);
  throw new VitrineError('MISCONFIGURED', `No adapter is registered as "${name}".`, {
    field: 'adapter',
    mend: `Call registerAdapter('${name}', …) before the room is used, or set the element's adapter property.`,
  });
}

function registered(name: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const waiting = awaited.get(name) ?? new Set();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      waiting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, patience);
    signal.addEventListener('abort', done);
    awaited.set(name, waiting.add(done));
  });
}
