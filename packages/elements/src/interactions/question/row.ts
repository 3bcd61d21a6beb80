// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatClock, formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import type { Strings } from '../../shared/localize.js';
import { chevronUpIcon, lockIcon, playIcon } from './icons.js';
import type { english } from './question.strings.js';
import type { Question } from './schema.js';

/** What rows are drawn from besides the question. */
export interface RowView {
  readonly words: Strings<typeof english>;
  readonly locale: string;
  /** Whether this viewer may vote now. */
  readonly canVote: boolean;
  /** When the show began, where the player can go to a moment of it. */
  readonly since: number | null;
  vote(question: Question): void;
  seek(to: number): void;
}

function vote(question: Question, { words: text, locale, canVote, vote: press }: RowView): TemplateResult {
  const { id, votes, isWanted, isOwn, isPrivate, verdict } = question;
  const number = html`<span class="numbers">${formatNumber(votes, locale)}</span>`;
  const spoken = text.votes(votes, formatNumber(votes, locale));
  if (!canVote || isOwn || isPrivate || verdict !== 'open') {
    return html`<span class="vote still" part="votes">
      <span aria-hidden="true">${number}</span><span class="visually-hidden">${spoken}</span>
    </span>`;
  }
  return html`<button
    type="button"
    class="vote"
    part="vote"
    aria-pressed=${isWanted ? 'true' : 'false'}
    aria-label=${`${text.vote}, ${spoken}`}
    aria-describedby=${`text-${id}`}
    @click=${() => press(question)}
  >
    ${icon(chevronUpIcon, 18)} ${number}
  </button>`;
}

function answer(
  { verdict, settledAt, isOwn }: Question,
  { words: text, since, seek }: RowView,
): TemplateResult | typeof nothing {
  if (verdict === 'dismissed' && isOwn) return html`<p class="verdict">${text.passed}</p>`;
  if (verdict !== 'answered') return nothing;
  if (since === null || settledAt < since) return html`<p class="verdict">${text.answered}</p>`;
  return html`<button type="button" class="verdict link numbers" part="answered" @click=${() => seek(settledAt)}>
    ${icon(playIcon, 14)} ${text.answeredAt(formatClock(settledAt - since))}
  </button>`;
}

/** One question: what, whose, what has become of it, and how many want it answered. */
export function row(question: Question, view: RowView): TemplateResult {
  const { id, text, author, isOwn, isPrivate } = question;
  const { words: say } = view;
  return html`<li class="row" part="row" data-id=${id}>
    <div class="what">
      <p class="text" part="text" id=${`text-${id}`}><bdi>${text}</bdi></p>
      <p class="by">
        ${isOwn ? html`<span class="tag">${say.you}</span>` : html`<bdi>${author.name}</bdi>`}
        ${isPrivate ? html`<span class="tag">${icon(lockIcon, 14)} ${say.private}</span>` : nothing}
      </p>
      ${answer(question, view)}
    </div>
    ${vote(question, view)}
  </li>`;
}
