// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import { keepCaptionStyle, readCaptionStyle, type CaptionStyle } from './caption-style.js';
import { keepPreferences, readPreferences } from './preferences.js';

export const captionStyles = css`
  .captions {
    position: absolute;
    inset-inline: 20px;
    inset-block-end: 76px;
    /* over what darkens the picture under the controls */
    z-index: 1;
    display: grid;
    justify-items: center;
    gap: 4px;
    pointer-events: none;
  }
  .captions > span {
    padding: 6px 16px;
    border-radius: 10px;
    font-size: calc(16px * var(--_scale) * var(--_caption, 1));
    line-height: calc(24px * var(--_scale) * var(--_caption, 1));
    font-weight: 500;
    text-align: center;
    white-space: pre-line;
  }
  .size-75 {
    --_caption: 0.75;
  }
  .size-150 {
    --_caption: 1.5;
  }
  .size-200 {
    --_caption: 2;
  }
  .ink-yellow > span {
    color: #ffe14d;
  }
  .ink-cyan > span {
    color: #6ff2ff;
  }
  .ink-green > span {
    color: #7dff8a;
  }
  .ground-solid > span {
    background: #000;
  }
  .ground-none > span {
    background: none;
    backdrop-filter: none;
    text-shadow:
      0 0 2px #000,
      0 0 2px #000,
      0 1px 4px #000;
  }
`;

const isCaptions = ({ kind }: TextTrack): boolean => kind === 'captions' || kind === 'subtitles';

/** The captions of a video: which track is shown, and its words now. They are drawn by the player, in its own style. */
export class Captions {
  readonly #video: HTMLVideoElement;
  readonly #changed: () => void;
  #chosen: TextTrack | null = null;
  #style = readCaptionStyle();

  constructor(video: HTMLVideoElement, changed: () => void) {
    this.#video = video;
    this.#changed = changed;
  }

  get tracks(): readonly TextTrack[] {
    return [...this.#video.textTracks].filter(isCaptions);
  }

  get isOn(): boolean {
    return this.#chosen !== null;
  }

  /** What is said now, a line each. */
  get lines(): readonly string[] {
    const cues = [...(this.#chosen?.activeCues ?? [])];
    return cues.flatMap((cue) => ('text' in cue ? [plainText(String(cue.text))] : []));
  }

  get style(): CaptionStyle {
    return this.#style;
  }

  /** The viewer's choice; it is kept. */
  restyle(change: Partial<CaptionStyle>): void {
    this.#style = { ...this.#style, ...change };
    keepCaptionStyle(this.#style);
    this.#changed();
  }

  render(): TemplateResult | typeof nothing {
    const { lines } = this;
    if (lines.length === 0) return nothing;
    const { size, ink, ground } = this.#style;
    return html`<div class="captions size-${size} ink-${ink} ground-${ground}" part="captions">
      ${lines.map((line) => html`<span class="chip"><bdi>${line}</bdi></span>`)}
    </div>`;
  }

  attach(signal: AbortSignal): void {
    const tracks = this.#video.textTracks;
    const refresh = (): void => {
      const { captions = 'off' } = readPreferences();
      this.#show(captions === 'off' ? null : (this.tracks.find(({ language }) => language === captions) ?? null));
    };
    tracks.addEventListener('addtrack', refresh, { signal });
    tracks.addEventListener('removetrack', refresh, { signal });
    signal.addEventListener('abort', () => this.#show(null), { once: true });
  }

  toggle(language = navigator.language): void {
    const [short = ''] = language.split('-');
    const fitting = this.tracks.find((track) => track.language.startsWith(short)) ?? this.tracks[0] ?? null;
    const next = this.#chosen ? null : fitting;
    keepPreferences({ captions: next?.language || 'off' });
    this.#show(next);
  }

  #show(track: TextTrack | null): void {
    if (this.#chosen) this.#chosen.oncuechange = null;
    this.#chosen = track;
    for (const one of this.tracks) one.mode = one === track ? 'hidden' : 'disabled';
    if (track) track.oncuechange = () => this.#changed();
    this.#changed();
  }
}

/** WebVTT without its marks; the rest is shown as text. */
function plainText(cue: string): string {
  return cue
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}
