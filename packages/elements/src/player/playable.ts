// SPDX-License-Identifier: MIT
import type { EpochMs, Ms, Orientation, ProgramTime } from '@vitrine/core';
import { property } from 'lit/decorators.js';
import { askRoom } from '../shared/request-event.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import { Box } from './box.js';
import type { Controlled } from './controls/controlled.js';
import type { Quality, StartEngine } from './engines/engine.js';
import { startEngine } from './engines/start.js';
import { LazyControls } from './lazy-controls.js';
import { LazyScene } from './lazy-scene.js';
import { Lead } from './lead.js';
import type { PlayerPhase } from './phase.js';
import { Playback } from './playback.js';
import { chosenQuality, keepPreferences } from './preferences.js';
import { Sound } from './sound.js';
import { isWatchable, orientationOf, OwnSource, sourcesFor } from './sources.js';

/** An element that plays a show: what a page can read of it and ask of it, however it looks. */
export abstract class Playable extends VitrineElement implements Controlled {
  /** A stream to play by itself, without a room: the URL of an HLS playlist. */
  @property() src: string | null = null;

  /** Which sources to prefer; by itself, those of the box it stands in. */
  @property({ reflect: true }) orientation: 'auto' | Orientation = 'auto';

  /** The camera to watch, by the `label` of its sources; by itself, the first that the back end names. */
  @property() camera: string | null = null;

  /** The row of a theatre, the place in the show in a strip for a phone, sound and full screen only, or nothing. */
  @property({ reflect: true }) controls: 'full' | 'slim' | 'minimal' | 'none' = 'full';

  /** Whether it plays without being asked, muted. `off` waits for the viewer, and loads nothing before. */
  @property({ converter: { fromAttribute: (value) => value !== 'off' && value !== 'false' } }) autoplay = true;

  /** Sound without the picture, for as long as the viewer is here: it saves them data. */
  @property({ type: Boolean, attribute: 'audio-only' })
  get audioOnly(): boolean {
    return this.playback.quality === 'audio';
  }

  set audioOnly(isOn: boolean) {
    this.playback.setQuality(isOn ? 'audio' : chosenQuality());
  }

  /** The video itself, for what is not covered here. */
  readonly video: HTMLVideoElement = document.createElement('video');

  protected readonly playback: Playback = new Playback({
    video: this.video,
    start: (options) => this.startEngine({ ...options, room: this.src === null ? this.rooms.current : null }),
    size: () => this.box.size,
    changed: () => this.changed(),
    leaving: () => this.scene.now?.backdrop.draw(),
    publish: (reading) => this.lead.publish(reading),
    // (A stream of its own is not the room's to renew.)
    renew: (url) => askRoom(this, this.src === null ? this.rooms.current : null, 'stream:renew', { url }),
  });

  protected readonly box: Box = new Box(this);
  protected readonly sound: Sound = new Sound(this.video);
  protected readonly scene: LazyScene = new LazyScene(this, this.video);
  protected readonly panel: LazyControls = new LazyControls(this);
  protected readonly lead: Lead = new Lead((to) => this.seek(to));
  readonly #own = new OwnSource();

  get phase(): PlayerPhase {
    return this.playback.phase;
  }

  get paused(): boolean {
    return !this.playback.picture.wantsPlay;
  }

  /** Whether there is no sound. */
  @property({ type: Boolean })
  get muted(): boolean {
    return this.video.muted;
  }

  set muted(muted: boolean) {
    this.video.muted = muted;
  }

  /** 0 to 1. Setting it is the viewer's choice and kept. */
  get volume(): number {
    return this.sound.volume;
  }

  set volume(volume: number) {
    this.sound.volume = volume;
  }

  /** Whether frames are arriving. */
  get hasPicture(): boolean {
    return this.phase === 'playing';
  }

