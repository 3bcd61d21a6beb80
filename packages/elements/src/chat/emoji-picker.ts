// SPDX-License-Identifier: MIT
import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../shared/controls.js';
import type { Strings } from '../shared/localize.js';
import { VitrineElement } from '../shared/vitrine-element.js';
import type { DeskWords } from './desk.strings.js';

const groups = {
  faces: '😀 😂 🥰 😍 😘 😎 🤔 😮 😢 😅 🥳 😋',
  hands: '👍 👎 👏 🙌 🙏 👋 💪 🤝 👌 ✌️',
  hearts: '❤️ 🧡 💛 💚 💙 💜 🤍 🖤 💖 💯',
  things: '🔥 ✨ 🎉 🎁 🛍️ 🍵 🌸 ⭐ 🚚 👀',
} as const;

/** Told for each emoji that is picked. */
export const emojiPicked = 'emoji-picked';

/**
 * A few emoji to put into a message; the keyboard of the device has all the others. Internal to the chat, loaded when
 * it is first opened.
 *
 * @element vitrine-emoji-picker
 * @fires emoji-picked - One was picked; `detail` is the emoji. Does not bubble.
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
      button {
        inline-size: 44px;
        block-size: 44px;
        border-radius: var(--_radius-s);
        font-size: 24px;
        line-height: 44px;
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
    )}`;
  }

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
    this.#at = buttons.indexOf(next);
    this.requestUpdate();
    next.focus();
  };

  #across(buttons: readonly HTMLElement[], at: number, direction: number): number {
    const from = buttons[at]?.getBoundingClientRect();
    if (!from) return -1;
    for (let next = at + direction; buttons[next]; next += direction) {
      const to = buttons[next]?.getBoundingClientRect();
      if (to && to.top !== from.top && Math.abs(to.left - from.left) < from.width / 2) return next;
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
