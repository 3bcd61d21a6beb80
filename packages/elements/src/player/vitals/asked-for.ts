// SPDX-License-Identifier: MIT

/** Whether the address of the page asks to show how the player is doing: `?vitrine-debug`. */
export const isAskedFor = (): boolean => new URLSearchParams(location.search).has('vitrine-debug');
