// SPDX-License-Identifier: MIT

/** Drawn for this, on 96 by 96. */
const shapes = {
  heart: '<path fill="#d9485f" d="M48 84 17 52a20 20 0 0 1 31-25 20 20 0 0 1 31 25z"/>',
  tea: '<path fill="none" stroke="#b88a5a" stroke-width="5" stroke-linecap="round" d="M38 14q-6 7 0 14t0 12M56 14q-6 7 0 14t0 12"/><path fill="#3f7d6a" d="M16 46h58v8a29 29 0 0 1-58 0z"/><path fill="none" stroke="#3f7d6a" stroke-width="6" d="M73 51h5a8 8 0 0 1 0 17h-8"/>',
  leaf: '<path fill="#6f9e4b" d="M14 82C10 40 38 14 84 14c0 46-26 74-62 62z"/><path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" d="M14 84 62 36M36 62V44m0 18h20"/>',
  star: '<path fill="#f2b33d" d="m48 10 11 25 27 3-20 18 5 27-23-14-23 14 5-27-20-18 27-3z"/>',
  wow: '<circle cx="48" cy="48" r="38" fill="#f6c945"/><g fill="#4a3413"><circle cx="34" cy="40" r="5"/><circle cx="62" cy="40" r="5"/><ellipse cx="48" cy="64" rx="9" ry="12"/></g>',
};

/** The stickers of the demo, whole in their addresses: it has no server that they could come from. */
export const drawings: readonly { readonly id: string; readonly url: string }[] = Object.entries(shapes).map(
  ([id, shape]) => ({
    id,
    url: `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">${shape}</svg>`)}`,
  }),
);
