// SPDX-License-Identifier: MIT
import { isOwn, type ChatMessage, type RoomState } from '@vitrine/core';

/** Somebody who can be called. */
export interface Name {
  readonly name: string;
  readonly isHost: boolean;
}

/** A call that is being written: where its "@" stands, and how much of the name there is. */
export interface Call {
  readonly from: number;
  readonly query: string;
}

/** More are not looked through to the one that is meant. */
const most = 5;
/** (No name is longer.) */
const longest = 64;

/** As names are compared: "JOSÉ", in whatever form, is "jose". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The call that ends where the caret stands, given what is before it. An address of mail is none. */
export function callBefore(text: string): Call | null {
  const from = Math.max(text.lastIndexOf('@'), text.lastIndexOf('＠'));
  const query = text.slice(from + 1);
  // (\w is ASCII: in Chinese a call follows the word before it without a space.)
  if (from < 0 || /[\w.+-]$/.test(text.slice(0, from)) || /^\s|\n/.test(query) || query.length > longest) return null;
  return { from, query };
}

/**
 * Who is meant by the beginning, or some other part, of a name: the host first, then those whose name begins so, and of
 * these whoever wrote last. Neither the viewer nor anybody whom they do not read.
 */
export function namesLike(
  query: string,
  state: Readonly<RoomState>,
  isMuted: (message: ChatMessage) => boolean,
): readonly Name[] {
  const wanted = plain(query);
  const { chat, identity } = state;
  const known = new Set(['', identity.viewer?.name]);
  const people = new Set<string>();
  const found: (Name & { readonly rank: number })[] = [];
  for (const message of [...chat.rows].reverse()) {
    const { id, name, role } = message.author;
    if (message.kind === 'order' || people.has(id) || known.has(name) || isOwn(message, state) || isMuted(message))
      continue;
    people.add(id);
    known.add(name);
    const at = plain(name).indexOf(wanted);
    const isHost = role === 'host' || role === 'owner';
    if (at >= 0) found.push({ name, isHost, rank: isHost ? 0 : at === 0 ? 1 : 2 });
  }
  return found.sort((one, other) => one.rank - other.rank).slice(0, most);
}
