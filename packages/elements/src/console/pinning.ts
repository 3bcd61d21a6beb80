// SPDX-License-Identifier: MIT
import {
  toVitrineError,
  type ErrorCode,
  type Ms,
  type ProgramTime,
  type RequestAnswer,
  type RequestDetail,
  type RequestName,
  type Room,
} from '@vitrine/core';

/** Which moment of the show a pin belongs to. */
export type PinMoment = 'live' | 'frame';

/** What the host has asked for and viewers do not see yet. */
export interface PinStep {
  /** `asking`: the back end has not answered; `told`: it has, and viewers are still at an earlier moment. */
  readonly kind: 'asking' | 'told';
  /** What is pinned, or null for nothing. */
  readonly productId: string | null;
  /** What was pinned when it was asked. */
  readonly before: string | null;
  readonly at: ProgramTime;
}

export interface PinningLink {
  room(): Room | null;
  ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null>;
  moment(): PinMoment;
  changed(): void;
  /** The back end has it. */
  done(step: PinStep): void;
  failed(code: ErrorCode): void;
}

/** The back end stamps a pin when it hears of it, a moment before its answer is here. */
const tolerance: Ms = 1000;
/** Somebody else may have pinned meanwhile: what was asked for will then never be seen. */
const patience: Ms = 3000;

/**
 * Pins and unpins. The room shows a pin when its picture gets there, seconds after the host has pressed the button; this
 * keeps what happens in between.
 */
export class Pinning {
  #step: PinStep | null = null;
  readonly #link: PinningLink;

  constructor(link: PinningLink) {
    this.#link = link;
  }

  get step(): PinStep | null {
    return this.#step;
  }

  /** Whether the moment of the frame in the preview is known. */
  get knowsFrame(): boolean {
    const source = this.#link.room()?.playhead.now().source;
    return source === 'frame' || source === 'media';
  }

  /** How long until viewers see what was asked for. */
  get wait(): Ms {
    const room = this.#link.room();
    return room && this.#step?.kind === 'told' ? Math.max(0, this.#step.at - room.playhead.now().programTime) : 0;
  }

  pin(productId: string): Promise<void> {
    return this.#ask(productId);
  }

  unpin(): Promise<void> {
    return this.#ask(null);
  }

  /** Forgets what viewers have seen by now. Called before each rendering. */
  settle(): void {
    const room = this.#link.room();
    const step = this.#step;
    if (!room || step?.kind !== 'told') return;
    const { programTime } = room.playhead.now();
    const isSeen = room.store.state.catalog.pinned === step.productId && programTime >= step.at - tolerance;
    if (isSeen || programTime >= step.at + patience) this.#step = null;
  }

  reset(): void {
    this.#step = null;
  }

  async #ask(productId: string | null): Promise<void> {
    const room = this.#link.room();
    if (!room) return;
    const { programTime } = room.playhead.now();
    const at = this.#link.moment() === 'frame' && this.knowsFrame ? Math.round(programTime) : undefined;
    const moment = at === undefined ? {} : { at };
    const before = this.#step?.kind === 'told' ? this.#step.productId : room.store.state.catalog.pinned;
    const asking: PinStep = { kind: 'asking', productId, before, at: at ?? room.liveEdge() };
    this.#take(asking);
    try {
      const answer =
        productId === null
          ? await this.#link.ask('product:unpin', moment)
          : await this.#link.ask('product:pin', { productId, ...moment });
      // A later press has taken over; or the page has.
      if (this.#step !== asking) return;
      if (answer === null) return this.#take(null);
      const told: PinStep = { ...asking, kind: 'told', at: at ?? room.liveEdge() };
      this.#take(told);
      this.#link.done(told);
    } catch (thrown) {
      if (this.#step !== asking) return;
      this.#take(null);
      this.#link.failed(toVitrineError(thrown).code);
    }
  }

  #take(step: PinStep | null): void {
    this.#step = step;
    this.#link.changed();
  }
}
