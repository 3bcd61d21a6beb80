// SPDX-License-Identifier: MIT
import { type Point, between, mix, n } from './motion.js';

/** Skin and cloth of the host. */
export const tone = {
  skin: '#F1CDAE',
  skinShade: '#DDAF8B',
  cloth: '#7FA893',
  sleeve: '#749E89',
  clothShade: '#5F8773',
  collar: '#E9F1EC',
};

/**
 * A sleeve from shoulder over elbow to wrist. It is one filled outline around a curve rather than a
 * thick stroke, because a sleeve is widest at the shoulder and opens again at the cuff.
 */
export const sleeve = (shoulder: Point, elbow: Point, wrist: Point): string => {
  const c1 = between(shoulder, elbow, 0.86);
  const c2 = between(wrist, elbow, 0.72);
  const left: string[] = [];
  const right: string[] = [];
  const cuff: string[] = [];
  const steps = 26;
  let inner = '';
  let round = '';
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    const u = 1 - t;
    const x = u * u * u * shoulder.x + 3 * u * u * t * c1.x + 3 * u * t * t * c2.x + t * t * t * wrist.x;
    const y = u * u * u * shoulder.y + 3 * u * u * t * c1.y + 3 * u * t * t * c2.y + t * t * t * wrist.y;
    const dx = 3 * u * u * (c1.x - shoulder.x) + 6 * u * t * (c2.x - c1.x) + 3 * t * t * (wrist.x - c2.x);
    const dy = 3 * u * u * (c1.y - shoulder.y) + 6 * u * t * (c2.y - c1.y) + 3 * t * t * (wrist.y - c2.y);
    const length = Math.hypot(dx, dy) || 1;
    const half = t < 0.6 ? mix(25, 22.5, t / 0.6) : mix(22.5, 19.5, (t - 0.6) / 0.4);
    const a = `${n(x - (dy / length) * half)} ${n(y + (dx / length) * half)}`;
    const b = `${n(x + (dy / length) * half)} ${n(y - (dx / length) * half)}`;
    // Discs fill the outside of a sharp bend, where the two edges alone would leave a corner.
    if (i < steps - 4) round += `<circle cx="${n(x)}" cy="${n(y)}" r="${n(half)}"/>`;
    left.push(a);
    right.unshift(b);
    if (i >= steps - 2) {
      cuff.push(a);
      inner = ` ${b}` + (inner === '' ? '' : ` L${inner}`);
    }
  }
  return `<path d="M${left.join(' L')} L${right.join(' L')}Z" fill="${tone.sleeve}"/><g fill="${tone.sleeve}">${round}</g>
<path d="M${cuff.join(' L')} L${inner}Z" fill="${tone.collar}" stroke="${tone.collar}" stroke-width="2" stroke-linejoin="round"/>`;
};

const finger = (x1: number, y1: number, x2: number, y2: number, width = 10.5): string =>
  `<path d="M${x1} ${y1} L${x2} ${y2}" stroke="${tone.skin}" stroke-width="${width}" stroke-linecap="round"/>`;
const crease = (d: string): string =>
  `<path d="${d}" stroke="${tone.skinShade}" stroke-width="1.7" stroke-linecap="round" fill="none"/>`;

/** A hand around an upright thing, seen from the front: the part behind it. Origin: its right edge. */
export const gripBack = (): string =>
  `<path d="M-18 -20 C-4 -28 12 -24 18 -10 C23 2 24 14 30 26 L10 40 C2 32 -10 28 -18 22Z" fill="${tone.skin}"/>`;
/** The fingers of that hand, which lie in front of the thing it holds. */
export const gripFront = (): string =>
  `<path d="M-2 -19 C8 -22 16 -14 19 -4 C22 8 24 16 30 26 L10 40 C4 30 -2 26 -4 20Z" fill="${tone.skin}"/>
${finger(4, -14, -20, -15, 11)}${finger(5, -3.5, -24, -3.5, 11.5)}${finger(5, 7, -22, 8, 11)}${finger(6, 16.5, -14, 18.5, 10)}
${crease('M-20 -9.3 L2 -8.8')}${crease('M-23 2.2 L3 1.8')}${crease('M-19 13 L4 12')}`;

/** An open hand under a thing that stands on y = 0, wrist at the lower right. */
export const palm = (): string =>
  `<path d="M-44 -3 C-47 2 -45 7 -39 9 C-24 14 -10 20 2 27 C10 33 18 38 28 46 L46 32 C42 22 40 12 36 4 C34 -2 30 -4 24 -3 C8 2 -22 0 -36 -5 C-40 -6 -43 -5 -44 -3Z" fill="${tone.skin}"/>
${crease('M-38 3 C-26 6 -14 9 -4 14')}${crease('M-30 10.5 C-20 12.5 -10 16 -4 20')}
<path d="M40 22 C44 8 40 -4 33 -13 C29 -18 22 -14 24 -8 C26 0 25 6 20 12" fill="${tone.skin}"/>${crease('M24 -7 C26 0 25 6 19 12')}`;

/** An open hand that points out something: wrist at the origin, fingers along +x, thumb up. */
export const offer = (): string =>
  `<path d="M-6 -11 C6 -15 18 -17 30 -16 L62 -11 C67 -10 68 -4 63 -3 C66 -1 65 4 61 4 C62 8 58 10 54 9 C53 13 48 13 44 12 C30 15 14 14 -6 11Z" fill="${tone.skin}"/>
<path d="M8 -10 C14 -22 24 -30 32 -30 C38 -29 38 -23 34 -21 C28 -18 26 -12 26 -6Z" fill="${tone.skin}"/>
${crease('M36 -4 L60 -3.4')}${crease('M36 3 L57 4')}${crease('M14 -6 C18 -8 22 -9 26 -13')}`;

/** A hand lying on the table: wrist at the origin, fingers along +x and slightly down. */
export const rest = (): string =>
  `<path d="M-6 -12 C8 -16 22 -16 34 -10 C44 -6 54 2 58 8 C61 13 56 16 52 13 C53 17 48 19 44 15 C44 19 38 20 35 16 C32 19 28 18 25 15 C14 15 4 14 -6 12Z" fill="${tone.skin}"/>
${crease('M36 0 C42 4 48 9 52 13')}${crease('M28 4 C34 8 40 12 44 15')}${crease('M20 7 C26 10 31 13 35 16')}
<path d="M6 8 C14 16 24 22 32 21 C37 20 36 14 31 13 C24 12 18 8 14 2Z" fill="${tone.skin}"/>${crease('M31 13.5 C25 13 20 11 16 7')}`;
