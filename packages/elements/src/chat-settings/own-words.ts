// SPDX-License-Identifier: MIT
import type { RequestAnswer, RequestDetail, RequestName, Room } from '@vitrine/core';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Strings } from '../shared/localize.js';
import type { ChatSettingsWords } from './chat-settings.strings.js';
import type {} from '@vitrine/core/muted';
import type {} from '@vitrine/core/own-words';

/** What it needs of its element. */
export interface OwnWordsLink {
  room(): Room | null;
  ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null>;
}

/** Browsers read a file that is saved after the click has been answered. */
const readFor = 60_000;

function save(name: string, data: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readFor);
}

/** What the viewer wrote: a copy of it, and an end of it, each where the back end does that. */
export class OwnWords {
  readonly #host: LitElement;
  readonly #link: OwnWordsLink;
  #step: 'idle' | 'asking' | 'busy' = 'idle';
  #told: 'downloaded' | 'deleted' | 'failed' | null = null;

  constructor(host: LitElement, link: OwnWordsLink) {
    this.#host = host;
    this.#link = link;
  }

  template(text: Strings<ChatSettingsWords>): TemplateResult | typeof nothing {
    const bus = this.#link.room()?.bus;
    const canSave = bus?.isAnswered('own-words:export');
    const canDelete = bus?.isAnswered('own-words:delete');
    if (!canSave && !canDelete) return nothing;
    const isBusy = this.#step === 'busy' ? 'true' : nothing;
    const ways = html`
      ${
        canSave
          ? html`<button
            type="button"
            class="button outline"
            part="download"
            aria-disabled=${isBusy}
            @click=${() => void this.#save()}
          >
            ${text.download}
          </button>`
          : nothing
      }
      ${
        canDelete
          ? html`<button
            type="button"
            class="button outline"
            part="delete"
            aria-disabled=${isBusy}
            @click=${() => this.#turn('asking', '[part=keep]')}
          >
            ${text.delete}
          </button>`
          : nothing
      }
    `;
    const question = html`<p id="sure">${text.sure}</p>
      <button
        type="button"
        class="button outline"
        part="keep"
        aria-describedby="sure"
        @click=${() => this.#turn('idle', '[part=delete]')}
      >
        ${text.keep}
      </button>
      <button type="button" class="button danger" part="confirm" @click=${() => void this.#delete()}>${text.yes}</button>`;
    return html`<section>
      <h3>${text.own}</h3>
      <div class="ways">${this.#step === 'asking' ? question : ways}</div>
      <p class="note" part="notice" role="status">${this.#told ? text[this.#told] : nothing}</p>
    </section>`;
  }

  #turn(step: 'idle' | 'asking', target: string): void {
    if (this.#step === 'busy') return;
    this.#step = step;
    this.#told = null;
    this.#show(target);
  }

  /** Draws it, and takes the focus along: what had it may have gone. */
  #show(target: string): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>(target)?.focus());
  }

  #save(): Promise<void> {
    return this.#do('[part=download]', async () => {
      const data = await this.#link.ask('own-words:export', {});
      // The page has taken it over.
      if (data === null) return null;
      save(`chat-${this.#link.room()?.id ?? ''}.json`, data);
      return 'downloaded';
    });
  }

  #delete(): Promise<void> {
    return this.#do('[part=delete]', async () =>
      (await this.#link.ask('own-words:delete', {})) === null ? null : 'deleted',
    );
  }

  async #do(target: string, act: () => Promise<'downloaded' | 'deleted' | null>): Promise<void> {
    if (this.#step === 'busy') return;
    this.#step = 'busy';
    this.#told = null;
    this.#show(target);
    try {
      this.#told = await act();
    } catch {
      this.#told = 'failed';
    }
    this.#step = 'idle';
    this.#host.requestUpdate();
  }
}
