// SPDX-License-Identifier: MIT
import type { WireMessage, WireNotice, WireRetraction } from '@vitrine/core/wire';

/** What a retraction goes by. */
export type Retraction = Pick<WireRetraction, 'by' | 'id' | 'until'>;

/** Whether a retraction means a message, or what stands at the top of the chat. */
export function isAimed({ by, id, until }: Retraction, said: WireMessage | WireNotice): boolean {
  const { i, u, t, y } = { y: undefined, ...said };
  if (by !== 'author') return by === 'all' || (id !== undefined && i === id);
  return u.id === id && (until === undefined || (t <= until && y !== 'o'));
}
