// SPDX-License-Identifier: MIT
import * as v from 'valibot';
import type { StreamInfo } from '@vitrine/core';
import { systemClock } from './clock.js';
import type { Limits, ServerOptions } from './options.js';
import type { ReminderOptions } from './rooms/reminders.js';
import type { OrderView } from './shop/orders.js';

/** The options with every default filled in. */
export interface Settings extends Required<
  Omit<
    ServerOptions,
    | 'dataDir'
    | 'publicUrl'
    | 'origins'
    | 'ownerToken'
    | 'tokenSecret'
    | 'hostPage'
    | 'channelUrl'
    | 'mediaUrl'
    | 'reviewUrl'
    | 'reviewSecret'
    | 'limits'
    | 'onOrderCommitted'
    | 'demoStream'
    | 'reminders'
  >
> {
  readonly dataDir: string | undefined;
  readonly publicUrl: string | undefined;
  /** `null`: every origin. */
  readonly origins: readonly string[] | null;
  readonly ownerToken: string | undefined;
  readonly tokenSecret: string | undefined;
  readonly hostPage: string | undefined;
  readonly channelUrl: string | undefined;
  readonly mediaUrl: string | undefined;
  readonly reviewUrl: string | undefined;
  readonly reviewSecret: string | undefined;
  readonly demoStream: Partial<StreamInfo>;
  readonly limits: Limits;
  readonly reminders: ReminderOptions | undefined;
  readonly onOrderCommitted: ((order: OrderView) => void | Promise<void>) | undefined;
}

const webUrl = v.pipe(
  v.string(),
  v.check((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http or https URL'),
  v.transform((value) => value.replace(/\/+$/, '')),
);
const origin = v.pipe(
  webUrl,
  v.check((value) => new URL(value).origin === value, 'must be an origin without a path, such as https://shop.example'),
);
const wholeMs = v.pipe(v.number(), v.integer('must be whole milliseconds'), v.minValue(1, 'must be at least 1 ms'));

const schema = v.object({
  port: v.optional(
    v.pipe(
      v.number('must be a whole number, 0 to 65535'),
      v.integer('must be a whole number, 0 to 65535'),
      v.minValue(0, 'must be 0 to 65535'),
      v.maxValue(65_535, 'must be 0 to 65535'),
    ),
  ),
  host: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  mode: v.optional(v.picklist(['development', 'production'], 'must be development or production')),
  dataDir: v.optional(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
  publicUrl: v.optional(webUrl),
  origins: v.optional(v.array(origin)),
  trustProxy: v.optional(v.boolean()),
  ownerToken: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{24,}$/, 'must have at least 24 letters, digits, - or _'))),
  tokenSecret: v.optional(v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters'))),
  tokenLifetime: v.optional(wholeMs),
  hostPage: v.optional(webUrl),
  channelUrl: v.optional(webUrl),
  mediaUrl: v.optional(webUrl),
  reviewUrl: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
        'must be an http or https URL',
      ),
    ),
  ),
  reviewTimeout: v.optional(v.pipe(wholeMs, v.maxValue(5000, 'must be at most 5000 ms'))),
  reviewSecret: v.optional(v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters'))),
  maximumSockets: v.optional(
    v.pipe(
      v.number('must be a whole number'),
      v.integer('must be a whole number'),
      v.minValue(1, 'must be at least 1'),
    ),
  ),
  shedding: v.optional(v.boolean()),
  seed: v.optional(v.boolean()),
  reservation: v.optional(wholeMs),
  logLevel: v.optional(
    v.picklist(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug'),
  ),
});

/**
 * Checks options and fills in the defaults.
 * @throws {Error} naming the option, what is wrong with it and what to write
 */
export function toSettings(options: ServerOptions): Settings {
  const result = v.safeParse(schema, options);
  if (!result.success) {
    const [issue] = result.issues;
    const field = v.getDotPath(issue) ?? 'options';
    const isSecret = /^(ownerToken|tokenSecret|reviewSecret)$/.test(field);
    const given = isSecret
      ? ''
      : ` It is ${typeof issue.input === 'number' ? issue.input : JSON.stringify(issue.input)}.`;
    throw new Error(`[vitrine] MISCONFIGURED (${field}): ${field} ${issue.message}.${given}`);
  }
  const checked = result.output;
  const mode = checked.mode ?? 'development';
  const isDevelopment = mode === 'development';
  if (!isDevelopment && checked.dataDir === undefined) {
    throw new Error(
      '[vitrine] MISCONFIGURED (dataDir): in production orders need a folder that outlives the process. Set dataDir.',
    );
  }
  return {
    port: checked.port ?? 0,
    host: checked.host ?? '127.0.0.1',
    mode,
    dataDir: checked.dataDir,
    publicUrl: checked.publicUrl,
    origins: checked.origins ?? (isDevelopment ? null : []),
    trustProxy: checked.trustProxy ?? false,
    ownerToken: checked.ownerToken,
    tokenSecret: checked.tokenSecret,
    tokenLifetime: checked.tokenLifetime ?? 30 * 86_400_000,
    hostPage: checked.hostPage,
    channelUrl: checked.channelUrl,
    mediaUrl: checked.mediaUrl ?? checked.channelUrl,
    reviewUrl: checked.reviewUrl,
    reviewSecret: checked.reviewSecret,
    reviewTimeout: checked.reviewTimeout ?? 200,
    maximumSockets: checked.maximumSockets ?? 30_000,
    shedding: checked.shedding ?? true,
    seed: checked.seed ?? true,
    demoStream: options.demoStream ?? {},
    audience: options.audience ?? false,
    limits: {
      chat: { perSecond: 1, burst: 3 },
      likes: { perSecond: 20, burst: 20 },
      guests: isDevelopment ? { perSecond: 50, burst: 1000 } : { perSecond: 0.5, burst: 30 },
      cart: { perSecond: 10, burst: 30 },
      checkout: { perSecond: 2, burst: 20 },
      hostCodes: { perSecond: 0.1, burst: 10 },
      control: { perSecond: 10, burst: 50 },
      answers: { perSecond: 5, burst: 20 },
      entries: { perSecond: 0.1, burst: 3 },
      reports: { perSecond: 0.1, burst: 5 },
      messageLikes: { perSecond: 2, burst: 20 },
      history: isDevelopment ? { perSecond: 200, burst: 1000 } : { perSecond: 20, burst: 200 },
      ownWords: { perSecond: 0.5, burst: 20 },
      names: { perSecond: 0.2, burst: 5 },
      messagesPerSecond: 200,
      ...options.limits,
    },
    reservation: checked.reservation ?? 600_000,
    logLevel: checked.logLevel ?? 'silent',
    clock: options.clock ?? systemClock,
    reminders: options.reminders,
    onOrderCommitted: options.onOrderCommitted,
  };
}
