// SPDX-License-Identifier: MIT
// Plays on another screen what the video plays. It is fetched when there is one.
import type { EpochMs, Ms } from '@vitrine/core';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { words, type Strings } from '../../shared/localize.js';
import { adopt } from '../adopt.js';
import type { EngineOptions, StartEngine } from '../engines/engine.js';
import { NativeEngine } from '../engines/native.js';
import type { Playback } from '../playback.js';
import type { FrameClock } from '../upkeep/frame-clock.js';
import { face, faceStyles } from './face.js';
import { remoteStrings } from './remote.strings.js';
import type { Target } from './target.js';

/** A screen that lets go of a stream so soon after it was given it is only changing over. */
const changeover: Ms = 6000;

/** What `prompt` says for the want of a screen. That the viewer has closed the list is no trouble. */
const troubles: Readonly<Record<string, keyof Strings<typeof remoteStrings>>> = {
  NotFoundError: 'noScreen',
  NotSupportedError: 'notOnScreen',
};

/** The other screen loads and paces by itself: it is not told to jump. */
class AddressEngine extends NativeEngine {
  override readonly patience = Number.POSITIVE_INFINITY;
}

const byAddress: StartEngine = (options: EngineOptions) => Promise.resolve(new AddressEngine(options));

/**
 * The other screen, as the player has it. The video stays the same one, so nothing is downloaded twice: media fed by hand
 * is let go before the address is loaded, and the other way round.
 */
export class Remote {
  /** There is a screen to choose. */
  isAvailable = false;
  /** It plays there. */
  isAway = false;
  /** What plays a stream meanwhile; null where that goes on as it is. */
  start: StartEngine | null = null;
  readonly #playback: Playback;
  readonly #target: Target;
  readonly #clock: FrameClock;
  readonly #host: (ReactiveControllerHost & HTMLElement & { readonly locale: string }) | null = null;
  #trouble: keyof Strings<typeof remoteStrings> | null = null;
  #hasArrived = false;
  #toControls: (root: ShadowRoot) => void = () => undefined;
  #leftAt: EpochMs = 0;
  /** The second of a recording without dates at which it goes on, and a source of it. */
  #resumeAt: { readonly url: string; readonly time: number } | null = null;

  constructor(playback: Playback, target: Target, clock: FrameClock, signal: AbortSignal) {
    const { video } = playback;
    this.#playback = playback;
    this.#target = target;
    this.#clock = clock;
    const root = video.getRootNode();
    if (root instanceof ShadowRoot) {
      this.#host = root.host as ReactiveControllerHost & HTMLElement & { readonly locale: string };
      adopt(this.#host, faceStyles);
    }
    video.addEventListener('playing', () => this.#arrived(), { signal });
    video.addEventListener('loadedmetadata', () => this.#loaded(), { signal });
    signal.addEventListener('abort', () => (playback.remote = undefined), { once: true });
  }

  /** For screen readers. */
  get said(): string {
    const title = this.#title;
    return title ? this.#words[title] : '';
  }

  /** To be called with all news of screens, and each second. */
  look(isAvailable = this.isAvailable): void {
    this.isAvailable = isAvailable;
    const { now, programTime } = this.#playback;
    const isConnected = this.#target.state === 'connected';
    if (isConnected && !this.isAway) this.#leave();
    else if (!isConnected && this.isAway && (this.#hasArrived || now() - this.#leftAt > changeover)) this.#return();
    // The show goes on; a picture that tells no time must not hold it up. (One that has not begun does not tell it yet.)
    if (this.isAway && this.#hasArrived && programTime === null) this.#clock.clear();
    const root = this.#host?.shadowRoot;
    if (root?.activeElement?.matches('.state > [part="screen"]') && !this.#title) this.#toControls(root);
    this.#host?.requestUpdate();
  }

  /** Lets the viewer choose where to watch; to be called from a press. */
  async pick(): Promise<void> {
    this.#trouble = null;
    try {
      await this.#target.pick();
    } catch (error) {
      this.#trouble = troubles[(error as DOMException).name] ?? null;
    }
    this.look();
  }

  /**
   * What stands in place of the picture; null while it is here.
   * @param toControls gives the focus to a control when the button that has it goes
   */
  render(toControls: (root: ShadowRoot) => void): TemplateResult | null {
    this.#toControls = toControls;
    const title = this.#title;
    if (!title) return null;
    const text = this.#words;
    const press = (): void => {
      if (!this.#trouble) return void this.pick();
      this.#trouble = null;
      this.look();
    };
    return face(this.isAway, text[title], this.#trouble ? text.watchHere : text.chooseScreen, press);
  }

  get #words(): Strings<typeof remoteStrings> {
    const host = this.#host;
    return words('player', remoteStrings, host?.locale ?? 'en', () => host?.requestUpdate());
  }

  get #title(): keyof Strings<typeof remoteStrings> | null {
    if (this.isAway && this.#hasArrived) return 'onScreen';
    return this.isAway || this.#target.state === 'connecting' ? 'toScreen' : this.#trouble;
  }

  #leave(): void {
    const { video, now } = this.#playback;
    const isByHand = video.currentSrc.startsWith('blob:');
    this.isAway = true;
    this.#trouble = null;
    this.#leftAt = now();
    this.#hasArrived = !(this.#target.needsAddress && isByHand);
    if (!this.#hasArrived) this.#restart(byAddress);
  }

  #arrived(): void {
    if (!this.isAway || this.#target.state !== 'connected') return;
    this.#hasArrived = true;
    this.look();
  }

  #return(): void {
    this.isAway = false;
    if (!this.#hasArrived) this.#trouble = 'notOnScreen';
    if (this.start) this.#restart(null);
  }

  /** Goes on at the same moment with another engine; of a recording without dates at the same second. */
  #restart(start: StartEngine | null): void {
    const { video, engine, programTime, sources } = this.#playback;
    // (What has no metadata yet is nowhere: where it was to go on still holds.)
    if (video.readyState > 0) {
      const isUndated = engine?.isLive === false && programTime === null;
      this.#resumeAt = isUndated ? { url: sources.attempt?.url ?? '', time: video.currentTime } : null;
    }
    this.start = start;
    this.#playback.restart();
  }

  #loaded(): void {
    const { engine, sources } = this.#playback;
    const at = this.#resumeAt;
    this.#resumeAt = null;
    // (Not every browser's own HLS knows that a show is live.)
    if (at && sources.urls.includes(at.url) && !engine?.isLive) this.#playback.seekTo(at.time);
  }
}
