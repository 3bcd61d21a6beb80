// SPDX-License-Identifier: MIT
import { restingArm, stream, workingArm } from './arms.js';
import { head, torso } from './host.js';
import { frameRate, hold, n } from './motion.js';
import { place } from './props.js';
import {
  jar,
  scroll,
  shelf,
  standingCake,
  standingTin,
  steam,
  tray,
  vase,
  wall,
  windowLife,
  windowView,
} from './room.js';
import { faceAt, pour } from './show.js';
import { type StampPlace, drawStamp } from './stamp-layout.js';

/** One framing of the show. */
export interface Composition {
  readonly width: number;
  readonly height: number;
  readonly stamp: StampPlace;
  /** Everything that never moves and lies behind the rest. */
  readonly still: () => string;
  /** Everything that moves, and what stands before it; `stamped` adds the frame number. */
  readonly moving: (frame: number, stamped?: boolean) => string;
}

interface Plan {
  readonly width: number;
  readonly height: number;
  readonly host: { x: number; y: number; scale: number };
  readonly table: number;
  readonly window: { x: number; y: number; scale: number };
  readonly reach: { lift: { x: number; y: number }; fetch: { x: number; y: number } };
  readonly stamp: StampPlace;
  readonly back: string;
  readonly front: (t: number) => string;
}

const bowl = { x: -8, y: 206 };

const compose = (plan: Plan): Composition => {
  const { width, height, host, table } = plan;
  const at = (inner: string): string =>
    `<g transform="translate(${host.x} ${host.y}) scale(${host.scale})">${inner}</g>`;
  const trayAt = { x: host.x + bowl.x * host.scale, y: host.y + (bowl.y + 37.5) * host.scale };
  return {
    width,
    height,
    stamp: plan.stamp,
    still: () =>
      `${wall(width, height)}${place(plan.window.x, plan.window.y, plan.window.scale, windowView())}${plan.back}`,
    moving: (frame, stamped = true) => {
      const t = frame / frameRate;
      const face = faceAt(t);
      const steamy = 0.45 + 0.55 * hold(t, pour.stream, pour.stream + 1.5, pour.stop + 2, pour.stop + 8);
      return `${place(plan.window.x, plan.window.y, plan.window.scale, windowLife(t))}<rect width="${width}" height="${height}" fill="url(#light)"/>
${at(torso(face) + `<g transform="translate(${n(face.turn * 2)} ${n(-face.breath * 0.8 + face.nod * 1.6)})">${head(face)}</g>` + workingArm(t, face.breath, plan.reach))}
<rect x="-10" y="${table}" width="${width + 20}" height="${height - table + 10}" fill="url(#table)"/><rect x="-10" y="${table}" width="${width + 20}" height="6" fill="#A67A52"/>
${at(restingArm(t, face.breath))}${plan.front(t)}
${place(trayAt.x, trayAt.y, host.scale, tray())}${at(stream(t, bowl))}${place(trayAt.x, trayAt.y - 50 * host.scale, host.scale, steam(t, steamy))}
${stamped ? drawStamp(frame, plan.stamp) : ''}`;
    },
  };
};

const green = ['#35624F', '#26493A'] as const;
const clay = ['#B4683A', '#8F4E29'] as const;
const sand = ['#D9CBA8', '#B9A97F'] as const;

/** 16:9, 1280 × 720: the host left of the middle, the product before the window. */
export const landscape = compose({
  width: 1280,
  height: 720,
  host: { x: 548, y: 262, scale: 1.34 },
  table: 592,
  window: { x: 736, y: 276, scale: 1.66 },
  reach: { lift: { x: 152, y: 96 }, fetch: { x: 116, y: 330 } },
  stamp: { x: 1240, y: 140, block: 12 },
  back: `<g transform="translate(0 232)">${shelf(322, standingTin(64, 0.92, ...green) + standingTin(124, 0.78, ...clay) + jar(190, 0.92) + standingTin(258, 0.86, ...sand))}</g>
<g transform="translate(0 408)">${shelf(322, standingCake(60, 0.86) + standingCake(140, 0.86) + standingTin(214, 0.78, '#7C4A5A', '#5E3442') + jar(276, 0.78, '#C9D8D2', '#35624F'))}</g>
<g transform="translate(1050 96)">${scroll()}</g>`,
  front: (t) =>
    `${place(1104, 620, 0.9, vase(t))}<g transform="translate(150 622)"><ellipse cx="0" cy="2" rx="118" ry="12" fill="#3C2616"/>${standingTin(-58, 1.16, ...clay)}${standingTin(6, 1.3, ...green)}${standingCake(76, 0.9)}</g>`,
});

/** 9:16, 540 × 960: the face in the upper middle, the product beside it, the lower part calm. */
export const portrait = compose({
  width: 540,
  height: 960,
  host: { x: 236, y: 356, scale: 1.2 },
  table: 650,
  window: { x: 352, y: 300, scale: 1.4 },
  reach: { lift: { x: 118, y: 74 }, fetch: { x: 92, y: 330 } },
  stamp: { x: 62, y: 172, block: 12 },
  back: `<g transform="translate(0 506)">${shelf(132, standingTin(40, 0.9, ...green) + standingTin(98, 0.76, ...clay))}</g><g transform="translate(0 626)">${shelf(132, standingTin(38, 0.72, ...sand) + standingCake(98, 0.7))}</g>`,
  front: () => '',
});

/** All compositions by name. */
export const compositions: Readonly<Record<string, Composition>> = { landscape, portrait };
