// SPDX-License-Identifier: MIT
// Things of the tea house, each drawn around its own origin at scale 1.

/** Places markup at a point. */
export const place = (x: number, y: number, scale: number, inner: string, turn = 0): string =>
  `<g transform="translate(${x} ${y})${turn === 0 ? '' : ` rotate(${turn})`} scale(${scale})">${inner}</g>`;

/** A covered bowl on its saucer; 92 wide, stands on y = 43. */
export const gaiwan = (body = '#F7F4EC', line = '#5E8F79', lid = true): string =>
  `<ellipse cx="0" cy="34" rx="46" ry="9" fill="${body}"/><ellipse cx="0" cy="32" rx="30" ry="5" fill="#0002"/>
<path d="M-34 -4 C-32 24 -18 34 0 34 C18 34 32 24 34 -4Z" fill="${body}"/><path d="M10 33 C26 28 33 16 34 -4 L22 -4 C22 14 18 26 10 33Z" fill="#0000000d"/>
<ellipse cx="0" cy="-4" rx="34" ry="7" fill="#E4DECF"/>${
    lid
      ? `<path d="M-28 -7 C-24 -22 24 -22 28 -7 Q0 0 -28 -7Z" fill="${body}"/><circle cx="0" cy="-21" r="6" fill="${body}"/>`
      : `<ellipse cx="0" cy="-3.4" rx="29" ry="5" fill="#C98A3C"/>`
  }<path d="M-20 10 q8 -9 14 0 t14 0" stroke="${line}" stroke-width="2.4" fill="none" stroke-linecap="round"/>`;

/** A filled tea cup; 36 wide, stands on y = 14. */
export const cup = (body = '#F7F4EC', tea = '#C98A3C'): string =>
  `<path d="M-18 -8 C-17 8 -10 14 0 14 C10 14 17 8 18 -8Z" fill="${body}"/><path d="M6 13.4 C12 10 16 4 18 -8 L11 -8 C11 2 9 9 6 13.4Z" fill="#0000000d"/>
<ellipse cx="0" cy="-8" rx="18" ry="5" fill="#fffdf6"/><ellipse cx="0" cy="-7.4" rx="14.5" ry="3.6" fill="${tea}"/>`;

/** A round caddy; 52 wide, 109 high, stands on y = 45. */
export const tin = (body: string, shade: string, band = '#F4EEDF'): string =>
  `<path d="M-24 -50 h48 v92 q-24 10 -48 0Z" fill="${body}"/><path d="M8 -50 h16 v92 q-8 4 -16 5Z" fill="${shade}" opacity=".55"/>
<path d="M-24 -14 h48 v36 q-24 6 -48 0Z" fill="${band}"/><path d="M8 24.6 q8 -.6 16 -2.6 v-36 h-16Z" fill="#0000000d"/>
<ellipse cx="0" cy="-50" rx="24" ry="6" fill="${shade}"/><path d="M-26 -58 h52 v10 q-26 9 -52 0Z" fill="${shade}"/><ellipse cx="0" cy="-58" rx="26" ry="6.5" fill="${body}"/>
<path d="M-6 -4 q6 -8 12 0 q-6 8 -12 0M0 -4 v14" stroke="${shade}" stroke-width="2" fill="none" stroke-linecap="round"/>`;

/** A paper-wrapped tea cake seen from the front; radius 42. */
export const cake = (): string =>
  `<circle r="42" fill="#F6F1E4"/><path d="M24 -34.5 A42 42 0 0 1 10 40.8 A60 60 0 0 0 24 -34.500Z" fill="#0000000a"/>
<g stroke="#DDD3BC" stroke-width="1.6" fill="none"><path d="M0 -42 C-8 -20 -8 20 0 42M-36 -22 C-14 -12 16 -12 36 -22M-36 22 C-14 12 16 12 36 22"/></g>
<circle r="17" fill="#8E3B2B"/><circle r="12" fill="none" stroke="#F6F1E4" stroke-width="1.4"/><path d="M-6 0 q6 -9 12 0 q-6 9 -12 0M0 -4 v12" stroke="#F6F1E4" stroke-width="1.6" fill="none"/>`;

/** One dried mandarin filled with tea; radius 27. */
export const mandarin = (): string =>
  `<circle r="27" fill="#D98C2B"/><path d="M0 -27 a27 27 0 0 1 25 38 a34 34 0 0 0 -25 -38Z" fill="#B96F17" opacity=".6"/>
<circle cy="-26" r="9" fill="#4E3A22"/><path d="M-10 -26 q10 -10 20 0" stroke="#8FA85E" stroke-width="3" fill="none" stroke-linecap="round"/>`;

/** A clay teapot with its handle to the right; the spout ends at (−60, −16). */
export const teapot = (): string =>
  `<path d="M18 -8 C44 -20 52 22 20 26" fill="none" stroke="#8A3E29" stroke-width="8" stroke-linecap="round"/>
<path d="M-26 -16 h46 c8 16 8 34 -2 46 h-40 c-12 -12 -12 -30 -4 -46Z" fill="#A44E35"/><path d="M-28 2 C-44 -2 -48 -12 -60 -16 L-56 -4 C-46 2 -40 14 -26 16Z" fill="#A44E35"/>
<ellipse cx="-3" cy="-16" rx="23" ry="5" fill="#8A3E29"/><path d="M-22 -18 C-18 -27 12 -27 16 -18 Q-3 -13 -22 -18Z" fill="#A44E35"/><circle cx="-3" cy="-27" r="5" fill="#A44E35"/>
<path d="M10 -10 c10 16 8 30 2 40 h6 c10 -12 10 -30 2 -46Z" fill="#7F3825" opacity=".6"/>`;

/** A jar of honey; 60 wide, stands on y = 38. */
export const honey = (): string =>
  `<path d="M-22 -22 h44 q10 10 8 28 q0 26 -12 32 h-36 q-12 -6 -12 -32 q-2 -18 8 -28Z" fill="#D9962F"/><path d="M12 -22 h10 q10 10 8 28 q0 26 -12 32 h-6 q14 -24 0 -60Z" fill="#A86B14" opacity=".4"/>
<rect x="-24" y="-38" width="48" height="16" rx="4" fill="#4A3A2A"/><rect x="-20" y="-2" width="40" height="24" rx="3" fill="#FBF5E6"/><path d="M-8 10 q8 -9 16 0 q-8 9 -16 0" fill="none" stroke="#B4762A" stroke-width="1.8"/>`;
