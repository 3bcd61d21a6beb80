// SPDX-License-Identifier: MIT
// What `?vitrine-debug` in the address shows over the picture, for developers: in English, and never to be read aloud.
import { css, html, render, type ReactiveControllerHost } from 'lit';
import type { Ms, Room } from '@vitrine/core';
import { adopt } from '../adopt.js';
import type { PlayerVitals, Vitals } from './vitals.js';

const overlayStyles = css`
  .vitals {
    position: absolute;
    /* under what a room shows at the top of its picture */
    inset-block-start: min(136px, 25%);
    inset-inline-start: 8px;
    z-index: 1;
    display: grid;
    grid-template-columns: auto auto;
    gap: 0 12px;
    max-inline-size: calc(100% - 16px);
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--_radius-s);
    background: rgb(12 12 14 / 0.86);
    color: #fff;
    font: 500 12px/16px ui-monospace, monospace;
    pointer-events: none;
  }
  .vitals dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;

const refresh: Ms = 500;
const lastErrors = 3;

const seconds = (ms: Ms | null): string => (ms === null ? '–' : `${(ms / 1000).toFixed(2)} s`);

function rows({ size, bitrate, frames, stalls, outage, error, ...vitals }: PlayerVitals): [string, string][] {
  const rate = bitrate === null ? '' : ` ${(bitrate / 1e6).toFixed(2)} Mbit/s`;
  return [
    ['phase', error ? `${vitals.phase} ${error}` : vitals.phase],
    ['engine', vitals.engine ?? '–'],
    ['latency', seconds(vitals.latency)],
    ['buffer', seconds(vitals.buffer)],
    ['picture', size ? `${size.width}×${size.height}${rate}` : '–'],
    ['speed', `${vitals.speed}×`],
    ['dropped', `${frames.dropped} of ${frames.total}`],
    ['stalls', `${stalls.count}, ${seconds(stalls.lasted)}`],
    ...(vitals.clock ? [['clock', vitals.clock] as [string, string]] : []),
    ...(outage ? [['outage', `${outage.kind} ${outage.status}, ${outage.tries} tries`] as [string, string]] : []),
  ];
}

/** Shows how a player is doing, and the last errors of its room, until the signal aborts. */
export function showVitals(
  host: ReactiveControllerHost & HTMLElement,
  room: Room | null,
  vitals: Vitals,
  signal: AbortSignal,
): void {
  adopt(host, overlayStyles);
  const list = document.createElement('dl');
  list.className = 'vitals numbers';
  list.lang = 'en';
  list.dir = 'ltr';
  list.ariaHidden = 'true';
  const errors: [string, string][] = [];
  const draw = (): void => {
    render(
      [...rows(vitals.read()), ...errors].map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      ),
      list,
    );
  };
  room?.bus.on(
    'room:reported',
    ({ error: { code, field } }) => {
      errors.push(['error', field ? `${code} ${field}` : code]);
      errors.splice(0, errors.length - lastErrors);
    },
    { signal },
  );
  host.shadowRoot?.append(list);
  const timer = setInterval(draw, refresh);
  draw();
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      list.remove();
    },
    { once: true },
  );
}
