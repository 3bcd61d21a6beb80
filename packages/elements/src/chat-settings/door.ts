// SPDX-License-Identifier: MIT
// The way to the settings of a chat, and what was chosen there before. It comes once the chat is there; the settings
// themselves come when they are opened.
import type { Room } from '@vitrine/core';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icon } from '../shared/icon.js';
import type { VitrineChatSettings } from './chat-settings.js';
import { doorStyles } from './door.styles.js';
import { settings2Icon } from './icons.js';
import { keepChatChoice, readChatChoice, textScales, type ChatChoice } from './kept.js';

/** What it needs of the chat. */
export interface DoorHost extends ReactiveControllerHost, HTMLElement {
  readonly variant: 'panel' | 'overlay';
  /** Whether the viewer wants the whole chat read out. */
  announce: boolean;
}

/** What it needs of the chat's rows. */
export interface DoorList {
  readonly isFollowing: boolean;
  /** Lets the rows stand still until the viewer wants the newest. */
  hold(): void;
  follow(): void;
}

/** The chat as the settings see it; made anew with each rendering. */
export interface SettledChat extends ChatChoice {
  readonly announce: boolean;
  /** Rows can be hidden where they lie over the picture. */
  readonly canHide: boolean;
  readonly isHidden: boolean;
  readonly isPaused: boolean;
  keep(change: Partial<ChatChoice>): void;
  hide(isHidden: boolean): void;
  pause(isPaused: boolean): void;
  close(): void;
}

const hidden = 'rows-hidden';
const scale = '--vitrine-chat-text-scale';

export class Door {
  readonly #host: DoorHost;
  readonly #list: DoorList;
  readonly #room: () => Room | null;
  /** The size of text as the page has it. */
  readonly #usual: string;
  #life: AbortController | null = null;

  constructor(host: DoorHost, list: DoorList, room: () => Room | null) {
    this.#host = host;
    this.#list = list;
    this.#room = room;
    const { styleSheet } = doorStyles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
    this.#usual = host.style.getPropertyValue(scale);
    this.#apply();
  }

  template(label: string): TemplateResult {
    const isOpen = this.#life !== null;
    return html`<button
        type="button"
        class="door round"
        part="settings"
        aria-label=${label}
        aria-haspopup="dialog"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => (isOpen ? this.close() : void this.#open())}
      >
        ${icon(settings2Icon, 18)}
      </button>
      ${
        isOpen
          ? html`<vitrine-chat-settings
            class="settings"
            role="dialog"
            aria-label=${label}
            .room=${this.#room()}
            .chat=${this.#chat}
            @keydown=${this.#pressed}
            @focusout=${this.#left}
          ></vitrine-chat-settings>`
          : nothing
      }`;
  }

  get #chat(): SettledChat {
    const { announce, variant } = this.#host;
    return {
      ...readChatChoice(),
      announce,
      canHide: variant === 'overlay',
      isHidden: this.#host.hasAttribute(hidden),
      isPaused: !this.#list.isFollowing,
      keep: (change) => {
        keepChatChoice(change);
        this.#apply();
      },
      hide: (isHidden) => {
        this.#host.toggleAttribute(hidden, isHidden);
        this.#host.requestUpdate();
      },
      pause: (isPaused) => (isPaused ? this.#list.hold() : this.#list.follow()),
      close: () => this.#leave(),
    };
  }

  get #button(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.door');
  }

  get #panel(): VitrineChatSettings | null | undefined {
    return this.#host.shadowRoot?.querySelector<VitrineChatSettings>('.settings');
  }

  #apply(): void {
    const { size, announce } = readChatChoice();
    const { style } = this.#host;
    // (As usual is as the page has it.)
    style.setProperty(scale, size === 'normal' ? this.#usual : String(textScales[size]));
    if (announce !== undefined) this.#host.announce = announce;
    this.#host.requestUpdate();
  }

  async #open(): Promise<void> {
    // Where it cannot be had now, the next press tries again.
    const part = await import('./index.js').catch(() => null);
    if (!part || this.#life || !this.#host.isConnected) return;
    this.#life = new AbortController();
    document.addEventListener('pointerdown', this.#pressedElsewhere, this.#life);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#panel?.updateComplete;
    this.#place();
    this.#panel?.focus();
  }

  /** Over the picture there is little space beside the rows: it stands on what is below them. */
  #place(): void {
    const view = this.#host.shadowRoot?.querySelector('.view')?.getBoundingClientRect();
    const below = view ? this.#host.getBoundingClientRect().bottom - view.bottom : 0;
    this.#panel?.style.setProperty('--_below', `${Math.max(0, below)}px`);
  }

  /** Closes what is open. */
  close(): void {
    this.#life?.abort();
    this.#life = null;
    this.#host.requestUpdate();
  }

  /** Back to where it was opened. */
  #leave(): void {
    this.close();
    this.#button?.focus();
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#leave();
  };

  readonly #left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && relatedTarget !== this.#button && relatedTarget !== this.#panel) this.close();
  };

  readonly #pressedElsewhere = (event: Event): void => {
    const path = event.composedPath();
    const inside: readonly (EventTarget | null | undefined)[] = [this.#panel, this.#button];
    if (!inside.some((element) => element && path.includes(element))) this.close();
  };
}
