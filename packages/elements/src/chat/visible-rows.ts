// SPDX-License-Identifier: MIT
import type { ChatMessage, ChatState, PendingMessage, Viewer } from '@vitrine/core';

/** One row of the list. A viewer's own message keeps its row, by its client id, from the first key to the echo. */
export interface Entry {
  readonly key: string;
  readonly message: ChatMessage;
  /** Present until the back end has the message. */
  readonly pending?: PendingMessage;
}

/** Which part of the rows is kept when the list is cut, so that it is not cut with every message. */
const kept = 0.7;

const ofCid = (cid: string): string => `c:${cid}`;

function pendingEntry(pending: PendingMessage, viewer: Viewer | null): Entry {
  const author = { id: '', name: '', role: 'viewer', ...viewer } as const;
  return { key: ofCid(pending.cid), message: { ...pending, id: '', author, sentAt: pending.since }, pending };
}

/** What was said, then what this viewer said and nobody has confirmed, each under a key of its own. */
export function entriesOf(chat: ChatState, viewer: Viewer | null, limit: number): readonly Entry[] {
  const keys = new Set<string>();
  const said = chat.rows.slice(-limit).map((message): Entry => {
    // A client id that comes twice is a back end's fault; two rows of one key would be ours.
    const own = message.cid === undefined ? '' : ofCid(message.cid);
    const key = own && !keys.has(own) ? own : `m:${message.id}`;
    keys.add(key);
    return { key, message };
  });
  const unsaid = chat.pending.filter(({ cid }) => !keys.has(ofCid(cid)));
  return [...said, ...unsaid.map((pending) => pendingEntry(pending, viewer))];
}

/** The rows to show after `before`: no more than the limit, and cut by several at once when it is reached. */
export function cut(all: readonly Entry[], before: readonly Entry[], limit: number): readonly Entry[] {
  const [first] = before;
  if (!first) return all.slice(-limit);
  const from = all.findIndex(({ key }) => key === first.key);
  return from >= 0 && all.length - from <= limit ? all.slice(from) : all.slice(-Math.ceil(limit * kept));
}
