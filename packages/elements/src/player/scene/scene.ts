// SPDX-License-Identifier: MIT
// What lies behind and over the picture. It is fetched when there is something to say or to fill, and at the latest in
// an idle moment after the first picture, so that it is there when the network is not.
import type { EpochMs } from '@vitrine/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { words } from '../../shared/localize.js';
import { TickerController } from '../../shared/ticker.js';
import { savesData } from '../preferences.js';
import { Backdrop } from './backdrop.js';
import { isNews, overlay, type OverlayState, type Player } from './overlay.js';
import { sceneStrings } from './scene.strings.js';

export { sceneStyles } from './scene.styles.js';

type Host = ReactiveControllerHost & Player & { readonly retryAt: EpochMs | null };

export interface SceneState extends Omit<OverlayState, 'player' | 'retryIn'> {
  /** It plays without sound, and the viewer has not said that this is what they want. */
  readonly isSilent: boolean;
}

/** What the player draws of it. */
export interface Drawing {
  /** The name of the whole. */
  readonly label: string;
  readonly over: TemplateResult | null;
  /** The viewer is told that the show is looked for. */
  readonly hasNews: boolean;
  /** For screen readers. */
  readonly said: string;
}

export class Scene {
  readonly backdrop: Backdrop;
  readonly #host: Host;
  /** While the backdrop follows the picture. */
  #following: AbortController | null = null;

  constructor(host: Host, video: HTMLVideoElement) {
    this.#host = host;
    this.backdrop = new Backdrop(video);
    new TickerController(host, () => host.retryAt !== null);
  }

  draw(state: SceneState): Drawing {
    const player = this.#host;
    const { phase, retryAt } = player;
    const text = words('player', sceneStrings, player.locale, () => player.requestUpdate());
    const shown = { ...state, player, retryIn: retryAt === null ? null : retryAt - Date.now() };
    const hasNews = isNews(shown);
    const isSilent = state.isSilent && phase !== 'blocked' && phase !== 'paused';
    return {
      label: text.label,
      over: overlay(text, shown),
      hasNews,
      said: state.remote?.said || (hasNews ? text.reconnecting : isSilent ? text.muted : ''),
    };
  }

  /** Lets the backdrop follow the picture, or stop. */
  follow(isWanted: boolean, isStill: () => boolean): void {
    if (isWanted === (this.#following !== null)) return;
    this.#following?.abort();
    this.#following = null;
    if (!isWanted) return;
    this.#following = new AbortController();
    const isCalm = (): boolean => isStill() || savesData() || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.backdrop.follow(isCalm, this.#following);
  }
}
