// SPDX-License-Identifier: MIT
export const english = {
  like: 'Like',
  likes: (count: number, shown: string) => (count === 1 ? '1 like' : `${shown} likes`),
  refused: 'That did not work. Try again.',
};
