// SPDX-License-Identifier: MIT
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import {
  decodeClientFrame,
  encodeFrame,
  maximumClientFrame,
  type ClientFrame,
  type HelloFrame,
  type ServerFrame,
} from '@vitrine/core/wire';
import { toRefusal } from '../http/failure.js';
import { newId } from '../ids.js';
import { isStaff, type Claims } from '../identity/claims.js';
import { Refusal } from '../refusal.js';
import type { Member } from './audience.js';
import type { Batch } from './batch.js';
import { closeCodes } from './close-codes.js';
import { banned, greet, type Greeting } from './greeting.js';
import type { GatewayContext } from './gateway.js';
import { fromCodec, toWireViewer } from './wire-terms.js';
import { Outlet } from './outlet.js';
import { ringSpan, type Writer } from './writer.js';

const helloWithin = 5000;
const mostWaiting = 16;

/** One socket: greets, then passes frames between the client and its room. */
export class Connection implements Member {
  readonly #socket: WebSocket;
  readonly #outlet: Outlet;
  readonly #context: GatewayContext;
  readonly #key = newId();
  #subject = `anonymous-${this.#key}`;
  #claims: Claims | null = null;
  #writer: Writer | null = null;
  #greeting: 'awaited' | 'checked' | 'done' = 'awaited';
  #waiting: string[] = [];
  #isAlive = true;
  /** How many messages of its own it has had no answer to. */
  #unanswered = 0;
  /** null once it has greeted: the timer and what it holds are let go. */
  #cancelHello: (() => void) | null;

