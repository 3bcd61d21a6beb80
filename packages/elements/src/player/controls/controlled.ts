// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';
import type { Captions } from '../captions.js';
import type { Quality, Rendition } from '../engines/engine.js';
import type { Remote } from '../remote/remote.js';
import type { controlStrings } from './controls.strings.js';

/** What the controls show. */
export interface ControlState {
  readonly words: Strings<typeof controlStrings>;
  readonly locale: string;
  readonly isPaused: boolean;
  readonly isMuted: boolean;
  readonly volume: number;
  /** Sound was never chosen or refused: it is offered in words. */
  readonly offersSound: boolean;
  readonly isLive: boolean;
  readonly isBehind: boolean;
  /** The time in the show, or the position and length of a recording; empty when neither is known. */
  readonly clock: string;
  /** There is something to go back to. */
  readonly canRewind: boolean;
  readonly captions: 'none' | 'off' | 'on';
  readonly canFloat: boolean;
  /** Another screen that it plays on or could. */
  readonly remote: Remote | undefined;
  readonly isFullscreen: boolean;
  readonly isMenuOpen: boolean;
}

/** What the menu shows. */
export interface MenuState {
  /** What the button is called that opens it. */
  readonly label: string;
  readonly locale: string;
  /** Another screen plays, which decides for itself. */
  readonly isElsewhere: boolean;
  readonly quality: Quality;
  readonly renditions: readonly Rendition[];
  /** The address of what plays. */
  readonly url: string | null;
  /** Null where the speed is the show's. */
  readonly speed: number | null;
  /** What there is to choose from, where there are several; null is the one without a name. */
  readonly cameras: readonly (string | null)[];
  /** The one that plays. */
  readonly camera: string | null;
  /** Null where there are none. */
  readonly captions: Captions | null;
  /** Draws the menu again. */
  redraw(): void;
  /** Shows what the keys do; absent where nothing tells of a keyboard. */
  help?(): void;
}

/** What the controls ask for. */
export interface Controlled {
  play(): Promise<void>;
  pause(): void;
  toggleMute(): void;
  goLive(): void;
  seekBy(seconds: number): void;
  seekTo(time: number): void;
  toggleCaptions(): void;
  toggleFullscreen(): void;
  togglePictureInPicture(): void;
  toggleMenu(): void;
  setQuality(quality: Quality): void;
  setSpeed(speed: number): void;
  setCamera(camera: string | null): void;
  volume: number;
  readonly paused: boolean;
}
