// SPDX-License-Identifier: MIT
import type { Product, RoomState, StreamInfo, VitrineError } from '@vitrine/core';
import type { Strings } from '../shared/localize.js';
import type { Panel } from '../interactions/index.js';
import type { TemplateResult } from 'lit';
import type { RoomActions } from './actions.js';
import type { Layout } from './layout.js';
import type { PinSwap } from './pin-swap.js';
import type { PlayerElement } from './player-watch.js';
import type { english } from './room.strings.js';
import type { Pill, Show } from './show.js';

export type RoomWords = Strings<typeof english>;

/** Names of the slots that a page may fill. */
export type SlotName = 'player' | 'chat' | 'products' | 'interactions' | 'actions';

/** All that the parts of the template need; made anew for each rendering. */
export interface View {
  readonly words: RoomWords;
  readonly locale: string;
  readonly layout: Layout;
  readonly show: Show;
  readonly pill: Pill;
  /** Null while there is no room. */
  readonly state: Readonly<RoomState> | null;
  readonly info: StreamInfo | null;
  readonly error: VitrineError | null;
  readonly roomId: string;
  /** All that has to do with buying, once it has been fetched. */
  readonly shop: typeof import('./shop/index.js') | null;
  /** What is said where there is no picture, once it has been fetched. */
  readonly states: typeof import('./states/index.js') | null;
  /** Renders again: the words have come. */
  readonly again: () => void;
  readonly player: PlayerElement | null;
  /** Back end's time, epoch ms. */
  readonly now: number;
  /** Viewers in words of few letters, or null while nobody knows. */
  readonly viewers: string | null;
  readonly pinned: Product | null;
  readonly pins: PinSwap;
  /** The back end has been out of reach for longer than a moment. */
  readonly isAway: boolean;
  readonly hasChat: boolean;
  readonly hasCart: boolean;
  readonly canShare: boolean;
  /** Whether the viewer can send the room away. */
  readonly isClosable: boolean;
  /** Nothing but a list: the video has ended or will not play, and there is no space beside it. */
  readonly isList: boolean;
  /** The place in the show stands in a strip below all that lies over the picture. */
  readonly hasStrip: boolean;
  /** Upright picture in a wide room: margins on both sides hold what lies over it elsewhere. */
  readonly hasMargins: boolean;
  /** The products stand in a rail under the picture; else they have the panel, alone or as a tab. */
  readonly hasRail: boolean;
  /** The page gave the room a height. */
  readonly isDefinite: boolean;
  /** What is said may fly over the picture: the page says so. */
  readonly hasDanmaku: boolean;
  /** Nothing moves: the page says so. */
  readonly isStill: boolean;
  /** `chat`, `products` or a panel's id. */
  readonly tab: string;
  /** What else stands beside the chat: questions to the host. */
  readonly panels: readonly Panel[];
  /** Where a card stands while something runs, once it has been fetched. */
  readonly dock: TemplateResult | null;
  /** The panel that lies over a stage, where there is no space beside the picture. */
  readonly openPanel: Panel | null;
  readonly isTrayOpen: boolean;
  readonly actions: RoomActions;
  hasSlot(name: SlotName): boolean;
}
