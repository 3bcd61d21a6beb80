// SPDX-License-Identifier: MIT
import { css, html, nothing, type TemplateResult } from 'lit';
import { keepPreferences, readPreferences } from './preferences.js';

export const captionStyles = css`
  .captions {
    position: absolute;
    inset-inline: 20px;
    inset-block-end: 76px;
    display: grid;
    justify-items: center;
    gap: 4px;
    pointer-events: none;
  }
  .captions > span {
    padding: 6px 16px;
    border-radius: 10px;
    font-size: calc(16px * var(--_scale));
    line-height: calc(24px * var(--_scale));
    font-weight: 500;
    text-align: center;
    white-space: pre-line;
  }
`;

const isCaptions = ({ kind }: TextTrack): boolean => kind === 'captions' || kind === 'subtitles';

/** The captions of a video: which track is shown, and its words now. They are drawn by the player, in its own style. */
export class Captions {
  readonly #video: HTMLVideoElement;
  readonly #changed: () => void;
  #chosen: TextTrack | null = null;

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

  render(): TemplateResult | typeof nothing {
    const { lines } = this;
    if (lines.length === 0) return nothing;
    return html`<div class="captions" part="captions">
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
