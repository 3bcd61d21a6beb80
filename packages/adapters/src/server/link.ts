// SPDX-License-Identifier: MIT
import {
  backoffDelay,
  isStaff,
  pause,
  toErrorCode,
  toVitrineError,
  VitrineError,
  type ConnectContext,
  type ErrorCode,
  type Ms,
} from '@vitrine/core';
import {
  decodeServerFrame,
  encodeFrame,
  protocolVersion,
  subprotocol,
  type ClientFrame,
  type ServerFrame,
} from '@vitrine/core/wire';
import { isRefusedToken, type Papers, type Passport } from './passport.js';
import { canUnpack, unpack } from './unpack.js';

/** The back end beats every 5 s; after two missed beats the socket is dead, whatever TCP says. */
const silence: Ms = 12_000;
const pingEvery: Ms = 60_000;
const pingsAtStart = 5;

// Trying again would end the same.
const fatal: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ROOM_NOT_FOUND',
  'TOKEN_EXPIRED',
  'TOKEN_INVALID',
  'FORBIDDEN',
  'AUTH_REQUIRED',
  'VERSION_MISMATCH',
]);

export interface LinkOptions {
  /** `wss://…/ws` */
  readonly url: string;
  readonly WebSocket: typeof WebSocket;
  readonly passport: Passport;
  readonly context: ConnectContext;
  /** `epoch.batch` to go on from, if any. */
  resume(): string | undefined;
  take(frame: ServerFrame): void;
  /** The socket has gone; nothing that was sent will be answered. */
  lost(): void;
}

interface End {
  readonly error?: VitrineError;
  readonly retryAfter?: Ms | undefined;
}

