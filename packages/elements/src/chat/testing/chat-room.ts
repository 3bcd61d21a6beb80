// SPDX-License-Identifier: MIT
import type {
  ChatDraft,
  ChatEvent,
  ChatMessage,
  ChatSettings,
  Ports,
  RetractTarget,
  Room,
  Sticker,
  Viewer,
} from '@vitrine/core';
import { feed, testRoom } from '../../shared/testing/index.js';

let rooms = 0;

/** A room with a chat whose other side is played by hand. */
export interface ChatRoom {
  readonly room: Room;
  /** What this viewer has sent, in order. */
  readonly drafts: ChatDraft[];
  readonly retracted: RetractTarget[];
  push(...events: ChatEvent[]): void;
  /** Somebody says something. */
  say(name: string, text: string, more?: Partial<ChatMessage>): string;
  /** So many messages at once; of the first ones all are shown, as what was said before. */
  flood(count: number): void;
  setStatus(status: 'connected' | 'reconnecting'): void;
}

export interface ChatRoomOptions {
  readonly id?: string;
  readonly settings?: Partial<ChatSettings>;
  /** Default: Anna, who is signed in. */
  readonly viewer?: Viewer;
  /** What becomes of a message; default: the back end has it, and its row comes. */
  readonly send?: ((draft: ChatDraft) => Promise<{ id: string }>) | null;
  readonly require?: () => Promise<Viewer>;
  readonly rename?: (name: string) => Promise<Viewer>;
  readonly ports?: Partial<Ports>;
  /** What the back end offers beyond reading, writing and removing. */
  readonly chat?: Partial<Ports['chat']>;
  /** Which stickers there are; default: the back end has none. */
  readonly stickers?: readonly Sticker[];
  /** Nothing comes from the back end before the test says so. */
  readonly isSilent?: boolean;
}

export const anna: Viewer = { id: 'anna', name: 'Anna', role: 'viewer', isGuest: false };
export const guest: Viewer = { id: 'guest', role: 'viewer', isGuest: true };
export const moderator: Viewer = { id: 'ida', name: 'Ida', role: 'moderator', isGuest: false };

export async function chatRoom(options: ChatRoomOptions = {}): Promise<ChatRoom> {
  const events = feed<ChatEvent>();
  const drafts: ChatDraft[] = [];
  const retracted: RetractTarget[] = [];
  let count = 0;
  let setStatus: ChatRoom['setStatus'] = () => undefined;
  const { viewer = anna, stickers = [] } = options;
  const settings = { mode: 'open', slowMode: 0, maximumLength: 200, ...options.settings } as const;
  const early: ChatEvent[] = options.isSilent ? [] : [{ kind: 'settings', settings }];
  const push = (...more: readonly ChatEvent[]): void => {
    const all = [...early.splice(0), ...more];
    if (all.length > 0) events.push(...all);
  };
  const said = (name: string, text: string, more: Partial<ChatMessage> = {}): ChatMessage => {
    const id = more.id ?? `m${++count}`;
    const sentAt = 1_795_000_000_000 + count * 1000;
    return { author: { id: name, name, role: 'viewer' }, text, sentAt, ...more, id };
  };
  const say: ChatRoom['say'] = (...words) => {
    const message = said(...words);
    push({ kind: 'message', message });
    return message.id;
  };
  const echo = async ({ cid, text, sticker: wanted }: ChatDraft): Promise<{ id: string }> => {
    const id = `own-${cid}`;
    const author = { id: viewer.id, name: viewer.name ?? '', role: viewer.role };
    const sticker = wanted === undefined ? undefined : stickers.find((one) => one.id === wanted);
    say(author.name, sticker?.label ?? text, { id, cid, author, ...(sticker && { sticker }) });
    return { id };
  };
  const send = options.send === undefined ? echo : options.send;
  const ports: Partial<Ports> = {
    chat: {
      subscribe: events.subscribe,
      ...(send && {
        send: (draft) => {
          drafts.push(draft);
          return send(draft);
        },
      }),
      retract: async (target) => {
        retracted.push(target);
        push({ kind: 'retract', target });
      },
      ...(options.stickers && { stickers: async () => stickers }),
      ...options.chat,
    },
    identity: {
      current: async () => viewer,
      ...(options.require && { require: options.require }),
      ...(options.rename && { rename: options.rename }),
    },
    ...options.ports,
  };
  const room = await testRoom(ports, {
    id: options.id ?? `chat-${++rooms}`,
    adapter: {
      name: 'test',
      connect: async (context) => {
        setStatus = (status) => context.setStatus(status);
        return ports;
      },
    },
  });
  // With what the test says first, or by itself.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    push();
  };
  port2.postMessage(null);
  return {
    room,
    drafts,
    retracted,
    push,
    say,
    flood(number) {
      const messages = Array.from({ length: number }, (_, index) => said(`Viewer ${index}`, `message ${index}`));
      push(...messages.map((message) => ({ kind: 'message', message }) as const));
    },
    setStatus: (status) => setStatus(status),
  };
}
