// SPDX-License-Identifier: MIT
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { ServerOptions, ShowLoop } from './options.js';

/** What `--help` prints. */
export const usage = `vitrine-server [options]      every option also as VITRINE_<NAME>, such as VITRINE_PORT

  --port <number>             TCP port, 0 for a free one (default 4174)
  --host <address>            address to listen on (default 127.0.0.1)
  --mode <mode>               development or production (default development)
  --data-dir <folder>         where rooms and orders are kept (default: a temporary folder)
  --public-url <url>          where clients reach this server
  --origins <list>            origins of pages that may use it, separated by commas
  --trust-proxy               believe X-Forwarded-* of a proxy in front
  --owner-token <secret>      the owner's secret (default: made at the first start); better as VITRINE_OWNER_TOKEN
  --token-secret <secret>     the key tokens are signed with; better as VITRINE_TOKEN_SECRET
  --host-page <url>           the page a host link opens
  --channel-url <url>         origin of the demo channel
  --media-url <url>           origin of /media/products (default: the channel)
  --review-url <url>          the shop's service that is asked about each message of a viewer
  --review-secret <secret>    signs what is asked; better as VITRINE_REVIEW_SECRET
  --maximum-sockets <number>  sockets that are open at most; only the staff is let in beyond (default 30000)
  --no-shedding               viewers' chat does not give way when the process does not keep up
  --no-seed                   no room "demo"
  --audience                  scripted shoppers in the room "demo"
  --show <file>               show.json of the channel: the scripted host pins in step with the video
  --log-level <level>         silent, error, warn, info or debug (default info)
  --help                      this`;

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  mode: { type: 'string' },
  'data-dir': { type: 'string' },
  'public-url': { type: 'string' },
  origins: { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  'owner-token': { type: 'string' },
  'token-secret': { type: 'string' },
  'host-page': { type: 'string' },
  'channel-url': { type: 'string' },
  'media-url': { type: 'string' },
  'review-url': { type: 'string' },
  'review-secret': { type: 'string' },
  'maximum-sockets': { type: 'string' },
  'no-shedding': { type: 'boolean' },
  'no-seed': { type: 'boolean' },
  audience: { type: 'boolean' },
  show: { type: 'string' },
  'log-level': { type: 'string' },
  help: { type: 'boolean' },
} as const;
type Flag = keyof typeof flags;

const defaultPort = 4174;
const show = v.object({
  loopSeconds: v.pipe(v.number(), v.minValue(1)),
  cues: v.array(v.object({ product: v.string(), from: v.number(), to: v.number() })),
});

function misconfigured(flag: string, what: string): Error {
  return new Error(`[vitrine] MISCONFIGURED (${flag}): ${what}`);
}

/**
 * The options that flags and environment ask for; a flag wins.
 * @param readFile reads the file of `--show`
 * @throws {Error} naming the flag and the mend
 */
export function readCommandLine(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): { readonly options: ServerOptions; readonly isHelp: boolean } {
  let values: Partial<Record<Flag, string | boolean>>;
  try {
    ({ values } = parseArgs({ args: [...argv], options: flags, strict: true }));
  } catch (error) {
    throw misconfigured('arguments', `${error instanceof Error ? error.message : String(error)} See --help.`);
  }
  const variable = (flag: Flag): string => `VITRINE_${flag.toUpperCase().replaceAll('-', '_')}`;
  const text = (flag: Flag): string | undefined => {
    const value = values[flag] ?? environment[variable(flag)];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const isOn = (flag: Flag): boolean => {
    const value = values[flag] ?? environment[variable(flag)] ?? false;
    if (typeof value === 'boolean') return value;
    if (['', '0', 'false', 'no'].includes(value)) return false;
    if (['1', 'true', 'yes'].includes(value)) return true;
    throw misconfigured(variable(flag), `It must be 1 or 0. It is "${value}".`);
  };
  const named = { host: text('host'), mode: text('mode'), dataDir: text('data-dir'), publicUrl: text('public-url') };
  const more = { ownerToken: text('owner-token'), tokenSecret: text('token-secret'), hostPage: text('host-page') };
  const urls = { channelUrl: text('channel-url'), mediaUrl: text('media-url'), reviewUrl: text('review-url') };
  const review = { reviewSecret: text('review-secret') };
  const origins = text('origins')
    ?.split(',')
    .map((origin) => origin.trim());
  const given = Object.entries({ ...named, ...more, ...urls, ...review, origins }).filter(
    ([, value]) => value !== undefined,
  );
  const showFile = text('show');
  const port = text('port');
  const maximumSockets = text('maximum-sockets');
  return {
    isHelp: values.help === true,
    options: {
      ...(Object.fromEntries(given) as ServerOptions),
      port: port === undefined ? defaultPort : Number(port),
      trustProxy: isOn('trust-proxy'),
      ...(maximumSockets === undefined ? {} : { maximumSockets: Number(maximumSockets) }),
      shedding: !isOn('no-shedding'),
      seed: !isOn('no-seed'),
      audience: isOn('audience')
        ? { ...(showFile === undefined ? {} : { show: readShow(showFile, readFile) }) }
        : false,
      logLevel: (text('log-level') ?? 'info') as NonNullable<ServerOptions['logLevel']>,
    },
  };
}

function readShow(path: string, readFile: (path: string) => string): ShowLoop {
  try {
    return v.parse(show, JSON.parse(readFile(path)));
  } catch (error) {
    throw misconfigured('show', `${path} is no show.json: ${error instanceof Error ? error.message : String(error)}`);
  }
}
