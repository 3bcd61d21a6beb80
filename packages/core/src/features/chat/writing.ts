// SPDX-License-Identifier: MIT
// What this viewer says, until the back end has it, and the pace at which they read. A chunk of its own: nobody writes
// before the first picture.
import { pause } from '../../adapter/index.js';
import { countGraphemes, newId, toVitrineError, VitrineError, type Ms } from '../../model/index.js';
import type { Feature } from '../feature.js';
import { isStaff } from '../identity/identity.js';
import type {} from '../own-words/index.js';
import type { ChatMessage, ChatPort } from './chat.port.js';
import type { PendingMessage } from './chat.state.js';
import { outboxOf, staleAfter } from './outbox.js';
import { pace } from './pacer.js';
import { noticesOf } from './pinning.js';
import type { Rows } from './rows.js';
import { offerStickers, safeSticker } from './stickers.js';

/** What was not answered is sent again after so long. */
const again: Ms = 5000;

/** The writing half of the chat's feature, for the rows of a room. */
export function writingOf(rows: Rows): Feature {
  return {
    name: 'chat',
    setup(context) {
      const { bus, store, clock, signal } = context;
      const outbox = outboxOf(context);
      pace(rows, context);
      const connectNotices = noticesOf(rows, context);
      let port: ChatPort | undefined;
      const isUp = (): boolean => store.state.connection.status === 'connected';

      const deliver = async ({ error: _mended, ...message }: PendingMessage): Promise<void> => {
        const { cid, text, replyTo, sticker } = message;
        outbox.put({ ...message, state: 'sending' });
        try {
          if (!port?.send) throw new VitrineError('CHAT_READ_ONLY', '');
          const words = sticker ? { text: '', sticker: sticker.id } : { text };
          const { id } = await port.send({ cid, ...words, ...(replyTo && { replyTo: replyTo.id }) }, { signal });
          const { viewer } = store.state.identity;
          // The row may be a tick behind its acknowledgement; the reader must not see the message go and come.
          if (outbox.remove(cid) && viewer) {
            const author = { id: viewer.id, name: viewer.name ?? '', role: viewer.role };
            const more = { ...(replyTo && { replyTo }), ...(sticker && { sticker }) };
            rows.add([{ id, cid, author, text, sentAt: clock.now(), ...more }]);
          }
          const { slowMode } = store.state.chat.settings;
          if (slowMode > 0 && !isStaff(viewer?.role)) store.set('chat', { slowUntil: clock.now() + slowMode });
          bus.emit('chat:sent', { cid, id });
        } catch (thrown) {
          const error = toVitrineError(thrown, 'NETWORK');
          const pending = outbox.find(cid);
          // Its own row has come meanwhile: the back end has it, only the answer was lost.
          if (!pending || signal.aborted) return;
          const isSlow = error.code === 'SLOW_MODE';
          if (isSlow) store.set('chat', { slowUntil: clock.now() + (error.retryAfter ?? 0) });
          const waits = error.retryable && !isSlow && error.code !== 'RATE_LIMITED';
          outbox.put({ ...pending, state: waits ? 'waiting' : 'failed', error });
          bus.emit('chat:refused', { cid, error });
          // The line may stand, and only the answer be lost: nothing else would have it sent again.
          if (waits && isUp()) pause(again, signal).then(resend, () => undefined);
        }
      };

      const resend = (): void => {
        for (const message of store.state.chat.pending) {
          if (message.state !== 'waiting') continue;
          if (clock.now() - message.since > staleAfter) outbox.put({ ...message, state: 'stale' });
          else void deliver(message);
        }
      };

      const known = (pending: PendingMessage | undefined): PendingMessage => {
        if (pending) return pending;
        throw new VitrineError('BAD_INPUT', '', { field: 'cid' });
      };

      bus.answer(
        'chat:send',
        async ({ text, replyTo, sticker }) => {
          const said = (sticker?.label ?? text).trim();
          const { write, slowUntil, settings } = store.state.chat;
          const wait = slowUntil - clock.now();
          if (!said) throw new VitrineError('MESSAGE_EMPTY', '', { field: 'text' });
          if (write === 'read-only') throw new VitrineError('CHAT_READ_ONLY', '');
          if (!sticker && countGraphemes(said) > settings.maximumLength) {
            throw new VitrineError('MESSAGE_TOO_LONG', '', { field: 'text', params: { max: settings.maximumLength } });
          }
          if (wait > 0) throw new VitrineError('SLOW_MODE', '', { retryAfter: wait });
          // (What waits is not dropped for what comes.)
          if (outbox.isFull) throw new VitrineError('OFFLINE', '');
          // A login in between does not lose the message: the very send goes on when the viewer is known.
          if (write === 'sign-in') await bus.request('identity:require', { reason: 'chat' });
          const cid = newId();
          const more = { ...(replyTo && { replyTo }), ...(sticker && { sticker: safeSticker(sticker) }) };
          void deliver({ cid, text: said, since: clock.now(), state: 'sending', ...more });
          return { cid };
        },
        context,
      );
      bus.answer('chat:retry', ({ cid }) => void deliver({ ...known(outbox.find(cid)), since: clock.now() }), context);
      bus.answer('chat:discard', ({ cid }) => void known(outbox.remove(cid)), context);
      const isAnother = ({ author }: ChatMessage): boolean => {
        const { viewer } = store.state.identity;
        return viewer !== null && author.id !== viewer.id;
      };
      bus.on(
        'chat:received',
        // (Two viewers may have made the same client id.)
        ({ messages }) => messages.forEach((message) => isAnother(message) || outbox.remove(message.cid)),
        context,
      );
      // (What waits for a word of the staff stands on this page alone, and nobody is told that it goes.)
      const takeBack = (): void => {
        const { viewer } = store.state.identity;
        if (viewer) rows.retract({ kind: 'author', id: viewer.id, until: clock.now() });
      };
      bus.on('own-words:deleted', takeBack, context);
      bus.on('room:reconnected', resend, context);
      // (Who was quick has written before there was a line at all.)
      store.select(isUp, () => isUp() && resend(), context);

      return (ports, failure) => {
        const { chat } = ports;
        port = chat;
        connectNotices(ports, failure);
        if (!chat) return;
        offerStickers(chat, context);
        if (chat.report) {
          const report = chat.report.bind(chat);
          bus.answer('chat:report', ({ id, ...why }) => report(id, { ...why, commandId: newId(), signal }), context);
        }
        resend();
      };
    },
  };
}