  /** @param raw the socket beneath, for frames that were built once for everybody */
  constructor(socket: WebSocket, raw: Duplex, context: GatewayContext) {
    this.#socket = socket;
    this.#outlet = new Outlet(raw, context.clock);
    this.#context = context;
    this.#cancelHello = context.clock.after(helloWithin, () =>
      this.#end(new Refusal('TIMEOUT', 'No "hi" came within five seconds.')),
    );
    socket.on('message', (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    socket.on('ping', (data: Buffer) => void (this.#mayCome() && socket.pong(data)));
    socket.on('pong', () => {
      this.#isAlive = true;
      this.#mayCome();
    });
    socket.on('close', () => this.#left());
    socket.on('error', (error) => context.log.debug({ error: error.message }, 'socket error'));
  }

  get subject(): string {
    return this.#subject;
  }
  deliver(batch: Batch): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    // (Answers come right behind the batch that brings what they are about.)
    if (this.#unanswered > 0) this.#outlet.gather();
    if (!this.#outlet.deliver(batch)) this.cutOff();
  }

  /** Takes over a new name, so that the next message carries it. */
  rename(claims: Claims): void {
    if (this.#claims?.subject === claims.subject) this.#claims = claims;
  }

  /** What that person is called, if it is theirs and in that room. */
  nameIn(room: string, subject: string): string | undefined {
    return this.#writer?.id === room && this.#claims?.subject === subject ? this.#claims.name : undefined;
  }

  /** Ends it if it is that person's in that room: they may not be there any more. */
  turnOut(room: string, subject: string): void {
    if (this.#writer?.id === room && this.#claims?.subject === subject && !isStaff(this.#claims.role))
      this.#end(banned());
  }

  /** Asks whether the other end is still there; ends it where it was asked before and there was no answer. */
  probe(): void {
    if (!this.#isAlive) return this.cutOff();
    this.#isAlive = false;
    this.#socket.ping();
  }

  /** Ends it because the server stops; clients come back by themselves. @returns when it is closed */
  dismiss(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
    this.#socket.close(closeCodes.restart, 'restart');
    return closed;
  }

  /** Ends it without a word. */
  cutOff(): void {
    this.#socket.terminate();
  }

  #send(frame: ServerFrame): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(encodeFrame(frame));
  }

  #end(error: Refusal, code = closeCodes.of(error.code)): void {
    const retryAt = error.retryAfter === undefined ? {} : { retryAt: this.#context.clock.now() + error.retryAfter };
    this.#send({ k: 'e', code: error.code, ...retryAt, ...(error.field === undefined ? {} : { field: error.field }) });
    this.#left();
    this.#socket.close(code, error.code);
  }

  #stopAwaiting(): void {
    this.#cancelHello?.();
    this.#cancelHello = null;
  }

  #left(): void {
    this.#stopAwaiting();
    this.#writer?.leave(this);
    this.#writer = null;
    this.#waiting = [];
    this.#greeting = 'done';
    this.#context.gone(this);
  }

  /** Counts a frame. @returns false when it is not to be looked at: there were too many, or it is over */
  #mayCome(): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return false;
    const wait = this.#context.frames.take(this.#key);
    if (wait > 0) this.#end(new Refusal('RATE_LIMITED', 'Too many frames.', { retryAfter: wait }));
    return wait === 0;
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (!this.#mayCome()) return;
    if (isBinary) return this.#end(new Refusal('UNKNOWN_TYPE', 'Binary frames are not understood.'));
    if (data.length > maximumClientFrame)
      return this.#end(new Refusal('TOO_LARGE', `A frame may have ${maximumClientFrame} bytes.`));
    const text = data.toString('utf8');
    if (this.#greeting === 'checked') {
      if (this.#waiting.push(text) > mostWaiting)
        this.#end(new Refusal('RATE_LIMITED', 'Too many frames before the welcome.'));
      return;
    }
    this.#handle(text);
  }

  #handle(text: string): void {
    let frame: ClientFrame;
    try {
      frame = decodeClientFrame(text);
    } catch (thrown) {
      return this.#end(fromCodec(thrown));
    }
    if (frame.k === 'hi') {
      if (this.#greeting !== 'awaited') return this.#end(new Refusal('MALFORMED', 'A second "hi".', { field: 'k' }));
      void this.#hello(frame);
      return;
    }
    if (!this.#writer) return this.#end(new Refusal('MALFORMED', 'The first frame is "hi".', { field: 'k' }));
    const { now } = this.#context.clock;
    if (frame.k === 'p') return this.#send({ k: 'p', t0: frame.t0, now: now() });
    if (this.#claims && this.#claims.expiresAt <= now()) {
      return this.#end(new Refusal('TOKEN_EXPIRED', 'The token has expired.'));
    }
    if (frame.k === 'm') this.#say(this.#writer, frame);
    else if (frame.k === 'l')
      this.#writer.like(this.#context.likes.takeUpTo(`${this.#writer.id} ${this.#subject}`, frame.count));
    else this.#repair(this.#writer, frame.from, frame.to);
  }

  async #hello(frame: HelloFrame): Promise<void> {
    this.#greeting = 'checked';
    this.#stopAwaiting();
    let greeting: Greeting;
    try {
      greeting = await greet(frame, this.#context);
    } catch (thrown) {
      return this.#end(toRefusal(thrown));
    }
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const { writer, claims, resumeFrom } = greeting;
    this.#greeting = 'done';
    this.#claims = claims;
    if (claims) this.#subject = claims.subject;
    this.#outlet.readsPacked = frame.caps?.includes('z') ?? false;
    this.#writer = writer;
    const missed = resumeFrom === null ? undefined : writer.ring.range(resumeFrom + 1, writer.n);
    this.#send({
      k: 'ok',
      now: this.#context.clock.now(),
      ep: writer.epoch,
      n: writer.n,
      tick: writer.tick,
      ring: ringSpan,
      viewer: toWireViewer(claims, this.#subject),
      limits: { chars: writer.chat.maximumLength, slow: writer.chat.slowMode, like: this.#context.likesPerSecond },
      resumed: missed !== undefined,
    });
    if (missed) for (const batch of missed) this.deliver(batch);
    else this.#outlet.write(writer.snapshotFrame());
    writer.join(this);
    for (const text of this.#waiting.splice(0)) if (this.#socket.readyState === this.#socket.OPEN) this.#handle(text);
  }

  #say(writer: Writer, { cid, text, replyTo, sticker }: Extract<ClientFrame, { k: 'm' }>): void {
    const refuse = ({ code, retryAfter, field }: Refusal): void =>
      this.#send({
        k: 'e',
        cid,
        code,
        ...(retryAfter === undefined ? {} : { retryAt: this.#context.clock.now() + retryAfter }),
        ...(field === undefined ? {} : { field }),
      });
    const settle = (id: string | null, error: Refusal | null): void => {
      this.#unanswered--;
      if (id !== null) this.#send({ k: 'a', cid, i: id });
      else if (error) refuse(error);
    };
    this.#unanswered++;
    try {
      this.#context.speech.say(writer, {
        cid,
        text,
        replyTo,
        sticker,
        claims: this.#claims,
        connection: this.#key,
        settle,
      });
    } catch (thrown) {
      settle(null, toRefusal(thrown));
    }
  }

  #repair(writer: Writer, from: number, to: number): void {
    // A snapshot is dear: who asks without end is answered now and then.
    if (this.#context.repairs.take(this.#key) > 0) return;
    const missed = writer.ring.range(from, Math.min(to, writer.n));
    if (missed) {
      for (const batch of missed) this.deliver(batch);
      return;
    }
    this.#send({ k: 'gap', from, to });
    this.#outlet.write(writer.snapshotFrame());
  }
}
