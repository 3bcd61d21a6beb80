// SPDX-License-Identifier: MIT
// A client that keeps to no rule: bytes on a socket, as a test makes them.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { decodeServerFrame, protocolVersion, subprotocol, type ServerFrame } from '@vitrine/core/wire';

/** Opcodes of RFC 6455, section 5.2. */
export const opcodes = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

interface Look {
  readonly isFinal?: boolean;
  /** The three reserved bits. */
  readonly reserved?: number;
  readonly isMasked?: boolean;
}

/** The bytes of a frame, well-formed or not. */
export function frameOf(opcode: number, payload: string | Buffer = '', look: Look = {}): Buffer {
  const { isFinal = true, reserved = 0, isMasked = true } = look;
  const data = Buffer.from(payload as string);
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  const mask = isMasked ? 0x80 : 0;
  const size =
    data.length < 126
      ? Buffer.from([first, mask | data.length])
      : Buffer.from([first, mask | 126, data.length >> 8, data.length & 0xff]);
  if (!isMasked) return Buffer.concat([size, data]);
  const key = randomBytes(4);
  return Buffer.concat([size, key, data.map((byte, index) => byte ^ (key[index % 4] ?? 0))]);
}

export class RawClient {
  readonly socket: Socket;
  /** The headers with which the server took the socket over. */
  headers = '';
  readonly frames: ServerFrame[] = [];
  pongs = 0;
  /** The code of the close frame; null: none has come. */
  closeCode: number | null = null;
  isEnded = false;
  #bytes = Buffer.alloc(0);
  readonly #heard = new Set<() => void>();

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (bytes: Buffer) => this.#read(bytes));
    for (const end of ['close', 'error'])
      this.socket.on(end, () => {
        this.isEnded = true;
        this.#tell();
      });
  }

  /** Connected, and in the room where it is told to be. */
  static async join(
    { port }: { readonly port: number },
    room?: string,
    token: string | null = null,
  ): Promise<RawClient> {
    const client = new RawClient(port);
    await once(client.socket, 'connect');
    client.socket.write(
      `GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Protocol: ${subprotocol}\r\n` +
        `Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n`,
    );
    await client.until(() => client.headers);
    if (room === undefined) return client;
    client.say({ k: 'hi', v: protocolVersion, room, token });
    await client.until(() => client.frames.some(({ k }) => k === 'snap'));
    return client;
  }

  say(frame: object): void {
    this.write(frameOf(opcodes.text, JSON.stringify(frame)));
  }

  write(...frames: readonly Buffer[]): void {
    this.socket.write(Buffer.concat(frames));
  }

  #tell(): void {
    for (const listener of [...this.#heard]) listener();
  }

  #read(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    if (!this.headers) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.headers = this.#bytes.subarray(0, end).toString();
      this.#bytes = this.#bytes.subarray(end + 4);
    }
    while (this.#next());
    this.#tell();
  }

  #next(): boolean {
    const [first = 0, length = 0] = this.#bytes;
    const start = length === 127 ? 10 : length === 126 ? 4 : 2;
    if (this.#bytes.length < start) return false;
    const size =
      length === 127 ? Number(this.#bytes.readBigUInt64BE(2)) : length === 126 ? this.#bytes.readUInt16BE(2) : length;
    if (this.#bytes.length < start + size) return false;
    const payload = this.#bytes.subarray(start, start + size);
    this.#bytes = this.#bytes.subarray(start + size);
    const opcode = first & 0x0f;
    if (opcode === opcodes.text) this.frames.push(decodeServerFrame(payload.toString()));
    if (opcode === opcodes.pong) this.pongs++;
    if (opcode === opcodes.close) this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    return true;
  }

  until<T>(find: () => T | undefined | null | false | '', what = 'a condition'): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (!found) return;
        stop();
        resolve(found);
      };
      const stop = (): void => {
        clearTimeout(timer);
        this.#heard.delete(look);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited in vain for ${what}: ${JSON.stringify(this.frames.slice(-3))}, ${this.closeCode}`));
      }, 5000);
      this.#heard.add(look);
      look();
    });
  }

  /** The close code, and the code of the error that was told before. */
  async ended(): Promise<readonly [close: number | null, code: string | undefined]> {
    await this.until(() => this.isEnded || this.closeCode !== null, 'the end');
    const told = this.frames.find((frame) => frame.k === 'e' && frame.cid === undefined);
    this.socket.destroy();
    return [this.closeCode, told?.k === 'e' ? told.code : undefined];
  }
}
