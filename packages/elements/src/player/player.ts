// SPDX-License-Identifier: MIT
import type { Ms, Room } from '@vitrine/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls as controlStyles } from '../shared/controls.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { Absence, spinnerAfter } from './absence.js';
import { ChangeNotice } from './change-notice.js';
import { preloadEngine } from './engines/start.js';
import { idleMoment } from './lazy.js';
import { Playable } from './playable.js';
import { playerStyles } from './player.styles.js';
import { chosenQuality } from './preferences.js';
import type { Drawing } from './scene/scene.js';
import { orientationOf } from './sources.js';
import { poster, spinner } from './standby.js';

/** A player that is taken off the page and not put back within this time ends. */
const grace: Ms = 100;

/**
 * The live picture of a room, or of a stream by itself. It starts muted, stays where the show is, and comes back by
 * itself whatever the network does.
 *
 * @element vitrine-player
 * @fires vitrine-player-change - A property of the playback changed. Does not bubble.
 * @fires vitrine-player-fullscreen - The viewer asks for full screen, or to leave it. Cancelable: a page or a room that
 * takes it over can keep chat and products in view.
 * @fires vitrine-stream-renew - The address of what is played is refused, as one whose signature has expired; `detail.url`
 * is that address. Cancelable: a page that gives the player another `src` takes it over from the room's adapter.
 * @slot poster - What is shown before the first picture, in place of the show's poster.
 * @csspart video - The video.
 * @csspart poster - The poster of the show.
 * @csspart captions - The captions, drawn by the player.
 * @csspart state - What lies over the picture when it cannot be shown.
 * @csspart retry - The button that tries again.
 * @csspart look - The button that brings the picture back for who only listens.
 * @csspart screen - The buttons that let the viewer choose another screen, or come back from it.
 * @csspart controls - The controls.
 * @csspart button - Each round button of the controls.
 * @csspart play - The play button.
 * @csspart mute - The sound button.
 * @csspart sound - The offer of sound before the viewer has chosen.
 * @csspart volume - The volume slider.
 * @csspart clock - The time in the show.
 * @csspart live - The button that says "Live" or leads back there.
 * @csspart scrubber - The place in the show.
 * @csspart captions-button - The captions button.
 * @csspart settings - The button of the menu.
 * @csspart menu - The menu of quality and speed.
 * @csspart picture-in-picture - The picture-in-picture button.
 * @csspart fullscreen - The full screen button.
 * @cssstate rtl - Written from right to left.
 * @cssstate playing - The picture moves.
 * @cssstate reconnecting - The picture has been gone for a while and is looked for.
 * @cssstate failed - The stream will not play here.
 * @cssstate menu - Its menu is open.
 * @cssprop [--vitrine-player-fit=cover] - `object-fit` of a picture in a box of its own orientation. Beside one that does
 * not fill the box shows the element's own background.
 */
export class VitrinePlayer extends Playable {
  static override styles = [VitrineElement.styles, controlStyles, playerStyles];

  /** A picture before the first picture; by itself, the room's. */
  @property() poster: string | null = null;

  readonly #notice = new ChangeNotice(this);
  readonly #absence = new Absence(() => this.requestUpdate());
  #life: AbortController | null = null;
  #ending: ReturnType<typeof setTimeout> | undefined;
  /** There has been a picture of what is played. */
  #hasShown = false;

  constructor() {
    super();
    this.video.setAttribute('part', 'video');
    this.video.playsInline = true;
    this.rooms.watch((state) => state.stream.info);
    this.rooms.watch((state) => state.catalog.shown);
  }

