// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { html } from 'lit';
import type { Panel } from '../interactions/index.js';
import { Lazy } from '../player/lazy.js';

export interface DesksLink {
  room(): Room | null;
  locale(): string;
  /** What the queue of messages is called that wait for a word of the staff. */
  waiting(): string;
  changed(): void;
}

const interactions = new Lazy(() => import('../interactions/index.js'));
const moderation = new Lazy(() => import('../moderation/index.js'));

/** What a host runs with the viewers, beside the chat: fetched where the back end has something of the kind. */
export class Desks {
  readonly #link: DesksLink;
  /** Something has waited in this room: the queue stays where it is when it is empty. */
  #queued: Room | null = null;

  constructor(link: DesksLink) {
    this.#link = link;
  }

  get all(): readonly Panel[] {
    const room = this.#link.room();
    return room ? [...this.#interactions(room), ...this.#queue(room)] : [];
  }

  #interactions(room: Room): readonly Panel[] {
    const part = this.#part(room, 'interactions', interactions);
    return part?.desksOf(room, this.#link.locale(), this.#link.changed) ?? [];
  }

  #queue(room: Room): readonly Panel[] {
    const part = this.#part(room, 'moderation', moderation);
    if (!part) return [];
    room.use(part.moderationFeature);
    const count = room.store.state.moderation?.held.length ?? 0;
    if (count > 0) this.#queued = room;
    if (this.#queued !== room) return [];
    const content = html`<vitrine-moderation .room=${room}></vitrine-moderation>`;
    return [{ id: 'waiting', label: this.#link.waiting(), icon: null, count, content }];
  }

  /** The part for a port that the room has; null while it is fetched, which is tried again the next time. */
  #part<T>(room: Room, port: 'interactions' | 'moderation', part: Lazy<T>): T | null {
    if (!room.store.state.connection.ports.includes(port)) return null;
    if (!part.module) void part.fetch().then((fetched) => fetched && this.#link.changed());
    return part.module;
  }
}
