// SPDX-License-Identifier: MIT
import { toVitrineError, type Room } from '@vitrine/core';
import { momentLink } from '../shared/moment.js';

/**
 * Hands the viewer a link to the moment they see, by the system's own sheet or by the clipboard.
 * @returns which of the room's words tells what came of it; null where the viewer knows
 */
export async function share(room: Room | null): Promise<'linkCopied' | 'failed' | null> {
  const title = room?.store.state.stream.info?.title ?? document.title;
  const { href } = location;
  try {
    const url = room ? momentLink(room, href) : href;
    if (navigator.share) {
      await navigator.share({ url, title });
      return null;
    }
    await navigator.clipboard.writeText(url);
    return 'linkCopied';
  } catch (error) {
    // The viewer changed their mind.
    return toVitrineError(error).code === 'ABORTED' ? null : 'failed';
  }
}
