// SPDX-License-Identifier: MIT
import type { VitrineError } from '../../model/index.js';
import type { RestrictedPerson } from './people.port.js';

export interface PeopleState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** For whom something holds, the newest first. */
  readonly restricted: readonly RestrictedPerson[];
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noPeople: PeopleState = { status: 'loading', restricted: [], error: null };

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(peopleFeature)`. */
    people?: PeopleState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /** Asks anew for whom something holds; what comes is in the state. @throws what `ModerationPort.people` throws */
    'people:refresh': { detail: Record<never, never>; answer: void };
  }
}
