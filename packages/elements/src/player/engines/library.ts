// SPDX-License-Identifier: MIT
import type Hls from 'hls.js';

type Library = Promise<{ readonly default: typeof Hls }>;

/** What most streams need, at two thirds of the bytes. */
export const lightLibrary = (): Library => import('hls.js/light');

/** With subtitles, separate audio and keys. */
export const fullLibrary = (): Library => import('hls.js');