/** The socket to the back end: opened, watched and opened again until the room closes. */
export class Link {
  readonly #options: LinkOptions;
  #socket: WebSocket | undefined;
  #end: ((end: End) => void) | undefined;
  #welcomed = false;
  #isAsleep = false;
  #wake: () => void = () => undefined;
  /** Back end's clock minus ours, roughly; for `retryAt` alone. */
  #offset: Ms = 0;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { signal } = options.context;
    const stop = (): void => {
      this.#end?.({});
      this.#wake();
    };
    signal.addEventListener('abort', stop, { once: true });
    // None of these exists outside a browser.
    if (typeof addEventListener !== 'function') return;
    const listen = (name: string, listener: () => void): void => addEventListener(name, listener, { signal });
    listen('online', () => this.#wake());
    listen('visibilitychange', () => document.visibilityState === 'visible' && this.#wake());
    // A page with an open socket is not kept in the back/forward cache.
    listen('pagehide', () => {
      this.#isAsleep = true;
      this.#end?.({});
    });
    listen('pageshow', () => {
      this.#isAsleep = false;
      this.#wake();
    });
  }

  get isUp(): boolean {
    return this.#welcomed && this.#socket !== undefined;
  }

  send(frame: ClientFrame): void {
    this.#socket?.send(encodeFrame(frame));
  }

  /** Opens another socket soon, with what `resume` then says. */
  restart(error?: VitrineError): void {
    this.#end?.({ ...(error && { error }), retryAfter: 0 });
  }

  async run(): Promise<void> {
    const { passport, context } = this.#options;
    const { signal } = context;
    let attempt = 0;
    let isRenewed = false;
    while (!signal.aborted) {
      let end: End;
      try {
        end = await this.#session(await passport.get(), attempt > 0);
        if (isRefusedToken(end.error) && !isRenewed) {
          isRenewed = true;
          await passport.renew();
          continue;
        }
      } catch (thrown) {
        const error = toVitrineError(thrown, 'NETWORK');
        end = { error, retryAfter: error.retryAfter };
      }
      if (signal.aborted) return;
      if (this.#welcomed) {
        attempt = 0;
        isRenewed = false;
      }
      this.#welcomed = false;
      this.#options.lost();
      const { error, retryAfter } = end;
      if (error && fatal.has(error.code)) return context.setStatus('closed', error);
      context.setStatus('reconnecting', error);
      await this.#rest(backoffDelay(attempt++, retryAfter), retryAfter === undefined);
    }
  }

  /** Waits for the next try. @param isWakeable false: the back end named the time */
  async #rest(ms: Ms, isWakeable: boolean): Promise<void> {
    do {
      const nap = new AbortController();
      this.#wake = () => (isWakeable || this.#isAsleep || this.#options.context.signal.aborted) && nap.abort();
      // A hidden page sleeps until it is shown.
      await pause(this.#isAsleep ? 2 ** 31 - 1 : ms, nap.signal).catch(() => undefined);
    } while (this.#isAsleep && !this.#options.context.signal.aborted);
    this.#wake = () => undefined;
  }

  /** @param isAgain a try before this one has failed */
  #session({ token, viewer }: Papers, isAgain: boolean): Promise<End> {
    const { url, WebSocket, context, resume, take } = this.#options;
    return new Promise((resolve) => {
      if (context.signal.aborted || this.#isAsleep) return resolve({});
      // A back end that is full takes the staff in all the same, if it can tell: the upgrade of a page carries nothing else.
      const isShown = isAgain && isStaff(viewer.role) && /^[\w.-]+$/.test(token);
      const socket = new WebSocket(url, isShown ? [subprotocol, `token.${token}`] : subprotocol);
      let watchdog: ReturnType<typeof setTimeout>;
      let pinging: ReturnType<typeof setTimeout> | undefined;
      let pings = 0;
      const end = (how: End): void => {
        clearTimeout(watchdog);
        clearTimeout(pinging);
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        this.#socket = this.#end = undefined;
        resolve(how);
      };
      const heard = (): void => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => end({ error: new VitrineError('TIMEOUT', 'The back end fell silent.') }), silence);
      };
      const ping = (): void => {
        pings++;
        this.send({ k: 'p', t0: Date.now() });
      };
      const read = (frame: ServerFrame): void => {
        if (frame.k === 'ok') {
          this.#offset = frame.now - Date.now();
          this.#welcomed = true;
          take(frame);
          context.setStatus('connected');
          ping();
        } else if (frame.k === 'p') {
          context.roundTrip({ sent: frame.t0, received: Date.now(), remote: frame.now });
          if (pings < pingsAtStart) ping();
          else pinging = setTimeout(ping, pingEvery);
        } else if (frame.k === 'e' && frame.cid === undefined) {
          const retryAfter =
            frame.retryAt === undefined ? undefined : Math.max(0, frame.retryAt - Date.now() - this.#offset);
          end({ error: new VitrineError(toErrorCode(frame.code), 'The back end ended the connection.'), retryAfter });
        } else if (frame.k === 'mv') {
          // Chunks over HTTP are for another adapter; another socket of the same back end is for this one.
          if (frame.to === 'socket') end({ retryAfter: frame.after });
        } else take(frame);
      };
      socket.binaryType = 'arraybuffer';
      this.#socket = socket;
      this.#end = end;
      heard();
      socket.onopen = () => {
        const from = resume();
        this.send({
          k: 'hi',
          v: protocolVersion,
          room: context.roomId,
          token,
          ...(from && { resume: from }),
          ...(canUnpack() && { caps: ['z'] }),
        });
      };
      const hear = (text: string): void => {
        if (this.#socket !== socket) return;
        try {
          read(decodeServerFrame(text));
        } catch (error) {
          // One frame that cannot be read is not the end of the show.
          context.report(error);
        }
      };
      /** The last of the frames that wait: nothing overtakes one that is being unpacked. */
      let waiting: Promise<void> | undefined;
      socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
        heard();
        if (typeof data === 'string' && !waiting) return hear(data);
        const turn = Promise.all([typeof data === 'string' ? data : unpack(data), waiting])
          .then(
            ([text]) => hear(text),
            (error: unknown) => context.report(error),
          )
          .then(() => {
            if (waiting === turn) waiting = undefined;
          });
        waiting = turn;
      };
      socket.onclose = () => end({ error: new VitrineError('NETWORK', 'The connection to the back end was lost.') });
    });
  }
}
