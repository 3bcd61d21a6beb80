// SPDX-License-Identifier: MIT
// What the viewer wrote in the pretended show. A chunk of its own, fetched when it is asked for.
import type { OwnMessage, OwnWordsPort } from '@vitrine/core/own-words';
import type { Room } from './room.js';

/** The viewer's own words; they live in this page as long as it does. */
export function ownWordsPort(room: Room, life: AbortSignal): OwnWordsPort {
  const { stage, chat } = room;
  return {
    async export({ signal }) {
      const asked = await room.interactions();
      return stage.answer(
        () => ({
          messages: [
            ...chat.own.map((message) => ({ message, state: 'shown' as const })),
            ...chat.ownWaiting.map((message) => ({ message, state: 'waiting' as const })),
          ].map(({ message: { id, text, sentAt, at, replyTo }, state }): OwnMessage => ({
            id,
            text,
            sentAt,
            ...(at !== undefined && state === 'shown' && { at }),
            ...(replyTo && { replyTo }),
            state,
          })),
          questions: asked.own,
        }),
        signal,
        life,
      );
    },
    async delete({ signal }) {
      const asked = await room.interactions();
      await stage.answer(
        () => {
          chat.takeBack();
          asked.takeBack();
        },
        signal,
        life,
      );
    },
  };
}
