// SPDX-License-Identifier: MIT

// Written without weight (`:where`), so that whatever the page says of its rooms wins. A height that stays the same
// before and after the room has loaded is what keeps the page from jumping: the room fills the box it is given.
const rules = `
:where(vitrine-room:not([layout=none])){display:block;position:relative;aspect-ratio:9/16;min-block-size:0;max-block-size:100svh}
@media (min-width:840px){:where(vitrine-room:not([layout=none])){aspect-ratio:16/9}}
:where(vitrine-room:not(:defined)){overflow:auto}
:where(vitrine-room:not(:defined))>[slot=poster]{position:absolute;inset:0;inline-size:100%;block-size:100%;object-fit:cover}
`;

let sheet: CSSStyleSheet | undefined;
const ratios = new Set<string>();

/** Reserves the space of every room on the page, now and later. A sheet of the script's own needs no CSP exception. */
export function reserveSpace(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Reserves another shape for one room: `ratio="4/5"`, width by height. Anything else is ignored. */
export function reserveRatio(room: Element): void {
  const ratio = room.getAttribute('ratio')?.replaceAll(' ', '') ?? '';
  if (!/^\d{1,4}(\.\d+)?\/\d{1,4}(\.\d+)?$/.test(ratio) || ratios.has(ratio)) return;
  ratios.add(ratio);
  sheet?.insertRule(
    `:where(vitrine-room)[ratio="${CSS.escape(room.getAttribute('ratio') ?? '')}"]{aspect-ratio:${ratio}}`,
    sheet.cssRules.length,
  );
}
