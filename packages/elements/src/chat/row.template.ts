// SPDX-License-Identifier: MIT
import { isOwn, type RoomState } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { replyIcon, shoppingBagIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import type { ChatWords } from './chat.strings.js';
import type { Desk } from './desk.js';
import { sentence } from './sentence.js';
import type { Entry } from './visible-rows.js';

/** What all rows of one rendering share. */
export interface RowView {
  readonly words: Strings<ChatWords>;
  readonly locale: string;
  readonly isPanel: boolean;
  readonly openKey: string | null;
  /** Rows that came with the last commit. */
  readonly fresh: ReadonlySet<string>;
  /** Absent for the first moments: what a row has beside its words comes with it. */
  readonly desk: Desk | null;
  readonly state: Readonly<RoomState>;
}

type Template = TemplateResult | typeof nothing;

const segmenter = new Intl.Segmenter();

const firstGrapheme = (name: string): string => {
  const [first] = segmenter.segment(name);
  return first?.segment.toLocaleUpperCase() ?? '';
};

/** A picture in a square, or what stands in its place where there is none, or it cannot be had. */
const picture = (url: string | undefined, alt: string, size: number, instead: string): TemplateResult | string =>
  url
    ? html`<img src=${url} alt=${alt} width=${size} height=${size} loading="lazy" decoding="async" referrerpolicy="no-referrer" /><span
          >${instead}</span
        >`
    : instead;

const avatar = (name: string, url: string | undefined): TemplateResult =>
  html`<span class="avatar" part="avatar" aria-hidden="true">${picture(url, '', 32, firstGrapheme(name))}</span>`;

function tag(role: string, isHost: boolean, words: RowView['words']): Template {
  if (!isHost && role !== 'moderator') return nothing;
  return html`<span class="tag ${isHost ? 'host' : ''}" part="tag">${isHost ? words.host : words.moderator}</span> `;
}

/** One row. Whatever people wrote is text, and stands apart from the direction of what is around it. */
export function rowTemplate(entry: Entry, view: RowView): TemplateResult {
  const { key, message, pending } = entry;
  const { author, text, kind, replyTo, sticker } = message;
  const { words, isPanel, state } = view;
  const desk = view.desk?.rows;
  const isOpen = view.openKey === key;
  const isFresh = view.fresh.has(key) ? 'fresh' : '';
  if (kind === 'order') {
    return html`<div class="row order ${isFresh}" part="row" role="article" tabindex="-1">
      ${icon(shoppingBagIcon, isPanel ? 16 : 14)}<span>${sentence(desk?.ordered(message) ?? words.ordered, author.name, text)}</span>
    </div>`;
  }
  const own = isOwn(message, state);
  const isHost = author.role === 'host' || author.role === 'owner';
  const name = author.name || (own ? words.you : '');
  const classes = ['row', isFresh, isHost && 'by-host', desk?.look(message), pending && 'pending', isOpen && 'open'];
  const said =
    desk?.instead(entry) ??
    html`<bdi class="text ${sticker?.url ? 'sticker' : ''}" part="text">${picture(sticker?.url, text, 96, text)}</bdi>`;
  const context = replyTo
    ? html`<div class="context">${icon(replyIcon, 14, false, true)} <span>${sentence(words.replyTo, replyTo.name)}</span></div>`
    : nothing;
  const head = html`<bdi class="name" part="name">${name}</bdi> `;
  const badge = tag(author.role, isHost, words);
  // The host's face is known even where the chat does not tell it with each message.
  const face = author.avatar ?? (author.role === 'host' ? state.stream.info?.host.avatar : undefined);
  const more = desk?.below(entry, isOpen);
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    part=${own ? 'row own' : isHost ? 'row host' : 'row'}
    role="article"
    tabindex="-1"
  >
    ${
      isPanel
        ? html`${avatar(name, face)}${context}${head}${badge}<span class="time numbers" part="time"
              >${formatTime(message.sentAt, view.locale)}</span
            >${said}${more}`
        : html`${context}${badge}${head}${said}${more}`
    }
  </div>`;
}
