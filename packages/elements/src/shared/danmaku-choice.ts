// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';

/** How the viewer wants what is said to fly over the picture, kept on this device. */
export interface DanmakuChoice {
  readonly isOn: boolean;
  /** How much of the height it may use, in percent. */
  readonly share: (typeof danmakuShares)[number];
  /** In percent. */
  readonly opacity: (typeof danmakuOpacities)[number];
}

export const danmakuShares = [25, 50, 100] as const;
export const danmakuOpacities = [50, 75, 100] as const;

const key = 'vitrine:danmaku';
/** The face of who speaks stays free until the viewer wants otherwise. */
const usual: DanmakuChoice = { isOn: false, share: 25, opacity: 100 };
const changes = new EventTarget();
/** Where it can fly, each for as long as its signal lives. */
const places = new Map<AbortSignal, Room>();

/** Where the browser refuses storage the choice lasts as long as the page. */
let memory: DanmakuChoice | null = null;

const known = <T>(all: readonly T[], value: unknown, otherwise: T): T => all.find((one) => one === value) ?? otherwise;

export function readDanmaku(): DanmakuChoice {
  if (memory) return memory;
  try {
    const { isOn, share, opacity } = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    return {
      isOn: isOn === true,
      share: known(danmakuShares, share, usual.share),
      opacity: known(danmakuOpacities, opacity, usual.opacity),
    };
  } catch {
    return usual;
  }
}

export function keepDanmaku(change: Partial<DanmakuChoice>): void {
  const next = { ...readDanmaku(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(next));
    memory = null;
  } catch {
    // Full or forbidden.
    memory = next;
  }
  changes.dispatchEvent(new Event('change'));
}

/** Told whenever the viewer chooses, and when there is a place more or less, until the signal aborts. */
export function watchDanmaku(listener: () => void, signal: AbortSignal): void {
  changes.addEventListener('change', listener, { signal });
}

/** There is a place over the picture of a room, until the signal aborts. */
export function offerDanmaku(room: Room, signal: AbortSignal): void {
  const tell = (): boolean => changes.dispatchEvent(new Event('change'));
  places.set(signal, room);
  signal.addEventListener(
    'abort',
    () => {
      places.delete(signal);
      tell();
    },
    { once: true },
  );
  tell();
}

export const isDanmakuOffered = (room: Room): boolean => [...places.values()].includes(room);
