// SPDX-License-Identifier: MIT
export const sheetStrings = {
  close: 'Close',
  back: 'Back',
} as const;
