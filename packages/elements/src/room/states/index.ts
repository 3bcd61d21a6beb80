// SPDX-License-Identifier: MIT
import type { EpochMs, ErrorCode, StreamInfo, VitrineError } from '@vitrine/core';
import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { formatDay, formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import { calendarPlusIcon, circleAlertIcon, messageCircleIcon, videoOffIcon } from './icons.js';
import { words, type Strings } from '../../shared/localize.js';
import { english } from './states.strings.js';
import { listStyles } from './list.styles.js';
import { Retried } from './retried.js';
import { stateStyles } from './states.styles.js';
import type { View } from '../view.js';

type StateWords = Strings<typeof english>;

export const styles: readonly CSSResult[] = [stateStyles, listStyles];

const say = (view: View): StateWords => words('states', english, view.locale, view.again);

/** What is said over the picture while there is none: what happened, what happens next, what can be done now. */
export function veil(view: View): TemplateResult | typeof nothing {
  const { show, info } = view;
  if (!info) return show === 'refused' ? refused(view) : nothing;
  if (show === 'upcoming') return upcoming(view, info);
  if (show === 'recovering') return recovering(view);
  if (show === 'interrupted') return interrupted(view, info);
  if (show === 'paused') return pausedByHost(view, info);
  // Where there is a list the same is said above it.
  if (view.isList) return show === 'ended' ? ending(view, info) : nothing;
  if (show === 'ended') return wrapped(ended(view, info));
  return show === 'unplayable' ? wrapped(notice(view)) : nothing;
}

const wrapped = (content: TemplateResult): TemplateResult =>
  html`<div class="veil blurred"><div class="state">${content}</div></div>`;

/** What a show to come has beside its countdown. */
const more = new Retried(() => import('../upcoming/index.js'));

/** The room whose show could not be handed to the calendar. */
let refusedFor: string | null = null;

async function addToCalendar({ roomId, again }: View, title: string, startsAt: EpochMs): Promise<void> {
  refusedFor = null;
  again();
  try {
    (await more.fetch()).addToCalendar(roomId, title, startsAt);
  } catch {
    refusedFor = roomId;
    again();
  }
}

function upcoming(view: View, { title, startsAt, trailer }: StreamInfo): TemplateResult {
  const { locale, now } = view;
  const text = say(view);
  more.consider();
  return html`<div class="veil">
    ${trailer ? html`<vitrine-trailer src=${trailer} motion=${view.isStill ? 'off' : 'auto'}></vitrine-trailer>` : nothing}
    <div class="state upcoming">
      <p class="big"><bdi>${title}</bdi></p>
      ${
        startsAt === undefined
          ? nothing
          : html`<p>${text.yourTime(formatDay(startsAt, locale))}</p>
            ${countdown(startsAt - now, text, locale)}`
      }
      <vitrine-reminder></vitrine-reminder>
      ${
        startsAt === undefined
          ? nothing
          : html`<button class="button white" @click=${() => void addToCalendar(view, title, startsAt)}>
              ${icon(calendarPlusIcon, 18)} ${text.addToCalendar}
            </button>
            <p role="status">${refusedFor === view.roomId ? view.words.failed : nothing}</p>`
      }
    </div>
  </div>`;
}

function countdown(left: number, text: StateWords, locale: string): TemplateResult {
  if (left <= 0) return html`<p class="soon">${text.anyMoment}</p>`;
  const seconds = Math.floor(left / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), text.days],
    [Math.floor(seconds / 3600) % 24, text.hours],
    [Math.floor(seconds / 60) % 60, () => text.minutes],
    [seconds % 60, () => text.seconds],
  ] as const;
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  // A clock that is read out each second would be a plague: a reader finds it, and is not told of every tick.
  return html`<div class="countdown numbers" role="timer" aria-live="off">
    ${parts.map(([value, unit]) => html`<span class="cell"><b>${two.format(value)}</b> <small>${unit(value)}</small></span>`)}
  </div>`;
}

function recovering(view: View): TemplateResult {
  const { locale, player, actions } = view;
  const text = say(view);
  const wait = player?.retryAt ? Math.max(0, Math.ceil((player.retryAt - Date.now()) / 1000)) : 0;
  return wrapped(html`
    <span class="spinner"></span>
    <p class="medium">${text.findingShow}</p>
    <p>${text.connectionDropped} ${wait > 0 ? text.tryingIn(formatNumber(wait, locale)) : nothing}</p>
    ${player?.retry ? html`<button class="button glass" @click=${actions.retryVideo}>${text.tryNow}</button>` : nothing}
  `);
}

