// SPDX-License-Identifier: MIT
export const english = {
  react: 'Send a heart',
  given: (shown: string) => `${shown} hearts so far`,
};

export type ReactionsWords = typeof english;
