// SPDX-License-Identifier: MIT
import type { Ms, VitrineError } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import { playIcon, videoOffIcon } from './icons.js';
import type { Strings } from '../../shared/localize.js';
import { newsAfter } from '../absence.js';
import type { PlayerPhase } from '../phase.js';
import type { sceneStrings } from './scene.strings.js';

export interface OverlayState {
  readonly locale: string;
  readonly phase: PlayerPhase;
  readonly error: VitrineError | null;
  /** How long the picture has been gone. */
  readonly lasted: Ms;
  /** Until the next try; null when none is due. */
  readonly retryIn: Ms | null;
  /** The room says what is the matter with the show; the player does not say otherwise. */
  readonly isExcused: boolean;
  /** There is no other way to play again. */
  readonly offersPlay: boolean;
  play(): void;
  retry(): void;
}

type Words = Strings<typeof sceneStrings>;

/** Whether the picture has been gone for so long that the viewer is told. */
export function isNews({ phase, lasted, isExcused }: OverlayState): boolean {
  return (phase === 'recovering' || phase === 'stalled') && lasted >= newsAfter && !isExcused;
}

function failure(words: Words, error: VitrineError | null): string {
  if (error?.code === 'STREAM_NOT_FOUND') return words.notFound;
  return error?.code === 'STREAM_FORBIDDEN' ? words.forbidden : words.unplayable;
}

const playButton = (label: string, isNamed: boolean, play: () => void): TemplateResult =>
  html`<button class="start" part="play" aria-label=${isNamed ? nothing : label} @click=${play}>
    <span class="disc">${icon(playIcon, 32, true)}</span>${isNamed ? html`<span class="chip">${label}</span>` : nothing}
  </button>`;

/** What lies over the picture when it cannot be shown; null while there is nothing to say. */
export function overlay(words: Words, state: OverlayState): TemplateResult | null {
  const { locale, phase, error, retryIn, play, retry } = state;
  if (phase === 'blocked')
    return html`<div class="state" part="state">${playButton(words.tapToPlay, true, play)}</div>`;
  if (phase === 'paused' && state.offersPlay)
    return html`<div class="state clear">${playButton(words.play, false, play)}</div>`;
  if (phase === 'failed') {
    return html`<div class="state dim" part="state">
      ${icon(videoOffIcon, 32)}
      <div>
        <p class="title">${words.failed}</p>
        <p class="why">${failure(words, error)}</p>
      </div>
      <button class="button again" part="retry" @click=${retry}>${words.tryAgain}</button>
    </div>`;
  }
  if (isNews(state)) {
    const what = !navigator.onLine ? words.offline : phase === 'recovering' ? words.dropped : words.stopped;
    const seconds = Math.ceil((retryIn ?? 0) / 1000);
    const when = seconds > 1 ? words.retryIn(formatNumber(seconds, locale)) : words.retryNow;
    return html`<div class="state dim" part="state">
      <span class="ring"></span>
      <div>
        <p class="title">${words.again}</p>
        <p class="why numbers">${what} ${when}</p>
      </div>
      <button class="button again" part="retry" @click=${retry}>${words.tryNow}</button>
    </div>`;
  }
  return null;
}
