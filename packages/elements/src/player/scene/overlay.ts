// SPDX-License-Identifier: MIT
import { safeUrl, type CatalogState, type Ms, type VitrineError } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import { audioLinesIcon, playIcon, videoOffIcon } from './icons.js';
import type { Strings } from '../../shared/localize.js';
import { newsAfter } from '../absence.js';
import type { PlayerPhase } from '../phase.js';
import type { Remote } from '../remote/remote.js';
import type { sceneStrings } from './scene.strings.js';

/** The player that it lies on, and what its buttons do. */
export interface Player {
  readonly locale: string;
  readonly phase: PlayerPhase;
  readonly controls: 'full' | 'slim' | 'minimal' | 'none';
  /** Sound without the picture. */
  audioOnly: boolean;
  play(): Promise<void>;
  retry(): void;
}

export interface OverlayState {
  readonly player: Player;
  readonly error: VitrineError | null;
  /** How long the picture has been gone. */
  readonly lasted: Ms;
  /** Until the next try; null when none is due. */
  readonly retryIn: Ms | null;
  /** The room says what is the matter with the show; the player does not say otherwise. */
  readonly isExcused: boolean;
  /** What is shown in the room; absent without one. */
  readonly catalog: CatalogState | undefined;
  /** Another screen, once one is found. */
  readonly remote: Remote | undefined;
}

type Words = Strings<typeof sceneStrings>;

/** Whether the picture has been gone for so long that the viewer is told. */
export function isNews({ player: { phase }, lasted, isExcused }: OverlayState): boolean {
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

/** A button goes with what it ends, and the focus to the first control there is; else to the player as a whole. */
function toControls(root: ShadowRoot): void {
  const stage = root.querySelector<HTMLElement>('.stage') as HTMLElement;
  stage.tabIndex = -1;
  for (const one of [...root.querySelectorAll<HTMLElement>('[part~=controls] button'), stage]) {
    one.focus({ preventScroll: true });
    if (root.activeElement === one) break;
  }
}

/** Brings the picture back. */
function look({ currentTarget }: Event, player: Player): void {
  toControls((currentTarget as HTMLElement).getRootNode() as ShadowRoot);
  player.audioOnly = false;
}

/** In place of the picture, for who only listens: what is on camera now. */
function face(words: Words, { catalog, player }: OverlayState): TemplateResult {
  const product = catalog?.products.find(({ id }) => id === catalog.pinned);
  const url = safeUrl(product?.images[0]?.url ?? null, 'image');
  return html`<div class="state dim listening" part="state">
    ${url ? html`<img class="artwork" src=${url} alt="" />` : icon(audioLinesIcon, 32)}
    <div>
      <p class="title">${words.listening}</p>
      ${product ? html`<p class="why"><bdi>${product.title}</bdi></p>` : nothing}
    </div>
    <button class="button again" part="look" @click=${(event: Event) => look(event, player)}>${words.showPicture}</button>
  </div>`;
}

/** What lies over the picture when it cannot be shown; null while there is nothing to say. */
export function overlay(words: Words, state: OverlayState): TemplateResult | null {
  const { player, error, retryIn } = state;
  const { locale, phase } = player;
  const play = (): void => void player.play();
  const retry = (): void => player.retry();
  if (phase === 'blocked')
    return html`<div class="state" part="state">${playButton(words.tapToPlay, true, play)}</div>`;
  // (There is no other way to play again.)
  if (phase === 'paused' && player.controls === 'minimal')
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
  const elsewhere = state.remote?.render(toControls);
  if (elsewhere) return elsewhere;
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
  return player.audioOnly && phase !== 'idle' && phase !== 'loading' ? face(words, state) : null;
}
