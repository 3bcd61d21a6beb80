// SPDX-License-Identifier: MIT
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { Quality } from '../engines/engine.js';
import { fetchContents, type Contents } from '../engines/sound-alone.js';
import { choice, group } from './choice.js';
import type { Controlled, MenuState } from './controlled.js';
import type { MenuWords } from './menu.strings.js';

type Given = Parameters<Qualities['render']>;

/** Browsers that take no media by hand choose by themselves, whatever they are told. */
const canChoose = (): boolean => 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis;

/**
 * What there is to choose from. Only the stream's first list says whether it has its sound alone, and which heights it
 * has while only that is played: it is asked for each time the menu opens, and given up with it.
 */
class Qualities extends AsyncDirective {
  #url: string | null = null;
  #life: AbortController | null = null;
  #contents: Contents | null = null;
  #given: Given | null = null;

  override render(state: MenuState, target: Controlled, text: MenuWords): unknown {
    this.#given = [state, target, text];
    // (It may be drawn once more after it has left the page.)
    if (this.isConnected) this.#learn(state.url);
    const { quality } = state;
    const playing = state.renditions.map(({ height }) => height);
    const heights = playing.length === 0 && quality === 'audio' && canChoose() ? this.#contents?.heights : playing;
    const options: readonly (readonly [Quality, string])[] = [
      ['auto', text.qualityAuto],
      ...[...new Set(heights)]
        .filter((height) => height > 0)
        .sort((one, other) => other - one)
        .map((height) => [height, text.qualityHeight(String(height))] as const),
      ['saver', text.qualitySaver],
      ['audio', text.qualityAudio],
    ];
    const hint = canChoose() ? text.audioHint : text.audioHintWhole;
    const isTogether = this.#contents?.sound === null;
    return group(
      text.quality,
      options.map(([value, name]) =>
        choice(name, value === quality, () => target.setQuality(value), value === 'audio' && isTogether ? hint : ''),
      ),
    );
  }

  protected override disconnected(): void {
    this.#life?.abort();
    this.#url = null;
  }

  protected override reconnected(): void {
    if (this.#given) this.#learn(this.#given[0].url);
  }

  #learn(url: string | null): void {
    if (url === this.#url) return;
    this.#life?.abort();
    this.#url = url;
    this.#contents = null;
    if (url === null) return;
    const { signal } = (this.#life = new AbortController());
    fetchContents(url, signal).then(
      (contents) => {
        if (signal.aborted || !this.#given) return;
        this.#contents = contents;
        this.setValue(this.render(...this.#given));
      },
      // (Then nothing is claimed.)
      () => undefined,
    );
  }
}

/** The qualities of a stream, as a group of the menu. */
export const qualities = directive(Qualities);
