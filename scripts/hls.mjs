// SPDX-License-Identifier: MIT
// hls.js as viewers get it. What it would write to the console of its developers is a tenth of its bytes, and is left out:
// it is off unless `debug` is asked for, which the player never does. The light build does without more that the player has
// no use for, and that hls.js lets go by its settings.
import path from 'node:path';
import terser from '@rollup/plugin-terser';
import { root } from './sources.mjs';

const builds = { 'hls.js': 'hls.mjs', 'hls.js/light': 'hls.light.mjs' };
const folder = path.join(root, 'node_modules/hls.js/dist');
const virtual = '\0hls.js:';

/**
 * Of the light build: its own loaders (the player brings one), counts of dropped frames (the player counts them), cues from
 * metadata (switched off), and content steering (a list that has it is for the full build).
 */
const withouts = [
  [/\bfpsController: FPSController,/, 'fpsController: undefined,'],
  [/\bid3TrackController: ID3TrackController,/, 'id3TrackController: undefined,'],
  [/\bcontentSteeringController: ContentSteeringController ?,/, 'contentSteeringController: undefined,'],
  [/\bloader: XhrLoader,/, 'loader: undefined,'],
  [/(?<=if \(config\.progressive\) \{\s*)enableStreamingMode\(config, logger\);/, ''],
];

/** Of the library only its class is wanted. */
export const hls = {
  name: 'hls',
  resolveId: {
    order: 'pre',
    handler: (source) => (Object.hasOwn(builds, source) ? virtual + builds[source] : null),
  },
  load(id) {
    if (!id.startsWith(virtual)) return null;
    return `export { default } from ${JSON.stringify(path.join(folder, id.slice(virtual.length)))};`;
  },
  transform(code, id) {
    if (id !== path.join(folder, 'hls.light.mjs')) return null;
    let less = code;
    for (const [pattern, without] of withouts) {
      if (!pattern.test(less)) this.error(`hls.js has changed: ${pattern} is not in it.`);
      less = less.replace(pattern, without);
    }
    return { code: less, map: null };
  },
};

const logs = ['this', 'this.logger', 'logger', 'this.hls.logger', 'hls.logger'];

const squeeze = terser({
  module: true,
  ecma: 2022,
  compress: {
    passes: 2,
    // Its getters only read.
    pure_getters: true,
    pure_funcs: logs.flatMap((logger) => [`${logger}.log`, `${logger}.warn`]),
  },
  format: { comments: false },
});

/** Whether a chunk is hls.js and nothing else. */
export const isHls = ({ moduleIds }) =>
  moduleIds.length > 0 && moduleIds.every((id) => id.startsWith(virtual) || id.startsWith(folder));

/** To be called as a plugin's `renderChunk`. */
export const squeezeHls = squeeze.renderChunk;
