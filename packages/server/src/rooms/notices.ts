// SPDX-License-Identifier: MIT
import type { EpochMs } from '@vitrine/core';
import type { WireMessage, WireNotice } from '@vitrine/core/wire';
import { mostBytes } from '../gateway/chat-gate.js';
import type { Unnumbered } from '../gateway/control-log.js';
import type { Writer } from '../gateway/writer.js';
import type { Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import { passText } from '../text/gate.js';
import type { RoomRecords } from './room-records.js';

/** What is to stand at the top of the chat: a message of it, words of the staff's own, or, with neither, nothing. */
export interface NoticeCommand {
  readonly message?: string | undefined;
  readonly text?: string | undefined;
  readonly until?: EpochMs | undefined;
}

const longest = 300;
const furthest = 7 * 86_400_000;

function checkUntil(until: EpochMs | undefined, now: EpochMs): EpochMs | undefined {
  if (until === undefined || (until > now && until <= now + furthest)) return until;
  throw new Refusal('BAD_INPUT', 'It would not stand there, or for too long.', {
    field: 'until',
    mend: 'Send milliseconds since 1970 within the next seven days, or nothing: it then stands until it is taken away.',
  });
}

/**
 * The item that puts it there. What a message says is what the room has on record, never what a client sends.
 * @throws {Refusal} `BAD_INPUT`, `MESSAGE_EMPTY`, `MESSAGE_TOO_LONG`
 */
export function noticeOf(
  records: Pick<RoomRecords, 'findMessage'>,
  { id: room, stream }: Pick<Writer, 'id' | 'stream'>,
  { message, text, until: wished }: NoticeCommand,
  { subject, name = stream.host.name, role }: Claims,
  now: EpochMs,
): Unnumbered {
  if (message !== undefined && text !== undefined)
    throw new Refusal('BAD_INPUT', 'A message, or words of your own?', { field: 'text', mend: 'Send one of the two.' });
  const until = checkUntil(wished, now);
  const put = (notice: WireNotice): Unnumbered => ({
    op: 'notice',
    notice: { ...notice, ...(until === undefined ? {} : { until }) },
  });
  if (text !== undefined) {
    const author: WireMessage['u'] = { id: subject, n: name, r: role };
    return put({ u: author, x: passText(text, { graphemes: longest, bytes: mostBytes }), t: now });
  }
  if (message === undefined) return { op: 'notice' };
  const found = records.findMessage(room, message);
  // (The room's own words about an order are nobody's, and say what somebody has bought.)
  if (found && found.y !== 'o') return put({ i: found.i, u: found.u, x: found.x, t: found.t });
  throw new Refusal('BAD_INPUT', 'The chat has no such message.', {
    field: 'message',
    mend: 'Send the id of a message that has been said and is not retracted.',
  });
}
