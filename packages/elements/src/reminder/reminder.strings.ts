// SPDX-License-Identifier: MIT

export const english = {
  remindMe: 'Remind me',
  willTell: 'You will hear from us when it begins.',
  undo: 'Undo',
  offline: 'You are offline. Try again once you are back.',
  signIn: 'Sign in to be reminded.',
  begun: 'The show has begun already.',
  unsupported: 'Reminders cannot be sent to you here.',
  failed: 'That did not work. Try again.',
} as const;
