// SPDX-License-Identifier: MIT
import { newId } from '../../model/index.js';
import type { HistoryPort } from '../history/index.js';
import type { Feature } from '../feature.js';
import { keepTrying } from '../keep-trying.js';
import { laterFeature } from '../later.js';
import { fillSlice } from '../slice.js';
import { isStaff } from '../identity/identity.js';
import type { ChatEvent, ChatMessage, ChatPort, ChatSettings } from './chat.port.js';
import type { ChatState } from './chat.state.js';
import type { Follower } from './replay.js';
import { rowsOf } from './rows.js';

const defaults: ChatSettings = { mode: 'open', slowMode: 0, maximumLength: 200 };

/** Keeps what was said at this viewer's moment. What this viewer says, and what was said in a recording, come later. */
export const chatFeature: Feature = {
  name: 'chat',
  setup(context) {
    const { bus, store, timeline, signal } = context;
    const rows = rowsOf(context);
    let port: ChatPort | undefined;
    let history: HistoryPort | undefined;
    /** What follows a recording, on its way and there. */
    let coming: Promise<void> | null = null;
    let follower: Follower | null = null;

    const set = (patch: Partial<ChatState>): void => store.set('chat', patch);
    const connectWriting = laterFeature({
      name: 'chat',
      first: {
        status: 'loading',
        rows: [],
        total: 0,
        skipped: 0,
        pending: [],
        settings: defaults,
        pinned: null,
        write: 'read-only',
        slowUntil: 0,
        error: null,
      },
      load: async () => (await import('./writing.js')).writingOf(rows),
    }).setup(context);

    const isReplay = (): boolean => store.state.stream.info?.phase === 'replay';

    const show = (messages: readonly ChatMessage[]): void => {
      if (follower && isReplay()) return follower.add(messages.filter((message) => !rows.isRetracted(message)));
      // (What there was before is not said now.)
      if (store.state.chat.status === 'ready') rows.show(messages);
      else rows.add(messages);
    };

    // Hosts' and moderators' words belong to the picture; other viewers' chat is shown as it comes.
    const held = timeline.track<null, ChatMessage>(
      {
        initial: null,
        keeps: 0,
        reduce: () => null,
        changed(_, released) {
          show(released);
        },
      },
      context,
    );

    const judgeWriting = (): void => {
      const { mode } = store.state.chat.settings;
      const { viewer } = store.state.identity;
      const isClosed = !port?.send || isReplay() || (mode === 'read-only' && !isStaff(viewer?.role));
      const isAsked = mode === 'members' && (viewer?.isGuest ?? true);
      set({ write: isClosed ? 'read-only' : isAsked ? 'sign-in' : 'allowed' });
    };

    const take = (items: readonly ChatEvent[]): void => {
      const said: ChatMessage[] = [];
      const tell = (): void => show(said.splice(0));
      for (const item of items) {
        if (item.kind === 'message') {
          const { message } = item;
          const isOwn = store.state.chat.pending.some(({ cid }) => cid === message.cid);
          if (isOwn || isReplay() || message.at === undefined || !isStaff(message.author.role)) said.push(message);
          else {
            tell();
            held.push([message]);
          }
        } else if (item.kind === 'retract') {
          tell();
          rows.retract(item.target);
        } else if (item.kind === 'skipped') {
          set({ skipped: store.state.chat.skipped + item.count });
        } else if (item.kind === 'notice') {
          rows.notices.push(item);
        } else {
          set({ settings: { ...defaults, ...item.settings } });
          judgeWriting();
        }
      }
      tell();
      set({ status: 'ready' });
    };

    const come = async (): Promise<void> => {
      const { followReplay } = await import('./replay.js');
      if (!signal.aborted) follower = followReplay(context, () => history);
    };
    /** Resolves when it is there, or cannot be had now: then the chat is shown as it came, and it is looked for again. */
    const follow = async (): Promise<void> => {
      if (isReplay()) await (coming ??= keepTrying(come, context));
    };

    bus.on('identity:changed', judgeWriting, context);
    bus.on(
      'stream:changed',
      () => {
        judgeWriting();
        void follow();
      },
      context,
    );

    return (ports, failure) => {
      const { chat } = ports;
      port = chat;
      history = ports.history;
      judgeWriting();
      connectWriting?.(ports, failure);
      const options = (): { commandId: string; signal: AbortSignal } => ({ commandId: newId(), signal });
      if (chat?.retract) bus.answer('chat:retract', (target) => chat.retract?.(target, options()), context);
      if (chat?.configure) bus.answer('chat:configure', (patch) => chat.configure?.(patch, options()), context);
      // In a recording nothing is shown before it is known what was said until its moment.
      fillSlice(context, 'chat', chat, failure, (items) => {
        if (isReplay()) void follow().then(() => take(items));
        else take(items);
      });
    };
  },
};
