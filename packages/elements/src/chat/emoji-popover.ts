// SPDX-License-Identifier: MIT
import type { Room, Sticker } from '@vitrine/core';
import { css, html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { define } from '../shared/define.js';
import type { Strings } from '../shared/localize.js';
import type { Composer } from './composer.js';
import type { DeskWords } from './desk.strings.js';
import { VitrineEmojiPicker } from './emoji-picker.js';
import { Shelf } from './stickers/shelf.js';

const styles = css`
  .picker {
    position: absolute;
    inset-inline-start: 0;
    inset-block-end: calc(100% + 8px);
    /* above the product on camera, which a room puts before the bar */
    z-index: 5;
    max-inline-size: 100%;
  }
  .panel .picker {
    inset-inline-start: 12px;
    inset-block-end: calc(100% - 4px);
    max-inline-size: calc(100% - 24px);
  }
`;

/** What the controller needs of its element. */
export interface EmojiLink {
  bar(): HTMLElement | null;
  room(): Room | null;
  readonly composer: Pick<Composer, 'insert' | 'submit'>;
}

/** Opens the emoji and the stickers, and closes them when the viewer goes elsewhere. Loaded when somebody first wants one. */
export class EmojiPopover implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #link: EmojiLink;
  readonly #shelf: Shelf;
  #life: AbortController | null = null;

  constructor(host: ReactiveControllerHost & Element, link: EmojiLink) {
    define('vitrine-emoji-picker', VitrineEmojiPicker);
    const { styleSheet } = styles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    this.#host = host;
    this.#link = link;
    this.#shelf = new Shelf(() => host.requestUpdate());
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#life !== null;
  }

  async toggle(): Promise<void> {
    if (this.#life) return this.close();
    this.#life = new AbortController();
    document.addEventListener('pointerdown', this.#pressedElsewhere, this.#life);
    this.#fill();
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
      .offer=${this.#shelf.offer}
      @emoji-picked=${(event: CustomEvent<string>) => this.#link.composer.insert(event.detail)}
      @sticker-picked=${this.#send}
      @stickers-wanted=${this.#fill}
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

  readonly #fill = (): void => void this.#shelf.fill(this.#link.room());

  /** A sticker is said at once. */
  readonly #send = ({ detail: sticker }: CustomEvent<Sticker>): void => {
    this.#back();
    void this.#link.composer.submit(sticker.label, sticker);
  };

  #back(): void {
    this.close();
    this.#button?.focus();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#back();
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
