// SPDX-License-Identifier: MIT
import { drift, n, wave } from './motion.js';
import { cake, cup, gaiwan, place, tin } from './props.js';

/** The wall; `w` and `h` in scene units. */
export const wall = (w: number, h: number): string =>
  `<defs><linearGradient id="wall" x1="0" y1="0" x2=".35" y2="1"><stop stop-color="#D9C6A4"/><stop offset=".55" stop-color="#C2A67D"/><stop offset="1" stop-color="#9C7B55"/></linearGradient>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#F5EEDC"/><stop offset=".6" stop-color="#DDE6CF"/><stop offset="1" stop-color="#A9C4A0"/></linearGradient>
<linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#6B452C"/><stop offset=".12" stop-color="#57371F"/><stop offset="1" stop-color="#22150C"/></linearGradient>
<radialGradient id="light" cx=".66" cy=".26" r=".7"><stop stop-color="#FFF5DC" stop-opacity=".75"/><stop offset="1" stop-color="#FFF5DC" stop-opacity="0"/></radialGradient>
<filter id="soft" x="-50%" y="-20%" width="200%" height="140%"><feGaussianBlur stdDeviation="2.2"/></filter></defs>
<rect width="${w}" height="${h}" fill="url(#wall)"/>`;

/** The round window, drawn for radius 132 around (0, 0). The view is still. */
export const windowView = (): string =>
  `<circle r="144" fill="#6E4B30"/><circle r="138" fill="#8A6140"/><clipPath id="round"><circle r="132"/></clipPath>
<g clip-path="url(#round)"><rect x="-142" y="-148" width="290" height="300" fill="url(#sky)"/><circle cx="76" cy="-78" r="26" fill="#FCE9B8"/>
<g transform="translate(-262 -228)"><path d="M100 236 C150 190 180 178 214 214 C250 160 300 176 330 204 C360 182 392 190 410 210 V380 H100Z" fill="#B9CDB4"/><path d="M100 268 C150 236 190 232 226 256 C280 218 340 228 410 256 V380 H100Z" fill="#8FB08F"/>
<path d="M100 300 C160 276 230 276 280 290 C330 276 380 280 410 288 V380 H100Z" fill="#6B946F"/><g stroke="#4F7A57" stroke-width="5" fill="none" stroke-linecap="round"><path d="M110 312 C180 292 240 296 282 304 C330 292 370 296 400 300"/><path d="M110 328 C180 308 240 312 282 320 C330 308 370 312 400 316"/><path d="M110 344 C180 324 240 328 282 336 C330 324 370 328 400 332"/></g></g></g>`;

const leaf = (x: number, y: number, turn: number, long: number): string =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 0 C${n(long * 0.3)} -5 ${n(long * 0.7)} -4 ${long} 0 C${n(long * 0.7)} 4 ${n(long * 0.3)} 4 0 0Z"/>`;

/** What moves in the window: mist between the hills and a bamboo twig in the wind. */
export const windowLife = (t: number): string => {
  const twig = (seed: number): number => drift(t, 16, seed) * 2.4 + wave(t, 12, seed / 7) * 1.1;
  return `<g clip-path="url(#round)"><g fill="#fff" filter="url(#soft)"><ellipse cx="${n(-30 + wave(t, 1) * 46)}" cy="14" rx="92" ry="8" opacity=".34"/><ellipse cx="${n(50 - wave(t, 1, 0.3) * 40)}" cy="42" rx="84" ry="7" opacity=".26"/></g>
<g transform="translate(-142 -122) rotate(${n(twig(61))})"><path d="M0 0 C36 18 66 24 104 28" stroke="#6E8F5A" stroke-width="3.2" fill="none" stroke-linecap="round"/><g fill="#587F52">${leaf(34, 15, 48, 44)}${leaf(58, 21, 62, 50)}${leaf(82, 25, 38, 46)}${leaf(104, 28, 14, 46)}</g></g>
<g transform="translate(-120 -138) rotate(${n(twig(62) * 1.2)})"><path d="M0 0 C26 10 44 10 62 8" stroke="#7FA06A" stroke-width="2.6" fill="none" stroke-linecap="round"/><g fill="#7FA06A">${leaf(26, 9, 66, 38)}${leaf(46, 10, 36, 40)}${leaf(62, 8, 2, 42)}</g></g></g>`;
};

/** A shelf board with what stands on it; the board's upper edge is y = 0. */
export const shelf = (width: number, goods: string): string =>
  `<rect width="${width}" height="10" fill="#7A5434"/><rect y="10" width="${width}" height="5" fill="#0002"/>${goods}`;
/** A wrapped tea cake standing on edge, foot at y = 0. */
export const standingCake = (x: number, scale = 0.62): string => place(x, -42 * scale, scale, cake());
/** A caddy with its foot at y = 0. */
export const standingTin = (x: number, scale: number, body: string, shade: string): string =>
  place(x, -45 * scale, scale, tin(body, shade));
