// SPDX-License-Identifier: MIT
// What flies, while it flies: fetched when the viewer has switched it on.
import { isAimed, isOwn, isStaff, type ChatMessage, type Retraction, type Room } from '@vitrine/core';
import { isMuted, mutedFeature } from '@vitrine/core/muted';
import type { Strings } from '../shared/localize.js';
import type { english } from './danmaku.strings.js';
import { flightTime, Lanes } from './lanes.js';

/** What flies at once; the pool has as many nodes. */
export const most = 48;
/** Nobody reads more in passing; the chat has the rest. */
const longest = 200;
/** Between two lanes, in px. */
const space = 4;
/** Rows are let go this often, in ms: each time costs a layout. */
const beat = 125;

export interface FlightLink {
  /** Where it flies. */
  readonly sky: HTMLElement;
  /** How much of the height it may use, in percent. */
  share(): number;
  words(): Strings<typeof english>;
}

interface Flying {
  readonly message: ChatMessage;
  readonly animation: Animation;
}

/** Lets what is said in a room fly until the signal aborts; then nothing is left of it. */
export class Flight {
  readonly #room: Room;
  readonly #link: FlightLink;
  readonly #lanes = new Lanes();
  readonly #spare: HTMLElement[] = [];
  readonly #flying = new Map<HTMLElement, Flying>();
  /** How high a lane is; 0 before the first row. */
  #high = 0;
  #waiting: readonly ChatMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(room: Room, link: FlightLink, signal: AbortSignal) {
    this.#room = room;
    this.#link = link;
    const { bus, store } = room;
    // What is delivered before the chat is ready is history, and not said now.
    let isLive = store.state.chat.status === 'ready';
    store.select(
      ({ chat }) => chat.status,
      (status) => (isLive = status === 'ready'),
      { signal },
    );
    bus.on('chat:received', ({ messages }) => isLive && this.#gather(messages), { signal });
    bus.on('chat:retracted', (target) => this.#retract(target), { signal });
    // Another moment of a recording.
    bus.on('chat:moved', () => this.#clear(), { signal });
    room.use(mutedFeature);
    store.select(
      ({ muted }) => muted,
      () => this.#drop((message) => isMuted(message, store.state)),
      { signal },
    );
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  #gather(messages: readonly ChatMessage[]): void {
    this.#waiting = [...this.#waiting, ...messages];
    this.#timer ??= setTimeout(() => {
      const waiting = this.#waiting;
      this.#waiting = [];
      this.#timer = undefined;
      this.#release(waiting);
    }, beat);
  }

  #release(messages: readonly ChatMessage[]): void {
    const { sky } = this.#link;
    const now = performance.now();
    const [width, height] = [sky.clientWidth, sky.clientHeight];
    this.#fit(height);
    const open = this.#high > 0 ? this.#lanes.open(now) : most;
    const state = this.#room.store.state;
    const rank = (message: ChatMessage): number => (isOwn(message, state) ? 0 : isStaff(message.author.role) ? 1 : 2);
    const said = messages
      .filter((message) => message.kind !== 'order' && !isMuted(message, state))
      .sort((one, other) => rank(one) - rank(other))
      .slice(0, Math.min(most - this.#flying.size, open));
    if (said.length === 0 || width === 0) return;
    // All are written, then all are measured: one layout, however many come.
    const rows = said.map((message) => ({ message, node: this.#node(message) }));
    sky.append(...rows.map(({ node }) => node));
    const sizes = rows.map(({ node }) => ({ row: node.offsetWidth, high: node.offsetHeight + space }));
    this.#high = Math.max(...sizes.map(({ high }) => high));
    this.#fit(height);
    const ahead = getComputedStyle(sky).direction === 'rtl' ? -1 : 1;
    rows.forEach(({ message, node }, index) => {
      const row = sizes[index]?.row ?? 0;
      const lane = this.#lanes.enter(now, width, row);
      if (lane < 0) return this.#land(node);
      const at = (across: number): string => `translate(${ahead * across}px, ${lane * this.#high}px)`;
      // Nothing but `transform`: no layout and no paint follows.
      const animation = node.animate([{ transform: at(width) }, { transform: at(-row) }], flightTime(width));
      // By the clock of the lanes, however late its first frame is.
      animation.startTime = now;
      animation.onfinish = () => this.#land(node);
      this.#flying.set(node, { message, animation });
    });
  }

  /** As many lanes as fit into the share of the height, and one wherever it fits at all. */
  #fit(height: number): void {
    if (this.#high === 0) return;
    const count = Math.floor((height * this.#link.share()) / 100 / this.#high);
    this.#lanes.resize(Math.max(count, height >= this.#high ? 1 : 0));
  }

  #node(message: ChatMessage): HTMLElement {
    const { text, author } = message;
    const node = this.#spare.pop() ?? document.createElement('div');
    node.className = 'row';
    const said = document.createElement('bdi');
    said.textContent = text.slice(0, longest);
    node.replaceChildren(said);
    if (isOwn(message, this.#room.store.state)) node.classList.add('own');
    if (isStaff(author.role)) {
      const { host, moderator } = this.#link.words();
      const tag = document.createElement('span');
      tag.className = 'tag';
      tag.textContent = author.role === 'moderator' ? moderator : host;
      node.classList.add('staff');
      node.prepend(tag, ' ');
    }
    return node;
  }

  #land(node: HTMLElement): void {
    this.#flying.get(node)?.animation.cancel();
    this.#flying.delete(node);
    node.remove();
    this.#spare.push(node);
  }

  #retract(target: Retraction): void {
    if (target.kind === 'all') return this.#clear();
    this.#drop((message) => isAimed(target, message));
  }

  #drop(isMeant: (message: ChatMessage) => boolean): void {
    this.#waiting = this.#waiting.filter((message) => !isMeant(message));
    for (const [node, { message }] of [...this.#flying]) if (isMeant(message)) this.#land(node);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    for (const node of [...this.#flying.keys()]) this.#land(node);
    this.#lanes.clear();
  }
}
