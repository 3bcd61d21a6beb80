// SPDX-License-Identifier: MIT
import type { ReactiveControllerHost } from 'lit';
import { adopt } from './adopt.js';
import { Lazy } from './lazy.js';
import type { Scene } from './scene/scene.js';

type Host = ConstructorParameters<typeof Scene>[0] & ReactiveControllerHost & HTMLElement;

const load = (): Promise<typeof import('./scene/scene.js')> => import('./scene/scene.js');

/** What lies behind and over the picture, fetched when it is needed. Without it the picture plays all the same. */
export class LazyScene {
  /** Null until it is there. */
  now: Scene | null = null;
  readonly #host: Host;
  readonly #video: HTMLVideoElement;
  readonly #part = new Lazy(load);

  constructor(host: Host, video: HTMLVideoElement) {
    this.#host = host;
    this.#video = video;
  }

  async fetch(): Promise<void> {
    if (this.now) return;
    const part = await this.#part.fetch();
    if (!part || this.now) return;
    this.now = new part.Scene(this.#host, this.#video);
    adopt(this.#host, part.sceneStyles);
  }
}
