// SPDX-License-Identifier: MIT
// Things that are only seen in product pictures, each drawn around its own origin.

/** A garment on a hanger; 116 wide, from y = −44 to 206. */
export const jacket = (cloth: string, shade: string, light: string): string =>
  `<path d="M0 -34 c10 -14 -8 -22 -8 -10" stroke="#5b5148" stroke-width="3" fill="none"/><path d="M-34 -8 L0 -32 L34 -8" stroke="#A88762" stroke-width="5" fill="none" stroke-linejoin="round"/>
<path d="M-14 -24 L-46 -6 L-62 120 L-42 126 L-36 50 L-42 190 Q0 200 42 190 L36 50 L42 126 L62 120 L46 -6 L14 -24 Q0 -10 -14 -24Z" fill="${cloth}"/>
<path d="M18 20 C24 90 14 140 22 194 L36 191 C30 140 32 90 30 30Z" fill="${shade}" opacity=".5"/><path d="M-62 120 L-42 126 L-41 116 L-61 110Z M62 120 L42 126 L41 116 L61 110Z" fill="${light}"/>
<path d="M-15 -25 C-12 -10 -6 -4 0 0 C6 -4 12 -10 15 -25 L20 -20 C16 -4 8 6 0 10 C-8 6 -16 -4 -20 -20Z" fill="${light}"/><path d="M0 10 C4 40 22 56 26 90 V192" stroke="${light}" stroke-width="2.4" fill="none"/><g stroke="${light}" stroke-width="4" stroke-linecap="round"><path d="M-2 18 l9 3M6 42 l9 2M18 66 l9 0M22 96 h9"/></g>`;

/** A glass pitcher with tea; stands on y = 34. */
export const pitcher = (): string =>
  `<path d="M24 -18 C48 -22 48 20 24 16" fill="none" stroke="#BFD2D2" stroke-width="6"/><path d="M-28 -30 L-38 -36 L-26 -18 C-32 0 -32 20 -24 34 H24 C32 20 32 0 26 -18 L28 -34 H-24Z" fill="#DCE9E8"/>
<path d="M-28.5 -4 C-32 10 -30 24 -24 34 H24 C30 24 32 10 28.5 -4Z" fill="#D49A49"/><ellipse cy="-4" rx="28.5" ry="4.5" fill="#E5B56D"/><path d="M-16 -24 C-20 -6 -20 12 -15 26" stroke="#fff" stroke-width="4" fill="none" stroke-linecap="round" opacity=".6"/>`;

/** Bamboo tools in a holder; stands on y = 40. */
export const tools = (): string =>
  `<g stroke-linecap="round" fill="none"><path d="M-12 0 L-26 -52" stroke="#C29A62" stroke-width="5"/><path d="M-4 0 L-6 -58" stroke="#A87F4B" stroke-width="5"/><path d="M6 0 L14 -54" stroke="#C29A62" stroke-width="5"/><path d="M14 0 L32 -44" stroke="#A87F4B" stroke-width="5"/></g>
<path d="M-31 -66 c-8 4 -4 18 4 20 c8 -2 6 -18 -4 -20Z" fill="#C29A62"/><ellipse cx="15" cy="-60" rx="8" ry="5" fill="#C29A62"/><path d="M28 -48 l10 -14 l4 4 l-8 14Z" fill="#A87F4B"/>
<path d="M-20 -8 h40 v44 q-20 8 -40 0Z" fill="#8A5F3C"/><ellipse cy="-8" rx="20" ry="5" fill="#5A3B25"/><path d="M8 -4.5 C14 -5 18 -6 20 -8 v44 q-5 2 -12 3Z" fill="#0002"/><path d="M-20 6 q20 7 40 0" stroke="#6E4B30" stroke-width="2.5" fill="none"/>`;

/** A tied gift box; stands on y = 50. */
export const gift = (): string =>
  `<rect x="-38" y="-6" width="76" height="56" rx="4" fill="#35624F"/><rect x="-42" y="-20" width="84" height="18" rx="4" fill="#3F745E"/><rect x="-7" y="-20" width="14" height="70" fill="#D7B56D"/><path d="M0 -20 C-18 -40 -32 -30 -22 -20ZM0 -20 C18 -40 32 -30 22 -20Z" fill="none" stroke="#D7B56D" stroke-width="5" stroke-linejoin="round"/>`;

/** The pouch of a travel set; stands on y = 44. */
export const pouch = (): string =>
  `<path d="M-40 -26 H40 q8 0 8 10 V32 q0 12 -12 12 H-36 q-12 0 -12 -12 V-16 q0 -10 8 -10Z" fill="#3C4A5C"/><path d="M-18 -26 C-18 -50 18 -50 18 -26" fill="none" stroke="#293443" stroke-width="6"/><path d="M-48 -6 H48" stroke="#F0D9B5" stroke-width="2.5" stroke-dasharray="5 4"/><rect x="-13" y="8" width="26" height="20" rx="3" fill="#F4EEDF"/><path d="M-6 18 q6 -8 12 0 q-6 8 -12 0" fill="none" stroke="#293443" stroke-width="2"/><path d="M30 -26 H40 q8 0 8 10 V32 q0 12 -12 12 H22 C34 30 34 -10 30 -26Z" fill="#0002"/>`;

