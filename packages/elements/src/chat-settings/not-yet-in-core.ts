// SPDX-License-Identifier: MIT
// What core is about to say of people a viewer has muted and of a viewer's own words. This file goes, with the line that
// imports it, as soon as core says it itself.
import type {} from '@vitrine/core';

declare module '@vitrine/core' {
  interface RoomState {
    muted: { readonly people: readonly { readonly id: string; readonly name: string }[] };
  }
  interface Requests {
    'muted:remove': { detail: { readonly id: string }; answer: void };
    'own-words:export': { detail: Record<never, never>; answer: unknown };
    'own-words:delete': { detail: Record<never, never>; answer: void };
  }
}
