// SPDX-License-Identifier: MIT
import type { ProgramTime, RoomState } from '@vitrine/core';
import type { ReactiveControllerHost } from 'lit';
import { formatClock } from '../../shared/format.js';
import { words } from '../../shared/localize.js';
import type { Captions } from '../captions.js';
import type { Playback } from '../playback.js';
import type { Sound } from '../sound.js';
import type { ControlState, MenuState } from './controlled.js';
import { controlStrings } from './controls.strings.js';
import { canFloat, isFullscreen } from './fullscreen.js';
import { openHelp } from './open-help.js';

/** What the controls are drawn from. */
export interface Controllable {
  readonly host: ReactiveControllerHost & HTMLElement;
  readonly video: HTMLVideoElement;
  readonly playback: Playback;
  readonly sound: Sound;
  readonly captions: Captions | null;
  readonly state: Readonly<RoomState> | null;
  readonly locale: string;
  readonly isMinimal: boolean;
  readonly isMenuOpen: boolean;
  /** CSS px, where the picture stands in a box of the other orientation; else null. */
  readonly boxHeight: number | null;
}

/**
 * A recording that plays as a show that is on: a scripted one, or one made before. To its viewers it is live, with a chat
 * and a pin that belong to the moment. A position, a length or another speed would take them out of it, with no way back.
 */
export const isPlayedAsLive = ({ playback, state }: Controllable): boolean => {
  const phase = state?.stream.info?.phase;
  return playback.engine?.isLive === false && phase !== undefined && phase !== 'replay';
};

/** The cameras of the show by the names of its sources, where there are several, and the one that plays. */
function camerasOf({ playback, state }: Controllable): Pick<MenuState, 'cameras' | 'camera'> {
  const sources = state?.stream.info?.sources ?? [];
  const names = new Set(sources.map(({ label = null }) => label));
  // What has no name stands in for the others, unless the back end puts it first.
  if (sources[0]?.label !== undefined) names.delete(null);
  const playing = sources.find(({ url }) => url === playback.sources.attempt?.url);
  return { cameras: names.size > 1 ? [...names] : [], camera: playing?.label ?? null };
}

/** What the menu is drawn from. */
export function menuState(from: Controllable, label: string): MenuState {
  const { host, playback, video, locale, captions } = from;
  const { engine, quality, remote } = playback;
  const isElsewhere = remote?.isAway === true;
  return {
    ...camerasOf(from),
    label,
    locale,
    isElsewhere,
    quality,
    renditions: engine?.renditions ?? [],
    url: playback.sources.attempt?.url ?? null,
    speed: engine?.isLive === false && !isPlayedAsLive(from) && !isElsewhere ? video.playbackRate : null,
    captions: captions && captions.tracks.length > 0 && !isElsewhere ? captions : null,
    redraw: () => host.requestUpdate(),
    // (A finger has no keys.)
    ...(!matchMedia('(pointer: coarse)').matches && { help: () => openHelp(from) }),
  };
}

export function controlState(from: Controllable): ControlState {
  const { host, video, playback, sound, captions, locale, isMenuOpen } = from;
  const { engine, edge, remote } = playback;
  const isElsewhere = remote?.isAway === true;
  const info = from.state?.stream.info ?? null;
  const asLive = isPlayedAsLive(from);
  return {
    words: words('player', controlStrings, locale, () => host.requestUpdate()),
    locale,
    isMenuOpen,
    isPaused: !playback.picture.wantsPlay,
    isMuted: video.muted,
    volume: video.volume,
    offersSound: sound.isOffered,
    isLive: asLive || (engine?.isLive ?? info?.phase !== 'replay'),
    isBehind: edge.isBehind(engine),
    clock: asLive ? '' : clockOf(playback, video, info?.startedAt),
    canRewind: !asLive && edge.canRewind(engine),
    captions: !captions || captions.tracks.length === 0 || isElsewhere ? 'none' : captions.isOn ? 'on' : 'off',
    canFloat: canFloat(video) && !isElsewhere,
    remote: remote?.isAvailable || isElsewhere ? remote : undefined,
    isFullscreen: isFullscreen(host),
  };
}

/** The time in the show at the picture; of a recording, position and length. */
function clockOf(playback: Playback, video: HTMLVideoElement, startedAt: ProgramTime | undefined): string {
  const { engine } = playback;
  if (engine && !engine.isLive) {
    const length = engine.window?.end ?? 0;
    return length > 0 ? `${formatClock(video.currentTime * 1000)} / ${formatClock(length * 1000)}` : '';
  }
  const moment = playback.programTime;
  return moment === null || startedAt === undefined ? '' : formatClock(moment - startedAt);
}
