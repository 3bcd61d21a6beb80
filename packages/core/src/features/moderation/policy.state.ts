// SPDX-License-Identifier: MIT
import type { VitrineError } from '../../model/index.js';
import type { RoomPolicy } from './policy.port.js';

export interface PolicyState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** As it was last heard of. */
  readonly policy: RoomPolicy | null;
  readonly canSet: boolean;
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noPolicy: PolicyState = { status: 'loading', policy: null, canSet: false, error: null };

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(policyFeature)`. */
    policy?: PolicyState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Asks anew for the policy; what comes is in the state. @throws what `ModerationPort.policy` throws */
    'policy:refresh': { detail: Record<never, never>; answer: void };
    /**
     * Puts a policy in the place of the one with its `revision`.
     * @throws what `ModerationPort.setPolicy` throws; after `CONFLICT` the state has the one that is there now
     */
    'policy:set': { detail: { readonly policy: RoomPolicy }; answer: void };
  }
}
