// SPDX-License-Identifier: MIT

export const english = {
  pinned: 'Pinned',
  /** Read out once, as it comes. */
  says: (name: string, text: string) => `Pinned. ${name}: ${text}`,
  announced: (text: string) => `Pinned: ${text}`,
  more: 'Show all of it',
  less: 'Show less',
  dismiss: 'Hide this',
  unpin: 'Unpin for everybody',
  notUnpinned: 'It could not be unpinned. Try again.',
};
