// SPDX-License-Identifier: MIT
import { isStaff, type ErrorCode, type RoomState } from '@vitrine/core';
import { html, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.js';
import { circleAlertIcon, lockIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import type { ConsoleWords } from './console.strings.js';

/** Why the console is not shown. */
export type Closed = 'connecting' | 'viewer' | 'expired' | 'gone' | 'unreachable';

export function closedOf(state: Readonly<RoomState> | null): Closed | null {
  if (!state) return 'connecting';
  const { connection, identity, catalog } = state;
  if (connection.status === 'failed') {
    const code = connection.error?.code;
    if (code === 'TOKEN_EXPIRED' || code === 'TOKEN_INVALID' || code === 'AUTH_REQUIRED') return 'expired';
    if (code === 'ROOM_NOT_FOUND') return 'gone';
    return code === 'FORBIDDEN' ? 'viewer' : 'unreachable';
  }
  if (connection.ports.length === 0) return 'connecting';
  if (identity.viewer) return isStaff(identity.viewer.role) ? null : 'viewer';
  // A back end that knows nobody may still let this page pin: then it has decided so.
  if (!connection.ports.includes('identity')) return catalog.canPin ? null : 'viewer';
  return 'connecting';
}

/** What stands in the console's place, and what can be done about it. */
export function closed(reason: Closed, words: Strings<ConsoleWords>): TemplateResult {
  if (reason === 'connecting') {
    return html`<div class="closed" role="status"><span class="spinner"></span><p>${words.connecting}</p></div>`;
  }
  const [title, way] = {
    viewer: [words.hostOnly, words.hostOnlyWay],
    expired: [words.expired, words.expiredWay],
    gone: [words.gone, words.goneWay],
    unreachable: [words.unreachable, words.unreachableWay],
  }[reason];
  return html`<div class="closed" part="notice">
    ${icon(reason === 'viewer' ? lockIcon : circleAlertIcon, 24)}
    <h1>${title}</h1>
    <p>${way}</p>
  </div>`;
}

/** Why something was refused, in our words. */
export function refusalWords(code: ErrorCode, words: Strings<ConsoleWords>): string {
  if (code === 'FORBIDDEN' || code === 'AUTH_REQUIRED' || code === 'TOKEN_EXPIRED' || code === 'TOKEN_INVALID')
    return words.forbidden;
  if (code === 'OFFLINE' || code === 'NETWORK' || code === 'TIMEOUT') return words.offline;
  return code === 'RATE_LIMITED' ? words.hurried : words.failed;
}
