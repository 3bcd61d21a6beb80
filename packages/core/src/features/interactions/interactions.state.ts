// SPDX-License-Identifier: MIT
import type { ProgramTime, VitrineError } from '../../model/index.js';
import type { Interaction, InteractionDraft, InteractionEntry } from './interactions.port.js';
import type { InteractionAnswer, Settled } from './rules.js';

/** What has become of an option, and when in the show. */
export interface Settlement {
  readonly as: Settled;
  readonly at: ProgramTime;
}

/** An entry, and when in the show it was added. */
export interface ShownEntry extends InteractionEntry {
  readonly at: ProgramTime;
}

/** An interaction as it is at this viewer's moment; for the staff, as it is now. */
export interface ShownInteraction extends Interaction {
  /** Whether it takes answers, now. */
  readonly isOpen: boolean;
  /** Oldest first. Dismissed ones are left to the staff and to whoever added them. */
  readonly entries: readonly ShownEntry[];
  /** How many count for each option, this viewer included; an option nobody counts for may be missing. */
  readonly counts: Readonly<Record<string, number>>;
  /** The options this viewer counts for. */
  readonly own: readonly string[];
  /** By option. */
  readonly settled: Readonly<Record<string, Settlement>>;
}

export interface InteractionsState {
  readonly status: 'loading' | 'ready' | 'absent' | 'failed';
  /** Oldest first; closed ones stay. */
  readonly shown: readonly ShownInteraction[];
  /** Whether this viewer may answer at all. */
  readonly canAnswer: boolean;
  /** Whether this viewer may launch, settle and close. */
  readonly canRun: boolean;
  readonly error: VitrineError | null;
}

/** Before anything is known. */
export const noInteractions: InteractionsState = {
  status: 'loading',
  shown: [],
  canAnswer: false,
  canRun: false,
  error: null,
};

declare module '../../store/store.js' {
  interface RoomState {
    /** Absent until the feature has been added to the room: `room.use(interactionsFeature)`. */
    interactions?: InteractionsState;
  }
}
declare module '../../bus/events.js' {
  interface Requests {
    /**
     * Answers an interaction; resolves when the back end has it.
     * @throws what `InteractionsPort.answer` throws, and `NO_PORT` where nobody may answer
     */
    'interaction:answer': { detail: { readonly id: string; readonly answer: InteractionAnswer }; answer: void };
    /** Opens one, `at` a moment on camera or as soon as the back end hears of it. Hosts. */
    'interaction:launch': {
      detail: { readonly draft: InteractionDraft; readonly at?: ProgramTime };
      answer: { readonly id: string };
    };
    /** Ends one: it takes no more answers. Hosts. */
    'interaction:close': { detail: { readonly id: string }; answer: void };
  }
  interface Facts {
    /** It opens, at this viewer's frame. */
    'interaction:opened': { readonly id: string; readonly kind: string };
    'interaction:closed': { readonly id: string };
    /** This viewer's answer was counted. */
    'interaction:answered': { readonly id: string; readonly answer: InteractionAnswer };
  }
}
