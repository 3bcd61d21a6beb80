// SPDX-License-Identifier: MIT
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { define } from '../shared/define.js';
import type { Strings } from '../shared/localize.js';
import type { DeskWords } from './desk.strings.js';
import { VitrineEmojiPicker } from './emoji-picker.js';

/** What the controller needs of its element. */
export interface EmojiLink {
  bar(): HTMLElement | null;
  insert(emoji: string): void;
}

/** Opens the emoji and closes them when the viewer goes elsewhere. Loaded when somebody first wants one. */
export class EmojiPopover implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #link: EmojiLink;
  #life: AbortController | null = null;

  constructor(host: ReactiveControllerHost, link: EmojiLink) {
    define('vitrine-emoji-picker', VitrineEmojiPicker);
    this.#host = host;
    this.#link = link;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#life !== null;
  }

  async toggle(): Promise<void> {
    if (this.#life) return this.close();
    this.#life = new AbortController();
    document.addEventListener('pointerdown', this.#pressedElsewhere, this.#life);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#picker?.updateComplete;
    this.#picker?.focus();
  }

  close(): void {
    this.#life?.abort();
    this.#life = null;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.close();
  }

  template(label: string, words: Strings<DeskWords>): TemplateResult | typeof nothing {
    if (!this.#life) return nothing;
    return html`<vitrine-emoji-picker
      class="picker"
      role="dialog"
      aria-label=${label}
      .words=${words}
      @emoji-picked=${(event: CustomEvent<string>) => this.#link.insert(event.detail)}
      @keydown=${this.#pressed}
      @focusout=${this.#left}
    ></vitrine-emoji-picker>`;
  }

  get #picker(): VitrineEmojiPicker | null {
    return this.#link.bar()?.querySelector('vitrine-emoji-picker') ?? null;
  }

  get #button(): HTMLElement | null {
    return this.#link.bar()?.querySelector<HTMLElement>('.emoji') ?? null;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
    this.#button?.focus();
  };

  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    if (to && to !== this.#button && !this.#picker?.contains(to)) this.close();
  };

  readonly #pressedElsewhere = (event: Event): void => {
    const path = event.composedPath();
    const inside: readonly (EventTarget | null)[] = [this.#picker, this.#button];
    if (!inside.some((element) => element && path.includes(element))) this.close();
  };
}
