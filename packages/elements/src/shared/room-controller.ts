// SPDX-License-Identifier: MIT
import { VitrineError, type Ms, type Room, type RoomState } from '@vitrine/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { printError } from './print-error.js';
import { RoomRequest } from './room-context.js';
import { findRoomSource, roomSourceChanged } from './room-source.js';

/** What the controller needs of its element. */
export interface RoomHost extends ReactiveControllerHost, HTMLElement {
  /** A room object (wins), a room source's id, or nothing: then the room around the element. */
  readonly room: Room | string | null;
  /** An element that is a room source itself looks no further. */
  readonly connectedRoom?: Room | null;
}

/** A page may take its time until it has the element of a room; then it has likely forgotten it. */
const patience: Ms = 3000;

type Connect = (room: Room, signal: AbortSignal) => void;

/**
 * Finds the element's room and keeps the element in step with it. `current` is the room now, or null.
 * What is started in `connect` gets a signal that aborts when the element leaves the page or changes its room.
 */
export class RoomController implements ReactiveController {
  readonly #host: RoomHost;
  readonly #connect: Connect | undefined;
  #selectors: ((state: Readonly<RoomState>) => unknown)[] = [];
  #room: Room | null = null;
  /** What the provider around the element says, and how to hear no more of it. */
  #around: Room | null = null;
  #unsubscribe: (() => void) | undefined;
  #life: AbortController | null = null;
  #watching: AbortController | null = null;
  #hint: ReturnType<typeof setTimeout> | undefined;

  constructor(host: RoomHost, connect?: Connect) {
    this.#host = host;
    this.#connect = connect;
    host.addController(this);
  }

  get current(): Room | null {
    return this.#room;
  }

  get state(): Readonly<RoomState> | null {
    return this.#room?.store.state ?? null;
  }

  /** Renders the element again whenever what the selector picks changes. Call it once, in the constructor. */
  watch(selector: (state: Readonly<RoomState>) => unknown): void {
    this.#selectors = [...this.#selectors, selector];
  }

  hostConnected(): void {
    this.#watching = new AbortController();
    document.addEventListener(roomSourceChanged, () => this.#ask(), { signal: this.#watching.signal });
    this.#ask();
    this.#hint = setTimeout(() => this.#missed(), patience);
  }

  hostDisconnected(): void {
    clearTimeout(this.#hint);
    this.#watching?.abort();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#around = null;
    this.#leave();
  }

  hostUpdate(): void {
    this.update();
  }

  /** Looks for the room again. */
  update(): void {
    if (!this.#host.isConnected) return;
    const room = this.#find();
    if (room === this.#room) return;
    this.#leave();
    this.#room = room;
    this.#host.requestUpdate();
    if (!room) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    room.signal.addEventListener('abort', () => this.update(), { signal });
    for (const selector of this.#selectors) room.store.select(selector, () => this.#host.requestUpdate(), { signal });
    this.#connect?.(room, signal);
  }

  // Asked again whenever a room source on the page comes or changes: a page may upgrade the chat before the room.
  #ask(): void {
    if (this.#host.connectedRoom === undefined) this.#host.dispatchEvent(new RoomRequest(this.#host, this.#answered));
    this.update();
  }

  readonly #answered = (room: Room | null, unsubscribe?: () => void): void => {
    // Another provider, nearer than the one before.
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    this.#around = room;
    this.update();
  };

  #find(): Room | null {
    const { room, connectedRoom } = this.#host;
    if (connectedRoom !== undefined) return connectedRoom;
    const found =
      typeof room === 'string' ? (findRoomSource(this.#host, room)?.connectedRoom ?? null) : (room ?? this.#around);
    return found && !found.signal.aborted ? found : null;
  }

  /** A name that leads nowhere looks like a show that loads for ever: the page's developer is told. */
  #missed(): void {
    const { room, connectedRoom } = this.#host;
    if (typeof room !== 'string' || connectedRoom !== undefined || findRoomSource(this.#host, room)) return;
    const mend = `Give a vitrine-room the id "${room}", or set the element's property room to an open room.`;
    void printError(new VitrineError('MISCONFIGURED', `There is no room "${room}" here.`, { field: 'room', mend }));
  }

  #leave(): void {
    this.#life?.abort();
    this.#life = null;
    this.#room = null;
  }
}
