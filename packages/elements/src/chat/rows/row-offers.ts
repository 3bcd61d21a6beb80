// SPDX-License-Identifier: MIT
import { isOwn, isStaff, type ChatMessage, type Room } from '@vitrine/core';
import type {} from '@vitrine/core/moderation';
import type {} from '@vitrine/core/translate';

/** What can be done with a message, or about who wrote it. */
export type Offer =
  'reply' | 'mention' | 'translate' | 'remove' | 'pin' | 'silence' | 'shadow' | 'ban' | 'mute' | 'report';

/**
 * What the viewer may do with a message, in the order of the buttons. Whoever keeps order acts for everybody; all others
 * mute for themselves and report to those who do.
 */
export function offersOf(message: ChatMessage, { bus, store: { state } }: Room): readonly Offer[] {
  const { chat, identity, moderation } = state;
  const isMine = isOwn(message, state);
  const keepsOrder = isStaff(identity.viewer?.role);
  const canWrite = chat.write === 'allowed';
  // Nobody shuts up those who run the show.
  const isAboutGuest = !isMine && !isStaff(message.author.role);
  const canRestrict =
    keepsOrder && isAboutGuest && bus.isAnswered('moderation:restrict') && moderation?.status !== 'absent';
  const all: Readonly<Record<Offer, boolean>> = {
    reply: canWrite,
    mention: canWrite && !isMine && message.author.name !== '',
    translate: !isMine && !message.sticker && /\p{L}/u.test(message.text) && bus.isAnswered('chat:translate'),
    remove: keepsOrder && bus.isAnswered('chat:retract'),
    pin: keepsOrder && bus.isAnswered('chat:pin'),
    silence: canRestrict,
    shadow: canRestrict,
    ban: canRestrict,
    mute: !keepsOrder && isAboutGuest,
    report: !keepsOrder && !isMine && bus.isAnswered('chat:report'),
  };
  return (Object.keys(all) as Offer[]).filter((offer) => all[offer]);
}
