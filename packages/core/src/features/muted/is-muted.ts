// SPDX-License-Identifier: MIT
import type { RoomState } from '../../store/index.js';
import { isStaff, type ViewerRole } from '../identity/identity.js';
import type {} from './muted.state.js';

/** What tells who said something. */
interface Said {
  readonly author: { readonly id: string; readonly role: ViewerRole };
}

/**
 * Whether the viewer does not want to see a message: the one place that whoever shows or reads out the chat asks. Staff
 * are always heard, and see all that others may see.
 */
export function isMuted({ author }: Said, { muted, identity }: Readonly<RoomState>): boolean {
  return (
    muted?.people.some(({ id }) => id === author.id) === true &&
    !isStaff(author.role) &&
    !isStaff(identity.viewer?.role)
  );
}
