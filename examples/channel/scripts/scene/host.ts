// SPDX-License-Identifier: MIT
import { mix, n } from './motion.js';
import { tone } from './hands.js';

/** How the host looks in one frame; every value is a small number around zero or a share 0..1. */
export interface Face {
  /** Turn of the head to the viewer's right, −1..1. */
  readonly turn: number;
  /** Nod, −1 up to 1 down. */
  readonly nod: number;
  /** Tilt in degrees. */
  readonly tilt: number;
  /** 0 open eyes, 1 closed. */
  readonly blink: number;
  /** 0 open eyes, 1 the arched eyes of a laugh. */
  readonly smile: number;
  /** How far the jaw is down, 0..1. */
  readonly mouth: number;
  /** Width of the mouth, −1 round to 1 wide. */
  readonly wide: number;
  /** Raised brows, 0..1. */
  readonly brow: number;
  /** Direction of the eyes, −1..1 each. */
  readonly lookX: number;
  readonly lookY: number;
  /** Lift of the shoulders in units, for breathing. */
  readonly breath: number;
}

const hair = '#2A2221';

const eye = (x: number, face: Face): string => {
  const laugh = `<path d="M${x - 7} -43 q7 -6 14 0" stroke="${hair}" stroke-width="3" fill="none" stroke-linecap="round"/>`;
  if (face.smile > 0.6) return laugh;
  const open = (1 - face.blink) * (1 - face.smile * 0.7);
  if (open < 0.16)
    return `<path d="M${x - 7} -43.5 q7 3.5 14 0" stroke="${hair}" stroke-width="2.8" fill="none" stroke-linecap="round"/>`;
  const h = 6.2 * open;
  const px = n(x + face.lookX * 2.1);
  const py = n(-44 + face.lookY * 1.3);
  const shape = `M${x - 7.6} -43 C${x - 4.5} ${n(-44 - h)} ${x + 4.5} ${n(-44 - h)} ${x + 7.6} -43.6 C${x + 4.5} ${n(-43 + h * 0.62)} ${x - 4.5} ${n(-43 + h * 0.62)} ${x - 7.6} -43Z`;
  const clip = `eye${x < 0 ? 'l' : 'r'}`;
  return `<clipPath id="${clip}"><path d="${shape}"/></clipPath><path d="${shape}" fill="#FFFBF6"/>
<g clip-path="url(#${clip})"><circle cx="${px}" cy="${py}" r="4.5" fill="#33231D"/><circle cx="${n(Number(px) + 1.3)}" cy="${n(Number(py) - 1.6)}" r="1.3" fill="#fff"/></g>
<path d="M${x - 7.6} -43 C${x - 4.5} ${n(-44 - h)} ${x + 4.5} ${n(-44 - h)} ${x + 7.6} -43.6" stroke="${hair}" stroke-width="2.6" fill="none" stroke-linecap="round"/>`;
};

const mouth = (face: Face): string => {
  const half = 10 + face.wide * 2.6 - face.mouth * 1.2;
  const drop = face.mouth * 11;
  if (drop < 1.1)
    return `<path d="M${n(-half)} -18.5 Q0 ${n(-11.5 + face.wide)} ${n(half)} -18.5" stroke="#B4493F" stroke-width="2.8" fill="none" stroke-linecap="round"/>`;
  const inside = `M${n(-half)} -19 Q0 -15.5 ${n(half)} -19 Q${n(half * 0.62)} ${n(-17 + drop)} 0 ${n(-16.5 + drop)} Q${n(-half * 0.62)} ${n(-17 + drop)} ${n(-half)} -19Z`;
  const teeth =
    drop > 3.4
      ? `<path d="M${n(-half * 0.74)} -17.6 Q0 -15 ${n(half * 0.74)} -17.6 L${n(half * 0.6)} -15 Q0 -12.8 ${n(-half * 0.6)} -15Z" fill="#fff"/>`
      : '';
  return `<path d="${inside}" fill="#A43F38" stroke="#B4493F" stroke-width="1.8" stroke-linejoin="round"/>${teeth}`;
};

