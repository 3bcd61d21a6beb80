// SPDX-License-Identifier: MIT
import type { Ms, Orientation } from '@vitrine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { orientationOf } from './sources.js';

/** A box that turns back within this time has not turned. */
const settle: Ms = 400;
/** More than two device pixels to a CSS pixel cannot be told apart in a moving picture. */
const finest = 2;

/** The element's box: which way it stands, and how much picture it can show. */
export class Box implements ReactiveController {
  orientation: Orientation = 'portrait';
  width = 0;
  height = 0;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | null = null;
  #turning: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** In device pixels. */
  get size(): { readonly width: number; readonly height: number } {
    const scale = Math.min(globalThis.devicePixelRatio || 1, finest);
    return { width: this.width * scale, height: this.height * scale };
  }

  hostConnected(): void {
    // At once: the first source depends on it.
    this.#take(this.#host.getBoundingClientRect());
    this.orientation = orientationOf(this);
    this.#observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      this.#take(entry.contentRect);
      this.#host.requestUpdate();
      clearTimeout(this.#turning);
      if (orientationOf(this) === this.orientation || this.width === 0) return;
      this.#turning = setTimeout(() => {
        // (A page that is not drawn hears of a new size late.)
        this.#take(this.#host.getBoundingClientRect());
        this.orientation = orientationOf(this);
        this.#host.requestUpdate();
      }, settle);
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    clearTimeout(this.#turning);
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #take({ width, height }: DOMRectReadOnly): void {
    this.width = width;
    this.height = height;
  }
}
