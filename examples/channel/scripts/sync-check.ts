// SPDX-License-Identifier: MIT
// Plays the channel in Chromium with hls.js over at least one loop and compares the frame number burned
// into the picture with the one the program date-time promises:
// node --import tsx scripts/sync-check.ts [path] [seconds]
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { transform } from 'esbuild';
import { createChannel } from '../src/index.js';

const [path = '/live/landscape/master.m3u8', secondsText = '70'] = process.argv.slice(2);
const channel = await createChannel();
const require = createRequire(import.meta.url);
const hls = await readFile(require.resolve('hls.js/dist/hls.js'), 'utf8');
const stamp = (
  await transform(await readFile(new URL('../src/stamp.ts', import.meta.url), 'utf8'), { loader: 'ts' })
).code
  .replace(/^export\s*\{[^}]*\};?/m, '')
  .replace('export const readStamp', 'const readStamp');
const layouts = JSON.parse(await readFile(new URL('../media/stamp.json', import.meta.url), 'utf8')) as {
  compositions: Record<string, unknown>;
};
const layout = JSON.stringify(layouts.compositions[path.split('/')[2] ?? '']);

const page = `<!doctype html><video muted playsinline width="640"></video><script>${hls.replaceAll('</script>', '<\\/script>')}</script><script>
${stamp}
const layout = ${layout}, video = document.querySelector('video'), rows = [], events = [];
window.result = () => ({ rows, events, level: player.currentLevel, latency: player.latency });
const player = new Hls({ lowLatencyMode: true, maxLiveSyncPlaybackRate: 1.1 });
player.on(Hls.Events.ERROR, (_, e) => events.push(e.details + (e.fatal ? ' fatal' : '') + ' ' + (e.error?.message ?? '')));
player.loadSource(${JSON.stringify(channel.url + path)}); player.attachMedia(video);
const canvas = document.createElement('canvas'), context = canvas.getContext('2d', { willReadFrequently: true });
video.addEventListener('waiting', () => events.push('waiting at ' + video.currentTime.toFixed(2)));
const look = (now, meta) => {
  canvas.width = meta.width; canvas.height = meta.height; context.drawImage(video, 0, 0);
  const frame = readStamp(context.getImageData(0, 0, canvas.width, canvas.height), layout);
  const details = player.levels[player.currentLevel]?.details;
  const all = details ? [...details.fragments, ...(details.fragmentHint ? [details.fragmentHint] : [])] : [];
  const fragment = all.findLast(f => f.start <= meta.mediaTime + 1e-4 && meta.mediaTime < f.start + 2.001);
  if (fragment?.programDateTime) rows.push({ wall: Date.now(), mediaTime: meta.mediaTime, frame, height: meta.height, cc: fragment.cc, promised: fragment.programDateTime + (meta.mediaTime - fragment.start) * 1000, latency: player.latency, rate: video.playbackRate, target: player.targetLatency, ahead: video.buffered.length ? video.buffered.end(video.buffered.length - 1) - video.currentTime : 0, late: now - meta.expectedDisplayTime });
  video.requestVideoFrameCallback(look);
};
video.requestVideoFrameCallback(look); video.play();
</script>`;
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({
  executablePath: process.env['VITRINE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--autoplay-policy=no-user-gesture-required',
  ],
});
const tab = await browser.newPage();
await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
await new Promise((resolve) => setTimeout(resolve, Number(secondsText) * 1000));

interface Row {
  wall: number;
  mediaTime: number;
  frame: number | null;
  height: number;
  cc: number;
  promised: number;
  latency: number;
  rate: number;
  target: number;
  ahead: number;
  late: number;
}
const { rows, events } = await tab.evaluate(() =>
  (globalThis as unknown as { result: () => { rows: Row[]; events: string[] } }).result(),
);
await browser.close();
server.close();
await channel.close();

const quantile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
const errors = (of: Row[]): number[] =>
  of.flatMap((row) => {
    if (row.frame === null) return [];
    // Compared at the middle of the frame, so that rounding of the media time cannot tip it over.
    const loop = ((((row.frame * 40 + 20 - (row.promised + 20)) % 48_000) + 72_000) % 48_000) - 24_000;
    return [loop];
  });
const report = (name: string, of: Row[]): void => {
  const all = errors(of);
  console.log(
    name.padEnd(24),
    `${of.length} frames, ${of.length - all.length} unread; error ms: median ${quantile(all, 0.5).toFixed(1)}, least ${Math.min(...all).toFixed(1)}, most ${Math.max(...all).toFixed(1)}; worst size ${Math.max(...all.map(Math.abs)).toFixed(1)}`,
  );
};
report('all', rows);
const loops = [...new Set(rows.map((r) => r.cc))];
for (const cc of loops)
  report(
    `loop ${cc}`,
    rows.filter((r) => r.cc === cc),
  );
for (const height of new Set(rows.map((r) => r.height)))
  report(
    `height ${height}`,
    rows.filter((r) => r.height === height),
  );
const delays = rows.flatMap((r) =>
  r.frame === null ? [] : [((((r.wall - r.frame * 40) % 48_000) + 48_000) % 48_000) / 1000],
);
console.log(
  'behind capture, s: median',
  quantile(delays, 0.5).toFixed(2),
  'worst',
  Math.max(...delays).toFixed(2),
  '· loops seen',
  loops.length,
);
console.log('events', events.length, events.slice(0, 12));
