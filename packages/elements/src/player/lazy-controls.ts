// SPDX-License-Identifier: MIT
import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { adopt } from './adopt.js';
import type { Captions } from './captions.js';
import type { Controllable } from './controls/control-state.js';
import type { Controlled } from './controls/controlled.js';
import type { Idle } from './controls/idle.js';
import { Lazy } from './lazy.js';
import type { PlayerPhase } from './phase.js';

interface Host extends ReactiveControllerHost, HTMLElement, Controlled {
  readonly controls: 'full' | 'slim' | 'minimal' | 'none';
  readonly phase: PlayerPhase;
}

type Bar = typeof import('./controls/bar.js');

const loadBar = (): Promise<Bar> => import('./controls/bar.js');
const loadSlim = (): Promise<typeof import('./controls/slim.js')> => import('./controls/slim.js');
const loadMenu = (): Promise<typeof import('./controls/menu.js')> => import('./controls/menu.js');
const loadScrubber = (): Promise<typeof import('./controls/scrubber.js')> => import('./controls/scrubber.js');
const loadCaptions = (): Promise<typeof import('./captions.js')> => import('./captions.js');

/**
 * The controls, fetched when there is something to control: they are not what the viewer waits for. The scrubber comes
 * when there is something to go back to, the menu when it is first opened, captions with their track.
 */
export class LazyControls implements ReactiveController {
  isMenuOpen = false;
  captions: Captions | null = null;
  /** Tells when they should be out of the way. */
  idle: Idle | null = null;
  readonly #host: Host;
  /** What they were last drawn from. */
  #drawn: Controllable | null = null;
  readonly #bar = new Lazy(loadBar);
  readonly #slim = new Lazy(loadSlim);
  readonly #menu = new Lazy(loadMenu);
  readonly #scrubber = new Lazy(loadScrubber);
  readonly #captions = new Lazy(loadCaptions);

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  get isShown(): boolean {
    return this.#bar.module !== null;
  }

  /** They are out of the way. */
  get isAway(): boolean {
    const { controls, phase } = this.#host;
    return controls === 'full' && phase === 'playing' && !this.isMenuOpen && (this.idle?.isIdle ?? false);
  }

  attach(video: HTMLVideoElement, signal: AbortSignal): void {
    const host = this.#host;
    video.textTracks.addEventListener('addtrack', () => void this.#fetchCaptions(video, signal), { signal });
    // (It may be the first thing a viewer does.)
    const clicked = async (event: MouseEvent): Promise<void> =>
      host.controls === 'none' ? undefined : (await this.#fetchBar())?.clicked(event, host, this);
    video.addEventListener('click', (event) => void clicked(event), { signal });
    host.addEventListener('keydown', (event) => this.#key(event), { signal });
    document.addEventListener('fullscreenchange', () => host.requestUpdate(), { signal });
  }

  /** Whether there is nothing left to fetch before something is opened. */
  has(canRewind: boolean): boolean {
    return this.isShown && !(canRewind && this.#scrubber.module === null) && !(this.#isSlim && !this.#slim.module);
  }

  hostUpdated(): void {
    const { shadowRoot } = this.#host;
    if (!shadowRoot) return;
    if (this.#drawn) this.#bar.module?.placeBar(shadowRoot, this.#drawn);
    this.#scrubber.module?.placeScrubber(shadowRoot);
  }

  /** Fetches what there is something to control with. */
  async fetch(canRewind: boolean): Promise<void> {
    await this.#fetchBar();
    const slim = this.#isSlim ? await this.#slim.fetch() : null;
    if (slim) adopt(this.#host, slim.slimStyles);
    const scrubber = canRewind ? await this.#scrubber.fetch() : null;
    if (scrubber) adopt(this.#host, scrubber.scrubberStyles);
  }

  async toggleMenu(): Promise<void> {
    this.isMenuOpen = !this.isMenuOpen;
    this.#host.requestUpdate();
    await (await this.#menu.fetch())?.turned(this.#host, this.isMenuOpen);
  }

  async toggleFullscreen(video: HTMLVideoElement): Promise<void> {
    await (await this.#fetchBar())?.toggleFullscreen(this.#host, video);
  }

  async togglePictureInPicture(video: HTMLVideoElement): Promise<void> {
    await (await this.#fetchBar())?.togglePictureInPicture(video);
  }

  render(from: Controllable): TemplateResult | typeof nothing {
    this.#drawn = from;
    const menu = this.isMenuOpen ? this.#menu.module?.menu : null;
    const extras = { menu, scrubber: this.#scrubber.module?.scrubber };
    const draw = this.#isSlim ? this.#slim.module?.renderSlim : this.#bar.module?.renderBar;
    return draw?.(from, this.#host, extras) ?? nothing;
  }

  get #isSlim(): boolean {
    return this.#host.controls === 'slim';
  }

  #key(event: KeyboardEvent): void {
    if (this.#host.controls === 'none') return;
    if (this.#bar.module?.controlKey(event, this.#host, this.#drawn)) event.preventDefault();
  }

  async #fetchCaptions(video: HTMLVideoElement, signal: AbortSignal): Promise<void> {
    const part = await this.#captions.fetch();
    if (!part || this.captions || signal.aborted) return;
    adopt(this.#host, part.captionStyles);
    this.captions = new part.Captions(video, () => this.#host.requestUpdate());
    this.captions.attach(signal);
    signal.addEventListener('abort', () => (this.captions = null), { once: true });
  }

  async #fetchBar(): Promise<Bar | null> {
    const bar = await this.#bar.fetch();
    if (!bar) return null;
    adopt(this.#host, bar.barStyles);
    this.idle ??= new bar.Idle(this.#host);
    return bar;
  }
}
