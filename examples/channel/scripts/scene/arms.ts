// SPDX-License-Identifier: MIT
import { gripBack, gripFront, offer, palm, rest, sleeve } from './hands.js';
import { type Point, between, clamp, drift, ease, hold, mix, n, wave } from './motion.js';
import { teapot } from './props.js';
import { type Cue, gesture, lifted, pour } from './show.js';

/** Where the product is held and how deep the hand goes down to fetch it, in the host's units. */
export interface Reach {
  readonly lift: Point;
  readonly fetch: Point;
}

const rotated = (p: Point, degrees: number): Point => {
  const r = (degrees * Math.PI) / 180;
  return { x: p.x * Math.cos(r) - p.y * Math.sin(r), y: p.x * Math.sin(r) + p.y * Math.cos(r) };
};
const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
const at = (p: Point, turn: number, inner: string): string =>
  `<g transform="translate(${n(p.x)} ${n(p.y)}) rotate(${n(turn)})">${inner}</g>`;

const holding = (t: number, cue: Cue, share: number, reach: Reach, shoulder: Point): string => {
  const sway = { x: drift(t, 34, 31) * 3.4 * share, y: drift(t, 40, 32) * 2.6 * share };
  // The way up bows outwards, as a hand does that clears the edge of a table.
  const bow = Math.sin(Math.PI * share) * 14;
  const spot = plus(between(reach.fetch, reach.lift, share), { x: sway.x + bow, y: sway.y });
  const turn = mix(16, 0, share) + drift(t, 26, 33) * 2.6 * share;
  const side = cue.grip === 'side';
  const anchor = side ? { x: cue.edge * cue.scale, y: 25 } : { x: 0, y: 0 };
  const wrist = plus(spot, rotated(plus(anchor, side ? { x: 22, y: 36 } : { x: 38, y: 41 }), turn));
  const elbow = plus(
    between({ x: shoulder.x + 66, y: 212 }, { x: mix(shoulder.x, wrist.x, 0.42) + 6, y: 222 }, share),
    { x: 0, y: sway.y * 0.4 },
  );
  const item = side
    ? `<g transform="scale(${cue.scale})">${cue.draw()}</g>`
    : `<g transform="translate(-4 ${n(-cue.foot * cue.scale + 5)}) scale(${cue.scale})">${cue.draw()}</g>`;
  const hand = side
    ? `<g transform="translate(${n(anchor.x)} ${anchor.y})">${gripBack()}</g>${item}<g transform="translate(${n(anchor.x)} ${anchor.y})">${gripFront()}</g>`
    : `${item}${palm()}`;
  return sleeve(shoulder, elbow, wrist) + at(spot, turn, hand);
};

const pouring = (t: number, reach: Reach, shoulder: Point): string => {
  const up = hold(t, pour.from, pour.up, pour.down, pour.to);
  const tilt = hold(t, pour.tilt, pour.stream + 0.1, pour.stop - 0.1, pour.level);
  const spot = plus(between(reach.fetch, { x: 62, y: 132 }, up), {
    x: Math.sin(Math.PI * up) * 22 + drift(t, 40, 41) * 0.8,
    y: mix(0, 14, tilt) + drift(t, 44, 42) * 0.8,
  });
  const turn = mix(8, -30, tilt);
  const wrist = plus(spot, plus(rotated({ x: 46, y: 6 }, turn), { x: 17, y: 33 }));
  const elbow = between({ x: shoulder.x + 66, y: 212 }, { x: 160, y: 214 }, up);
  return (
    sleeve(shoulder, elbow, wrist) +
    at(plus(spot, rotated({ x: 45, y: 7 }, turn)), turn * 0.5, gripBack()) +
    at(spot, turn, teapot()) +
    at(plus(spot, rotated({ x: 45, y: 7 }, turn)), turn * 0.5, `<g transform="scale(.92)">${gripFront()}</g>`)
  );
};

/** The stream of tea from the pot into the bowl at `bowl`, in the host's units. */
export const stream = (t: number, bowl: Point): string => {
  if (t < pour.stream || t > pour.stop) return '';
  const start = clamp((t - pour.stream) / 0.28);
  const end = clamp((t - pour.stop + 0.25) / 0.25);
  const from = { x: 1.5, y: 163 };
  const a = mix(from.y, bowl.y, end * end);
  const b = mix(from.y, bowl.y, start * start);
  const x = mix(from.x - 5, bowl.x, 0.85);
  const wobble = wave(t, 96) * 0.5;
  const ring =
    start >= 1
      ? `<ellipse cx="${n(x)}" cy="${n(bowl.y + 0.6)}" rx="${n(7 + wave(t, 120) * 1.6)}" ry="1.7" fill="none" stroke="#F0CD8C" stroke-width="1.2" opacity=".8"/>`
      : '';
  const top = end > 0 ? x : from.x;
  return `<path d="M${n(top)} ${n(a)} C${n(x - 0.6)} ${n(mix(a, b, 0.3))} ${n(x + wobble)} ${n(mix(a, b, 0.7))} ${n(x)} ${n(b)}" stroke="#C98A3C" stroke-width="4.2" fill="none" stroke-linecap="round"/>
<path d="M${n(top - 0.8)} ${n(a)} C${n(x - 1.4)} ${n(mix(a, b, 0.3))} ${n(x + wobble - 0.8)} ${n(mix(a, b, 0.7))} ${n(x - 0.8)} ${n(b)}" stroke="#EBC27E" stroke-width="1.3" fill="none" stroke-linecap="round"/>${ring}`;
};

/** The arm that fetches, lifts and pours. It belongs behind the table. */
export const workingArm = (t: number, breath: number, reach: Reach): string => {
  const shoulder = { x: 84, y: 92 - breath };
  const up = lifted(t);
  if (up !== undefined) return holding(t, up.cue, up.share, reach, shoulder);
  if (t >= pour.from && t <= pour.to) return pouring(t, reach, shoulder);
  const wrist = plus(reach.fetch, { x: 40, y: 20 });
  return sleeve(shoulder, { x: shoulder.x + 66, y: 212 }, wrist);
};

/** The other arm: rests on the table, now and then points out the product. It belongs before the table. */
export const restingArm = (t: number, breath: number): string => {
  const share = clamp(gesture(t));
  const beat = share * drift(t, 60, 51) * 4;
  const shoulder = { x: -84, y: 92 - breath };
  const tap = (1 - share) * Math.max(0, drift(t, 48, 52) - 0.55) * 3;
  const wrist = plus(between({ x: -104, y: 232 - tap }, { x: -52, y: 168 }, share), {
    x: Math.sin(Math.PI * share) * -10,
    y: beat,
  });
  const elbow = between({ x: -146, y: 196 }, { x: -136, y: 214 }, share);
  const fade = ease((share - 0.3) / 0.15);
  const turn = mix(mix(10, -30, ease(share / 0.45)), -24, share) + beat * 0.7;
  return sleeve(shoulder, elbow, wrist) + at(wrist, turn, fade < 0.5 ? rest() : offer());
};
