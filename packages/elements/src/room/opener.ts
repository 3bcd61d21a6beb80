// SPDX-License-Identifier: MIT
import { Room, toVitrineError, VitrineError, type Adapter } from '@vitrine/core';
import type { LitElement, ReactiveController } from 'lit';
import { makeAdapter } from '../shared/adapters.js';
import { printError } from '../shared/print-error.js';
import { eventName } from '../shared/request-event.js';
import { RoomProvider } from '../shared/room-context.js';
import { roomSourceChanged } from '../shared/room-source.js';

/** What the page tells the element about its room. */
export interface RoomSettings {
  /** An open room of the page's own, or the back end's id of one. */
  readonly room: Room | string | null;
  /** The adapter itself, or the name it is registered under. */
  readonly adapter: Adapter | string | null;
  readonly server: string | null;
  readonly currency: string | null;
  readonly locale: string;
  readonly token: string | null;
  readonly getToken: ((options?: { readonly refresh?: boolean }) => Promise<string | null>) | null;
}

/**
 * Opens the room that the element's attributes describe, offers it to the elements around, and tells its facts as DOM
 * events. The room outlives a move in the document: it is closed two frames after the element has left.
 */
export class RoomOpener implements ReactiveController {
  readonly #host: LitElement & RoomSettings;
  readonly #provider: RoomProvider;
  #providing: AbortController | null = null;
  #room: Room | null = null;
  #error: VitrineError | null = null;
  #isOwner = false;
  #life: AbortController | null = null;
  #settings: readonly unknown[] = [];
  #lastLine = '';

  constructor(host: LitElement & RoomSettings) {
    this.#host = host;
    this.#provider = new RoomProvider(host);
    host.addController(this);
  }

  /** The room, or null while there is none (yet, or any more). */
  get room(): Room | null {
    return this.#room && !this.#room.signal.aborted ? this.#room : null;
  }

  /** Why no room could even be made; a room that fails says so in its own state. */
  get error(): VitrineError | null {
    return this.#error;
  }

  hostConnected(): void {
    this.#providing = new AbortController();
    this.#provider.provide(this.#providing.signal);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const { room, adapter, server, currency } = this.#host;
    const settings = [room, adapter, server, currency];
    const isSame = this.#settings.length > 0 && settings.every((value, index) => value === this.#settings[index]);
    if (isSame && this.#life) return;
    this.#settings = settings;
    this.retry();
  }

  hostDisconnected(): void {
    this.#providing?.abort();
    const life = this.#life;
    afterTwoFrames(() => {
      if (!this.#host.isConnected && life === this.#life) this.#stop();
    });
  }

  /** Gives up what there is and opens the room anew. */
  retry(): void {
    this.#stop();
    this.#life = new AbortController();
    void this.#open(this.#life.signal);
  }

  async #open(signal: AbortSignal): Promise<void> {
    const { room, currency, locale } = this.#host;
    try {
      if (room && typeof room === 'object') return this.#take(room, false, signal);
      const found = this.#adapter(signal);
      // An adapter that is there already makes a room at once: no frame without one.
      const adapter = found instanceof Promise ? await found : found;
      if (signal.aborted) return;
      const made = new Room({
        id: room ?? 'room',
        adapter,
        locale,
        ...(currency ? { currency } : {}),
        // Read when it is asked for: a page may set it after the room was opened.
        getToken: async (options) => {
          const { getToken, token } = this.#host;
          return getToken ? await getToken(options) : token;
        },
        onError: (error) => this.#say(error),
      });
      this.#take(made, true, signal);
      made.open();
    } catch (thrown) {
      if (!signal.aborted) this.#refuse(toVitrineError(thrown, 'MISCONFIGURED'));
    }
  }

  #adapter(signal: AbortSignal): Adapter | Promise<Adapter> {
    const { adapter, server, dataset } = this.#host;
    if (adapter && typeof adapter === 'object') return adapter;
    const name = adapter ?? (server === null ? null : 'server');
    if (name === null) return this.#afterScripts(signal);
    return makeAdapter(name, { server, data: definedOf(dataset) }, signal);
  }

  // The page's own script, or a framework, may set the property a moment after the element was upgraded.
  async #afterScripts(signal: AbortSignal): Promise<Adapter> {
    await new Promise<void>((resolve) => afterTwoFrames(resolve));
    const { adapter } = this.#host;
    if (signal.aborted || (adapter && typeof adapter === 'object')) return adapter as Adapter;
    throw new VitrineError('MISCONFIGURED', 'A <vitrine-room> has neither an adapter nor a server.', {
      field: 'adapter',
      mend: 'Set server="https://…", or adapter="name", or the adapter property.',
    });
  }

  #take(room: Room, isOwner: boolean, signal: AbortSignal): void {
    this.#room = room;
    this.#isOwner = isOwner;
    // A fact is told where it happened and does not bubble: two rooms on a page are never mixed up.
    room.bus.tap((name, detail) => this.#tell(name, detail), { signal });
    this.#changed();
  }

  #refuse(error: VitrineError): void {
    this.#error = error;
    this.#say(error);
    this.#tell('room:failed', { error });
    this.#changed();
  }

  #stop(): void {
    const room = this.#room;
    const hadRoom = room !== null;
    this.#life?.abort();
    this.#life = null;
    this.#room = null;
    this.#error = null;
    if (this.#isOwner) room?.close();
    if (hadRoom) this.#changed();
  }

  #changed(): void {
    this.#provider.room = this.#room;
    document.dispatchEvent(new Event(roomSourceChanged));
    this.#host.requestUpdate();
  }

  #tell(name: string, detail: unknown): void {
    this.#host.dispatchEvent(new CustomEvent(eventName(name), { detail }));
  }

  // One line a fault, however often the back end repeats it.
  #say(error: VitrineError): void {
    const line = `${error.code} ${error.field} ${error.message}`;
    if (line === this.#lastLine) return;
    this.#lastLine = line;
    void printError(error);
  }
}

function definedOf(dataset: DOMStringMap): Record<string, string> {
  return Object.fromEntries(Object.entries(dataset).map(([name, value]) => [name, value ?? '']));
}

// Frames do not come while a page is hidden: a room that nobody sees any more must be closed there too.
function afterTwoFrames(run: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, 500);
  requestAnimationFrame(() => requestAnimationFrame(once));
}
