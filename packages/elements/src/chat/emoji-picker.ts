// SPDX-License-Identifier: MIT
import type { Sticker } from '@vitrine/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import type { Strings } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import type { DeskWords } from './desk.strings.js';
import type { Offer } from './stickers/shelf.js';
import { english } from './stickers/stickers.strings.js';
import { stickersTemplate } from './stickers/stickers.template.js';
import { Wording } from './wording.js';

const groups = {
  faces: '😀 😂 🥰 😍 😘 😎 🤔 😮 😢 😅 🥳 😋',
  hands: '👍 👎 👏 🙌 🙏 👋 💪 🤝 👌 ✌️',
  hearts: '❤️ 🧡 💛 💚 💙 💜 🤍 🖤 💖 💯',
  things: '🔥 ✨ 🎉 🎁 🛍️ 🍵 🌸 ⭐ 🚚 👀',
} as const;

/** Told for each emoji that is picked. */
export const emojiPicked = 'emoji-picked';

/** Told when a sticker is picked. */
export const stickerPicked = 'sticker-picked';
/** Told when the stickers could not be had and are wanted once more. */
export const stickersWanted = 'stickers-wanted';

/**
 * A few emoji to put into a message; the keyboard of the device has all the others. Below them the stickers of the room,
 * where its back end has some. Internal to the chat, loaded when it is first opened.
 *
 * @element vitrine-emoji-picker
 * @fires emoji-picked - One was picked; `detail` is the emoji. Does not bubble.
 * @fires sticker-picked - A sticker was picked; `detail` is the sticker. Does not bubble.
 * @fires stickers-wanted - The stickers could not be had and are wanted once more. Does not bubble.
 */
export class VitrineEmojiPicker extends VitrineElement {
  static override styles = [
    VitrineElement.styles,
    controls,
    css`
      :host {
        display: block;
        inline-size: 304px;
        max-block-size: 244px;
        overflow: hidden auto;
        overscroll-behavior: contain;
        padding: 8px;
        /* (What has focus is not to be under the title of what comes.) */
        scroll-padding-block: 8px 36px;
        border-radius: var(--_radius-l);
        background: var(--_surface);
        color: var(--_on-surface);
        box-shadow:
          inset 0 0 0 1px var(--_line),
          var(--_shadow-3);
        pointer-events: auto;
      }
      div {
        display: grid;
        grid-template-columns: repeat(auto-fill, 44px);
        justify-content: space-between;
      }
      div + div {
        margin-block-start: 4px;
        padding-block-start: 4px;
        border-block-start: 1px solid var(--_line);
      }
      .title {
        position: sticky;
        /* (Within the line around.) */
        inset-block-end: -7px;
        margin: 4px -7px 0;
        padding: 4px 11px;
        border-block-start: 1px solid var(--_line);
        background: var(--_surface);
        color: var(--_muted);
        font-size: calc(12px * var(--_scale));
        line-height: calc(20px * var(--_scale));
      }
      .stickers {
        grid-template-columns: repeat(auto-fill, 92px);
        min-block-size: 80px;
        outline: none;
      }
      .stickers p {
        grid-column: 1 / -1;
        margin: 4px;
      }
      button {
        inline-size: 44px;
        block-size: 44px;
        border-radius: var(--_radius-s);
        font-size: 24px;
        line-height: 44px;
      }
      button.sticker {
        display: grid;
        place-items: center;
        inline-size: 92px;
        block-size: 80px;
        overflow: hidden;
      }
      button:is(.sticker, .again) {
        font-size: calc(12px * var(--_scale));
        line-height: calc(16px * var(--_scale));
        overflow-wrap: anywhere;
      }
      button.again {
        grid-column: 1 / -1;
        inline-size: auto;
        color: var(--_accent-text);
        font-weight: 600;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      @media (forced-colors: active) {
        :host {
          border: 1px solid CanvasText;
        }
      }
      @media (hover: hover) {
        button:hover {
          background: var(--_surface-3);
        }
      }
    `,
  ];

  @property({ attribute: false }) words: Strings<DeskWords> | null = null;

  /** What there is of stickers; null: the back end has none. */
  @property({ attribute: false }) offer: Offer | null = null;

  readonly #wording = new Wording('stickers', english, this);

  #at = 0;

  override focus(): void {
    this.#buttons()[this.#at]?.focus();
  }

  protected override render(): TemplateResult {
    let index = 0;
    return html`${Object.entries(groups).map(
      ([name, list]) =>
        html`<div role="group" aria-label=${this.words?.[name as keyof typeof groups] ?? name} @keydown=${this.#pressed}>
          ${list
            .split(' ')
            .map(
              (emoji) =>
                html`<button type="button" tabindex=${index++ === this.#at ? 0 : -1} @click=${this.#picked}>${emoji}</button>`,
            )}
        </div>`,
    )}${
      this.offer
        ? stickersTemplate({
            offer: this.offer,
            words: this.#wording.now,
            retry: this.words?.retry ?? '',
            tabIndex: () => (index++ === this.#at ? 0 : -1),
            pressed: this.#pressed,
            pick: (sticker) => this.dispatchEvent(new CustomEvent<Sticker>(stickerPicked, { detail: sticker })),
            ask: this.#ask,
          })
        : nothing
    }`;
  }

  // Whoever asked once more is where the stickers are, once they are there.
  protected override updated(changed: PropertyValues): void {
    const group = this.renderRoot.querySelector<HTMLElement>('.stickers');
    if (!changed.has('offer') || !group || (this.renderRoot as ShadowRoot).activeElement !== group) return;
    const first = group.querySelector('button');
    if (first) this.#go(first);
  }

  readonly #ask = (): void => {
    this.renderRoot.querySelector<HTMLElement>('.stickers')?.focus();
    this.dispatchEvent(new CustomEvent(stickersWanted));
  };

  readonly #picked = (event: Event): void => {
    const emoji = (event.currentTarget as HTMLElement).textContent;
    this.dispatchEvent(new CustomEvent(emojiPicked, { detail: emoji }));
  };

  // One tab stop; arrows walk. Up and down go to the nearest button above or below, whatever the width.
  readonly #pressed = (event: KeyboardEvent): void => {
    const buttons = this.#buttons();
    const at = buttons.indexOf(event.target as HTMLElement);
    const ahead = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + ahead,
      ArrowLeft: at - ahead,
      ArrowDown: this.#across(buttons, at, 1),
      ArrowUp: this.#across(buttons, at, -1),
      Home: 0,
      End: buttons.length - 1,
    };
    const next = buttons[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.#go(next);
  };

  #go(button: HTMLElement): void {
    this.#at = this.#buttons().indexOf(button);
    this.requestUpdate();
    button.focus();
  }

  #across(buttons: readonly HTMLElement[], at: number, direction: number): number {
    const from = buttons[at]?.getBoundingClientRect();
    if (!from) return -1;
    for (let next = at + direction; buttons[next]; next += direction) {
      const to = buttons[next]?.getBoundingClientRect();
      if (to && to.top !== from.top && to.left < from.right && to.right > from.left) return next;
    }
    return -1;
  }

  #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vitrine-emoji-picker': VitrineEmojiPicker;
  }
}
