// SPDX-License-Identifier: MIT
// The seat of a viewer as a script for a page, and what is read from what was seen there.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Channel } from '../../examples/channel/src/index.js';
import type { Seen } from './seat.js';

export type { Seen } from './seat.js';

const [frameMs, framesInLoop] = [40, 1200];

/** What a page runs before its own scripts. */
export async function seatScript(): Promise<string> {
  const stamp = JSON.parse(readFileSync('examples/channel/media/stamp.json', 'utf8')) as {
    compositions: { landscape: unknown };
  };
  const { outputFiles } = await build({
    stdin: {
      contents: `import { sitDown } from './bench/player/seat.ts'; sitDown(${JSON.stringify(stamp.compositions.landscape)});`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

/** How far behind its capture each frame was that was read between two moments, in ms. */
export function latencies(channel: Channel, { stamps }: Seen, since: number, until = Infinity): number[] {
  return stamps
    .filter(([at]) => since < at && at < until)
    .map(([at, frame]) => ((channel.frameAt(at) - frame + framesInLoop) % framesInLoop) * frameMs);
}
