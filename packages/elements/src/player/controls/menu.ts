// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shared/format.js';
import { icon } from '../../shared/icon.js';
import { checkIcon } from './icons.js';
import type { Quality } from '../engines/engine.js';
import type { Controlled, MenuState } from './controlled.js';

export const menuStyles = css`
  .menu {
    position: absolute;
    inset-inline-end: 12px;
    inset-block-end: 60px;
    min-inline-size: 176px;
    max-block-size: calc(100% - 72px);
    overflow: auto;
    padding: 8px;
    border-radius: var(--_radius-l);
    background: rgb(12 12 14 / 0.86);
    color: var(--_on-video);
  }
  .heading {
    padding: 8px 12px 4px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    font-weight: 600;
    opacity: 0.8;
  }
  .menu button {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 12px;
    border-radius: var(--_radius-s);
    text-align: start;
  }
  .menu button > span {
    inline-size: 16px;
  }
  .menu button:hover {
    background: rgb(255 255 255 / 0.1);
  }
`;

const speeds = [0.75, 1, 1.25, 1.5, 2];

/** Each height once, the highest first. */
const heightsOf = ({ renditions }: MenuState): number[] =>
  [...new Set(renditions.map(({ height }) => height))].filter((height) => height > 0).sort((a, b) => b - a);

function choice(label: string, isChosen: boolean, choose: () => void): TemplateResult {
  return html`<button role="menuitemradio" aria-checked=${isChosen} tabindex="-1" @click=${choose}>
    <span>${isChosen ? icon(checkIcon, 16) : nothing}</span>${label}
  </button>`;
}

function walk(event: KeyboardEvent, target: Controlled): void {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll('button')];
  const at = items.indexOf(event.target as HTMLButtonElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key === 'Escape' || event.key === 'Tab') target.toggleMenu();
  else if (event.key in to) items[to[event.key] ?? 0]?.focus();
  else return;
  // (Tab goes on to the next control.)
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

/** Quality, and the speed of a recording. */
export function menu(state: MenuState, target: Controlled): TemplateResult {
  const { words, locale, quality, speed } = state;
  const options: readonly (readonly [Quality, string])[] = [
    ['auto', words.qualityAuto],
    ...heightsOf(state).map((height) => [height, words.qualityHeight(String(height))] as const),
    ['saver', words.qualitySaver],
  ];
  return html`<div class="menu over-video" part="menu" role="menu" aria-label=${words.settings} @keydown=${(event: KeyboardEvent) => walk(event, target)}>
    <div role="group" aria-label=${words.quality}>
      <div class="heading" aria-hidden="true">${words.quality}</div>
      ${options.map(([value, label]) => choice(label, value === quality, () => target.setQuality(value)))}
    </div>
    ${
      speed === null
        ? nothing
        : html`<div role="group" aria-label=${words.speed}>
          <div class="heading" aria-hidden="true">${words.speed}</div>
          ${speeds.map((rate) => choice(words.speedOf(formatNumber(rate, locale)), rate === speed, () => target.setSpeed(rate)))}
        </div>`
    }
  </div>`;
}
