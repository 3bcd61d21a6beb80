// SPDX-License-Identifier: MIT
export const english = {
  host: 'Host',
  moderator: 'Moderator',
};

export type DanmakuWords = typeof english;
