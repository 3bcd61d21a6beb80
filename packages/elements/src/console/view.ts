// SPDX-License-Identifier: MIT
import type { Product, Room, RoomState } from '@vitrine/core';
import type { Strings } from '../shared/localize.js';
import type { ShopWords } from '../shared/refusal.js';
import type { Announcing } from './announcing.js';
import type { ChatRules } from './chat-rules.js';
import type { ConsoleWords } from './console.strings.js';
import type { DeskPanel } from './desks.js';
import type { Health } from './health.js';
import type { Pinning, PinMoment } from './pinning.js';
import type { PreviewPlayer } from './preview-player.js';

export type Tab = 'show' | 'products' | 'chat';

/** All that one rendering goes by. */
export interface View {
  readonly words: Strings<ConsoleWords>;
  /** What viewers read of goods. */
  readonly shop: ShopWords;
  readonly locale: string;
  readonly room: Room;
  readonly state: Readonly<RoomState>;
  readonly player: PreviewPlayer | null;
  readonly tab: Tab;
  /** What viewers see pinned. */
  readonly pinned: Product | null;
  readonly pinning: Pinning;
  readonly moment: PinMoment;
  readonly health: Health;
  readonly rules: ChatRules;
  readonly announcing: Announcing;
  /** What stands beside the chat in its column. */
  readonly desks: readonly DeskPanel[];
  /** The one that is shown; null: the chat. */
  readonly desk: string | null;
  /** The row that the keyboard comes back to. */
  readonly currentRow: string | null;
  setDesk(id: string | null): void;
  setMoment(moment: PinMoment): void;
  press(product: Product): void;
}
