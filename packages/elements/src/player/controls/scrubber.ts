// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import type { CatalogState, ProgramTime } from '@vitrine/core';
import type { Engine, Span } from '../engines/engine.js';
import type { Controllable } from './control-state.js';
import type { Controlled, ControlState } from './controlled.js';

/** What can be sought in, in seconds of the video. */
interface ScrubberState {
  readonly start: number;
  readonly end: number;
  readonly now: number;
  /** Where each product was shown, as a share of the whole. */
  readonly ticks: readonly number[];
  /** The words for a second of the video. */
  describe(time: number): string;
}

export const scrubberStyles = css`
  .scrubber {
    position: relative;
    flex: 1;
    /* gives way to the volume */
    min-inline-size: 0;
    margin-inline: 12px;
    block-size: 44px;
    direction: ltr;
    --_share: 0;
  }
  .track,
  .fill,
  .tick {
    position: absolute;
    inset-block-start: 20px;
    block-size: 4px;
    border-radius: 2px;
    pointer-events: none;
  }
  .track {
    inset-inline: 0;
    background: rgb(255 255 255 / 0.3);
  }
  .fill {
    inset-inline-start: 0;
    inline-size: calc(var(--_share) * 100%);
    background: #fff;
  }
  .tick {
    inset-block-start: 18px;
    inset-inline-start: calc(var(--_at) * 100%);
    inline-size: 3px;
    block-size: 8px;
    margin-inline-start: -1.5px;
    border-radius: 1px;
    background: #3a332c;
  }
  .scrubber:hover :is(.track, .fill) {
    inset-block-start: 18px;
    block-size: 8px;
    border-radius: 4px;
  }
  .scrubber input {
    position: absolute;
    inset-block: 0;
    inset-inline-start: -6px;
    inline-size: calc(100% + 12px);
  }
  @media (forced-colors: active) {
    .track,
    .fill {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .track {
      opacity: 0.4;
    }
  }
`;

/** Ticks nearer to each other than this share of the whole cannot be told apart. */
const tickDistance = 0.025;

/** The earliest of those that lie too near to each other. */
function apart(shares: readonly number[]): readonly number[] {
  const kept: number[] = [];
  for (const share of [...shares].sort((a, b) => a - b))
    if (share - (kept.at(-1) ?? -1) >= tickDistance) kept.push(share);
  return kept;
}

/** Where the place in the show begins: what a live window holds from before the show is not part of it. */
function beginning(engine: Engine, { start, end }: Span, startedAt: ProgramTime | undefined): number {
  const began = engine.isLive && startedAt !== undefined ? engine.mediaTimeAt(startedAt) : null;
  return began !== null && began < end ? Math.max(start, began) : start;
}

const shareOf = ({ start, end }: ScrubberState, time: number): number =>
  end > start ? Math.min(Math.max((time - start) / (end - start), 0), 1) : 1;

function scrubberOf({ playback, video, state }: Controllable, words: ControlState['words']): ScrubberState | null {
  const { edge, engine } = playback;
  const window = engine?.window;
  if (!engine || !window) return null;
  const info = state?.stream.info;
  const { end } = window;
  const start = beginning(engine, window, info?.startedAt);
  const catalog = state?.catalog;
  const ticks = (catalog?.shown ?? []).flatMap(({ at }) => {
    const time = engine.mediaTimeAt(at);
    return time !== null && time > start && time < end ? [(time - start) / (end - start)] : [];
  });
  return {
    start,
    end,
    now: engine.isLive && edge.follows ? end : Math.min(video.currentTime, end),
    ticks: apart(ticks),
    describe: (time) => {
      const moment = engine.programTimeAt(time);
      const began = info?.startedAt;
      const into = moment !== null && began !== undefined ? moment - began : (time - start) * 1000;
      return words.position(
        Math.max(0, Math.floor(into / 60_000)),
        moment !== null && catalog ? productAt(moment, catalog) : '',
      );
    },
  };
}

/** The product that was on camera at a moment: the one shown last before it. */
function productAt(moment: ProgramTime, { products, shown }: CatalogState): string {
  const last = shown.findLast(({ at }) => at <= moment);
  return products.find(({ id }) => id === last?.productId)?.title ?? '';
}

/** The place in the show. It runs from left to right in every language, as clocks do. */
export function scrubber(
  from: Controllable,
  words: ControlState['words'],
  target: Controlled,
): TemplateResult | typeof nothing {
  const state = scrubberOf(from, words);
  if (!state) return nothing;
  const { start, end, now, ticks, describe } = state;
  return html`<div class="scrubber" part="scrubber" data-share=${shareOf(state, now)}>
    <div class="track"></div>
    <div class="fill"></div>
    ${ticks.map((at) => html`<i class="tick" data-share=${at}></i>`)}
    <input
      type="range"
      aria-label=${words.scrubber}
      aria-valuetext=${describe(now)}
      min=${start}
      max=${end}
      step="any"
      .value=${String(now)}
      @input=${(event: Event) => {
        // Shown while it is dragged; the picture follows when it is let go.
        const field = event.currentTarget as HTMLInputElement;
        field.setAttribute('aria-valuetext', describe(field.valueAsNumber));
        field.parentElement?.style.setProperty('--_share', String(shareOf(state, field.valueAsNumber)));
      }}
      @change=${(event: Event) => target.seekTo((event.currentTarget as HTMLInputElement).valueAsNumber)}
    />
  </div>`;
}

/** Puts fill and ticks where they belong: strict pages allow no style in markup. */
export function placeScrubber(root: ParentNode): void {
  const bar = root.querySelector<HTMLElement>('.scrubber');
  if (!bar || bar.querySelector('input:active')) return;
  bar.style.setProperty('--_share', bar.dataset['share'] ?? '0');
  for (const tick of bar.querySelectorAll<HTMLElement>('.tick'))
    tick.style.setProperty('--_at', tick.dataset['share'] ?? '0');
}
