// SPDX-License-Identifier: MIT
import { withSafeUrl, type Ms } from '../../model/index.js';
import type { FeatureContext } from '../feature.js';
import { isAimed } from './aimed.js';
import type { ChatMessage, NoticeEvent, Retraction } from './chat.port.js';

export const mostRows = 500;
const mostRemembered = 4000;
const tombstoneFor: Ms = 600_000;
const longestText = 2000;
const longestName = 64;

/** A back end that does not bound its texts must not fill the page, nor choose what the page may load. */
export function bounded<T extends Pick<ChatMessage, 'text' | 'author' | 'sticker'>>(message: T): T {
  const { text, author, sticker } = message;
  return {
    ...message,
    text: text.slice(0, longestText),
    author: { ...withSafeUrl(author, 'avatar', 'image'), name: author.name.slice(0, longestName) },
    ...(sticker && { sticker: withSafeUrl(sticker, 'url', 'image') }),
  };
}

/** Takes in what is told of the top of the chat. */
export interface NoticeSink {
  push(item: NoticeEvent): unknown;
}

export type Rows = ReturnType<typeof rowsOf>;

/** The rows of the chat's slice: the newest messages, each once, and none that was retracted before or after it came. */
export function rowsOf({ bus, store }: FeatureContext) {
  const known = new Set<string>();
  /** What is kept away, and for how long. */
  const tombstones = new Map<string, readonly [target: Retraction, over: number]>();

  // (Asked thousands of times a second.)
  const isRetracted = (message: ChatMessage): boolean =>
    tombstones.size > 0 &&
    [`message ${message.id}`, `author ${message.author.id}`].some((key) => {
      const [target, over = 0] = tombstones.get(key) ?? [];
      return target && over > performance.now() && isAimed(target, message);
    });

  const isNew = (message: ChatMessage): boolean => !known.has(message.id) && !isRetracted(message);

  const add = (messages: readonly ChatMessage[]): void => {
    // A set keeps the order in which it was filled.
    const come = messages.filter((message) => isNew(message) && known.add(message.id)).map(bounded);
    for (const id of known) {
      if (known.size <= mostRemembered) break;
      known.delete(id);
    }
    if (come.length === 0) return;
    const { rows, total } = store.state.chat;
    store.set('chat', { rows: [...rows, ...come].slice(-mostRows), total: total + come.length });
    bus.emit('chat:received', { messages: come });
  };

  return {
    isRetracted,
    isNew,
    /** Adds rows and tells of them. */
    add,
    /** Shows what was said just now, at a pace that can be read once the pacer is there. */
    show: add,
    /** Where goes what is told of the top of the chat: kept as it came, until who follows it takes its place. */
    notices: [] as NoticeEvent[] | NoticeSink,
    /** Takes rows away now, and keeps those that come later away for ten minutes. */
    retract(target: Retraction): void {
      if (target.kind !== 'all')
        tombstones.set(`${target.kind} ${target.id}`, [target, performance.now() + tombstoneFor]);
      store.set('chat', { rows: store.state.chat.rows.filter((row) => !isAimed(target, row)) });
      bus.emit('chat:retracted', target);
    },
  };
}
