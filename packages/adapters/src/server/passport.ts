// SPDX-License-Identifier: MIT
import { toVitrineError, VitrineError, type ConnectContext, type Viewer } from '@vitrine/core';
import type { Ask, Call } from './http.js';

export interface Papers {
  readonly token: string;
  readonly viewer: Viewer;
}

function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/**
 * What a token says of its bearer, for showing and hiding controls alone; the back end checks its signature. A token
 * that is no JWT is a viewer's until the back end has said more.
 */
function bearerOf(token: string): Viewer {
  try {
    const bytes = Uint8Array.from(
      atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
      (letter) => letter.charCodeAt(0),
    );
    const { sub: id = '', name, role = 'viewer', guest } = JSON.parse(new TextDecoder().decode(bytes));
    return { id, role, isGuest: guest === true, ...(name && { name }) };
  } catch {
    return { id: '', role: 'viewer', isGuest: false };
  }
}

/** Who the viewer is to the back end: the page's token, else a guest's, kept so that the bag survives a reload. */
export class Passport {
  readonly #ask: Ask;
  readonly #context: ConnectContext;
  readonly #given: string | undefined;
  readonly #key: string;
  #papers: Promise<Papers> | undefined;

  constructor(ask: Ask, context: ConnectContext, origin: string, given: string | undefined) {
    this.#ask = ask;
    this.#context = context;
    this.#given = given;
    this.#key = `vitrine:guest:${origin}:${context.roomId}`;
  }

  /** The viewer and the token; asks for them once. */
  get(): Promise<Papers> {
    const papers = (this.#papers ??= this.#find());
    // What failed is asked again the next time.
    papers.catch(() => this.#papers === papers && (this.#papers = undefined));
    return papers;
  }

  /** After a refusal: the page's new token, else a new guest. */
  async renew(): Promise<Papers> {
    this.#papers = undefined;
    this.#store(null);
    const token = await this.#fromPage({ refresh: true });
    if (token) this.#papers = Promise.resolve({ token, viewer: bearerOf(token) });
    return this.get();
  }

  /** The page's login. @throws {VitrineError} `AUTH_REQUIRED` when it gives no token */
  async signIn(): Promise<Viewer> {
    const token = await this.#fromPage({ refresh: true });
    if (!token) {
      throw new VitrineError('AUTH_REQUIRED', 'The page gave no token.', {
        mend: 'Resolve getToken({ refresh: true }) after the login.',
      });
    }
    const viewer = bearerOf(token);
    this.#papers = Promise.resolve({ token, viewer });
    return viewer;
  }

  /** A guest has a name now, and a token that says so. */
  take(papers: Papers): Viewer {
    this.#papers = Promise.resolve(papers);
    if (papers.viewer.isGuest) this.#store(papers);
    return papers.viewer;
  }

  /** Asks with the token; one that is refused is renewed once. */
  readonly ask = async <T>(path: string, call: Call): Promise<T> => {
    const { token } = await this.get();
    try {
      return await this.#ask<T>(path, { ...call, token });
    } catch (error) {
      if (!isRefusedToken(error)) throw error;
      return this.#ask<T>(path, { ...call, token: (await this.renew()).token });
    }
  };

  /** The page's token. Its own function may fail as any request may. */
  async #fromPage(options?: { readonly refresh: boolean }): Promise<string | null> {
    try {
      return await this.#context.getToken(options);
    } catch (thrown) {
      throw toVitrineError(thrown, 'NETWORK');
    }
  }

  async #find(): Promise<Papers> {
    const token = (await this.#fromPage()) ?? this.#given;
    if (token) return { token, viewer: bearerOf(token) };
    const kept = storage()?.getItem(this.#key);
    if (kept) {
      try {
        return JSON.parse(kept) as Papers;
      } catch {
        // Not what was put there: the next guest takes its place.
      }
    }
    const { roomId, signal } = this.#context;
    const papers = await this.#ask<Papers>('/guest', { body: { room: roomId }, signals: [signal] });
    this.#store(papers);
    return papers;
  }

  #store(papers: Papers | null): void {
    try {
      if (papers) storage()?.setItem(this.#key, JSON.stringify(papers));
      else storage()?.removeItem(this.#key);
    } catch {
      // Full or forbidden: the guest lives as long as the page.
    }
  }
}

/** Whether another token would help. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof VitrineError && (error.code === 'TOKEN_EXPIRED' || error.code === 'TOKEN_INVALID');
}
