// SPDX-License-Identifier: MIT
import type { Writer } from '../gateway/writer.js';
import type { Script } from './words.js';

/** Nobody says what is among so many of the shoppers' lines before. */
const memory = 16;
const ofProduct = 0.6;

function oneOf<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}

/** The shoppers and the host of one room, who say what their script has. */
export class Voices {
  readonly #writer: Writer;
  readonly #script: Script;
  #said: string[] = [];
  #last: string | undefined;
  #presented = 0;

  constructor(writer: Writer, script: Script) {
    this.#writer = writer;
    this.#script = script;
  }

  /** What the first visitor finds. */
  open(): void {
    for (const { name, text, kind } of this.#script.opening) {
      if (name === undefined) this.#sayAsHost(text);
      else if (kind === 'order') this.#writer.say({ author: this.#author(name), text, kind: 'o' });
      else this.#say(name, text);
    }
  }

  /** Somebody says something, of what is on camera more often than not. */
  talk(): void {
    const { pinned, chat } = this.#writer;
    if (chat.mode === 'read-only') return;
    const { aboutProducts, shoppers, smallTalk } = this.#script;
    const about = this.#fresh(pinned === null ? [] : (aboutProducts[pinned] ?? []));
    const text = oneOf(Math.random() < ofProduct && about.length > 0 ? about : this.#fresh(smallTalk));
    const name = oneOf(shoppers.filter((one) => one !== this.#last));
    if (text !== undefined && name !== undefined) this.#say(name, text);
  }

  /** The host says what she shows: every other time, for the shoppers have the room for themselves in between. */
  present(product: string): void {
    const line = this.#script.hostLines[product];
    if (line !== undefined && this.#presented++ % 2 === 0) this.#sayAsHost(line);
  }

  #fresh(lines: readonly string[]): readonly string[] {
    return lines.filter((line) => !this.#said.includes(line));
  }

  #author(name: string): { readonly id: string; readonly n: string } {
    return { id: `shopper-${this.#script.shoppers.indexOf(name)}`, n: name };
  }

  #say(name: string, text: string): void {
    this.#last = name;
    this.#said = [...this.#said, text].slice(-memory);
    this.#writer.say({ author: this.#author(name), text });
  }

  #sayAsHost(text: string): void {
    const { name, avatar } = this.#writer.stream.host;
    this.#last = undefined;
    this.#writer.say({
      author: { id: 'host-demo', n: name, r: 'host', ...(avatar === undefined ? {} : { a: avatar }) },
      text,
    });
  }
}
