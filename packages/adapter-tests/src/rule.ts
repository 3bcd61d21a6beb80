// SPDX-License-Identifier: MIT
import type { Setting } from './contract.js';
import type { Scene } from './scene.js';

/** A rule as it is written down: what must hold, and how to see that it does. */
export interface Rule {
  readonly name: string;
  /** Beyond a viewer who pays in EUR. */
  readonly setting?: Partial<Setting>;
  run(scene: Scene): Promise<void>;
}
