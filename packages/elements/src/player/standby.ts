// SPDX-License-Identifier: MIT
// What is shown while there is no picture yet.
import { safeUrl, type Orientation, type StreamInfo } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';

/** The element's own poster, else the show's for the box, else whatever the show has. */
export function poster(
  own: string | null,
  info: StreamInfo | null | undefined,
  orientation: Orientation,
): TemplateResult | typeof nothing {
  const { portrait, landscape } = info?.poster ?? {};
  const ofShow = orientation === 'portrait' ? (portrait ?? landscape) : (landscape ?? portrait);
  const url = safeUrl(ofShow ?? own, 'image');
  return url ? html`<img part="poster" src=${url} alt="" />` : nothing;
}

export const spinner = (): TemplateResult => html`<div class="state clear"><span class="ring"></span></div>`;
