// SPDX-License-Identifier: MIT
import type { VitrineError } from '../../model/index.js';
import type { ReminderOutcome } from './reminders.port.js';

export interface RemindersState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** The shows that this viewer will be told of, as far as was asked: this room's always. */
  readonly shows: readonly string[];
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noReminders: RemindersState = { status: 'loading', shows: [], error: null };

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(remindersFeature)`. */
    reminders?: RemindersState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * Has the viewer told when the show begins; the show's id is its room's.
     * @throws what `RemindersPort.set` throws, and `NO_PORT` where the back end reminds nobody
     */
    'reminder:set': { detail: { readonly show: string }; answer: ReminderOutcome };
    'reminder:clear': { detail: { readonly show: string }; answer: void };
  }
  interface Facts {
    'reminder:changed': { readonly show: string; readonly isSet: boolean };
  }
}
