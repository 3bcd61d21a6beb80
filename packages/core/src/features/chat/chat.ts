// SPDX-License-Identifier: MIT
import { newId, toVitrineError, VitrineError } from '../../model/index.js';
import type { Feature } from '../feature.js';
import { fillSlice } from '../slice.js';
import { isStaff } from '../identity/identity.js';
import type { ChatEvent, ChatMessage, ChatPort, ChatSettings } from './chat.port.js';
import type { ChatState, PendingMessage } from './chat.state.js';
import { outboxOf, restored, staleAfter } from './outbox.js';
import { rowsOf } from './rows.js';

const defaults: ChatSettings = { mode: 'open', slowMode: 0, maximumLength: 200 };

/** The length a reader counts: an emoji family is one. */
export function countGraphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

/** Keeps what was said at this viewer's moment, and what this viewer says until the back end has it. */
export const chatFeature: Feature = {
  name: 'chat',
  setup(context) {
    const { bus, store, timeline, clock, signal, storage } = context;
    const rows = rowsOf(context);
    const outbox = outboxOf(context);
    let port: ChatPort | undefined;

    const set = (patch: Partial<ChatState>): void => store.set('chat', patch);
    set({
      status: 'loading',
      rows: [],
      total: 0,
      pending: restored(storage, clock.now()),
      settings: defaults,
      write: 'read-only',
      slowUntil: 0,
      error: null,
    });

    // Hosts' and moderators' words belong to the picture; other viewers' chat is shown as it comes.
    const held = timeline.track<null, ChatMessage>(
      {
        initial: null,
        reduce: () => null,
        changed(_, released) {
          released.forEach(rows.add);
          rows.tell();
        },
      },
      context,
    );

    const judgeWriting = (): void => {
      const { mode } = store.state.chat.settings;
      const { viewer } = store.state.identity;
      const isClosed = !port?.send || (mode === 'read-only' && !isStaff(viewer?.role));
      const isAsked = mode === 'members' && (viewer?.isGuest ?? true);
      set({ write: isClosed ? 'read-only' : isAsked ? 'sign-in' : 'allowed' });
    };

    const take = (items: readonly ChatEvent[]): void => {
      for (const item of items) {
        if (item.kind === 'message') {
          const { message } = item;
          const isOwn = outbox.remove(message.cid);
          if (isOwn || message.at === undefined || !isStaff(message.author.role)) rows.add(message);
          else held.push([message]);
        } else if (item.kind === 'retract') {
          rows.retract(item.target);
        } else {
          set({ settings: { ...defaults, ...item.settings } });
          judgeWriting();
        }
      }
      set({ status: 'ready' });
      rows.tell();
    };

    const deliver = async ({ error: _mended, ...message }: PendingMessage): Promise<void> => {
      const { cid, text, replyTo } = message;
      outbox.put({ ...message, state: 'sending' });
      try {
        if (!port?.send) throw new VitrineError('CHAT_READ_ONLY', '');
        const { id } = await port.send({ cid, text, ...(replyTo && { replyTo: replyTo.id }) }, { signal });
        const { viewer } = store.state.identity;
        // The row may be a tick behind its acknowledgement; the reader must not see the message go and come.
        if (outbox.remove(cid) && viewer) {
          const author = { id: viewer.id, name: viewer.name ?? '', role: viewer.role };
          rows.add({ id, cid, author, text, sentAt: clock.now(), ...(replyTo && { replyTo }) });
        }
        rows.tell();
        const { slowMode } = store.state.chat.settings;
        if (slowMode > 0 && !isStaff(viewer?.role)) set({ slowUntil: clock.now() + slowMode });
        bus.emit('chat:sent', { cid, id });
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        const pending = outbox.find(cid);
        // Its own row has come meanwhile: the back end has it, only the answer was lost.
        if (!pending || signal.aborted) return;
        const isSlow = error.code === 'SLOW_MODE';
        if (isSlow) set({ slowUntil: clock.now() + (error.retryAfter ?? 0) });
        const waits = error.retryable && !isSlow && error.code !== 'RATE_LIMITED';
        outbox.put({ ...pending, state: waits ? 'waiting' : 'failed', error });
        bus.emit('chat:refused', { cid, error });
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
      async ({ text, replyTo }) => {
        const said = text.trim();
        const { write, slowUntil, settings } = store.state.chat;
        const wait = slowUntil - clock.now();
        if (!said) throw new VitrineError('MESSAGE_EMPTY', '', { field: 'text' });
        if (write === 'read-only') throw new VitrineError('CHAT_READ_ONLY', '');
        if (countGraphemes(said) > settings.maximumLength) {
          throw new VitrineError('MESSAGE_TOO_LONG', '', { field: 'text', params: { max: settings.maximumLength } });
        }
        if (wait > 0) throw new VitrineError('SLOW_MODE', '', { retryAfter: wait });
        // A login in between does not lose the message: the very send goes on when the viewer is known.
        if (write === 'sign-in') await bus.request('identity:require', { reason: 'chat' });
        const cid = newId();
        void deliver({ cid, text: said, since: clock.now(), state: 'sending', ...(replyTo && { replyTo }) });
        return { cid };
      },
      context,
    );
    bus.answer('chat:retry', ({ cid }) => void deliver({ ...known(outbox.find(cid)), since: clock.now() }), context);
    bus.answer('chat:discard', ({ cid }) => void known(outbox.remove(cid)), context);
    bus.on('identity:changed', judgeWriting, context);
    bus.on('room:reconnected', resend, context);

    return ({ chat }, failure) => {
      port = chat;
      judgeWriting();
      const options = (): { commandId: string; signal: AbortSignal } => ({ commandId: newId(), signal });
      if (chat?.retract) bus.answer('chat:retract', (target) => chat.retract?.(target, options()), context);
      if (chat?.configure) bus.answer('chat:configure', (patch) => chat.configure?.(patch, options()), context);
      if (fillSlice(context, 'chat', chat, failure, take)) resend();
    };
  },
};
