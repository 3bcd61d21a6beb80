// SPDX-License-Identifier: MIT
import { fairSample, type Ms } from '../../model/index.js';
import type { FeatureContext } from '../feature.js';
import { isStaff } from '../identity/identity.js';
import type { ChatMessage, Retraction } from './chat.port.js';
import { isForViewer } from './for-viewer.js';
import { gatherOrders, leftOf } from './orders.js';
import { isOwn } from './own.js';
import type { Rows } from './rows.js';

/** No reader follows more rows a second; after a while of quiet so many may come at once, as when the line is back. */
const perSecond = 24;
const burst = 60;
/** Of what was said so many are known, in case it comes again. */
const mostSeen = 4000;
/** More does not wait: a page that is hidden may have its timers held up for a minute. */
const mostWaiting = 2000;
/** When there is more than can be read, four rows are chosen at a time: each time costs the page a layout. */
const beat: Ms = 167;

/**
 * Takes the showing of rows over: as they come while they can be read, and of a flood a fair choice six times a second.
 * The viewer's own words and what answers them, staff, orders and the newest message are always among it, many orders of
 * one thing in one row; what is left out is counted in `skipped`.
 */
export function pace(rows: Rows, { bus, store, signal }: FeatureContext): void {
  let waiting: ChatMessage[] = [];
  const seen = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How many may be shown now. */
  let allowance = burst;
  let countedAt = performance.now();

  const isKept = (message: ChatMessage): boolean =>
    message === waiting.at(-1) ||
    message.kind === 'order' ||
    isStaff(message.author.role) ||
    isOwn(message, store.state) ||
    isForViewer(message, store.state);

  const count = (): void => {
    const now = performance.now();
    allowance = Math.min(burst, allowance + ((now - countedAt) * perSecond) / 1000);
    countedAt = now;
  };
  const commit = (): void => {
    clearTimeout(timer);
    timer = undefined;
    count();
    const chosen = fairSample(waiting, Math.max(1, Math.floor(allowance)), (message) =>
      isKept(message) ? null : message.author.id,
    );
    allowance = Math.max(0, allowance - chosen.length);
    const more = waiting.length - chosen.length;
    waiting = [];
    if (more > 0) store.set('chat', { skipped: store.state.chat.skipped + more });
    rows.add(chosen);
  };
  const push = (messages: readonly ChatMessage[]): void => {
    // (One by one, thousands of times a second: what waits is not copied.)
    for (const message of messages) waiting.push(message);
    count();
    if (waiting.length <= allowance || waiting.length >= mostWaiting) commit();
    else timer ??= setTimeout(commit, beat);
  };
  const orders = gatherOrders(push);

  const isNew = (message: ChatMessage): boolean => {
    if (seen.has(message.id) || !rows.isNew(message)) return false;
    const [oldest = ''] = seen.add(message.id);
    if (seen.size > mostSeen) seen.delete(oldest);
    return true;
  };

  const { retract } = rows;
  rows.retract = (target) => {
    // (Whom the staff has taken out takes nothing of that back by taking back their own words.)
    const later = { id: '', text: '', sentAt: Infinity };
    const isOut =
      'until' in target && rows.isRetracted({ ...later, author: { id: target.id, name: '', role: 'viewer' } });
    if (isOut) return bus.emit('chat:retracted', target);
    store.set('chat', { rows: store.state.chat.rows.flatMap((row) => leftOf(target, row)) });
    retract(target);
  };
  rows.show = (messages) => {
    // Who keeps order must see what others may see.
    if (isStaff(store.state.identity.viewer?.role)) return rows.add(messages);
    const isToGather = (message: ChatMessage): boolean => message.kind === 'order' && !isOwn(message, store.state);
    push(messages.filter((message) => isNew(message) && !(isToGather(message) && orders.take(message))));
  };
  const forget = ({ kind }: Retraction): void => {
    const isKept = (message: ChatMessage): boolean => kind !== 'all' && rows.isNew(message);
    waiting = waiting.filter(isKept);
    orders.keep(isKept);
  };
  bus.on('chat:retracted', forget, { signal });
  // What was said live is not of the recording that comes after it.
  const finish = (): void => {
    orders.flush();
    commit();
  };
  bus.on('stream:changed', finish, { signal });
  const stop = (): void => {
    clearTimeout(timer);
    orders.stop();
  };
  signal.addEventListener('abort', stop, { once: true });
}
