// SPDX-License-Identifier: MIT
import type { Fault, FaultAction, FaultHandle, FaultKind, FaultMatch, Faults } from './faults.js';
import type { Target } from './target.js';

const kinds: readonly FaultKind[] = ['master', 'playlist', 'init', 'segment', 'part'];

/** A signature that is right is no fault. */
const isSigned = (action: FaultAction, query: URLSearchParams): boolean =>
  action.type === 'signature' && query.get('signature') === action.wanted;

const matches = (match: FaultMatch | undefined, target: Target): boolean => {
  if (match === undefined) return true;
  const wanted = typeof match.kind === 'string' ? [match.kind] : match.kind;
  return (
    (wanted === undefined || wanted.includes(target.kind)) &&
    (match.mode === undefined || match.mode === target.mode) &&
    (match.show === undefined || match.show === target.show) &&
    (match.rendition === undefined || match.rendition === target.rendition) &&
    (match.sequence === undefined || match.sequence === target.sequence)
  );
};

/** The faults of a channel with the part only the channel uses. */
export interface FaultDesk extends Faults {
  /** The fault that strikes this request, counted as a hit. */
  strike(target: Target, query: URLSearchParams): FaultHandle | undefined;
  /** Whether a fault is still in force. */
  active(handle: FaultHandle): boolean;
}

/** Keeps the faults of one channel; `now` gives epoch milliseconds. */
export const createFaultDesk = (now: () => number): FaultDesk => {
  const entries = new Map<number, { handle: FaultHandle; hits: number }>();
  let lastId = 0;
  const over = ({ handle: { fault, since } }: { handle: FaultHandle }): boolean =>
    fault.forMilliseconds !== undefined && now() >= since + fault.forMilliseconds;
  const used = ({ handle: { fault }, hits }: { handle: FaultHandle; hits: number }): boolean =>
    fault.times !== undefined && hits >= fault.times;
  const sweep = (): void => {
    for (const [id, entry] of entries) if (over(entry)) entries.delete(id);
  };
  return {
    add: (fault) => {
      const id = ++lastId;
      const handle: FaultHandle = {
        id,
        fault,
        since: now(),
        hits: () => entry.hits,
        remove: () => {
          entries.delete(id);
        },
      };
      const entry = { handle, hits: 0 };
      entries.set(id, entry);
      return handle;
    },
    list: () => {
      sweep();
      return [...entries.values()].filter((e) => !used(e)).map((e) => e.handle);
    },
    clear: () => {
      entries.clear();
    },
    strike: (target, query) => {
      sweep();
      for (const entry of entries.values()) {
        const { match, action } = entry.handle.fault;
        if (used(entry) || !matches(match, target) || isSigned(action, query)) continue;
        entry.hits++;
        return entry.handle;
      }
      return undefined;
    },
    active: (handle) => {
      sweep();
      return entries.has(handle.id);
    },
  };
};

const record = (value: unknown, name: string): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${name} must be an object.`);
  return value as Record<string, unknown>;
};
const number = (value: unknown, name: string, least: number, most: number): number => {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw new TypeError(`${name} must be a number from ${least} to ${most}.`);
  return value;
};

const readAction = (value: unknown): FaultAction => {
  const action = record(value, 'action');
  switch (action['type']) {
    case 'status':
      return { type: 'status', status: number(action['status'], 'action.status', 200, 599) };
    case 'delay':
      return { type: 'delay', milliseconds: number(action['milliseconds'], 'action.milliseconds', 0, 3_600_000) };
    case 'truncate':
      return action['share'] === undefined
        ? { type: 'truncate' }
        : { type: 'truncate', share: number(action['share'], 'action.share', 0, 1) };
    case 'corrupt':
      if (action['track'] === undefined) return { type: 'corrupt' };
      if (action['track'] !== 'sound') throw new TypeError('action.track must be sound.');
      return { type: 'corrupt', track: 'sound' };
    case 'signature':
      if (typeof action['wanted'] !== 'string') throw new TypeError('action.wanted must be text.');
      return { type: 'signature', wanted: action['wanted'] };
    case 'reset':
    case 'empty':
    case 'mislabel':
    case 'closed':
    case 'freeze':
      return { type: action['type'] };
    default:
      throw new TypeError(
        'action.type must be status, delay, reset, truncate, empty, corrupt, mislabel, closed, signature or freeze.',
      );
  }
};

const readMatch = (value: unknown): FaultMatch => {
  const match = record(value, 'match');
  const texts: Record<string, string> = {};
  for (const name of ['mode', 'show', 'rendition']) {
    const text = match[name];
    if (text === undefined) continue;
    if (typeof text !== 'string') throw new TypeError(`match.${name} must be text.`);
    texts[name] = text;
  }
  const place =
    match['sequence'] === undefined ? {} : { sequence: number(match['sequence'], 'match.sequence', 0, 1e12) };
  if (match['kind'] === undefined) return { ...texts, ...place };
  const kind = [match['kind']].flat().map((one) => {
    const known = kinds.find((k) => k === one);
    if (known === undefined) throw new TypeError(`match.kind must be among ${kinds.join(', ')}.`);
    return known;
  });
  return { ...texts, ...place, kind };
};

/** Checks a fault that came over the network. Throws a `TypeError` whose message names the wrong field. */
export const readFault = (value: unknown): Fault => {
  const fault = record(value, 'The fault');
  return {
    action: readAction(fault['action']),
    ...(fault['match'] === undefined ? {} : { match: readMatch(fault['match']) }),
    ...(fault['forMilliseconds'] === undefined
      ? {}
      : { forMilliseconds: number(fault['forMilliseconds'], 'forMilliseconds', 0, 86_400_000) }),
    ...(fault['times'] === undefined ? {} : { times: number(fault['times'], 'times', 1, 1e9) }),
  };
};