function interrupted(view: View, { host, graceUntil }: StreamInfo): TemplateResult {
  const text = say(view);
  return wrapped(html`
    ${portrait(host)}
    <p class="medium">${graceWords(graceUntil, view, text)}</p>
    <p>${text.signalDropped(host.name)}</p>
    ${chatOpen(view)}
  `);
}

function graceWords(graceUntil: EpochMs | undefined, { now, locale }: View, text: StateWords): string {
  const minutes = graceUntil === undefined ? 0 : Math.ceil((graceUntil - now) / 60_000);
  return minutes > 0 ? text.backWithin(minutes, formatNumber(minutes, locale)) : text.backUnknown;
}

function pausedByHost(view: View, { host }: StreamInfo): TemplateResult {
  const text = say(view);
  return wrapped(html`
    ${portrait(host)}
    <p class="medium">${text.shortBreak}</p>
    <p>${text.rightBack(host.name)}</p>
    ${chatOpen(view)}
  `);
}

function chatOpen(view: View): TemplateResult | typeof nothing {
  return view.hasChat ? html`<p class="aside">${icon(messageCircleIcon, 16)} ${say(view).chatOpen}</p>` : nothing;
}

function portrait({ avatar }: StreamInfo['host']): TemplateResult | typeof nothing {
  return avatar ? html`<img class="portrait" src=${avatar} alt="" width="64" height="64" />` : nothing;
}

// On what is left of the picture above the list.
const ending = ({ words: text }: View, { title }: StreamInfo): TemplateResult =>
  html`<div class="ending">
    <p class="big ellipsis"><bdi>${title}</bdi></p>
    <p>${text.showEnded}</p>
  </div>`;

/** The show is over; its goods are not. */
export function ended(view: View, { title }: StreamInfo): TemplateResult {
  return html`<p class="big"><bdi>${title}</bdi></p>
    <p>${view.words.showEnded}</p>
    <p>${say(view).everythingBelow}</p>`;
}

/** The video will not play; everything else goes on. */
export function notice(view: View): TemplateResult {
  const { words: own, actions, player } = view;
  const text = say(view);
  return html`<div class="notice">
    ${icon(videoOffIcon)}
    <div>
      <p class="strong">${own.unplayable}</p>
      <p class="quiet">${text.everythingBelow}</p>
      <p class="ways">
        ${player?.retry ? html`<button class="way" @click=${actions.retryVideo}>${own.tryAgain}</button>` : nothing}
        <a class="way" href=${location.href} target="_blank" rel="noopener">${text.openInTab}</a>
      </p>
    </div>
  </div>`;
}

/** Above the products, where they take the place of the picture. */
export function listHead(view: View): TemplateResult {
  const { info, show } = view;
  return html`<div class="listhead">
    ${show === 'ended' ? nothing : html`<h2 class="ellipsis" part="title"><bdi>${info?.title ?? view.words.products}</bdi></h2>`}
    ${show === 'unplayable' ? notice(view) : nothing}
    ${show === 'ended' ? html`<p class="quiet">${say(view).everythingBelow}</p>` : nothing}
  </div>`;
}

/** The room cannot be had: why, in words by code, and a way on. What the page put inside the element stands below. */
function refused(view: View): TemplateResult {
  const { words: own, actions } = view;
  const error = view.error ?? view.state?.connection.error ?? null;
  const [title, text] = refusalWords(error, say(view));
  return html`<div class="refusal">
    ${icon(circleAlertIcon, 24)}
    <p class="medium">${title}</p>
    <p class="quiet">${text}</p>
    <button class="button" @click=${actions.retry}>${own.tryAgain}</button>
  </div>`;
}

const session: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'TOKEN_EXPIRED',
  'TOKEN_INVALID',
  'AUTH_REQUIRED',
  'FORBIDDEN',
]);
const network: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'NETWORK',
  'OFFLINE',
  'TIMEOUT',
  'SERVER_ERROR',
  'RATE_LIMITED',
]);
const setup: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'MISCONFIGURED',
  'PORT_CONFLICT',
  'BAD_URL',
  'VERSION_MISMATCH',
]);

function refusalWords(error: VitrineError | null, text: StateWords): readonly [string, string] {
  const code = error?.code ?? 'UNKNOWN';
  if (code === 'ROOM_NOT_FOUND') return [text.goneTitle, text.goneText];
  if (session.has(code)) return [text.sessionTitle, text.sessionText];
  if (network.has(code)) return [text.networkTitle, text.networkText];
  if (setup.has(code)) return [text.setupTitle, text.setupText];
  return [text.otherTitle, text.otherText];
}