  override connectedCallback(): void {
    clearTimeout(this.#ending);
    // First of all, its stream is asked for. (It may have been moved with its life still running.)
    if (!this.#life) this.#begin();
    else if (!this.paused) void this.playback.play();
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ending = setTimeout(() => {
      this.#life?.abort();
      this.#life = null;
      this.#hasShown = false;
      this.scene.now?.follow(false, () => true);
    }, grace);
  }

  protected override roomConnected(room: Room, signal: AbortSignal): void {
    if (this.autoplay && room.store.state.stream.status === 'loading') preloadEngine();
    this.lead.join(room, signal);
  }

  /** It is first drawn in a task of its own, so that the stream is asked for before, and no task is long. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    if (this.hasUpdated) return super.scheduleUpdate();
    const { port1, port2 } = new MessageChannel();
    port2.postMessage(null);
    return new Promise((resolve) => (port1.onmessage = resolve)).then(() => {
      port1.close();
      super.scheduleUpdate();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    // (Nobody has chosen what is only told for the first time.)
    const isChosen = changed.has('camera') && (this.hasUpdated || this.camera !== null);
    if (this.isConnected && this.#life) this.playback.setSources(this.sources, isChosen);
  }

  protected override render(): TemplateResult {
    const { phase, panel } = this;
    const info = this.state?.stream.info;
    // The room says what is the matter with the show; the player does not say otherwise.
    const isExcused = info?.phase === 'paused' || info?.phase === 'interrupted';
    const isLate = (phase === 'loading' || phase === 'recovering') && this.#absence.lasted >= spinnerAfter;
    const drawing = this.#draw(isExcused);
    this.toggleState('playing', phase === 'playing');
    this.toggleState('failed', phase === 'failed');
    this.toggleState('reconnecting', drawing?.hasNews ?? false);
    // The menu goes with the controls it belongs to.
    if (this.controls === 'none') panel.isMenuOpen = false;
    this.toggleState('menu', panel.isMenuOpen);
    const stage = [
      'stage',
      this.#isBeside() ? 'beside' : '',
      this.playback.picture.isThere ? 'filled' : this.#hasShown ? 'gone' : '',
      drawing?.hasNews ? 'news' : '',
      panel.isAway ? 'idle' : '',
    ].join(' ');
    return html`<div class=${stage} role="group" aria-label=${drawing?.label ?? nothing}>
      ${this.scene.now?.backdrop.canvas}${this.video}
      <div class="poster ${this.#hasShown ? 'over' : ''}"><slot name="poster">${poster(this.poster, info, this.box.orientation)}</slot></div>
      ${panel.captions?.render()}
      ${drawing?.over ?? (isLate && !isExcused ? spinner() : nothing)}
      ${this.controls === 'none' ? nothing : this.#controls()}
      <div class="visually-hidden" role="status">${drawing?.said}</div>
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.scene.now?.follow(this.#isBeside() && this.playback.picture.isThere, () => this.paused);
    void this.#fetch();
  }

  protected override changed(isVisible = false): void {
    // (While the class is being made, or after its end.)
    if (!this.#life) return;
    const { phase } = this;
    this.#absence.look(phase);
    if (phase === 'idle') this.#hasShown = false;
    else if (this.playback.picture.isThere) this.#hasShown = true;
    const isNew = this.#notice.isDue();
    const showsTime = this.panel.isShown && !this.panel.isAway;
    if (isNew || isVisible || showsTime) this.requestUpdate();
    if (isNew) this.dispatchEvent(new Event('vitrine-player-change'));
  }

  #begin(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { video, playback } = this;
    this.sound.prepare(this.autoplay, this.hasAttribute('muted'));
    if (!this.audioOnly) playback.setQuality(chosenQuality());
    playback.picture.wantsPlay = this.autoplay;
    playback.attach(signal);
    this.panel.attach(video, signal);
    for (const name of ['volumechange', 'resize', 'loadeddata'])
      video.addEventListener(name, () => this.changed(true), { signal });
    playback.setSources(this.sources);
  }

  /** Fetches what is needed now, and in an idle moment after the first picture what will be. */
  async #fetch(): Promise<void> {
    const { phase, scene, panel, playback } = this;
    const hasNone = phase === 'idle' || phase === 'playing';
    // Before the first picture only what it needs, and nothing while that may still be on its way.
    const isNeeded =
      phase === 'loading' ? playback.engine?.window && this.aspect !== orientationOf(this.box) : !hasNone;
    if (isNeeded) void scene.fetch();
    if (!this.#hasShown && !this.paused) return;
    if (this.#hasShown && this.src === null) void this.lead.takeUpDuties(this, playback);
    const canRewind =
      (this.controls === 'full' || this.controls === 'slim') && playback.edge.canRewind(playback.engine);
    if (scene.now && (this.controls === 'none' || panel.has(canRewind))) return;
    await idleMoment();
    void scene.fetch();
    if (this.controls !== 'none') void panel.fetch(canRewind);
  }

  #draw(isExcused: boolean): Drawing | undefined {
    return this.scene.now?.draw({
      error: this.playback.sources.error,
      lasted: this.#absence.lasted,
      isExcused,
      isSilent: this.#hasShown && this.sound.isOffered,
      catalog: this.state?.catalog,
      remote: this.playback.remote,
    });
  }

  #controls(): TemplateResult | typeof nothing {
    const { video, playback, sound, locale, panel, box } = this;
    return panel.render({
      host: this,
      video,
      playback,
      sound,
      // A stream of its own is not the room's show.
      state: this.src === null ? this.state : null,
      locale,
      captions: panel.captions,
      isMinimal: this.controls === 'minimal',
      isMenuOpen: panel.isMenuOpen,
      boxHeight: this.#isBeside() ? box.height : null,
    });
  }

  /** The picture stands in a box of the other orientation. */
  #isBeside(): boolean {
    return this.video.videoWidth > 0 && this.aspect !== orientationOf(this.box);
  }
}
