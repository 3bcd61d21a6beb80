// SPDX-License-Identifier: MIT
import type { VitrineError } from '../../model/index.js';

export interface LikesState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** How many like a message, by its id; of most messages nothing is told, as nobody does. */
  readonly counts: ReadonlyMap<string, number>;
  /** What this viewer likes, as far as it is known. */
  readonly own: ReadonlySet<string>;
  /** Whether the back end lets viewers like messages. */
  readonly canLike: boolean;
  readonly error: VitrineError | null;
}

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(likesFeature)`. */
    likes?: LikesState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * The viewer likes a message, or does not any more. It is so in the slice at once, and taken back where it is refused;
     * where the viewer must be known first the very wish goes on after the login.
     * @throws what `LikesPort.set` throws, and `NO_PORT` where nobody can like anything
     */
    'chat:like': { detail: { readonly id: string; readonly isLiked: boolean }; answer: void };
  }
}
