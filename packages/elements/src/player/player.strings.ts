// SPDX-License-Identifier: MIT
import { controlStrings } from './controls/controls.strings.js';
import { helpStrings } from './controls/help.strings.js';
import { menuStrings } from './controls/menu.strings.js';
import { remoteStrings } from './remote/remote.strings.js';
import { sceneStrings } from './scene/scene.strings.js';

/** All words of the player, as another language must have them; each part of it brings its own English. */
export const playerStrings = {
  ...sceneStrings,
  ...controlStrings,
  ...menuStrings,
  ...helpStrings,
  ...remoteStrings,
} as const;