/** A hotel voucher: a card with two notches and a house among hills, around (0, 0). */
export const voucher = (): string =>
  `<path d="M-50 -32 H50 a6 6 0 0 1 6 6 V-7 a7 7 0 0 0 0 14 V26 a6 6 0 0 1 -6 6 H-50 a6 6 0 0 1 -6 -6 V7 a7 7 0 0 0 0 -14 V-26 a6 6 0 0 1 6 -6Z" fill="#FBF7EC"/><path d="M24 -32 V32" stroke="#C9BFA6" stroke-width="1.8" stroke-dasharray="3 4"/>
<clipPath id="card"><rect x="-48" y="-24" width="64" height="48" rx="4"/></clipPath><g clip-path="url(#card)"><rect x="-48" y="-24" width="64" height="48" fill="#F3D9BE"/><circle cx="2" cy="-10" r="7" fill="#FFF0CF"/><path d="M-48 6 C-36 -10 -26 -8 -18 2 C-8 -12 6 -6 16 4 V24 H-48Z" fill="#8FB08F"/><path d="M-48 14 C-30 4 0 6 16 14 V24 H-48Z" fill="#6B946F"/><path d="M-34 16 V4 h24 v12Z" fill="#FBF5E6"/><path d="M-40 5 Q-22 2 -22 -6 Q-22 2 -4 5Z" fill="#4A3A2A"/><path d="M-25 16 v-7 h6 v7Z" fill="#8A5F3C"/></g>
<path d="M40 -20 l2.6 5.6 6 .7 -4.5 4.1 1.2 6 -5.3 -3 -5.3 3 1.2 -6 -4.5 -4.1 6 -.7Z" fill="#35624F"/><path d="M34 8 h12M34 15 h12" stroke="#85878E" stroke-width="2.4" stroke-linecap="round"/>`;

/** A guest room with a view of terraces; fills 120 × 120. */
export const room = (): string =>
  `<rect width="120" height="84" fill="#EFE7DC"/><circle cx="44" cy="40" r="29" fill="#8A6140"/><clipPath id="view"><circle cx="44" cy="40" r="26"/></clipPath><g clip-path="url(#view)"><rect x="14" y="10" width="60" height="60" fill="#DDE6CF"/><path d="M10 44 C24 30 34 34 44 40 C54 28 66 34 78 42 V70 H10Z" fill="#A9C4A0"/><path d="M10 54 C30 44 58 46 78 54 V70 H10Z" fill="#6B946F"/></g>
<rect y="84" width="120" height="36" fill="#C9AE8F"/><path d="M34 66 h80 v30 h-80Z" fill="#fff"/><path d="M34 78 h80 v22 h-80Z" fill="#35624F"/><rect x="80" y="58" width="30" height="16" rx="6" fill="#F4F1EA"/><path d="M100 12 V24" stroke="#6E4B30" stroke-width="2"/><rect x="92" y="24" width="16" height="20" rx="8" fill="#F6D9A0"/><path d="M94 30 h12M93 34 h14M94 38 h12" stroke="#D9B26A" stroke-width="1"/>`;

/** A lodge above the tea terraces at dusk; fills 120 × 120. */
export const lodge = (): string =>
  `<linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop stop-color="#8FB7D6"/><stop offset="1" stop-color="#F6D3AE"/></linearGradient><rect width="120" height="120" fill="url(#dusk)"/><circle cx="88" cy="34" r="10" fill="#FFF0CF"/>
<path d="M0 62 C18 40 34 44 46 56 C62 34 88 36 120 60 V120 H0Z" fill="#8FA9A0"/><path d="M0 82 C30 64 80 66 120 82 V120 H0Z" fill="#7BA07B"/><path d="M0 100 C34 86 84 88 120 100 V120 H0Z" fill="#5D8763"/><g stroke="#4F7A57" stroke-width="2.5" fill="none"><path d="M0 106 C34 92 84 94 120 106M0 113 C34 99 84 101 120 113"/></g>
<path d="M34 84 V64 h50 v20Z" fill="#F7F2E8"/><path d="M24 66 Q56 60 59 48 Q62 60 94 66Z" fill="#4A3A2A"/><g fill="#F6D9A0"><rect x="40" y="69" width="8" height="9" rx="1"/><rect x="70" y="69" width="8" height="9" rx="1"/></g><path d="M54 84 V70 h10 v14Z" fill="#8A5F3C"/>`;
