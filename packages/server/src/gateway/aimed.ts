// SPDX-License-Identifier: MIT
import type { WireMessage, WireRetraction } from '@vitrine/core/wire';

/** What a retraction goes by. */
export type Retraction = Pick<WireRetraction, 'by' | 'id' | 'until'>;

/** Whether a retraction means a message. */
export function isAimed({ by, id, until }: Retraction, { i, u, t, y }: WireMessage): boolean {
  if (by !== 'author') return by === 'all' || i === id;
  return u.id === id && (until === undefined || (t <= until && y !== 'o'));
}
