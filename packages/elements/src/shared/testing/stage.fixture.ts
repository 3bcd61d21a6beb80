// SPDX-License-Identifier: MIT
// Where stories of sheets stand: a phone's room, a theatre's panel, a theatre that a drawer comes into.
import { html, type TemplateResult } from 'lit';

/** A picture of the show in the example, as storybook serves it. */
export const mediaPicture = (name: string): string => new URL(`/media/products/${name}.svg`, location.href).href;

const ground = 'position:relative;overflow:hidden;isolation:isolate;background:linear-gradient(#8d8266,#4d4634)';

export function phone(content: TemplateResult): TemplateResult {
  return html`<div style="${ground};inline-size:390px;block-size:844px;margin-inline:auto">${content}</div>`;
}

export function theatre(content: TemplateResult): TemplateResult {
  return html`<div style="${ground};inline-size:min(100%,1120px);block-size:720px;margin-inline:auto">${content}</div>`;
}

export function panel(content: TemplateResult): TemplateResult {
  return html`<div style="inline-size:376px;block-size:788px;margin:16px auto;border-radius:16px;overflow:hidden">${content}</div>`;
}

export function column(content: TemplateResult, width = 456): TemplateResult {
  return html`<div style="inline-size:min(100%,${width}px);margin:16px auto">${content}</div>`;
}
