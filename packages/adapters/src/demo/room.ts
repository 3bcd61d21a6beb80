// SPDX-License-Identifier: MIT
import type { ConnectContext, Ports } from '@vitrine/core';
import type { InteractionsPort } from '@vitrine/core/interactions';
import type { OwnWordsPort } from '@vitrine/core/own-words';
import type { LikesPort } from '@vitrine/core/likes';
import type { ModerationPort } from '@vitrine/core/moderation';
import type { RemindersPort } from '@vitrine/core/reminders';
import type {} from '@vitrine/core/translate';
import type { DemoCart } from './cart.js';
import { DemoCatalog } from './catalog.js';
import { DemoChat } from './chat.js';
import type { DemoCheckout } from './checkout.js';
import type { DemoInteractions } from './interactions.js';
import type { DemoLikes } from './likes.js';
import type { DemoModeration } from './moderation.js';
import type { DemoOptions } from './options.js';
import type { DemoReminders } from './reminders.js';
import { DemoPeople, phaseAt } from './people.js';
import { Stage } from './stage.js';
import type { Words } from './words.js';

type Show = typeof import('./show.js');
type Shop = typeof import('./shop.js');

/** The pretended back end of one room: its parts, and the ports of a connection to it. */
export class Room {
  readonly stage: Stage;
  readonly words: Words;
  readonly people: DemoPeople;
  readonly chat: DemoChat;
  readonly catalog: DemoCatalog;
  readonly cart: DemoCart;
  readonly checkout: DemoCheckout;
  #locale = 'en';
  #interactions: Promise<DemoInteractions> | undefined;
  #moderation: Promise<DemoModeration> | undefined;
  #reminders: Promise<DemoReminders> | undefined;
  #likes: Promise<DemoLikes> | undefined;

  constructor(show: Show, { DemoCart, DemoCheckout }: Shop, words: Words, options: DemoOptions, currency: string) {
    const stage = new Stage(options, show.sells(options.currency ?? currency));
    const { opened: now, random } = stage;
    const { phase = 'live', streamUrl, poster, trailer, mediaUrl, latency = 0, hasHistory = true } = options;
    const began = now - show.elapsed;
    const sources =
      typeof streamUrl === 'string' ? [{ url: streamUrl, orientation: 'landscape' as const }] : (streamUrl ?? []);
    const host = { ...words.presenter, ...(mediaUrl && { avatar: `${mediaUrl}/products/host.svg` }) };
    this.stage = stage;
    this.words = words;
    this.people = new DemoPeople(
      stage,
      {
        ...phaseAt(phase, now),
        title: words.title,
        host,
        sources,
        ...(poster && { poster }),
        ...(trailer && { trailer }),
        ...(phase !== 'upcoming' && { startedAt: began }),
        encoderOffset: 0,
        latency,
      },
      show.audience,
    );
    this.chat = new DemoChat(stage, host, words.stickers);
    this.catalog = new DemoCatalog(stage, show.productsIn(words, stage.currency, mediaUrl, now, began));
    this.cart = new DemoCart(stage, this.catalog, show.termsIn(stage.currency));
    this.checkout = new DemoCheckout(stage, this.catalog, this.cart, show.tillIn(words, stage.currency));
    this.checkout.onPaid = (what) => this.chat.order(stage.viewer.name ?? 'Guest', what);
    stage.script = () => show.playScript(this);
    if (hasHistory) {
      if (phase !== 'upcoming') this.catalog.pin(show.firstPin, now - 230_000);
      this.chat.recall(words.opening, now, random);
    }
  }

