// SPDX-License-Identifier: MIT
import type { Room } from '@vitrine/core';
import { html, type TemplateResult } from 'lit';
import type { Panel } from '../interactions/index.js';
import { Lazy } from '../player/lazy.js';
import { slidersHorizontalIcon, usersIcon } from './icons.js';

/** What stands in the chat's column beside it. */
export interface DeskPanel extends Panel {
  /** It has no place for its label: its icon leads to it. */
  readonly isTool?: boolean;
}

export interface DesksLink {
  room(): Room | null;
  locale(): string;
  /** What they are called: the messages that wait for a word of the staff, people who may not write, rules. */
  words(): { readonly waitingMessages: string; readonly people: string; readonly policy: string };
  /** The one that is shown. */
  open(): string | null;
  changed(): void;
}

const interactions = new Lazy(() => import('../interactions/index.js'));
const moderation = new Lazy(() => import('../moderation/index.js'));
const people = new Lazy(() => import('../people/index.js'));
const policy = new Lazy(() => import('../policy/index.js'));

/** What a host runs with the viewers, beside the chat: fetched where the back end has something of the kind. */
export class Desks {
  readonly #link: DesksLink;
  /** Something has waited in this room: the queue stays where it is when it is empty. */
  #queued: Room | null = null;

  constructor(link: DesksLink) {
    this.#link = link;
  }

  get all(): readonly DeskPanel[] {
    const room = this.#link.room();
    return room ? [...this.#interactions(room), ...this.#queue(room)] : [];
  }

  #interactions(room: Room): readonly Panel[] {
    const part = this.#part(room, 'interactions', interactions);
    return part?.desksOf(room, this.#link.locale(), this.#link.changed) ?? [];
  }

  #queue(room: Room): readonly DeskPanel[] {
    const part = this.#part(room, 'moderation', moderation);
    if (!part) return [];
    room.use(part.moderationFeature);
    const { held = [], hasPeople, hasPolicy } = room.store.state.moderation ?? {};
    if (held.length > 0) this.#queued = room;
    const words = this.#link.words();
    const waiting = html`<vitrine-moderation .room=${room}></vitrine-moderation>`;
    const tools: DeskPanel[] = [];
    const add = (
      id: 'people' | 'policy',
      of: Lazy<unknown>,
      icon: DeskPanel['icon'],
      content: TemplateResult,
    ): void => {
      // What nobody looks at is not fetched: a tag of its own until then.
      if (this.#link.open() === id && !of.module) void of.fetch();
      tools.push({ id, label: words[id], icon, count: 0, content, isTool: true });
    };
    if (hasPeople) add('people', people, usersIcon, html`<vitrine-people .room=${room}></vitrine-people>`);
    if (hasPolicy) add('policy', policy, slidersHorizontalIcon, html`<vitrine-policy .room=${room}></vitrine-policy>`);
    return this.#queued === room
      ? [{ id: 'waiting', label: words.waitingMessages, icon: null, count: held.length, content: waiting }, ...tools]
      : tools;
  }

  /** The part for a port that the room has; null while it is fetched, which is tried again the next time. */
  #part<T>(room: Room, port: 'interactions' | 'moderation', part: Lazy<T>): T | null {
    if (!room.store.state.connection.ports.includes(port)) return null;
    if (!part.module) void part.fetch().then((fetched) => fetched && this.#link.changed());
    return part.module;
  }
}