  /** How far the picture is behind the show, in ms; null when it is not live or not known. */
  get latency(): Ms | null {
    const { engine, programTime } = this.playback;
    const own = engine?.latency ?? null;
    const room = this.rooms.current;
    if (own === null || programTime === null || !room?.clock.isKnown) return own;
    const behind = Math.round(room.liveEdge() - programTime);
    // A recording that is shown as if it were live has dates of its own.
    return behind > 0 && behind < 60_000 ? behind : own;
  }

  /** Whether the viewer has left what is live, by going back or by a pause. */
  get isBehind(): boolean {
    const { edge, engine } = this.playback;
    return edge.isBehind(engine);
  }

  /** The orientation of what is played. */
  get aspect(): Orientation {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (width > 0) return orientationOf({ width, height });
    const [url] = this.sources;
    return this.state?.stream.info?.sources.find((source) => source.url === url)?.orientation ?? 'landscape';
  }

  /** When the next try is due while the picture is looked for, else null. */
  get retryAt(): EpochMs | null {
    return this.playback.retryAt;
  }

  /** Whether another second of it can be shown: there is a window to rewind in, or it is a recording. */
  get canSeek(): boolean {
    const { engine, edge } = this.playback;
    const isRecording = this.state?.stream.info?.phase === 'replay';
    return (engine?.isLive === true || isRecording || this.src !== null) && edge.canRewind(engine);
  }

  /** What there is to play now, best first. */
  protected get sources(): readonly string[] {
    if (this.src !== null) return this.#own.urls(this.src);
    const info = this.state?.stream.info;
    if (!info || !isWatchable(info)) return [];
    const orientation = this.orientation === 'auto' ? this.box.orientation : this.orientation;
    return sourcesFor(info.sources, orientation, this.camera).map(({ url }) => url);
  }

  /** Plays, or goes on. */
  play(): Promise<void> {
    return this.playback.play();
  }

  /** Pauses. A live show without a window to rewind in goes on without the viewer. */
  pause(): void {
    this.playback.pause();
  }

  /** The viewer's choice of sound; it is kept. */
  toggleMute(): void {
    this.sound.toggle();
  }

  /** Shows what is going on now. */
  goLive(): void {
    this.playback.goLive();
  }

  /** Tries at once what waits for its next try. */
  retry(): void {
    this.playback.retry();
  }

  /** Shows a moment of the show. */
  seek(to: ProgramTime | 'live'): void {
    if (to === 'live') this.playback.goLive();
    else this.playback.seek(to);
  }

  /** Shows a second of the video, as far as it can be had. */
  seekTo(time: number): void {
    this.playback.seekTo(time);
  }

  seekBy(seconds: number): void {
    this.playback.seekTo(this.video.currentTime + seconds);
  }

  toggleCaptions(): void {
    this.panel.captions?.toggle(this.locale);
  }

  toggleFullscreen(): void {
    const event = new CustomEvent('vitrine-player-fullscreen', { bubbles: true, composed: true, cancelable: true });
    if (this.dispatchEvent(event)) this.panel.toggleFullscreen(this.video).catch(() => undefined);
  }

  togglePictureInPicture(): void {
    this.panel.togglePictureInPicture(this.video).catch(() => undefined);
  }

  /** Which rendition to play; the choice is kept, unless it is sound alone. */
  setQuality(quality: Quality): void {
    if (quality !== 'audio') keepPreferences({ quality });
    this.playback.setQuality(quality);
    this.requestUpdate();
  }

  /** Shows the same moment by another camera; null leaves the choice to the back end. */
  setCamera(camera: string | null): void {
    this.camera = camera;
    // Also when it was chosen before, and another stands in for it.
    this.requestUpdate('camera', undefined);
  }

  /** How fast a recording is played. */
  setSpeed(speed: number): void {
    this.video.playbackRate = speed;
    this.requestUpdate();
  }

  toggleMenu(): void {
    void this.panel.toggleMenu();
  }

  /** What plays a source. */
  protected startEngine(options: Parameters<StartEngine>[0]): ReturnType<StartEngine> {
    return startEngine(options);
  }

  /** Something that can be read here may have changed. */
  protected abstract changed(): void;
}