  join(context: ConnectContext): Partial<Ports> {
    const { signal } = context;
    this.stage.join(context);
    this.#locale = context.locale;
    return {
      stream: this.people.stream(signal),
      presence: this.people.presence(signal),
      identity: this.people.identity(signal),
      catalog: this.catalog.port(signal),
      chat: this.chat.port(signal, () => this.moderation()),
      interactions: this.#interactionsPort(signal),
      likes: this.#likesPort(signal),
      reminders: this.#remindersPort(signal),
      ownWords: this.#ownWordsPort(signal),
      translate: {
        message: async (...asked) => (await import('./translate.js')).translatePort(this, signal).message(...asked),
      },
      ...(this.stage.isStaff && { moderation: this.#moderationPort(signal) }),
      cart: this.cart.port(signal),
      checkout: this.checkout.port(signal),
    };
  }

  /** Fetched when somebody takes part. */
  interactions(): Promise<DemoInteractions> {
    const { stage } = this;
    return (this.#interactions ??= import('./interactions.js').then(
      ({ DemoInteractions }) => new DemoInteractions(stage, this.#locale, stage.options.hasHistory ?? true),
    ));
  }

  /** Fetched when the staff first asks or does something, or somebody reports something to it. */
  moderation(): Promise<DemoModeration> {
    return (this.#moderation ??= import('./moderation.js').then(
      ({ DemoModeration }) => new DemoModeration(this.stage, this.chat),
    ));
  }

  /** Fetched when somebody wants to know who likes what. */
  likes(): Promise<DemoLikes> {
    return (this.#likes ??= import('./likes.js').then(({ DemoLikes }) => new DemoLikes(this)));
  }

  #likesPort(life: AbortSignal): LikesPort {
    const later = async (): Promise<Required<LikesPort>> => (await this.likes()).port(life);
    return {
      subscribe: async (sink, options) => (await later()).subscribe(sink, options),
      set: async (id, isLiked, options) => (await later()).set(id, isLiked, options),
      own: async (options) => (await later()).own(options),
    };
  }

  #moderationPort(life: AbortSignal): ModerationPort {
    const { stage } = this;
    const act = async <T>(run: (all: DemoModeration) => T, { signal }: { signal: AbortSignal }): Promise<T> => {
      const all = await this.moderation();
      return stage.answer(() => run(all), signal, life);
    };
    return {
      held: (options) => act((all) => all.held, options),
      decide: (id, decision, options) => act((all) => all.decide(id, decision), options),
      decideAll: (ids, decision, options) => act((all) => ids.filter((id) => all.decide(id, decision)), options),
      restrict: (person, restriction, options) => act((all) => all.restrict(person, restriction, options), options),
      people: (options) => act((all) => all.people, options),
      policy: (options) => act((all) => all.policy, options),
      setPolicy: (policy, options) => act((all) => all.setPolicy(policy), options),
    };
  }

  #remindersPort(life: AbortSignal): RemindersPort {
    const later = async (): Promise<RemindersPort> =>
      (await (this.#reminders ??= import('./reminders.js').then(({ DemoReminders }) => new DemoReminders(this)))).port(
        life,
      );
    return {
      current: async (show, options) => (await later()).current(show, options),
      set: async (show, options) => (await later()).set(show, options),
      clear: async (show, options) => (await later()).clear(show, options),
    };
  }

  #ownWordsPort(life: AbortSignal): OwnWordsPort {
    const later = async (): Promise<OwnWordsPort> => (await import('./own-words.js')).ownWordsPort(this, life);
    return {
      export: async (options) => (await later()).export(options),
      delete: async (options) => (await later()).delete(options),
    };
  }

  #interactionsPort(life: AbortSignal): InteractionsPort {
    const { stage } = this;
    const act = async <T>(run: (all: DemoInteractions) => T, commandId: string, signal: AbortSignal): Promise<T> => {
      const all = await this.interactions();
      return stage.answer(() => stage.once(commandId, () => run(all)), signal, life);
    };
    return {
      subscribe: async (sink, { signal }) => (await this.interactions()).subscribe(sink, [signal, life]),
      async answer(which, answer, { commandId, signal }) {
        const { id, name = 'Guest' } = stage.viewer;
        const person = { id, name, isStaff: stage.isStaff };
        await act((all) => all.answer(which, answer, person), commandId, signal);
      },
      ...(stage.isStaff &&
        ({
          launch: (draft, { commandId, signal, at }) =>
            act((all) => ({ id: all.launch(draft, at) }), commandId, signal),
          close: (which, { commandId, signal }) => act((all) => all.close(which), commandId, signal),
        } satisfies Pick<InteractionsPort, 'launch' | 'close'>)),
    };
  }
}
