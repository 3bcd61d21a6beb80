// SPDX-License-Identifier: MIT
import type { Subscribe } from '../adapter/index.js';
import type { VitrineError } from '../model/index.js';
import type { RoomState, SliceName } from '../store/index.js';
import type { FeatureContext } from './feature.js';

/** Slices that say how they stand with their port. */
type FilledSlice = {
  [N in SliceName]: NonNullable<RoomState[N]> extends { readonly status: string; readonly error: VitrineError | null }
    ? N
    : never;
}[SliceName];

interface Source<T> {
  readonly subscribe: Subscribe<T>;
}

/** Listens to a port for the life of the room. A subscription that does not come about is reported. */
export function listen<T>(
  { signal, report }: FeatureContext,
  port: Source<T>,
  next: (items: readonly T[]) => void,
  fail: (error: VitrineError) => void = report,
): void {
  (async () => port.subscribe({ next, fail }, { signal }))().catch(report);
}

/**
 * Fills a slice from its port. Without the port the slice is `absent`, or `failed` when the room could not be had; when
 * the subscription ends for good it is `failed` too.
 * @param failure why the room could not be had
 * @returns whether there is a port
 */
export function fillSlice<N extends FilledSlice, T>(
  context: FeatureContext,
  name: N,
  port: Source<T> | undefined,
  failure: VitrineError | null,
  next: (items: readonly T[]) => void,
): boolean {
  const end = (error: VitrineError | null): void =>
    context.store.set(name, { status: error ? 'failed' : 'absent', error } as unknown as Partial<RoomState[N]>);
  if (port) listen(context, port, next, end);
  else end(failure);
  return !!port;
}
