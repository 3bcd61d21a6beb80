// SPDX-License-Identifier: MIT
import { withSafeUrl, type Ms } from '../../model/index.js';
import type { FeatureContext } from '../feature.js';
import type { ChatMessage, RetractTarget } from './chat.port.js';

export const mostRows = 500;
const mostRemembered = 4000;
const tombstoneFor: Ms = 600_000;
const longestText = 2000;
const longestName = 64;

/** A back end that does not bound its texts must not fill the page, nor choose what the page may load. */
export function bounded(message: ChatMessage): ChatMessage {
  const { text, author } = message;
  return {
    ...message,
    text: text.slice(0, longestText),
    author: { ...withSafeUrl(author, 'avatar', 'image'), name: author.name.slice(0, longestName) },
  };
}

export type Rows = ReturnType<typeof rowsOf>;

/** The rows of the chat's slice: the newest messages, each once, and none that was retracted before or after it came. */
export function rowsOf({ bus, store }: FeatureContext) {
  const known = new Set<string>();
  const tombstones = new Map<string, number>();
  const received: ChatMessage[] = [];

  const isRetracted = ({ id, author }: ChatMessage): boolean =>
    [`message ${id}`, `author ${author.id}`].some((key) => (tombstones.get(key) ?? 0) > performance.now());

  /** Tells of the rows that were added since it was called last. */
  const tell = (): void => {
    if (received.length > 0) bus.emit('chat:received', { messages: received.splice(0) });
  };

  return {
    tell,
    isRetracted,
    add(message: ChatMessage): void {
      if (known.has(message.id) || isRetracted(message)) return;
      // A set keeps the order in which it was filled.
      const [oldest = ''] = known.add(message.id);
      if (known.size > mostRemembered) known.delete(oldest);
      const row = bounded(message);
      const { rows, total } = store.state.chat;
      store.set('chat', { rows: [...rows, row].slice(-mostRows), total: total + 1 });
      received.push(row);
    },
    /** Takes rows away now, and keeps those that come later away for ten minutes. */
    retract(target: RetractTarget): void {
      tell();
      const isAll = target.kind === 'all';
      if (!isAll) tombstones.set(`${target.kind} ${target.id}`, performance.now() + tombstoneFor);
      store.set('chat', { rows: store.state.chat.rows.filter((row) => !isAll && !isRetracted(row)) });
      bus.emit('chat:retracted', target);
    },
  };
}
