// SPDX-License-Identifier: MIT
import { VitrineError, type Adapter, type ErrorCode, type Ports, type Sink, type Subscribe } from '@vitrine/core';
import type {} from '@vitrine/core/interactions';
import type {} from '@vitrine/core/likes';
import type {} from '@vitrine/core/moderation';
import type {} from '@vitrine/core/own-words';
import type {} from '@vitrine/core/reminders';
import type {} from '@vitrine/core/translate';
import * as v from 'valibot';
import { catalogEvent, historyEvent, product } from './catalog.js';
import { interactionEvent, launched } from './interactions.js';
import { messageLikes } from './likes.js';
import { heldMessage, restrictedPerson, roomPolicy } from './moderation.js';
import { ownWords } from './own-words.js';
import { reminderOutcome } from './reminders.js';
import { acknowledgement, audience, chatEvent, sticker, streamInfo, viewer } from './room.js';
import { cart, cartResult, session } from './shop.js';
import { translation } from './translate.js';
import { words } from './values.js';

/** What a port delivers, and what its calls answer. Calls that answer nothing are not checked. */
interface PortRules {
  readonly items?: v.GenericSchema;
  readonly answers?: Readonly<Record<string, v.GenericSchema>>;
}

const rules: Readonly<Record<string, PortRules>> = {
  stream: { items: streamInfo },
  presence: { items: audience },
  chat: { items: chatEvent, answers: { send: acknowledgement, stickers: v.array(sticker) } },
  catalog: { items: catalogEvent, answers: { resolve: v.array(product) } },
  history: { answers: { between: v.array(historyEvent) } },
  identity: { answers: { current: viewer, rename: viewer, require: viewer } },
  cart: { items: cartResult, answers: { load: v.nullable(cart), apply: cartResult } },
  interactions: { items: interactionEvent, answers: { launch: launched } },
  likes: { items: messageLikes, answers: { own: v.array(words) } },
  moderation: {
    answers: {
      held: v.array(heldMessage),
      decide: v.boolean('Expected true or false.'),
      decideAll: v.array(words),
      people: v.array(restrictedPerson),
      policy: roomPolicy,
      setPolicy: roomPolicy,
    },
  },
  ownWords: { answers: { export: ownWords } },
  reminders: { answers: { current: v.boolean('Expected true or false.'), set: reminderOutcome } },
  translate: { answers: { message: translation } },
  checkout: { answers: { begin: session, status: session, confirm: session, cancel: session } },
} satisfies { [N in keyof Ports]: PortRules };

// By what the field is called: an amount and an address have codes of their own.
function codeOf(field: string): ErrorCode {
  if (/(^|\.)(minor|currency)$/.test(field)) return 'BAD_MONEY';
  return /(^|\.)(url|image|avatar|landscape|portrait|trailer)$/.test(field) ? 'BAD_URL' : 'MALFORMED';
}

/** The first thing that is wrong, or nothing. @param where the port and what of it: `catalog.subscribe` */
function faultOf(schema: v.GenericSchema, value: unknown, where: string): VitrineError | undefined {
  const { issues } = v.safeParse(schema, value);
  if (!issues) return undefined;
  const [issue] = issues;
  const field = v.getDotPath(issue) ?? '';
  return new VitrineError(
    codeOf(field),
    `${where} delivered ${issue.received} as ${field || 'the whole'}. ${issue.message}`,
    {
      ...(field && { field }),
      mend: 'Correct it in the adapter; without this check a viewer would see it, or nothing.',
    },
  );
}

function checkedSubscribe(
  subscribe: Subscribe<unknown>,
  schema: v.GenericSchema,
  where: string,
  report: (error: unknown) => void,
): Subscribe<unknown> {
  return (sink, options) => {
    const checked: Sink<unknown> = {
      next(items) {
        const good = items.filter((item) => {
          const fault = faultOf(schema, item, where);
          if (fault) report(fault);
          return !fault;
        });
        if (good.length > 0) sink.next(good);
      },
      fail: (error) => sink.fail(error),
    };
    return subscribe(checked, options);
  };
}

function checkedPort(port: object, name: string, report: (error: unknown) => void): object {
  const { items, answers = {} } = rules[name] ?? {};
  // Some ports are instances of classes: asked through a proxy, they keep their own `this`.
  return new Proxy(port, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...given: readonly unknown[]) => unknown;
      if (key === 'subscribe' && items)
        return checkedSubscribe(method as Subscribe<unknown>, items, `${name}.subscribe`, report);
      const schema = typeof key === 'string' ? answers[key] : undefined;
      if (!schema) return method;
      return async (...given: readonly unknown[]) => {
        const answer = await method(...given);
        const fault = faultOf(schema, answer, `${name}.${String(key)}`);
        if (fault) throw fault;
        return answer;
      };
    },
  });
}

/**
 * An adapter whose every item is checked, for development and tests: what a subscription delivers is reported and left
 * out when it is wrong, what a call answers is refused. The error names the field: `price.amount.minor`.
 */
export function validated(adapter: Adapter): Adapter {
  return {
    name: adapter.name,
    async connect(context) {
      const ports = await adapter.connect(context);
      const checked = Object.entries(ports).map(([name, port]) => [name, checkedPort(port, name, context.report)]);
      return Object.fromEntries(checked) as Partial<Ports>;
    },
  };
}
