// SPDX-License-Identifier: MIT
import type { StreamHost } from '@vitrine/core';

/** A line of the chat: somebody's, about an order, or, without a name, the host's. */
export type Line =
  | { readonly name: string; readonly text: string; readonly role?: 'moderator'; readonly isVerified?: true }
  | { readonly text: string }
  | { readonly order: string; readonly what: string };

/** Everything the show says in one language. A chunk per language: only the viewer's is downloaded. */
export interface Words {
  readonly title: string;
  readonly presenter: StreamHost;
  /** What was said before the viewer came, newest last. */
  readonly opening: readonly Line[];
  /** Who talks while the show goes on. */
  readonly names: readonly string[];
  /** What is said, and now and then what the host answers. */
  readonly sayings: readonly (readonly [text: string, answer?: string])[];
  /** The labels of the stickers, in their order. */
  readonly stickers: readonly string[];
  /** Delivery and ways to pay, in their order: label and note of each. */
  readonly till: readonly (readonly [label: string, note: string])[];
  /**
   * Product id → title, subtitle, description, then names and values of its details. Absent: as the goods are written,
   * in English.
   */
  readonly goods?: Readonly<Record<string, readonly string[]>>;
  /** Ids of options and of their values → names. Absent or without an id: as the goods are written. */
  readonly options?: Readonly<Record<string, string>>;
}
