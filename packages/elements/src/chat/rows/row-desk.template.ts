// SPDX-License-Identifier: MIT
import type { ChatState, RoomState } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import type { Strings } from '../../shared/localize.js';
import type { DeskWords } from '../desk.strings.js';
import type { ListView } from '../list-view.js';
import { sentence } from '../sentence.js';
import type { Entry } from '../visible-rows.js';
import type { RowsWords } from './rows.strings.js';
import { arrowDownIcon, circleAlertIcon, messageCircleIcon, wifiOffIcon } from './icons.js';

type Words = Strings<DeskWords>;
type Template = TemplateResult | typeof nothing;

export const rowButton = (action: string, label: unknown): TemplateResult =>
  html`<button type="button" class="act" data-do=${action}>${label}</button>`;

export type RowButton = typeof rowButton;

/** In place of words that are gone. */
export const lost = (text: string): TemplateResult => html`<span class="text removed">${text}</span>`;

/** What becomes of a message that is not confirmed, and what its writer can do. */
export function fate({ pending }: Entry, send: string, words: Words, reason: string): Template {
  if (!pending) return nothing;
  const { state } = pending;
  if (state === 'sending') {
    return html`<span class="spinner later"></span><span class="visually-hidden">${words.sending}</span>`;
  }
  if (state === 'waiting') return html`<div class="fate">${icon(wifiOffIcon, 14)}<span>${words.waiting}</span></div>`;
  const isStale = state === 'stale';
  return html`<div class="fate ${isStale ? '' : 'failed'}">
      ${icon(circleAlertIcon, 14)}<span>${isStale ? words.stale : reason}</span>
    </div>
    <div class="acts">
      ${rowButton('retry', isStale ? send : words.retry)} ${rowButton('discard', words.discard)}
    </div>`;
}

/** The way back to the newest rows, with how many there are. */
export function jumpChip(list: ListView, { rows }: ChatState, words: Words, locale: string): Template {
  const { isFollowing, isAway } = list;
  // (The last 0 of them would be all.)
  const late = list.newCount > 0 ? rows.slice(-list.newCount) : [];
  const newCount = list.newCount - late.filter(list.hides).length;
  if (isFollowing || (!isAway && newCount === 0)) return nothing;
  const label = newCount > 0 ? words.jump(newCount, formatNumber(newCount, locale)) : words.newest;
  return html`<div class="float end">
    <button type="button" class="pill numbers" part="jump" @click=${() => list.follow()}>
      ${icon(arrowDownIcon, 14)}${label}
    </button>
  </div>`;
}

/** Says quietly that the room reconnects, or how much is left out: over the rows, which do not move. */
export function overTop({ chat, connection }: Readonly<RoomState>, words: Words, crowd: Template = nothing): Template {
  const isAway = connection.status === 'reconnecting' && /^(loading|ready)$/.test(chat.status);
  const said = isAway ? html`<span class="pill quiet" part="status">${words.reconnecting}</span>` : crowd;
  return said === nothing ? nothing : html`<div class="float top">${said}</div>`;
}

/** There is no chat, or it cannot be had. */
export function away({ status }: ChatState, words: Strings<RowsWords>): Template {
  if (status === 'absent') return html`<p class="message">${words.absent}</p>`;
  return html`<p class="message" role="status"><strong>${words.failed}</strong> ${words.failedWay}</p>`;
}

/** The chat of a recording before anybody had said anything. */
export function silence(text: string): TemplateResult {
  return html`<p class="message late">${text}</p>`;
}

/** While nobody has said anything: whom to greet, and two ready sentences. */
export function greeting(
  words: Strings<RowsWords>,
  hostName: string | undefined,
  say: (text: string) => void,
): TemplateResult {
  const quick = [words.quickHello, words.quickQuestion];
  return html`<slot name="empty"
    ><div class="empty">
      <div class="greet">
        <span>
          ${icon(messageCircleIcon, 18)}<span>${hostName ? sentence(words.hello, hostName) : words.helloAll}</span>
        </span>
      </div>
      ${quick.map(
        (text) => html`<button type="button" class="quick" part="quick" @click=${() => say(text)}>${text}</button>`,
      )}
    </div></slot
  >`;
}
