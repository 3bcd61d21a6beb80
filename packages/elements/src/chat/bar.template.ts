// SPDX-License-Identifier: MIT
import type { ChatState } from '@vitrine/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.js';
import { icon } from '../shared/icon.js';
import { arrowUpIcon, lockIcon, smileIcon } from './icons.js';
import type { Strings } from '../shared/localize.js';
import type { ChatWords } from './chat.strings.js';
import type { Desk } from './desk.js';

/** What the bar is drawn from. */
export interface BarView {
  readonly chat: ChatState;
  /** The show is a recording. */
  readonly isReplay: boolean;
  /** What the empty field says. */
  readonly placeholder: string;
  readonly words: Strings<ChatWords>;
  readonly locale: string;
  readonly isPanel: boolean;
  /** Absent for the first moments: the field takes words meanwhile. */
  readonly desk: Desk | null;
  /** Seconds until slow mode lets the viewer write again. */
  readonly wait: number;
  /** Does something at the desk, as soon as it is there. */
  use(action: (desk: Desk) => unknown): void;
}

function sendButton({ desk, wait, words, locale, use }: BarView): TemplateResult {
  const isReady = wait === 0 && desk?.composer.isReady === true;
  return html`<button
    type="button"
    class="round send ${isReady ? 'ready' : ''}"
    part="send"
    aria-label=${words.send}
    aria-disabled=${isReady ? nothing : 'true'}
    @click=${() => use(({ composer }) => composer.submit())}
  >
    ${wait > 0 ? html`<span class="numbers">${formatNumber(wait, locale)}</span>` : icon(arrowUpIcon)}
  </button>`;
}

function field(view: BarView): TemplateResult {
  const { chat, placeholder, words, locale, isPanel, desk, wait, use } = view;
  const isTooLong = desk !== null && desk.composer.left < 0;
  return html`<label class="field ${isPanel ? '' : 'glass'}" part="composer">
    <textarea
      part="field"
      rows="1"
      enterkeyhint="send"
      autocomplete="off"
      aria-label=${placeholder}
      aria-describedby="notice"
      aria-invalid=${isTooLong ? 'true' : nothing}
      placeholder=${wait > 0 ? words.slow(formatNumber(wait, locale)) : placeholder}
      ?disabled=${chat.status === 'loading'}
      @input=${() => use(({ composer }) => composer.typed())}
      @keydown=${(event: KeyboardEvent) => {
        // Outside, the key would seem to come from the element, not from a field, and set off the page's shortcuts.
        event.stopPropagation();
        use(({ composer }) => composer.pressed(event));
      }}
    ></textarea>
    ${desk?.counter(chat.settings)}
    <slot name="emoji"
      ><button
        type="button"
        class="round inner emoji"
        aria-label=${words.emoji}
        aria-haspopup="dialog"
        aria-expanded=${desk?.hasEmojiOpen ? 'true' : 'false'}
        @click=${() => use((desk) => desk.toggleEmoji())}
      >
        ${icon(smileIcon)}
      </button></slot
    >
    ${!isPanel && desk?.composer.text ? sendButton(view) : nothing}
  </label>`;
}

function closed({ chat, words, isReplay, isPanel, use }: BarView): TemplateResult {
  const look = `field closed ${isPanel ? '' : 'glass'}`;
  const inside = (text: string): TemplateResult => html`${icon(lockIcon, 18)}<span>${text}</span>`;
  if (chat.write === 'read-only') {
    const why = isReplay ? words.replayed : words.readOnly;
    return html`<div class=${look} part="composer">${inside(why)}</div>`;
  }
  return html`<button
    type="button"
    class=${look}
    part="composer"
    aria-describedby="notice"
    @click=${() => use(({ composer }) => composer.signIn())}
  >
    ${inside(words.signIn)}
  </button>`;
}

/** The last row of the chat: what to write in, or why nothing can be written. */
export function barTemplate(view: BarView): TemplateResult {
  const { chat, desk, isPanel } = view;
  const canWrite = chat.write === 'allowed' || chat.status === 'loading';
  const naming = canWrite ? desk?.naming(isPanel) : undefined;
  return html`<p class="notice" id="notice" part="notice" role="status">${desk?.notice}</p>
    ${canWrite ? desk?.above : nothing}
    ${
      naming ??
      html`<div class="line">
      ${canWrite ? field(view) : closed(view)}
      <slot name="actions"></slot>
      ${isPanel && canWrite ? sendButton(view) : nothing}
    </div>`
    }`;
}
