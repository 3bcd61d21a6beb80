// SPDX-License-Identifier: MIT
import {
  isStaff,
  VitrineError,
  type Cart,
  type CartResult,
  type ChatPort,
  type CheckoutSession,
  type CommandOptions,
  type ConnectContext,
  type Ports,
  type ProgramTime,
  type Viewer,
} from '@vitrine/core';
import type {} from '@vitrine/core/interactions';
import type {} from '@vitrine/core/likes';
import type {} from '@vitrine/core/moderation';
import type {} from '@vitrine/core/own-words';
import type { RemindersPort } from '@vitrine/core/reminders';
import type { WireStickers } from '@vitrine/core/wire';
import type { Live } from './live.js';
import type { Passport } from './passport.js';

export interface ServerParts extends Live {
  readonly context: ConnectContext;
  readonly passport: Passport;
  /** `/rooms/<id>` */
  readonly room: string;
  readonly viewer: Viewer;
  /** Whether the back end reminds anybody of a show. */
  readonly reminders: boolean;
  /** Whether the room has stickers. */
  readonly stickers: boolean;
}

type Signal = { readonly signal: AbortSignal };
type PinOptions = CommandOptions & { readonly at?: ProgramTime };

/** What the back end offers this viewer; who runs the show gets the calls for it. */
export function serverPorts(parts: ServerParts): Partial<Ports> {
  const { context, mirror, link, speech, passport, room, viewer } = parts;
  const { signal: life, currency } = context;
  const read = <T>(path: string, { signal }: Signal): Promise<T> => passport.ask<T>(path, { signals: [signal, life] });
  const command = <T>(path: string, body: object, { commandId, signal }: CommandOptions): Promise<T> =>
    passport.ask<T>(path, { body, commandId, signals: [signal, life] });
  const control = async (body: object, options: CommandOptions): Promise<void> => {
    await command(`${room}/control`, body, options);
  };
  const session = (id: string): string => `/checkout/sessions/${encodeURIComponent(id)}`;
  const query = `?currency=${encodeURIComponent(currency)}`;
  const staff = isStaff(viewer.role);

  return {
    stream: { subscribe: (sink, { signal }) => mirror.stream.subscribe(sink, [signal, life]) },
    presence: {
      subscribe: (sink, { signal }) => mirror.presence.subscribe(sink, [signal, life]),
      async react(count) {
        if (!link.isUp) throw new VitrineError('OFFLINE', 'There is no connection to the back end.');
        link.send({ k: 'l', count });
      },
    },
    catalog: {
      subscribe: (sink, { signal }) => mirror.catalog.subscribe(sink, [signal, life]),
      ...(staff && {
        pin: (product: string, { at, ...options }: PinOptions) =>
          control({ op: 'pin', product, ...(at !== undefined && { at }) }, options),
        unpin: ({ at, ...options }: PinOptions) => control({ op: 'unpin', ...(at !== undefined && { at }) }, options),
      }),
    },
    chat: {
      subscribe: (sink, { signal }) => mirror.chat.subscribe(sink, [signal, life]),
      send: (draft, { signal }) => speech.say(draft, [signal, life]),
      ...(parts.stickers && {
        stickers: async (options: Signal) => (await read<WireStickers>(`${room}/stickers`, options)).stickers,
      }),
      // (Said once more it is the same, so that it needs no key.)
      report: async (message, { reason, signal }) => {
        const body = { message, ...(reason && { reason }) };
        await passport.ask(`${room}/reports`, { body, signals: [signal, life] });
      },
      ...(staff &&
        ({
          retract: ({ kind: by, ...target }, options) => control({ op: 'retract', by, ...target }, options),
          configure: (settings, options) => control({ op: 'chat', settings }, options),
          pin: (target, { until, at, ...options }) =>
            control(
              {
                op: 'notice',
                ...(target && ('id' in target ? { message: target.id } : target)),
                ...(until !== undefined && { until }),
                ...(at !== undefined && { at }),
              },
              options,
            ),
        } satisfies Pick<ChatPort, 'retract' | 'configure' | 'pin'>)),
    },
    identity: {
      current: async () => (await passport.get()).viewer,
      async rename(name) {
        return passport.take(await passport.ask('/identity/rename', { body: { name }, signals: [life] }));
      },
      async require() {
        const known = await passport.signIn();
        link.restart();
        return known;
      },
    },
    history: later(['between'], async () => (await import('./history.js')).historyPort(parts)),
    // (Not every room has something to take part in.)
    interactions: later(staff ? ['subscribe', 'answer', 'launch', 'close'] : ['subscribe', 'answer'], async () =>
      (await import('./interactions.js')).interactionsPort(parts),
    ),
    ...(staff && {
      moderation: later(['held', 'decide', 'decideAll', 'restrict', 'people', 'policy', 'setPolicy'], async () =>
        (await import('./moderation.js')).moderationPort(parts),
      ),
    }),
    ownWords: later(['export', 'delete'], async () => (await import('./own-words.js')).ownWordsPort(parts)),
    likes: {
      subscribe: (sink, { signal }) => mirror.likes.subscribe(sink, [signal, life]),
      ...later(['set', 'own'], async () => (await import('./likes.js')).likesCalls(parts)),
    },
    ...(parts.reminders && { reminders: remindersPort(parts) }),
    cart: {
      load: (options) => read<Cart | null>(`/cart${query}`, options),
      apply: (wanted, options) => command<CartResult>(`/cart/commands${query}`, { command: wanted }, options),
    },
    checkout: {
      modes: ['embed', 'redirect', 'popup'],
      begin: (request, options) => command<CheckoutSession>(`/checkout/sessions${query}`, request, options),
      status: (id, options) => read<CheckoutSession>(session(id), options),
      confirm: (id, choice, options) => command<CheckoutSession>(`${session(id)}/confirm`, choice, options),
      cancel: (id, options) => command<CheckoutSession>(`${session(id)}/cancel`, {}, options),
    },
  };
}

/** Each call says what is wanted: a repeat does no harm, and nothing of it needs a key. */
function remindersPort({ passport, context }: ServerParts): RemindersPort {
  const call = <T>(show: string, { signal }: Signal, method?: 'PUT' | 'DELETE'): Promise<T> =>
    passport.ask<T>(`/rooms/${encodeURIComponent(show)}/reminder`, {
      signals: [signal, context.signal],
      ...(method && { method }),
    });
  return {
    current: async (show, options) => (await call<{ readonly isSet: boolean }>(show, options)).isSet,
    set: (show, options) => call(show, options, 'PUT'),
    clear: async (show, options) => call(show, options, 'DELETE'),
  };
}

/** A port whose methods are fetched when one is called; what could not be fetched is fetched the next time. */
function later<P extends object, N extends keyof P>(names: readonly N[], load: () => Promise<P>): Pick<P, N> {
  let coming: Promise<P> | undefined;
  const call =
    (name: N) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      coming ??= load().catch((thrown: unknown) => {
        coming = undefined;
        throw thrown;
      });
      const port = (await coming) as Record<N, (...given: readonly unknown[]) => unknown>;
      return port[name](...given);
    };
  return Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Pick<P, N>;
}
