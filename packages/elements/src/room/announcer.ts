// SPDX-License-Identifier: MIT
import type { Show } from './show.js';
import type { RoomWords } from './view.js';

/** What the announcer goes by. */
export interface Situation {
  readonly show: Show;
  /** The back end has been out of reach for longer than a moment. */
  readonly isAway: boolean;
  /** It will not come back by itself. */
  readonly isLost: boolean;
  /** The product on camera in words; undefined where it is not known yet, or another element tells of it. */
  readonly nowShowing: string | null | undefined;
}

const betweenPins = 10_000;

/** The words of the room's one polite status region: live, paused, back, ended, and how the connection is. */
export class Announcer {
  #before: Situation | null = null;
  #pinnedAt = Number.NEGATIVE_INFINITY;
  #said = '';

  get text(): string {
    return this.#said;
  }

  /** Says something that happened elsewhere: a toast. */
  say(text: string): void {
    this.#said = text;
  }

  /** Called before each rendering. */
  take(now: Situation, words: RoomWords): void {
    const before = this.#before;
    this.#before = now;
    // What was so when the viewer came is seen and read, not announced.
    if (!before || before.show === 'loading') return;
    const said = now.show === before.show ? null : ofShow(before.show, now.show, words);
    if (said !== null) this.say(said);
    else if (now.isLost && !before.isLost) this.say(words.lostForGood);
    else if (now.isAway !== before.isAway) this.say(now.isAway ? words.isOffline : words.isOnline);
    else if (now.nowShowing && before.nowShowing !== undefined && now.nowShowing !== before.nowShowing) {
      if (performance.now() - this.#pinnedAt < betweenPins) return;
      this.#pinnedAt = performance.now();
      this.say(now.nowShowing);
    }
  }

  reset(): void {
    this.#before = null;
    this.#said = '';
  }
}

function ofShow(before: Show, now: Show, words: RoomWords): string | null {
  if (now === 'paused' || now === 'interrupted') return words.isPaused;
  if (now === 'ended') return words.showEnded;
  if (now === 'unplayable') return words.unplayable;
  // The player itself says that it is looking for the show.
  if (now !== 'playing') return null;
  return before === 'upcoming' ? words.isLive : words.isBack;
}
