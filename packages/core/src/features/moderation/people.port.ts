// SPDX-License-Identifier: MIT
import type { EpochMs } from '../../model/index.js';

/**
 * What a person may not do in a room: `muted` may not write and is told so; what a `shadowed` one writes is seen by nobody
 * else; a `banned` one may not come in.
 */
export type Restriction = 'muted' | 'shadowed' | 'banned';

/** Somebody who may not do everything in a room. */
export interface RestrictedPerson {
  /** The id of the author of what they say. */
  readonly id: string;
  /** What they were called when they were last heard of; absent: nobody knows. */
  readonly name?: string;
  readonly restriction: Restriction;
  readonly since?: EpochMs;
  /** When it ends by itself; absent: never. */
  readonly until?: EpochMs;
}
