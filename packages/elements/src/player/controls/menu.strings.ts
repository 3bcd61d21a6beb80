// SPDX-License-Identifier: MIT
import type { Strings } from '../../shared/localize.js';

/** What the menu is called, beside what the button of it says. */
export const menuStrings = {
  camera: 'Camera',
  cameraMain: 'Main camera',
  quality: 'Quality',
  qualityAuto: 'Auto',
  qualitySaver: 'Data saver',
  qualityAudio: 'Audio only',
  audioHint: 'This stream has no sound by itself: its smallest picture is loaded.',
  audioHintWhole: 'This stream has no sound by itself: no data is saved.',
  qualityHeight: (height: string) => `${height}p`,
  qualityElsewhere: 'As the other screen has it',
  elsewhereHint: 'So are speed and captions.',
  speed: 'Speed',
  speedOf: (rate: string) => `${rate}×`,
  captionSize: 'Caption size',
  captionInk: 'Caption colour',
  inkWhite: 'White',
  inkYellow: 'Yellow',
  inkCyan: 'Cyan',
  inkGreen: 'Green',
  captionGround: 'Behind captions',
  groundSoft: 'Translucent',
  groundSolid: 'Black',
  groundNone: 'Nothing',
  shortcuts: 'Keyboard shortcuts',
} as const;

export type MenuWords = Strings<typeof menuStrings>;