/** The head with hair, drawn around the chin (0, 4). */
export const head = (face: Face): string => {
  const dx = face.turn * 5;
  const dy = face.nod * 2.2;
  const back = `<ellipse cx="0" cy="-56" rx="47" ry="52" fill="${hair}"/><circle cx="${n(4 - face.turn * 4)}" cy="-112" r="21" fill="${hair}"/>
<path d="M${n(-26 - face.turn * 4)} -120 L${n(34 - face.turn * 4)} -106" stroke="#B98B4E" stroke-width="3.5" stroke-linecap="round"/>`;
  const brow = mix(0, -3, face.brow);
  const features = `<g transform="translate(${n(dx)} ${n(dy)})">
<g fill="none" stroke="${hair}" stroke-linecap="round" stroke-width="2.6" transform="translate(0 ${n(brow)})"><path d="M-23 -57 q8 -5 15 -1M8 -58 q8 -4 15 1"/></g>
${eye(-15.5, face)}${eye(15.5, face)}<path d="M${n(dx * 0.3)} -40 q4 10 -3 12" stroke="${tone.skinShade}" stroke-width="2.4" fill="none" stroke-linecap="round"/>
${mouth(face)}<circle cx="-25" cy="-28" r="7" fill="#E58F77" opacity=".28"/><circle cx="25" cy="-28" r="7" fill="#E58F77" opacity=".28"/></g>`;
  const jaw = 4 + face.mouth * 3;
  return `<g transform="rotate(${n(face.tilt)} 0 10)">${back}
<circle cx="${n(-38 + dx * 0.4)}" cy="-44" r="7" fill="${tone.skinShade}"/><circle cx="${n(38 + dx * 0.4)}" cy="-44" r="7" fill="${tone.skinShade}"/>
<path d="M-38 -58 C-38 -98 38 -98 38 -58 C39 -22 20 ${n(jaw)} 0 ${n(jaw)} C-20 ${n(jaw)} -39 -22 -38 -58Z" fill="${tone.skin}"/>
<path d="M-43 -44 C-50 -112 50 -112 43 -44 C40 -70 ${n(24 + dx)} -84 ${n(6 + dx)} -90 C${n(-14 + dx)} -84 -36 -72 -43 -44Z" fill="${hair}"/>${features}</g>`;
};

/** Neck and jacket, down to y = 300, where the table hides them. */
export const torso = (face: Face): string => {
  const b = face.breath;
  const neck = `<path d="M-17 -14 L-20 30 Q0 66 20 30 L17 -14Z" fill="${tone.skinShade}"/>`;
  return `<g transform="translate(0 ${n(-b)})"><path d="M-18 22 C-52 32 -94 44 -106 94 L-122 310 L122 310 L106 94 C94 44 52 32 18 22 C12 44 -12 44 -18 22Z" fill="${tone.cloth}"/>
<path d="M-106 94 L-122 310 L-78 310 C-84 210 -80 150 -70 110Z" fill="#6A937E" opacity=".5"/><path d="M106 94 L122 310 L78 310 C84 210 80 150 70 110Z" fill="#6A937E" opacity=".5"/>
${neck}<path d="M-20 16 C-22 30 -12 42 0 46 C12 42 22 30 20 16 L24 22 C26 38 14 52 0 56 C-14 52 -26 38 -24 22Z" fill="${tone.collar}"/>
<path d="M0 56 C8 90 40 110 62 150 C68 170 70 200 70 310" stroke="${tone.collar}" stroke-width="2.5" fill="none" opacity=".85"/>
<g stroke="${tone.collar}" stroke-width="3" stroke-linecap="round"><path d="M-2 60 l10 4M12 86 l10 2M34 110 l10 0"/></g></g>`;
};
