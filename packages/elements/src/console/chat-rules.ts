// SPDX-License-Identifier: MIT
import {
  toVitrineError,
  type ChatSettings,
  type ErrorCode,
  type Ms,
  type RequestAnswer,
  type RequestDetail,
  type RequestName,
  type Room,
} from '@vitrine/core';

export interface ChatRulesLink {
  room(): Room | null;
  ask<N extends RequestName>(name: N, detail: RequestDetail<N>): Promise<RequestAnswer<N> | null>;
  changed(): void;
  failed(code: ErrorCode): void;
}

const usualPace: Ms = 10_000;

/** Slow mode and read-only: what is wished for is shown until the room has it, and taken back when it is refused. */
export class ChatRules {
  readonly #link: ChatRulesLink;
  #wish: Partial<ChatSettings> | null = null;
  /** Who could write before the chat was closed. */
  #modeBefore: ChatSettings['mode'] = 'open';

  constructor(link: ChatRulesLink) {
    this.#link = link;
  }

  get canChange(): boolean {
    return this.#link.room()?.bus.isAnswered('chat:configure') === true;
  }

  get isBusy(): boolean {
    return this.#wish !== null;
  }

  get settings(): ChatSettings | null {
    const room = this.#link.room();
    return room && { ...room.store.state.chat.settings, ...this.#wish };
  }

  /** The pace that the switch stands for: the room's own where it has one. */
  get pace(): Ms {
    return this.settings?.slowMode || usualPace;
  }

  readonly toggleSlow = (): void => void this.#configure({ slowMode: this.settings?.slowMode ? 0 : usualPace });

  readonly toggleReadOnly = (): void => {
    const mode = this.settings?.mode ?? 'open';
    if (mode === 'read-only') return void this.#configure({ mode: this.#modeBefore });
    this.#modeBefore = mode;
    void this.#configure({ mode: 'read-only' });
  };

  async #configure(wish: Partial<ChatSettings>): Promise<void> {
    const room = this.#link.room();
    if (!room || this.#wish) return;
    this.#wish = wish;
    this.#link.changed();
    try {
      await this.#link.ask('chat:configure', wish);
      await this.#confirmed(room, wish);
    } catch (thrown) {
      this.#link.failed(toVitrineError(thrown).code);
    }
    this.#wish = null;
    this.#link.changed();
  }

  /** The answer may come before the settings do: the switch must not jump back in between. */
  #confirmed({ store, signal }: Room, wish: Partial<ChatSettings>): Promise<void> {
    const isThere = (settings: ChatSettings): boolean =>
      (Object.keys(wish) as (keyof ChatSettings)[]).every((key) => settings[key] === wish[key]);
    return new Promise((resolve) => {
      const life = new AbortController();
      const end = (): void => {
        clearTimeout(timer);
        life.abort();
        resolve();
      };
      const timer = setTimeout(end, 3000);
      signal.addEventListener('abort', end, { signal: life.signal });
      if (isThere(store.state.chat.settings)) return end();
      store.select(
        ({ chat }) => chat.settings,
        (settings) => isThere(settings) && end(),
        { signal: life.signal },
      );
    });
  }
}