/** A white jar with a cloth cover, foot at y = 0. */
export const jar = (x: number, scale: number, body = '#EDE3CB', cover = '#8E3B2B'): string =>
  place(
    x,
    0,
    scale,
    `<path d="M-26 -10 C-34 -40 -24 -62 -14 -66 H14 C24 -62 34 -40 26 -10 Q0 4 -26 -10Z" fill="${body}"/><path d="M10 -66 C24 -60 34 -40 26 -10 Q20 -5 10 -2 C20 -24 20 -48 10 -66Z" fill="#00000012"/><path d="M-18 -66 C-20 -82 20 -82 18 -66 L24 -56 Q0 -50 -24 -56Z" fill="${cover}"/><path d="M-18 -65 Q0 -59 18 -65" stroke="#D7B56D" stroke-width="2.5" fill="none"/>`,
  );

/** A hanging scroll with an ink landscape, 116 × 330. */
export const scroll = (): string =>
  `<path d="M58 -26 L14 0 M58 -26 L102 0" stroke="#6E4B30" stroke-width="2"/><rect x="-8" y="-4" width="132" height="9" rx="4.5" fill="#5A3B25"/><rect y="4" width="116" height="318" fill="#EDE4CF"/><rect x="12" y="34" width="92" height="226" fill="#F8F3E4"/>
<g fill="#5E6B62"><path d="M12 190 C26 150 40 120 54 112 C66 120 70 150 82 158 C90 150 98 152 104 160 V220 C70 206 40 208 12 216Z" opacity=".35"/><path d="M12 222 C30 196 44 190 58 204 C74 186 92 194 104 208 V260 H12Z" opacity=".55"/></g><circle cx="80" cy="74" r="13" fill="#C8634A" opacity=".8"/>
<g stroke="#3F4842" stroke-width="1.6" fill="none" opacity=".6" stroke-linecap="round"><path d="M30 80 q6 -6 10 0 q5 -6 10 0M46 96 q5 -5 8 0 q4 -5 8 0"/></g><rect x="22" y="232" width="13" height="15" fill="#A8402F"/><path d="M25 236 h7M25 240 h7M28.5 235 v9" stroke="#F8F3E4" stroke-width="1.2"/><rect x="-8" y="318" width="132" height="11" rx="5.5" fill="#5A3B25"/>`;

/** A vase with a sprig of osmanthus; foot at y = 0. */
export const vase = (t: number): string => {
  const sway = wave(t, 8) * 0.9 + drift(t, 14, 71) * 0.8;
  const bloom = [
    [-34, -176],
    [-20, -204],
    [6, -190],
    [26, -214],
    [40, -186],
    [-8, -228],
    [14, -240],
    [-44, -150],
    [50, -160],
  ]
    .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="5.5"/>`)
    .join('');
  return `<g transform="translate(0 -92) rotate(${n(sway)}) translate(0 92)"><g stroke="#5B4632" stroke-width="4" fill="none" stroke-linecap="round"><path d="M0 -90 C-4 -140 -20 -160 -42 -182"/><path d="M0 -90 C4 -150 -2 -190 6 -236"/><path d="M2 -100 C14 -150 30 -170 50 -196"/></g>
<g fill="#5F7F66">${leaf(-12, -146, -150, 40)}${leaf(-28, -168, -80, 38)}${leaf(4, -176, -40, 42)}${leaf(2, -210, -140, 36)}${leaf(24, -162, -10, 44)}${leaf(40, -184, -70, 34)}</g><g fill="#E3A94B">${bloom}</g></g>
<path d="M-16 -92 C-14 -72 -40 -60 -38 -30 C-36 -8 -22 0 0 0 C22 0 36 -8 38 -30 C40 -60 14 -72 16 -92Z" fill="#C9D8D2"/><path d="M8 -92 h8 C14 -72 40 -60 38 -30 C36 -8 22 0 4 0 C30 -20 24 -60 8 -92Z" fill="#0000000f"/><ellipse cx="0" cy="-92" rx="16" ry="4" fill="#9DB3AB"/>`;
};

/** Steam over a hot cup at (0, 0); `strength` 0..1. */
export const steam = (t: number, strength: number): string => {
  let out = '';
  for (let i = 0; i < 4; i++) {
    const age = (t / 3.2 + i / 4) % 1;
    const x = (i - 1.5) * 9;
    const y = -age * 62;
    const bend = 9 * (i % 2 === 0 ? 1 : -1);
    out += `<path d="M${n(x)} ${n(y)} c${n(-bend)} -12 ${n(bend)} -22 ${n(bend * 0.2 + Math.sin(age * 6 + i) * 4)} -40" opacity="${n(Math.sin(Math.PI * age) * strength * 0.55)}"/>`;
  }
  return `<g stroke="#fff" stroke-width="5.5" fill="none" stroke-linecap="round" filter="url(#soft)">${out}</g>`;
};

/** The tea tray: a board with the bowl, the cups and the lid laid aside; the board's upper edge is y = 0. */
export const tray = (): string =>
  `<ellipse cx="0" cy="15" rx="178" ry="12" fill="#3C2616"/><rect x="-172" y="0" width="344" height="15" rx="7.5" fill="#7C5332"/><rect x="-172" y="0" width="344" height="4" rx="2" fill="#93663F"/>
${place(0, -34, 1, gaiwan('#F7F4EC', '#5E8F79', false))}${place(92, -12, 1, cup())}${place(138, -11, 1, cup())}<g transform="translate(-138 -2)"><path d="M-26 0 C-22 -15 22 -15 26 0 Q0 5 -26 0Z" fill="#F7F4EC"/><circle cy="-14" r="5.5" fill="#F7F4EC"/></g>`;
