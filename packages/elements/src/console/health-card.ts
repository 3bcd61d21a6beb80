// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { activityIcon, triangleAlertIcon } from './icons.js';
import type { View } from './view.js';

const width = 60;
const height = 40;

/** A shorter line says nothing yet: seconds, as there is one delay for each. */
const leastSeconds = 10;

/** The delays as points of a line, those that there are over the whole width: time goes one way in every language. */
function spark({ health, words, locale }: View): TemplateResult | typeof nothing {
  const { delays } = health;
  if (delays.length === 0) return nothing;
  // Its place is kept: what is below must not move when it comes.
  if (delays.length < leastSeconds) return html`<div class="spark"></div>`;
  const least = Math.min(...delays);
  const most = Math.max(...delays);
  // A second is a quarter of the height at least, so that jitter stays jitter.
  const range = Math.max(most - least, 4000);
  const middle = (most + least) / 2;
  const step = width / (delays.length - 1);
  const points = delays.map(
    (delay, index) =>
      `${(index * step).toFixed(1)},${(height / 2 - ((delay - middle) / range) * (height - 8)).toFixed(1)}`,
  );
  const seconds = (delay: number): string => formatNumber(Math.round(delay / 100) / 10, locale);
  return html`<svg
    class="spark"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${words.spark(seconds(least), seconds(most))}
  >
    <polygon points="0,${height} ${points.join(' ')} ${width},${height}"></polygon>
    <polyline points=${points.join(' ')} vector-effect="non-scaling-stroke"></polyline>
  </svg>`;
}

function metric(label: string, value: string | null, unit: string): TemplateResult | typeof nothing {
  if (value === null) return nothing;
  return html`<div class="metric">
    <dt>${label}</dt>
    <dd class="numbers"><b>${value}</b> ${unit}</dd>
  </div>`;
}

/** How the stream does, seen from the preview: as viewers get it, not as the encoder sends it. */
export function healthCard(view: View): TemplateResult {
  const { health, words, locale } = view;
  const { verdict, delay, framesPerSecond, dropped } = health;
  const rounded = (value: number | null, step: number): string | null =>
    value === null ? null : formatNumber(Math.round(value / step) * step, locale);
  const percent =
    dropped === null
      ? null
      : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(dropped);
  return html`<div class="card health ${verdict}" part="health">
    <div class="head">
      <h2>${words.health}</h2>
      <span class="tag verdict">${icon(verdict === 'poor' ? triangleAlertIcon : activityIcon, 16)} ${words[verdict]}</span>
    </div>
    ${spark(view)}
    <dl class="metrics">
      ${metric(words.delayMetric, delay === null ? null : formatNumber(Math.round(delay / 100) / 10, locale), words.seconds)}
      ${metric(words.framesMetric, rounded(framesPerSecond, 1), words.perSecond)}
      ${metric(words.pictureMetric, health.height > 0 ? words.lines(String(health.height)) : null, '')}
      ${metric(words.droppedMetric, percent, '')}
    </dl>
  </div>`;
}
