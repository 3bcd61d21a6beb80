// SPDX-License-Identifier: MIT

/** Somebody whose words this viewer does not want to see. */
export interface MutedPerson {
  /** The id under which they write, `ChatAuthor.id`. */
  readonly id: string;
  /** What they were called then. */
  readonly name: string;
}

export interface MutedState {
  /** In the order in which they were muted. */
  readonly people: readonly MutedPerson[];
}

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(mutedFeature)`. */
    muted?: MutedState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * Hides what a person says from this viewer alone, on this device, until it is taken back.
     * @throws `BAD_INPUT` for nobody and for the viewer themselves
     */
    'muted:add': { detail: MutedPerson; answer: void };
    'muted:remove': { detail: { readonly id: string }; answer: void };
  }
}
