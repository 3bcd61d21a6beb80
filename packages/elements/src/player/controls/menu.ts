// SPDX-License-Identifier: MIT
import { css, html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { cached, formatNumber } from '../../shared/format.js';
import { words } from '../../shared/localize.js';
import { adopt } from '../adopt.js';
import { captionGrounds, captionInks, captionSizes } from '../caption-style.js';
import type { Captions } from '../captions.js';
import { choice, group } from './choice.js';
import type { Controlled, MenuState } from './controlled.js';
import { menuStrings, type MenuWords } from './menu.strings.js';
import { qualities } from './qualities.js';

const menuStyles = css`
  .menu {
    position: absolute;
    inset-inline-end: 12px;
    inset-block-end: 60px;
    min-inline-size: 176px;
    /* clear of what a room shows at the top of its picture, where there is the height for it */
    max-block-size: max(100% - 136px, min(100% - 72px, 264px));
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
  .menu small {
    display: block;
    max-inline-size: 28ch;
    padding-block-end: 8px;
    font-size: calc(12px * var(--_scale));
    line-height: calc(16px * var(--_scale));
    opacity: 0.8;
  }
  .menu .help {
    margin-block-start: 8px;
    padding-inline-start: 36px;
    white-space: nowrap;
  }
  .menu button:hover {
    background: rgb(255 255 255 / 0.1);
  }
`;

/** The menu was opened or closed: the focus follows. */
export async function turned(host: ReactiveControllerHost & HTMLElement, isOpen: boolean): Promise<void> {
  adopt(host, menuStyles);
  host.requestUpdate();
  await host.updateComplete;
  const target = isOpen ? '.menu [aria-checked="true"]' : '[part~="settings"]';
  host.shadowRoot?.querySelector<HTMLElement>(target)?.focus();
}

const speeds = [0.75, 1, 1.25, 1.5, 2];

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

const formatPercent = (percent: number, locale: string): string =>
  cached(`percent ${locale}`, () => new Intl.NumberFormat(locale, { style: 'percent' })).format(percent / 100);

/** How captions look. */
function captionGroups(captions: Captions, text: MenuWords, locale: string): TemplateResult {
  const { size, ink, ground } = captions.style;
  const inks = { white: text.inkWhite, yellow: text.inkYellow, cyan: text.inkCyan, green: text.inkGreen };
  const grounds = { soft: text.groundSoft, solid: text.groundSolid, none: text.groundNone };
  return html`${group(
    text.captionSize,
    captionSizes.map((one) => choice(formatPercent(one, locale), one === size, () => captions.restyle({ size: one }))),
  )}
  ${group(
    text.captionInk,
    captionInks.map((one) => choice(inks[one], one === ink, () => captions.restyle({ ink: one }))),
  )}
  ${group(
    text.captionGround,
    captionGrounds.map((one) => choice(grounds[one], one === ground, () => captions.restyle({ ground: one }))),
  )}`;
}

/** The camera, quality, the speed of a recording, how captions look, and what the keys do. */
export function menu(state: MenuState, target: Controlled): TemplateResult {
  const { label, locale, isElsewhere, cameras, camera, speed, captions, help } = state;
  const text = words('player', menuStrings, locale, state.redraw);
  const shown = (): void => {
    target.toggleMenu();
    help?.();
  };
  return html`<div class="menu over-video" part="menu" role="menu" aria-label=${label} @keydown=${(event: KeyboardEvent) => walk(event, target)}>
    ${
      cameras.length > 0
        ? group(
            text.camera,
            cameras.map((one) => choice(one ?? text.cameraMain, one === camera, () => target.setCamera(one))),
          )
        : nothing
    }
    ${
      isElsewhere
        ? group(text.quality, [choice(text.qualityElsewhere, true, () => target.toggleMenu(), text.elsewhereHint)])
        : qualities(state, target, text)
    }
    ${
      speed === null
        ? nothing
        : group(
            text.speed,
            speeds.map((rate) =>
              choice(text.speedOf(formatNumber(rate, locale)), rate === speed, () => target.setSpeed(rate)),
            ),
          )
    }
    ${captions ? captionGroups(captions, text, locale) : nothing}
    ${help ? html`<button class="help" role="menuitem" tabindex="-1" @click=${shown}>${text.shortcuts}</button>` : nothing}
  </div>`;
}
