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
import type { InteractionsPort } from '@vitrine/core/interactions';
import type { ModerationPort } from '@vitrine/core/moderation';
import type { OwnWordsPort } from '@vitrine/core/own-words';
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
    history: {
      between: async (...given) => (await import('./history.js')).historyPort(parts).between(...given),
    },
    interactions: laterInteractions(parts, staff),
    ...(staff && { moderation: laterModeration(parts) }),
    ownWords: laterOwnWords(parts),
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

/** Fetched when somebody listens: not every room has something to take part in. */
function laterInteractions(parts: ServerParts, staff: boolean): InteractionsPort {
  let coming: Promise<Required<InteractionsPort>> | undefined;
  const later = (): Promise<Required<InteractionsPort>> => {
    coming ??= import('./interactions.js').then(({ interactionsPort }) => interactionsPort(parts));
    // What could not be fetched is fetched the next time.
    coming.catch(() => (coming = undefined));
    return coming;
  };
  return {
    subscribe: async (sink, options) => (await later()).subscribe(sink, options),
    answer: async (...given) => (await later()).answer(...given),
    ...(staff && {
      launch: async (...given: Parameters<Required<InteractionsPort>['launch']>) => (await later()).launch(...given),
      close: async (...given: Parameters<Required<InteractionsPort>['close']>) => (await later()).close(...given),
    }),
  };
}

/** Fetched when it is asked for. */
function laterModeration(parts: ServerParts): ModerationPort {
  const later = async (): Promise<Required<ModerationPort>> => (await import('./moderation.js')).moderationPort(parts);
  return {
    held: async (...given) => (await later()).held(...given),
    decide: async (...given) => (await later()).decide(...given),
    decideAll: async (...given) => (await later()).decideAll(...given),
    restrict: async (...given) => (await later()).restrict(...given),
    people: async (...given) => (await later()).people(...given),
    policy: async (...given) => (await later()).policy(...given),
    setPolicy: async (...given) => (await later()).setPolicy(...given),
  };
}

/** Fetched when it is asked for. */
function laterOwnWords(parts: ServerParts): OwnWordsPort {
  const later = async (): Promise<OwnWordsPort> => (await import('./own-words.js')).ownWordsPort(parts);
  return {
    export: async (options) => (await later()).export(options),
    delete: async (options) => (await later()).delete(options),
  };
}
