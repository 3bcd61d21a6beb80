// SPDX-License-Identifier: MIT
import { newId } from '../../model/index.js';
import type { KeyValueStorage } from '../feature.js';
import type { CartCommand, CartResult } from './cart.port.js';

/** A command on its way, with those who wait for its answer. */
export interface QueuedCommand {
  /** What it is about: a second wish for the same thing replaces the first while that has not left. */
  readonly key: string;
  /** The command id. A command that was replaced is another one: its old id may already have an answer. */
  id: string;
  command: CartCommand;
  readonly waiting: { resolve(result: CartResult): void; reject(error: unknown): void }[];
}

const storageKey = 'cart-commands';

export function keyOf(command: CartCommand): string {
  if (command.kind === 'coupon') return `coupon ${command.code}`;
  const { variantId, offerId = '', quoteId = '' } = command.item;
  return `item ${variantId} ${offerId} ${quoteId}`;
}

/**
 * Commands in order, one at a time. They are absolute, so one that waits can be replaced by a newer wish; and each has
 * an id that the back end answers once, so one whose answer was lost can be sent again. Kept over a reload.
 */
export class CommandQueue {
  readonly #storage: KeyValueStorage;
  #items: QueuedCommand[] = [];
  #running: QueuedCommand | null = null;

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
    for (const { id, command } of restore(storage.get(storageKey))) {
      this.#items.push({ key: keyOf(command), id, command, waiting: [] });
    }
  }

  /** All that is wanted and not confirmed, oldest first. */
  get commands(): readonly CartCommand[] {
    return this.#items.map(({ command }) => command);
  }

  add(command: CartCommand): Promise<CartResult> {
    return new Promise((resolve, reject) => {
      const key = keyOf(command);
      const queued = this.#items.find((item) => item.key === key && item !== this.#running);
      if (queued) {
        queued.command = command;
        queued.id = newId();
        queued.waiting.push({ resolve, reject });
      } else this.#items.push({ key, id: newId(), command, waiting: [{ resolve, reject }] });
      this.#keep();
    });
  }

  /** The next command to send, or null while one runs or none waits. */
  next(): QueuedCommand | null {
    if (this.#running) return null;
    this.#running = this.#items[0] ?? null;
    return this.#running;
  }

  /** Ends the running command; its waiters must have been answered. */
  done(): void {
    const done = this.#running;
    this.#running = null;
    this.#items = this.#items.filter((item) => item !== done);
    this.#keep();
  }

  #keep(): void {
    const plain = this.#items.map(({ id, command }) => ({ id, command }));
    this.#storage.set(storageKey, plain.length > 0 ? JSON.stringify(plain) : null);
  }
}

function restore(text: string | null): { id: string; command: CartCommand }[] {
  if (text === null) return [];
  try {
    const items = JSON.parse(text) as { id: string; command: CartCommand }[];
    return items.filter(
      ({ id, command }) =>
        typeof id === 'string' &&
        (command.kind === 'coupon' ||
          (command.kind === 'set' && typeof command.item.variantId === 'string' && Number.isInteger(command.quantity))),
    );
  } catch {
    return [];
  }
}
