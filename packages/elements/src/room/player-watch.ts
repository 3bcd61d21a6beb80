// SPDX-License-Identifier: MIT
import type { EpochMs, Orientation } from '@vitrine/core';
import type { LitElement, ReactiveController } from 'lit';

/** What the room needs of a player; the page may put its own into the slot. */
export interface PlayerElement extends HTMLElement {
  readonly phase?: 'idle' | 'loading' | 'playing' | 'paused' | 'stalled' | 'recovering' | 'blocked' | 'failed';
  /** Frames are arriving. */
  readonly hasPicture?: boolean;
  readonly aspect?: Orientation;
  /** Whether the viewer has left what is live. */
  readonly isBehind?: boolean;
  /** When a player that has lost the show tries again, epoch ms. */
  readonly retryAt?: EpochMs | null;
  muted?: boolean;
  toggleMute?(): void;
  retry?(): void;
}

/** Finds the player in the room's slot and renders the room again when it says that something has changed. */
export class PlayerWatch implements ReactiveController {
  readonly #host: LitElement;
  #player: PlayerElement | null = null;
  #life: AbortController | null = null;
  #troubleSince: EpochMs | null = null;
  #hadPicture = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get player(): PlayerElement | null {
    return this.#player;
  }

  get isInTrouble(): boolean {
    return this.#troubleSince !== null;
  }

  /** How long there has been no picture where there should be one, in ms. */
  get trouble(): number {
    return this.#troubleSince === null ? 0 : Date.now() - this.#troubleSince;
  }

  /** A picture is there, or was there a moment ago: what is longer than that is trouble. */
  get isShowing(): boolean {
    return this.#hadPicture;
  }

  hostUpdated(): void {
    const slot = this.#host.renderRoot.querySelector<HTMLSlotElement>('slot[name=player]');
    const [player = null] = (slot?.assignedElements({ flatten: true }) ?? []) as PlayerElement[];
    if (player === this.#player) return;
    this.hostDisconnected();
    this.#player = player;
    if (!player) return;
    this.#life = new AbortController();
    player.addEventListener('vitrine-player-change', () => this.#changed(), { signal: this.#life.signal });
    this.#changed();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#life?.abort();
    this.#life = null;
    this.#player = null;
    this.#troubleSince = null;
    this.#hadPicture = false;
  }

  #changed(): void {
    const { phase, hasPicture } = this.#player ?? {};
    if (hasPicture) this.#hadPicture = true;
    if (phase === 'idle' || phase === 'failed') this.#hadPicture = false;
    const isWaiting = phase === 'stalled' || (phase === 'loading' && this.#hadPicture);
    const isTrouble = phase === 'recovering' || (isWaiting && !hasPicture);
    if (!isTrouble) this.#troubleSince = null;
    else this.#troubleSince ??= Date.now();
    this.#host.requestUpdate();
  }
}
